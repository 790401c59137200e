"""The findings of names beside that of an office of no listed class (a department or institute)."""

from __future__ import annotations

from ita_checker.facts.organisation import Beside, Reporter, beside
from ita_checker.facts.page import span
from ita_checker.model import Case, Certainty, Finding, Words

OF_NO_LIST = Words(
    "หน่วยงานประเภทนี้ไม่มีรายชื่อให้เทียบ โปรดดูว่าเป็นชื่อที่ค้างจากเอกสารอื่นหรือเอ่ยถึงหน่วยงานอื่นจริง",
    "no list has offices of this class: please see whether it was left in from another paper or"
    " another office is really meant",
)

ONE_LETTER = Words(
    "ต่างกันตัวอักษรเดียวและเป็นคำที่มีอยู่จริง โปรดดูว่าเป็นชื่อหน่วยงานอื่นหรือพิมพ์ผิด",
    "one letter differs and makes a real word: please see whether another office is meant",
)


def unlisted(case: Case, own: Reporter, slip: str, other: str) -> tuple[Finding, ...]:
    """Return a finding of the code `slip` for each slip of such an office's name, of `other` for
    each other office that reports.
    """
    groups: dict[tuple[bool, str], list[Beside]] = {}
    for one in beside(case.facts, own):
        quote = "".join(span(case.facts, one.start, one.end).quote.split())
        groups.setdefault((one.slip, quote), []).append(one)
    return tuple(
        _finding(case, own, slip if slipped else other, name, group)
        for (slipped, name), group in groups.items()
    )


def _finding(case: Case, own: Reporter, code: str, name: str, group: list[Beside]) -> Finding:
    spans = tuple(span(case.facts, one.start, one.end) for one in group)
    if group[0].slip:
        sure = all(one.sure for one in group)
        doubt, certainty = (None, Certainty.SURE) if sure else (ONE_LETTER, Certainty.LIKELY)
        return Finding(code, spans, name, name, own.full, doubt, certainty=certainty)
    return Finding(code, spans, name, name, own.full, OF_NO_LIST, certainty=Certainty.LIKELY)
