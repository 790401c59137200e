"""Rows of tables without lines that the file draws cell by cell: all lines of one cell, then those
of the next, which begins higher than the last of these ended; so all programs do that set tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.read.page.bands import Level, Part

FEWEST_UPS, FEWEST_ROWS = 2, 3  # steps up to a next cell, and rows, by which they are told
BESIDE = 0.9  # of the letter size: a smaller step up or down stays in the line
PARTED = 1.25  # of the usual step: lines of one column further apart may be of two cells
Split = Sequence[list[list[Part]]]


def rows(band: Sequence[Level], split: Split, step: float) -> list[list[int]]:
    """Return the lines of each row by their numbers; none where they are not drawn so. `step`: the
    usual one from line to line of a cell.
    """
    places = [
        (part.run, column, line)
        for line, columns in enumerate(split)
        for column, parts in enumerate(columns)
        for part in parts
    ]
    found: list[list[int]] = []
    ups, before, last = 0, len(split[0]), 0
    for _, column, line in sorted(places):
        down = band[line].y - band[last].y
        if column < before:
            if found and line <= max(found[-1]):
                return []
            found.append([])
        elif column > before:
            ups += down < -BESIDE * band[line].size
        elif down < -BESIDE * band[line].size or down > PARTED * step:
            return []
        found[-1].append(line)
        before, last = column, line
    if ups < FEWEST_UPS or len(found) < FEWEST_ROWS:
        return []
    tops, ends = list(map(min, found)), list(map(max, found))
    if any(top != end + 1 for end, top in zip(ends, tops[1:], strict=False)):
        return []
    made = [list(range(top, end + 1)) for top, end in zip(tops, ends, strict=True)]
    return list(_titled(split, made))


def _titled(split: Split, rows: Sequence[list[int]]) -> Iterator[list[int]]:
    """Yield rows, the titles of groups as their own: a title stands in the first column alone, and
    the file draws the next row's first cell after it. No more of them than rows whose cells begin
    on one line and go on: where cells stand lower than the first, they do so in most rows.
    """
    begins = [next((at for at, line in enumerate(row) if any(split[line][1:])), 0) for row in rows]
    level = sum(not at and len(row) > 1 for at, row in zip(begins, rows, strict=True))
    apart = sum(map(bool, begins)) <= level
    for at, row in zip(begins, rows, strict=True):
        if at and apart:
            yield row[:at]
        yield row[at:] if apart else row
