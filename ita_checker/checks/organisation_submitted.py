"""Is it the report of the organisation that it was submitted under?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_checker.facts.organisation import (
    Relation,
    Reporter,
    evidence,
    handed_in_by,
    parse,
    relation,
    reporter,
)
from ita_checker.model import Answer, Case, Finding, Verdict, Words
from ita_checker.text.flow import fold
from ita_checker.text.names import Nearness, nearness

CODES = ("ORG008",)
NOT_GIVEN = Words(
    "ไม่ได้ระบุหน่วยงานที่ส่งรายงาน", "The organisation that submitted the file was not given"
)
NOT_THAI = Words(
    "เทียบชื่อหน่วยงานที่ส่งกับรายงานไม่ได้", "The organisation given cannot be compared with the report"
)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: the organisation comes from the folder, the list or the command."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG008 where the report is another organisation's than the one it was submitted
    under.
    """
    own, given = reporter(case.facts), case.facts.once(handed_in_by)
    if own is None or not given:
        return Answer(Verdict.MET, evidence=evidence(case.facts), note=None if given else NOT_GIVEN)
    if not re.search("[\u0e01-\u0e2e]", given):
        return Answer(Verdict.MET, evidence=evidence(case.facts), note=NOT_THAI)
    if _same(own, given):
        return Answer(Verdict.MET, evidence=evidence(case.facts))
    return Answer(
        Verdict.GAP, (Finding("ORG008", evidence(case.facts), own.full, own.full, given),)
    )


def _same(own: Reporter, given: str) -> bool:
    mention = parse(given)
    if mention is not None and own.classes is not None:
        return relation(own, mention) in (
            Relation.OWN,
            Relation.SLIP,
            Relation.DOUBTFUL,
            Relation.KIND,
        )
    name = fold(given)
    return (
        name in own.full or own.proper in name or nearness(own.proper, name) is not Nearness.OTHER
    )
