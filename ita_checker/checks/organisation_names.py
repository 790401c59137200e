"""Is it the reporting organisation's own name, spelled as it is, everywhere its name belongs?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_checker.checks._by_clause import TWO_SIGNS, as_owner, by_clause, usually_own
from ita_checker.checks._unlisted_names import unlisted
from ita_checker.facts.items import speaks_of
from ita_checker.facts.organisation import (
    MUNICIPALITY,
    Mention,
    Relation,
    Reporter,
    Standing,
    elsewhere,
    evidence,
    former_name,
    introduced,
    likely,
    of_several,
    relation,
    repealed,
    reporter,
    seen_as,
    standings,
)
from ita_checker.facts.page import block_at, flow, span, unsure
from ita_checker.model import Answer, Case, Certainty, Finding, Verdict, Words
from ita_checker.model.records import replace
from ita_checker.text.compare import bare, lookalike
from ita_checker.text.gazetteer import begins_places, known
from ita_checker.text.names import alike, similar, slips
from ita_checker.text.tokens import tokens

CODES = ("ORG001", "ORG002", "ORG005")
SHORT_NAME = Words(
    "ชื่อสั้นหรือมีหน่วยงานชื่อนี้อยู่จริง อาจเป็นชื่อหน่วยงานอื่น",
    "A short name, or a real place's: it may be another organisation's",
)
SCANNED = Words(
    "อ่านจากภาพสแกน อาจเป็นเพียงการอ่านผิด", "Read from a scan: it may only have been misread"
)
NO_ONE = Words("ไม่พบหน่วยงานที่รายงาน จึงเทียบชื่อไม่ได้", "No reporting organisation was found")
SURE_OF_NAME = 2.0  # the end of another office's name must have been seen
FEWEST_LETTERS = 2
A_NAME = 3.0  # nats: letters so much likelier a name than words are one
ONLY_THE_REPORTER = frozenset({"cover", "title", "head", "sign", "running"})
NEIGHBOUR = Words(
    "อาจเป็นหน่วยงานข้างเคียงที่ใช้ชื่อเดียวกัน", "it may be a neighbour that bears the same name"
)
ONE_SIGN = Words(
    "ชื่อนี้ปรากฏเพียงครั้งเดียวและไม่อยู่ในทะเบียนชื่อสถานที่ โปรดตรวจสอบว่าเป็นชื่อหน่วยงานอื่นหรือไม่",
    "the name stands once and is in no gazetteer; please check that it is another organisation's",
)
LIKE_OWN = Words(
    "ข้อความรอบชื่อเป็นแบบที่รายงานใช้กับหน่วยงานของตน โปรดดูว่าเป็นชื่อที่ค้างจากเอกสารอื่นหรือเอ่ยถึงหน่วยงานอื่นจริง",
    "The words around the name are such as reports use of their own office: please see whether it"
    " was left in from another paper or another office is really meant",
)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: the report itself tells whose name it should bear."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG001 for other spellings, ORG002 for other offices, ORG005 for another class."""
    own = reporter(case.facts)
    if own is None:
        return Answer(Verdict.UNKNOWN, note=NO_ONE)
    groups: dict[tuple[str, str], list[Standing]] = {}
    for standing in standings(case.facts):
        mention = seen_as(case.facts, own.proper, standing.mention)
        if mention is not standing.mention:  # on a scan
            standing = replace(standing, mention=mention)
        code = _code(case, own, standing)
        if (
            code == "ORG002"
            and similar(own.proper, standing.mention.proper)
            and span(case.facts, standing.mention.start, standing.mention.end).ocr
        ):
            code = "ORG001"  # on a scan as likely the own name, badly read
        code = code or ("ORG001" if _class_misspelt(case, own, standing.mention) else None)
        if code:
            groups.setdefault((code, standing.mention.full), []).append(standing)
    found = tuple(
        _finding(case, own, code, group)
        for (code, _), group in groups.items()
        if code != "ORG002" or _is_named(case, group)
    )
    found = (*found, *unlisted(case, own, "ORG001", "ORG002"))
    if not (case.items or speaks_of(case.facts)):  # a law, a form: nobody's place is taken in it
        found = tuple(one for one in found if one.code != "ORG002")
    return Answer(_verdict(found), found, evidence(case.facts))


def _code(case: Case, own: Reporter, standing: Standing) -> str | None:
    """Return the code for a mention, or None for one that is right or somebody else's affair."""
    mention, between = standing.mention, relation(own, standing.mention)
    if former_name(case.facts, mention) or _of_region(own, mention):
        return None
    if of_several(case.facts, mention):
        return None
    if code := by_clause(case, own, standing, "ORG005", "ORG002"):
        return code
    learned = as_owner(case, own, standing, between)
    if not (standing.strength or learned) and between not in (Relation.SLIP, Relation.DOUBTFUL):
        return None
    if between is Relation.DOUBTFUL and _goes_on(case, own, mention):
        return None
    if between is Relation.SLIP or (between is Relation.DOUBTFUL and standing.strength >= 2):
        return "ORG001"
    if between is Relation.KIND:
        told = learned or standing.strength >= TWO_SIGNS
        past = elsewhere(case.facts, mention.place) or repealed(case.facts, mention)
        return "ORG005" if told and not past else None
    if (
        between is not Relation.OTHER
        or own.classes is None
        or mention.score < SURE_OF_NAME
        or len(mention.proper) < FEWEST_LETTERS
    ):
        return None
    if mention.kind.family == "region" or mention.kind is MUNICIPALITY():
        return None
    if standing.strength <= TWO_SIGNS and introduced(case.facts, mention.start):
        return None
    peers = mention.kind.group == own.classes.group
    if peers:
        return "ORG002" if learned or usually_own(case, own, standing) else None
    return "ORG002" if standing.strength > TWO_SIGNS and _claims(standing) else None


def _of_region(own: Reporter, mention: Mention) -> bool:
    """Tell whether an office bears the name of the province or district that reports, whose it is:
    สำนักงานจังหวัดสิงห์บุรี in จังหวัดสิงห์บุรี.
    """
    reports = own.classes is not None and own.classes.family == "region"
    return reports and mention.kind.family != "region" and mention.proper == own.proper


def _goes_on(case: Case, own: Reporter, mention: Mention) -> bool:
    """Tell whether the own name was read only as far as its letters are whole, where others follow
    without a space, or as far as its line, where the next begins with the rest of it.
    """
    if not own.proper.startswith(mention.proper):
        return False
    letters, rest = flow(case.facts), own.proper[len(mention.proper) :]
    whole = letters.text[mention.end :].lstrip("\f").startswith(rest)
    return whole or (mention.place.end == mention.end and not letters.gap(mention.end))


def _class_misspelt(case: Case, own: Reporter, mention: Mention) -> bool:
    """Tell whether the own name has a slip in its class word alone (ราชภัฎ for ราชภัฏ); a picture
    hardly tells such letters apart.
    """
    printed = flow(case.facts).text[mention.start : mention.name_start]
    if (
        mention.short
        or relation(own, mention) is not Relation.OWN
        or bare(printed) == bare(mention.kind.name)
        or (
            span(case.facts, mention.start, mention.end).ocr
            and all(alike(one.read, one.right) for one in slips(printed, mention.kind.name))
        )
    ):
        return False
    return lookalike(printed, mention.kind.name)


def _claims(standing: Standing) -> bool:
    """Tell whether an office of another class stands as the maker itself, not only in a line of
    its own.
    """
    return standing.zone in ("makes", "head", "title", "running")


def _finding(case: Case, own: Reporter, code: str, group: list[Standing]) -> Finding:
    found = [standing.mention for standing in group]
    spans = tuple(span(case.facts, mention.start, mention.end) for mention in found)
    doubt = _scanned(own, found[0]) if any(piece.ocr for piece in spans) else None
    if code == "ORG001" and relation(own, found[0]) is Relation.DOUBTFUL:
        doubt = SHORT_NAME
    certainty = Certainty.SURE
    if code != "ORG001" and _only_learned(group):
        certainty, doubt = Certainty.LIKELY, doubt or LIKE_OWN
    elif code == "ORG002" and _signs(case, group) < TWO_SIGNS:
        certainty, doubt = Certainty.LIKELY, doubt or ONE_SIGN
    elif code == "ORG005" and not _of_the_reporter(case, group):
        certainty, doubt = Certainty.LIKELY, doubt or NEIGHBOUR
    name = found[0].full if found[0].full != own.full else spans[0].quote
    return Finding(code, spans, name, name, own.full, doubt, certainty=certainty)


def _of_the_reporter(case: Case, group: list[Standing]) -> bool:
    """Tell whether a name stands where only the reporter's does, or in two pieces of the report."""
    only = any(standing.strength > TWO_SIGNS for standing in group)
    return only or _pieces(case, group) > 1


def _only_learned(group: list[Standing]) -> bool:
    """Tell whether no place says by itself whose name belongs there."""
    return all(standing.strength < TWO_SIGNS for standing in group)


def _pieces(case: Case, group: list[Standing]) -> int:
    """Return in how many paragraphs, cells or headings of the report a name stands."""
    return len({block_at(case.facts, standing.mention.start) for standing in group})


def _is_named(case: Case, group: list[Standing]) -> bool:
    """Tell whether there is a name at all: one known, by its letters or by its first word, told
    more than once, or with an address; misread letters in the reporter's place are none, and
    letters of which the reader was unsure tell nothing alone.
    """
    first = group[0].mention
    place = first.place
    by_letters = likely(first.kind, first.proper) > (A_NAME if _only_learned(group) else 0)
    read = not any(first.start <= at < first.end for at in unsure(case.facts))
    return (
        (len(group) > 1 and not _only_learned(group))
        or known(first.proper)
        or (read and (by_letters or (not _only_learned(group) and _like_a_place(case, first))))
        or bool(place.subdistrict or place.district or place.province)
    )


def _like_a_place(case: Case, mention: Mention) -> bool:
    """Tell whether a name that the page has as text begins as many places do (คลอง, หนอง) and ends
    before a space.
    """
    words = tokens(mention.proper)
    printed = not span(case.facts, mention.start, mention.end).ocr
    parted = bool(flow(case.facts).gap(mention.end))
    return len(words) > 1 and printed and parted and begins_places(words[0])


def _signs(case: Case, group: list[Standing]) -> int:
    """Return how many signs there are that another office stands where the reporting one must: a
    name, known or by its letters; told in more than one piece of the report; an address of its
    own; a place where only the reporter is named.
    """
    first = group[0].mention
    place = first.place
    return sum(
        (
            known(first.proper) or likely(first.kind, first.proper) > A_NAME,
            _pieces(case, group) > 1,
            any(standing.zone in ONLY_THE_REPORTER for standing in group),
            bool(place.subdistrict or place.district or place.province),
        )
    )


def _scanned(own: Reporter, mention: Mention) -> Words | None:
    """Return the doubt of a name read from a picture: one that differs by what readers confuse may
    be the own one.
    """
    if not lookalike(own.proper, mention.proper):
        return SCANNED
    read, right = mention.proper, own.proper
    return Words(f"อ่านได้ {read} อาจเป็น {right}", f"read as {read}, perhaps {right}")


def _verdict(found: Iterable[Finding]) -> Verdict:
    codes = {finding.code for finding in found}
    if "ORG002" in codes:
        return Verdict.GAP
    return Verdict.PARTIAL if codes else Verdict.MET
