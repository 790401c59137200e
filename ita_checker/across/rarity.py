"""How rare each shingle is among the offices of a scan, and which reports share rare ones.

Reports that share a long shingle which few have are candidates; only those are held against each
other. That grows with the number of reports, not of pairs. MinHash over whole reports does not do:
it weighs every shingle alike, so all who filled in one template fall together by the thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from ita_checker.across.shingles import (
    LONG,
    ONE_IN,
    ONE_LONG_IN,
    SHORT,
    Hashes,
    compared,
    packed,
    sampled,
    shingles,
    unpacked,
)
from ita_checker.text.flow import Flow

Numbers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
MEETINGS = (
    4000  # of two reports over one shingle, for each report: what looking for candidates costs
)
EACH = 6  # candidates of one report that are looked at
A_SIGN = 0.12  # of a report's rare long shingles shared: less is chance


@dataclass(frozen=True, slots=True)
class Table:
    """Hashes of many reports: `own` the numbers of each report's, sorted; `offices` in how many
    offices' reports each number stands; `worthless` which the shipped boilerplate has; `odd` which
    hashes are odd; `all` how many offices there are; `totals` the weight of each report's.
    """

    own: tuple[Numbers, ...]
    offices: Numbers
    worthless: npt.NDArray[np.bool_]
    odd: npt.NDArray[np.bool_]
    all: int
    totals: Floats

    def weights(self, numbers: Numbers, known: int) -> Floats:
        """Return what hashes tell: the fewer offices beside the `known` ones (1, or 2 where both
        of a pair have them) the more; nothing where it is boilerplate.
        """
        others = np.maximum(self.offices[numbers] - known, 0)
        worth: Floats = np.log((self.all + 1) / (1 + others))
        worth[self.worthless[numbers]] = 0.0
        return worth

    def shared(self, first: int, second: int) -> tuple[float, float, int, int]:
        """Return the weight of what two reports share and of what the first has alone, how many
        hashes that carry weight they share and how many of these are odd.
        """
        one, other = self.own[first], self.own[second]
        both = np.intersect1d(one, other, assume_unique=True)
        common = self.weights(both, 2)
        told = common > 0
        alone = self.totals[first] - float(self.weights(both, 1).sum())
        odd = int((told & self.odd[both]).sum())
        return float(common.sum()), max(0.0, alone), int(told.sum()), odd


def table(sets: Sequence[bytes], office_of: Sequence[int], worthless: Hashes) -> Table:
    """Return the table of the reports' hashes, each report with the number of its office."""
    sizes = np.array([len(one) // 8 for one in sets], dtype=np.int64)
    flat = np.empty(int(sizes.sum()), np.uint64)
    at = 0
    for one, size in zip(sets, sizes, strict=True):
        flat[at : at + size] = unpacked(one)
        at += size
    distinct, numbers = np.unique(flat, return_inverse=True)
    del flat
    count = max(office_of, default=0) + 1
    office = np.repeat(np.array(office_of, dtype=np.int64), sizes)
    places = numbers.astype(np.int64) * count + office
    places.sort()
    places = places[np.flatnonzero(np.diff(places, prepend=-1))]
    offices = np.bincount(places // count, minlength=len(distinct)).astype(np.int32)
    own = np.split(numbers.astype(np.int32), np.cumsum(sizes)[:-1]) if len(sets) else []
    made = Table(
        tuple(np.sort(one) for one in own),
        offices,
        np.isin(distinct, worthless),
        (distinct & np.uint64(1)).astype(bool),
        len(set(office_of)),
        np.empty(0),
    )
    return replace(made, totals=np.array([float(made.weights(one, 1).sum()) for one in made.own]))


def candidates(stretches: Table, office_of: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of reports of different offices that share rare long shingles, sorted."""
    reports = len(stretches.own)
    sizes = [len(one) for one in stretches.own]
    numbers = np.concatenate([*stretches.own, np.empty(0, np.int32)])
    report = np.repeat(np.arange(reports, dtype=np.int64), sizes)
    order = np.argsort(numbers, kind="stable")
    numbers, report = numbers[order], report[order]
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    counts = np.diff(np.append(starts, len(numbers)))
    rare = _rare(counts, stretches, numbers[starts], MEETINGS * reports)
    worth = stretches.weights(numbers[starts], 2)
    met = _meetings(report, starts[rare], counts[rare], worth[rare], reports)
    return _best(met, stretches, office_of)


def _rare(
    counts: npt.NDArray[Any], stretches: Table, distinct: Numbers, budget: int
) -> npt.NDArray[np.intp]:
    """Return which shingles are looked at: those in two reports or more, the rarest first, as many
    as there is time for.
    """
    several = np.flatnonzero((counts > 1) & ~stretches.worthless[distinct])
    several = several[np.argsort(counts[several], kind="stable")]
    cost = np.cumsum(counts[several] * (counts[several] - 1) // 2)
    return np.sort(several[: int(np.searchsorted(cost, budget, side="right"))])


def _meetings(
    report: npt.NDArray[np.int64],
    starts: npt.NDArray[Any],
    counts: npt.NDArray[Any],
    worth: Floats,
    reports: int,
) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return each pair of reports that meet over a shingle, as one number, with the weight of all
    their meetings.
    """
    codes: list[npt.NDArray[np.int64]] = []
    values: list[Floats] = []
    for count in np.unique(counts):
        here = counts == count
        rows = report[starts[here][:, None] + np.arange(count)]
        left, right = np.triu_indices(int(count), 1)
        pairs = (rows[:, left] * reports + rows[:, right]).ravel()
        unlike, inverse = np.unique(pairs, return_inverse=True)
        codes.append(unlike)
        values.append(_sums(inverse, np.repeat(worth[here], len(left))))
    if not codes:
        return np.empty(0, np.int64), np.empty(0)
    unlike, inverse = np.unique(np.concatenate(codes), return_inverse=True)
    return unlike, _sums(inverse, np.concatenate(values))


def _sums(groups: npt.NDArray[np.intp], values: Floats) -> Floats:
    total: Floats = np.bincount(groups, values).astype(np.float64)
    return total


def _best(
    met: tuple[npt.NDArray[np.int64], Floats], stretches: Table, office_of: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the pairs that share a good part of the lesser's long shingles: of each report the
    few best.
    """
    codes, values = met
    reports = len(stretches.own)
    office = np.array(office_of, dtype=np.int64)
    first, second = codes // max(reports, 1), codes % max(reports, 1)
    total = stretches.totals if reports else np.zeros(1)
    likeness = values / np.maximum(np.minimum(total[first], total[second]), 1e-9)
    kept = (office[first] != office[second]) & (likeness >= A_SIGN)
    first, second, likeness = first[kept], second[kept], likeness[kept]
    order = np.lexsort((second, first, -likeness))
    taken = np.zeros(reports, np.int32)
    chosen = []
    for at in order:
        one, other = int(first[at]), int(second[at])
        if taken[one] < EACH or taken[other] < EACH:
            taken[one] += 1
            taken[other] += 1
            chosen.append((one, other))
    return sorted(chosen)


@cache
def boilerplate() -> tuple[Hashes, Hashes]:
    """Return the short and the long shingles of texts that circulate among thousands of offices:
    prefaces, laws, templates (boilerplate.txt; boilerplate.bin holds their hashes).
    """
    data = files("ita_checker.across").joinpath("boilerplate.bin").read_bytes()
    count = int.from_bytes(data[:8], "little")
    return unpacked(data[8 : 8 + 8 * count]), unpacked(data[8 + 8 * count :])


def boiled(text: str) -> bytes:
    """Return what boilerplate.bin holds of a text: how many short shingles there are, these, and
    the long ones.
    """
    flow = Flow(text)
    keep = compared(flow, (), ())
    short, _ = shingles(flow.text, keep, SHORT)
    long, _ = shingles(flow.text, keep, LONG)
    first = packed(short[sampled(short, ONE_IN)])
    second = packed(long[sampled(long, ONE_LONG_IN)])
    return (len(first) // 8).to_bytes(8, "little") + first + second
