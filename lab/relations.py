"""What must hold between two versions of one report, and whether it does.

A variation changes nothing that is right: the findings stay. A mistake adds exactly its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_checker.model import Report
from lab.mistakes import mistakes, plant
from lab.papers import Look
from lab.scoring import NOTES
from lab.sheets import Sheet
from lab.trial import SIDE_BY_SIDE, told
from lab.truth import Truth
from lab.variations import variations, vary


@dataclass(frozen=True, slots=True)
class Held:
    """One relation tried on one text: which codes came and went that should not have, and which
    planted one was not said.
    """

    relation: str
    text: str
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    missed: str = ""

    @property
    def holds(self) -> bool:
        """Tell whether all is as it should be."""
        return not (self.came or self.went or self.missed)

    def __str__(self) -> str:
        parts = [*(f"+{code}" for code in self.came), *(f"-{code}" for code in self.went)]
        return " ".join([*parts, *([f"missed {self.missed}"] if self.missed else [])]) or "holds"


def codes(report: Report) -> Counter[str]:
    """Return how often each code is said, notes on the paper left out."""
    return Counter(
        finding.code
        for finding in report.findings
        if not finding.code.startswith(SIDE_BY_SIDE) and finding.code not in NOTES
    )


def varied(name: str, sheet: Sheet, before: Report, seed: int = 0) -> Held | None:
    """Return how a variation went; None where the text gives no room for it."""
    made = vary(name, sheet, seed)
    if made is None:
        return None
    after, old = codes(told(*made)), codes(before)
    return Held(name, sheet.name, _list(after - old), _list(old - after))


def planted(name: str, sheet: Sheet, before: Report, seed: int = 0) -> Held | None:
    """Return how planting a mistake went; None where the text gives no room for it."""
    made = plant(name, sheet, seed)
    if made is None:
        return None
    after, old = _said(told(made, Look())), _said(before)
    mistake = made.truth.expected[-1]
    came, went = after - old, old - after
    hit = next((code for code in (mistake.code, *mistake.also) if came[code]), None)
    if hit:
        came[hit] -= 1
    for code in _excused(made.truth, sheet.truth):
        came[code] = 0
    missed = "" if hit else mistake.code
    return Held(name, sheet.name, _list(+came), _list(went), missed)


def _said(report: Report) -> Counter[str]:
    return Counter(
        finding.code for finding in report.findings if not finding.code.startswith(SIDE_BY_SIDE)
    )


def _excused(after: Truth, before: Truth) -> set[str]:
    return {mark.code for mark in after.fair} - {mark.code for mark in before.fair}


def _list(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted.elements()))


def tried(sheets: Sequence[Sheet], only: str = "", seed: int = 0) -> Iterator[Held]:
    """Yield every relation tried on every text that gives room for it: variations on all texts,
    mistakes on clean ones. One without pieces, of which the import kept the page alone, gives none.
    """
    for sheet in sheets:
        if not sheet.pieces:
            continue
        before = told(sheet)
        for name in variations():
            if only in name and (held := varied(name, sheet, before, seed)):
                yield held
        for name in mistakes() if sheet.truth.clean else ():
            if only in name and (held := planted(name, sheet, before, seed)):
                yield held
