"""How much of one report is in another: the tables of all reports, and what two of them share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ita_checker.across.families import Office
from ita_checker.across.rarity import Table, boilerplate, table
from ita_checker.model import Sketch


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the first report is in the second: shares (0 to 1) of its text and of its filled
    text by weight, of its numbers and days; how many of these it has and shares.
    """

    text: float
    filled: float
    details: float
    own_details: int
    same_details: int
    own_days: int
    same_days: int
    filled_shingles: int


@dataclass(frozen=True, slots=True)
class Reports:
    """All reports of a scan, with the tables of their shingles and the number of each one's
    office.
    """

    sketches: Sequence[Sketch]
    office_of: Sequence[int]
    offices: Sequence[Office]
    text: Table
    filled: Table
    details: Table
    stretches: Table

    def likeness(self, first: int, second: int) -> Likeness:
        """Return how much of the first is in the second."""
        text = self.text.shared(first, second)
        filled = self.filled.shared(first, second)
        details = self.details.shared(first, second)
        return Likeness(
            _share(text[0], text[1]),
            _share(filled[0], filled[1]),
            _share(details[0], details[1]),
            len(self.details.own[first]),
            details[2],
            int(self.details.odd[self.details.own[first]].sum()),
            details[3],
            len(self.filled.own[first]),
        )

    def details_of(self, first: int, second: int) -> tuple[int, float]:
        """Return how many numbers and days the first has, and their share that is in the second."""
        shared = self.details.shared(first, second)
        return len(self.details.own[first]), _share(shared[0], shared[1])


def _share(common: float, alone: float) -> float:
    return common / (common + alone) if common > 0 else 0.0


def reports(
    sketches: Sequence[Sketch], office_of: Sequence[int], offices: Sequence[Office]
) -> Reports:
    """Return the reports with their tables."""
    short, long = boilerplate()
    none = np.empty(0, np.uint64)
    return Reports(
        sketches,
        office_of,
        offices,
        table([one.sample for one in sketches], office_of, short),
        table([one.filled for one in sketches], office_of, short),
        table([one.details for one in sketches], office_of, none),
        table([one.stretches for one in sketches], office_of, long),
    )
