"""Does the register of organisations have the reporting one, spelled so?"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.organisation import Relation, Reporter, evidence, parse, relation, reporter
from ita_checker.model import Answer, Case, Finding, Verdict, Words
from ita_checker.text.flow import fold

CODES = ("ORG007",)
NO_REGISTER = Words("ไม่ได้ระบุทะเบียนหน่วยงาน", "No register of organisations was given")


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: the register comes with the command."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG007 where the register does not have the reporting organisation, with the entry
    that comes nearest.
    """
    own, register = reporter(case.facts), case.submission.register
    if own is None or not register:
        return Answer(
            Verdict.MET, evidence=evidence(case.facts), note=None if register else NO_REGISTER
        )
    if any(_same(own, entry) for entry in register):
        return Answer(Verdict.MET, evidence=evidence(case.facts))
    near = next((entry for entry in register if _near(own, entry)), None)
    return Answer(
        Verdict.PARTIAL, (Finding("ORG007", evidence(case.facts), own.full, own.full, near),)
    )


def _same(own: Reporter, entry: str) -> bool:
    mention = parse(entry)
    return (
        fold(entry).startswith(own.full)
        if mention is None
        else relation(own, mention) is Relation.OWN and mention.kind.name == own.kind
    )


def _near(own: Reporter, entry: str) -> bool:
    mention = parse(entry)
    return mention is not None and relation(own, mention) in (
        Relation.OWN,
        Relation.SLIP,
        Relation.DOUBTFUL,
        Relation.KIND,
    )
