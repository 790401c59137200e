"""Clusters to rows: runs as the file draws them, side by side on one base line; and rows to
segments where wide gaps part them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from operator import itemgetter

from ita_checker.read.layer.clusters import Cluster

# of the letter size: base lines closer than this are one; columns side by side differ by more
SAME_LINE = 0.15
RAISED = 0.45  # of the letter size: raised and lowered letters stay in the row that they touch
JUMP = 1.0  # of the letter size: a step ahead that begins a new run
WIDE = 1.4  # of the letter size: a gap that parts a row into segments

Row = list[Cluster]


def rows(found: Iterable[Cluster]) -> list[Row]:
    """Return the clusters by base line from top to bottom, each row from left to right."""
    return rows_of(runs(found))


def rows_of(found: Iterable[Row]) -> list[Row]:
    """Return runs as rows from top to bottom."""
    made: list[list[Row]] = []
    for run in sorted(found, key=lambda run: (run[0].y, run[0].x0)):
        if made and abs(run[0].y - made[-1][0][0].y) <= SAME_LINE * run[0].size:
            made[-1].append(run)
        else:
            made.append([run])
    return [
        sorted(itertools.chain.from_iterable(row), key=itemgetter(1)) for row in _with_raised(made)
    ]


def runs(found: Iterable[Cluster]) -> list[Row]:
    """Return stretches that the file draws one after the other on one base line."""
    made: list[Row] = []
    run: Row = []
    y, end = -1e9, 0.0
    for cluster in found:
        _, x0, x1, here, size, _, _, _ = cluster
        if here != y or not -0.5 * size <= x0 - end <= JUMP * size:
            run = []
            made.append(run)
            y = here
        run.append(cluster)
        end = x1
    return made


def _with_raised(made: list[list[Row]]) -> list[list[Row]]:
    """Return the rows, raised and lowered runs in the row whose letters they touch."""
    kept: list[list[Row]] = []
    for row in made:
        before = kept[-1] if kept else None
        if before is None or row[0][0].y - before[0][0].y > RAISED * max(
            row[0][0].size, before[0][0].size
        ):
            kept.append(row)
            continue
        small, large = (before, row) if _letters(before) < _letters(row) else (row, before)
        touching = [run for run in small if _touches(run, large)]
        apart = [run for run in small if run not in touching]
        whole = [*large, *touching]
        kept[-1:] = [one for one in ((whole, apart) if small is row else (apart, whole)) if one]
    return kept


def _letters(row: list[Row]) -> int:
    return sum(map(len, row))


def _touches(run: Row, row: list[Row]) -> bool:
    """Tell whether a run stands right beside a row's letters and over none of them."""
    size, x0, x1 = run[0].size, run[0].x0, run[-1].x1
    if any(other[0].x0 < x1 - 0.1 * size and other[-1].x1 > x0 + 0.1 * size for other in row):
        return False
    return any(
        -size < x0 - other[-1].x1 < 0.6 * size or -size < other[0].x0 - x1 < 0.6 * size
        for other in row
    )


def segments(row: Sequence[Cluster]) -> list[Row]:
    """Return a row's pieces, parted where a gap is too wide for a space."""
    parts: list[Row] = []
    end = 0.0
    part: Row = []
    for cluster in row:
        text, x0, x1, _, size, _, _, _ = cluster
        if text == " ":
            continue
        if not parts or x0 - end > WIDE * size:
            part = []
            parts.append(part)
            end = x1
        part.append(cluster)
        if x1 > end:
            end = x1
    return parts
