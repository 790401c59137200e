"""One office, two years side by side: what it calls weak, and of which years its files are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.across.plan_and_results import PLAN, RESULTS
from ita_checker.model import Compared, Sketch, Verdict, Words

WEAK = "weak indicators"
YEAR = "covered year"
SAME_WEAK = Words(
    "จุดอ่อนที่ระบุเหมือนปี {} ทุกตัวชี้วัด ({}) โปรดตรวจว่าวิเคราะห์จากผลประเมินปีล่าสุด",
    "the weak indicators are those of {}, every one ({}); "
    "please check that the latest assessment was analysed",
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
    for year in sorted(plans):
        before = plans.get(year - 1)
        if before and before.weak and plans[year].weak and before is not plans[year]:
            yield _weak(year, before, plans[year])
    yield from _stated(sketches, plans)


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
