"""Does the register of organisations have the reporting one, spelled so, at its place?

Without a register the names of subdistricts settle how a subdistrict's office is spelled: 99.6 of
a hundred bear the name of one of their own district. Of a municipality that says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.organisation import (
    SUBDISTRICT,
    Mention,
    Relation,
    Reporter,
    evidence,
    parse,
    relation,
    reporter,
)
from ita_checker.facts.page import scanned
from ita_checker.model import Answer, Case, Certainty, Facts, Finding, Verdict, Words
from ita_checker.text.compare import bare, distance, lookalike
from ita_checker.text.flow import fold
from ita_checker.text.gazetteer import homes, known, subdistricts_of
from ita_checker.text.names import Nearness, nearness
from ita_checker.words import kept

CODES = ("ORG007",)
NO_REGISTER = Words("ไม่ได้ระบุทะเบียนหน่วยงาน", "No register of organisations was given")
BY_PLACES = Words(
    "เทียบกับรายชื่อตำบลของอำเภอ ไม่ใช่ทะเบียนหน่วยงาน",
    "by the names of the district's subdistricts, not by a register",
)
OFTEN = 3  # times that a name is written so: no slip of one place
WITH_MARK = 2  # letters: one and the mark on it
LONG = 6  # letters from which a name with one more or another is hardly another place's
LONG_ELSEWHERE = 8  # and where places elsewhere bear it
NEAR = (Relation.OWN, Relation.SLIP, Relation.DOUBTFUL, Relation.KIND)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: the register comes with the command."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG007 where the register does not have the reporting organisation, with the entry
    that comes nearest; without a register, where its district has a subdistrict nearly so named.
    """
    own, register = reporter(case.facts), case.submission.register
    seen = evidence(case.facts)
    if own is None:
        return Answer(Verdict.MET, evidence=seen, note=None if register else NO_REGISTER)
    if not register:
        meant = _subdistrict(case.facts, own)
        finding = Finding(
            "ORG007", seen, own.full, own.full, meant, BY_PLACES, certainty=Certainty.LIKELY
        )
        return (
            Answer(Verdict.PARTIAL, (finding,))
            if meant
            else Answer(Verdict.MET, evidence=seen, note=NO_REGISTER)
        )
    entries = _parsed(register)
    same = [entry for entry, mention in entries if _same(own, entry, mention)]
    if any(_there(own, entry) for entry in same):
        return Answer(Verdict.MET, evidence=seen)
    near = next(iter(same), None) or next(
        (entry for entry, mention in entries if mention and relation(own, mention) in NEAR), None
    )
    return Answer(Verdict.PARTIAL, (Finding("ORG007", seen, own.full, own.full, near),))


@kept(maxsize=2)
def _parsed(register: tuple[str, ...]) -> tuple[tuple[str, Mention | None], ...]:
    """Return the entries with the office each names; parsed once for all reports of a process."""
    return tuple((entry, parse(entry)) for entry in register)


def _same(own: Reporter, entry: str, mention: Mention | None) -> bool:
    if mention is None:
        return fold(entry).startswith(own.full)
    return mention.kind.name == own.kind and relation(own, mention) is Relation.OWN


def _there(own: Reporter, entry: str) -> bool:
    """Tell whether an entry's place is the reporting organisation's: unknown ones may be."""
    mention = parse(entry)
    if mention is None:
        return True
    pairs = (
        (own.district, mention.place.district),
        (own.province, mention.place.province),
    )
    return all(
        place is None or given is None or nearness(place, given.name) is not Nearness.OTHER
        for place, given in pairs
    )


def _subdistrict(facts: Facts, own: Reporter) -> str | None:
    """Return how the name of a subdistrict's office is spelled by its district's subdistricts,
    None where they say nothing: marks and letters that the eye confuses are a slip, and so is one
    letter lost, put in or another wherever a sound text layer has the name; a short one that a
    place elsewhere bears is rather that place's.
    """
    if own.kind != SUBDISTRICT() or not own.district or not own.province:
        return None
    district, province = fold(own.district), fold(own.province)
    if (district, province) in homes(own.proper):
        return None
    long = LONG_ELSEWHERE if known(own.proper) else LONG
    sound = not scanned(facts) and len(own.mentions) >= OFTEN
    near = [
        name
        for name in subdistricts_of(district, province)
        if _eye_slips(own.proper, name) or (sound and _one_letter(own.proper, name, long))
    ]
    return own.kind + near[0] if len(near) == 1 else None


def _eye_slips(read: str, name: str) -> bool:
    return lookalike(read, name) and len(read) == len(name)


def _one_letter(read: str, name: str, long: int) -> bool:
    """Tell whether one letter of a long name was lost, put in or is another, perhaps with the mark
    on it; text layers lose marks by themselves.
    """
    one, other = bare(read), bare(name)
    near = distance(one, other) == 1 and distance(read, name) <= WITH_MARK
    return near and max(len(one), len(other)) >= long
