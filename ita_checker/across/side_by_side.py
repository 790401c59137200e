"""All reports of a scan side by side: offices gathered, pairs that belong together, what only shows
there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_checker.across import findings, missing, years
from ita_checker.across.families import TWICE, Office, gather, spellings
from ita_checker.across.plan_and_results import Agreement, agreements
from ita_checker.across.vocabulary import vocabulary_of
from ita_checker.model import (
    Body,
    Compared,
    Family,
    Finding,
    Held,
    Pack,
    Pair,
    Report,
    Sketch,
    Status,
)
from ita_checker.words import speaking

RULE = "across"  # no pack's rule says it


@dataclass(frozen=True, slots=True)
class Beside:
    """What reports side by side show: the offices, the pairs, and findings by the path of the
    report they are said of.
    """

    families: tuple[Family, ...] = ()
    pairs: tuple[Pair, ...] = ()
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    def told(self, report: Report) -> Report:
        """Return the report with what is said of it beside others."""
        own = self.findings.get(report.path, ())
        if not own:
            return report
        from ita_checker.judge.stamping import stamp

        stamped = tuple(stamp(finding, RULE) for finding in own)
        state = Status.GAPS if report.status is Status.CLEAN else report.status
        return replace(report, findings=(*report.findings, *stamped), status=state)


def side_by_side(
    sketches: Sequence[Sketch],
    body_of: Callable[[int], Body | None],
    packs: Sequence[Pack],
    complete: Callable[[Sketch], bool],
) -> Beside:
    """Return what all reports show side by side; `complete` tells of a file whether all its
    office's files are here.
    """
    named = {pack.name: pack for pack in packs}
    offices = gather(sketches, named)
    office_of = [0] * len(sketches)
    for number, office in enumerate(offices):
        for member in office.members:
            office_of[member] = number
    found: dict[int, list[Finding]] = defaultdict(list)
    pairs: list[Pair] = []
    if sum(sketch.readable for sketch in sketches) > 1:  # else there is nothing to compare
        from ita_checker.across.copied import copied

        for pair, on in copied(sketches, body_of, office_of, offices):
            pairs.append(pair)
            for number, finding in on.items():
                found[number].append(finding)

    def text(number: int) -> str:
        body = body_of(number)
        return body.text if body else ""

    shown = _Shown(sketches, text)
    families = [_family(office, shown, named, complete, found, pairs) for office in offices]
    return Beside(
        tuple(families), tuple(pairs), {sketches[at].path: tuple(own) for at, own in found.items()}
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """The reports in short; of each by its number its text."""

    sketches: Sequence[Sketch]
    text: Callable[[int], str]


def _first(office: Office, sketches: Sequence[Sketch], held: Held) -> int:
    """Return which report of an office a missing item is told on: the first of its year."""
    own = [number for number in office.members if sketches[number].fiscal_year == held.fiscal_year]
    return min(own or office.members, key=lambda number: sketches[number].path)


def _compared(agreement: Agreement, sketches: Sequence[Sketch]) -> Compared:
    numbers = (*agreement.plans, *agreement.results)
    return Compared(
        "SET002",
        agreement.year,
        agreement.verdict.value,
        agreement.note,
        tuple(sketches[number].path for number in numbers),
    )


def _family(
    office: Office,
    shown: _Shown,
    packs: Mapping[str, Pack],
    complete: Callable[[Sketch], bool],
    found: dict[int, list[Finding]],
    pairs: list[Pair],
) -> Family:
    """Return an office with what its own files show; findings are put to `found`, pairs of plan
    and results to `pairs`.
    """
    sketches = shown.sketches
    own = [sketches[number] for number in office.members]
    items = missing.items(own, packs, any(map(complete, own)))
    for held in items:
        if held.missing and held.why is None:
            found[_first(office, sketches, held)].append(findings.missing(held))
    compared = []
    with speaking(vocabulary_of(own, packs)):
        agreed = tuple(agreements(office.members, sketches, shown.text))
    for agreement in agreed:
        compared.append(_compared(agreement, sketches))
        for difference in agreement.differences:
            on = agreement.results[0] if difference.planned else difference.of
            found[on].append(findings.different(difference, sketches))
        pairs += findings.differing(agreement, office.name, sketches)
    gathered = [*office.gathered, *([TWICE] if office.doubled else [])]
    return Family(
        office.name,
        office.district,
        office.province,
        tuple(one.path for one in own),
        tuple(dict.fromkeys(gathered)),
        spellings(office, sketches),
        items,
        tuple(compared),
        tuple(years.notes(own)),
    )
