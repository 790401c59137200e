"""Is every outcome one, or does it only repeat the measure's name, the plan or the rounds?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_checker.checks._as_a_whole import as_a_whole, fewer_read
from ita_checker.facts.measures import (
    NAME,
    PLAN,
    ROUNDS,
    Measure,
    Void,
    done_alone,
    results,
    void,
)
from ita_checker.facts.page import Spans, span
from ita_checker.facts.tables import RESULT, Stretch, unread_results
from ita_checker.model import Answer, Case, Certainty, Finding, Verdict, Words

CODES = ("MEA005",)
ONLY_DONE = Words(
    "ช่องนี้บอกเพียงว่าทำแล้ว ผลอาจเขียนไว้ที่อื่น โปรดดู",
    "it says only that it was done; what came of it may be told elsewhere, please look",
)
ELSEWHERE = Words(
    "ข้อความเดียวกันมีอยู่ในช่องอื่นของมาตรการนี้ โปรดดูว่าผลเขียนไว้ที่อื่นหรือไม่",
    "another cell of it says the same; what came of it may be told elsewhere, please look",
)
SAYS_DONE = Words(
    "{subject}: ช่องผลบอกเพียงว่า “{found}” ไม่ได้ระบุผลที่เกิดขึ้น โปรดตรวจสอบ",
    "{subject}: The outcome says only “{found}” and not what came about; please check",
)
REPEATS = {NAME: "ชื่อมาตรการ", PLAN: "ข้อความในแผน", ROUNDS: "ชื่อรอบการรายงาน"}
ONLY_ROUNDS = Words(
    "ช่องนี้มีเพียงชื่อรอบ อาจเป็นหัวของสิ่งที่เล่าต่อจากนี้ โปรดดู",
    "nothing but a round stands here: it may head what is told below it; please look",
)
UNREAD = Words(
    "มีตารางผลที่ไม่มีเส้นซึ่งอ่านเป็นรายมาตรการไม่ได้ โปรดตรวจสอบด้วยตนเอง",
    "a table without lines could not be read; please look",
)


@dataclass(frozen=True, slots=True)
class Params:
    """This check takes no parameters."""


def check(case: Case, params: Params) -> Answer:
    """Answer gap with MEA005 for each result whose outcome is none; met where there are none, or
    where text tells of what was done and nothing stands there that was not read.
    """
    repeated = void(case.facts)
    findings = tuple(_finding(case, own) for own in _by_measure(repeated))
    known = {one.measure.name for one in repeated}
    findings += tuple(
        _only_done(case, *one) for one in done_alone(case.facts) if one[0].name not in known
    )
    if findings:
        return Answer(Verdict.GAP, findings)
    if unread_results(case.facts):
        return Answer(Verdict.UNKNOWN, note=UNREAD)
    reported = results(case.facts)
    if not reported:
        return as_a_whole(case, (), (RESULT,))
    if few := fewer_read(case, reported):
        return few
    return Answer(Verdict.MET, evidence=Spans(case.facts, (one.name for one in reported)))


def _by_measure(every: Sequence[Void]) -> Iterator[Sequence[Void]]:
    """Yield what is told of one measure in several places of running text together, each row of a
    table alone.
    """
    apart = dict[tuple[str, int], list[Void]]()
    for at, one in enumerate(every):
        key = ("", at) if one.measure.table else (one.measure.called, -1)
        apart.setdefault(key, []).append(one)
    yield from apart.values()


def _finding(case: Case, every: Sequence[Void]) -> Finding:
    """Return the finding of a measure: the surest first, under its longest name."""
    ordered = sorted(every, key=lambda one: one.likely)
    names = [span(case.facts, *one.measure.name) for one in ordered]
    parts = [
        span(case.facts, start, end) for one in ordered for start, end in one.parts if start < end
    ]
    first = ordered[0]
    heads = first.repeats == ROUNDS and not first.measure.table
    doubt = ELSEWHERE if first.likely else ONLY_ROUNDS if heads else None
    return Finding(
        "MEA005",
        (*parts, *names),
        subject=max((" ".join(name.quote.split()) for name in names), key=len),
        found=REPEATS[first.repeats],
        doubt=doubt,
        certainty=Certainty.LIKELY if doubt else Certainty.SURE,
    )


def _only_done(case: Case, measure: Measure, told: tuple[Stretch, ...]) -> Finding:
    where = [span(case.facts, *part) for part in (*told, measure.name)]
    quoted, name = (" ".join(one.quote.split()) for one in (where[0], where[-1]))
    return Finding(
        "MEA005",
        tuple(where),
        subject=name,
        found=quoted,
        doubt=ONLY_DONE,
        message=SAYS_DONE,
        certainty=Certainty.LIKELY,
    )
