"""One office, its years side by side: what it calls weak, and of which years its files are.

What a plan calls weak is held against the scores on the assessment's own page where that is among
the files, else against what the plan of the year before called weak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.across.plan_and_results import PLAN, RESULTS
from ita_checker.model import Compared, Sketch, Verdict, Words

FEWEST_SCORED = 6  # of ten indicators: fewer are told in any analysis
PASS = 85.0  # the score from which an indicator passes
WEAK = "weak indicators"
YEAR = "covered year"
SAME_WEAK = Words(
    "จุดอ่อนที่ระบุเหมือนปี {} ทุกตัวชี้วัด ({}) โปรดตรวจว่าวิเคราะห์จากผลประเมินปีล่าสุด",
    "the weak indicators are those of {}, every one ({}); "
    "please check that the latest assessment was analysed",
)
SCORED_LOWER = Words(
    "ผลคะแนน ITA ปี {} ตัวชี้วัดที่ได้คะแนนต่ำกว่าแต่ไม่ได้ระบุเป็นจุดอ่อน: {} จุดอ่อนที่ระบุ: {} โปรดตรวจสอบ",
    "by the ITA scores of {} these were scored lower and are not named as weak: {}; "
    "named as weak: {}; please check",
)
AS_SCORED = Words(
    "จุดอ่อนที่ระบุตรงกับคะแนนต่ำสุดของผล ITA ปี {} ({})",
    "the weak indicators are those scored lowest in the ITA of {} ({})",
)
OTHER_WEAK = Words("จุดอ่อนปีนี้: {}; ปี {}: {}", "weak this year: {}; in {}: {}")
TWO_YEARS = Words(
    "ปีที่ระบุในรายงานมาตรการ ({}) กับรายงานผล ({}) ไม่ตรงกัน โปรดตรวจสอบ",
    "the years stated in the measures report ({}) and the results report ({}) differ; please check",
)


def notes(sketches: Sequence[Sketch]) -> Iterator[Compared]:
    """Yield what an office's years show beside each other: advice, and no finding by itself."""
    plans = {
        held.year: sketch
        for sketch in sketches
        for held in sketch.held
        if held.kind == PLAN and held.year
    }
    pages = {sketch.assessed: sketch for sketch in sketches if tells_scores(sketch)}
    for year in sorted(plans):
        before, page = plans.get(year - 1), pages.get(year - 1)
        if page and plans[year].weak:
            yield _against_scores(year, page, plans[year])
        elif before and before.weak and plans[year].weak and before is not plans[year]:
            yield _weak(year, before, plans[year])
    yield from _stated(sketches, plans)


def tells_scores(sketch: Sketch) -> bool:
    """Tell whether a file is the assessment's own page: it scores most indicators of a year, and
    is neither plan nor results.
    """
    kinds = {held.kind for held in sketch.held}
    return (
        sketch.assessed is not None
        and len(sketch.scored) >= FEWEST_SCORED
        and not kinds & {PLAN, RESULTS}
    )


def _against_scores(year: int, page: Sketch, plan: Sketch) -> Compared:
    """Return what the page's scores say of what a plan calls weak: the lowest has to be among it,
    and nothing that passed while a lower one is not.
    """
    named = {one.called for one in plan.weak}
    scored = sorted(page.scored, key=lambda one: (one.score, one.called))
    highest = max((one.score for one in scored if one.called in named), default=0.0)
    passed = highest if highest >= PASS else 0.0
    lower = [
        one
        for at, one in enumerate(scored)
        if one.called not in named and (at == 0 or one.score < passed)
    ]
    shown = lower or [one for one in scored if one.called in named]
    said = ", ".join(f"{one.called} {one.score:.2f}" for one in shown)
    words = SCORED_LOWER if lower else AS_SCORED
    values = (year - 1, said, ", ".join(one.called for one in plan.weak))
    verdict = Verdict.UNKNOWN if lower else Verdict.MET
    return Compared(
        WEAK,
        year,
        verdict.value,
        Words(words.th.format(*values), words.en.format(*values)),
        (page.path, plan.path),
    )


def _weak(year: int, before: Sketch, after: Sketch) -> Compared:
    old, new = (", ".join(one.called for one in sketch.weak) for sketch in (before, after))
    words = SAME_WEAK if old == new else OTHER_WEAK
    values = (year - 1, new) if old == new else (new, year - 1, old)
    verdict = Verdict.UNKNOWN if old == new else Verdict.MET
    return Compared(
        WEAK,
        year,
        verdict.value,
        Words(words.th.format(*values), words.en.format(*values)),
        (before.path, after.path),
    )


def _stated(sketches: Sequence[Sketch], plans: dict[int, Sketch]) -> Iterator[Compared]:
    for results in sketches:
        for held in results.held:
            plan = plans.get(held.year or 0)
            if held.kind != RESULTS or plan is None or plan is results:
                continue
            if plan.stated and results.stated and plan.stated != results.stated:
                years = plan.stated, results.stated
                yield Compared(
                    YEAR,
                    held.year,
                    Verdict.UNKNOWN.value,
                    Words(TWO_YEARS.th.format(*years), TWO_YEARS.en.format(*years)),
                    (plan.path, results.path),
                )
