"""SET002: do the measures that one file sets and another reports on agree?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ita_checker.model import Certainty, Sketch, Told, Verdict, Words
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import any_of, pattern
from ita_checker.text.phrases import find
from ita_checker.words import of_words, words_of

PLAN, RESULTS = "measures", "results"
MEASURE = of_words(lambda: pattern(any_of(words_of("beside.measure"))))
BEFORE = 12  # letters

UNREAD = Words(
    "มีหน้าหรือตารางที่อ่านไม่ได้ จึงเทียบมาตรการไม่ได้",
    "pages or tables were not read, so measures could not be compared",
)
NO_LIST = Words(
    "ไม่พบมาตรการเป็นรายการในไฟล์หนึ่ง จึงเทียบไม่ได้",
    "one of the files names no measures one by one, so they could not be compared",
)
UNLIKE = Words(
    "มาตรการในสองไฟล์ไม่ตรงกันเลย อาจอ่านรายการผิด โปรดตรวจสอบด้วยตนเอง",
    "no measure of the two files agrees; the lists may have been misread, please look",
)
AGREE = Words("มาตรการในแผนและผลตรงกัน", "the measures of plan and results agree")
DIFFER = Words("มาตรการในแผนและผลไม่ตรงกัน", "the measures of plan and results differ")
SCANNED = Words("อ่านจากภาพสแกน", "read from scanned pages")


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure that plan and results do not share: of the file `of`, missing in all of `where`."""

    measure: Told
    of: int
    where: tuple[int, ...]
    planned: bool
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was found when plan and results of one covered year were held together."""

    year: int
    plans: tuple[int, ...]
    results: tuple[int, ...]
    verdict: Verdict
    note: Words
    differences: tuple[Difference, ...] = ()


Named = Callable[[int, str], bool]  # does that report's text name a measure?


def agreements(
    members: Sequence[int], sketches: Sequence[Sketch], text_of: Callable[[int], str]
) -> Iterator[Agreement]:
    """Yield each covered year of one office for which some files set measures and others report
    on them.
    """

    @cache
    def flow(number: int) -> Flow:
        return Flow(text_of(number))

    def named(number: int, called: str) -> bool:
        text = flow(number).text
        return any(
            MEASURE().search(text, max(0, hit.start - BEFORE), hit.start)
            for hit in find(flow(number), (called,))
        )

    plans, results = (_by_year(members, sketches, kind) for kind in (PLAN, RESULTS))
    for year in sorted(set(plans) & set(results)):
        setting = [number for number in plans[year] if _for(sketches[number], PLAN)]
        telling = [number for number in results[year] if _for(sketches[number], RESULTS)]
        only = set(setting) - set(telling)
        setting = sorted(only) or setting
        telling = [number for number in telling if number not in setting]
        if setting and telling:
            yield _agreement(year, setting, telling, sketches, named)


def _for(sketch: Sketch, kind: str) -> bool:
    """Tell whether a file is there for its items of that kind: where it was handed in for one of
    the two, what it holds of the other is a repetition.
    """
    claimed = {held.kind for held in sketch.held if held.item in sketch.claimed}
    return not claimed & {PLAN, RESULTS} or kind in claimed


def _by_year(members: Sequence[int], sketches: Sequence[Sketch], kind: str) -> dict[int, list[int]]:
    years: dict[int, list[int]] = {}
    for number in members:
        for held in sketches[number].held:
            if held.kind == kind and held.year and number not in years.setdefault(held.year, []):
                years[held.year].append(number)
    return years


def _agreement(
    year: int,
    plans: list[int],
    results: list[int],
    sketches: Sequence[Sketch],
    named: Named,
) -> Agreement:
    def answer(
        verdict: Verdict, note: Words, differences: tuple[Difference, ...] = ()
    ) -> Agreement:
        return Agreement(year, tuple(plans), tuple(results), verdict, note, differences)

    both = [sketches[number] for number in (*plans, *results)]
    if not all(sketch.readable and sketch.understood for sketch in both):
        return answer(Verdict.UNKNOWN, UNREAD)
    planned = _together(plans, [sketches[number].planned for number in plans])
    reported = _together(results, [sketches[number].reported for number in results])
    if not planned or not reported or not all(one.sure for _, one in (*planned, *reported)):
        return answer(Verdict.UNKNOWN, NO_LIST)
    from ita_checker.across.sketching import agreed  # the facts, only where there is a pair

    pairs = agreed([one for _, one in planned], [one for _, one in reported])
    met = sum(1 for plan, told in pairs if plan and told)
    if not met:
        return answer(Verdict.UNKNOWN, UNLIKE)
    scanned = any(sketch.scanned for sketch in both)
    few = met < sum(1 for plan, told in pairs if not (plan and told))
    certainty = Certainty.LIKELY if scanned or few else Certainty.SURE
    differences = tuple(_differences(pairs, planned, reported, plans, results, named, certainty))
    return answer(
        Verdict.GAP if differences else Verdict.MET, DIFFER if differences else AGREE, differences
    )


def _together(numbers: Sequence[int], told: Sequence[tuple[Told, ...]]) -> list[tuple[int, Told]]:
    """Return the measures of several files as one list, each with its file."""
    return [(number, one) for number, own in zip(numbers, told, strict=True) for one in own]


def _differences(
    pairs: Sequence[tuple[Told | None, tuple[Told, ...]]],
    planned: Sequence[tuple[int, Told]],
    reported: Sequence[tuple[int, Told]],
    plans: Sequence[int],
    results: Sequence[int],
    named: Named,
    certainty: Certainty,
) -> Iterator[Difference]:
    for plan, told in pairs:
        if plan is not None and not told:
            if not any(named(number, plan.called) for number in results):
                of = next(number for number, one in planned if one is plan)
                yield Difference(plan, of, tuple(results), True, certainty)
        elif plan is None and told and not any(named(number, told[0].called) for number in plans):
            of = next(number for number, one in reported if one is told[0])
            yield Difference(told[0], of, tuple(plans), False, certainty)
