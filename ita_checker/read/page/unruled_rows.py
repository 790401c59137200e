"""Which lines of a band are which row of the table without lines that it may be."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence, Set
from operator import sub
from statistics import median

from ita_checker.read.page import candidates, cell_by_cell, wrapped
from ita_checker.read.page.bands import Level, Part, Span
from ita_checker.read.page.rows import Row

# of the letter size: base lines closer than this are of one line of cells, set in the middle of
# their row
BESIDE = 0.9
USUAL = 5  # of so many steps one is smaller than the usual
PARTED = 1.2  # of the usual step: lines further apart are of two rows
TALLER = 1.4  # of the usual step: how much larger one within a cell may be than one between rows
# how many ends of cells tell, and share of them after which the next word had no room, in text
FEWEST_ENDS, THROUGH = 3, 0.5
# of the letter size: a column of text; of the lines of the longest column: those of another; of
# those for which there is room in a column of text: its lines
WIDE, FULL, DENSE = 9.0, 0.5, 0.88
TOLD = 3.0  # nats: so unlikely it is that all cells of rows end with no room left by chance
GAP = 0.8  # of the letter size: a column reaches so near to the next one
SPACE = 0.2  # of the letter size: what is set before a word that is no Thai one
LONGEST = 40  # letters of a word
CHANCE = 0.95  # nats a line and column: what stands side by side by chance costs more
BRACKETED = re.compile(r"[(\[](?!.{1,2}[)\]])")
STRAIGHT, LINES_IN_LINE = 3.0, 0.4  # points, and share of a column's lines that stand in line
ITEM = re.compile(r"[(\[\-–•●▪☐☑✓]|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]+)*[.)]")
# columns, share of lines that fill all of them and of the columns that the others do, and how much
# further than others two lines stand apart at most: then each line is a row
SEVERAL, WHOLE, HALF, EVEN = 3, 0.8, 0.5, 1.1
FOLLOWED = 3  # steps from line to line, by which it is told that one follows the table
FURTHER = 0.1  # of the letter size: scans' steps, and those of rows set alike, differ by less
Split = Sequence[list[list[Part]]]
Ranges = Sequence[tuple[int, int]]  # of each row, the first line and the one after its last


def rows(
    found: Sequence[Row], band: Sequence[Level], split: Split, labels: Set[str]
) -> list[list[int]]:
    """Return the lines of each row by their numbers; none where no rows are seen. `labels`: those
    that are known.
    """
    after = _follows(band, split)
    if after and (above := rows(found, band[:after], split[:after], labels)):
        return above
    step = _step(band, split)
    if step is None or not all(map(_lines_in_line, zip(*split, strict=True))):
        return []
    if drawn := cell_by_cell.rows(band, split, step):
        return drawn
    pieces = [[_piece(found, parts) if parts else None for parts in line] for line in split]
    for line in _gone_on(found, split, labels) if labels else ():
        pieces[line][0] = _piece(found, split[line][0])._replace(bracketed=True)
    heights, size = [level.y for level in band], band[0].size
    told = _evenly(heights, pieces) or _told(found, heights, pieces, size, step)
    if told is None:
        return []
    own = [max(one.x1 for line in pieces if (one := line[at])) for at in range(len(pieces[0]))]
    left = [min(one.x0 for line in pieces if (one := line[at])) for at in range(len(pieces[0]))]
    wide = list(map(sub, own, left))
    held = candidates.lines(heights, pieces, own, size, step)
    if _runs_through(held, told) or _is_text(held, told, wide):
        return []
    alone = len(told) == len(split) and len(split[-1]) > 2 and sum(map(bool, split[-1])) == 1
    if alone and heights[-1] - heights[-2] <= PARTED * step:
        return []  # a cell goes on below: its lines are those of one row
    return [list(range(first, last)) for first, last in told]


def _evenly(
    heights: Sequence[float], pieces: Sequence[Sequence[candidates.Piece | None]]
) -> Ranges | None:
    """Return each line as a row, where nearly all fill all of several columns and all stand equally
    far apart, or the first further from the others; None where they do not.
    """
    filled = [sum(map(bool, line)) / len(line) for line in pieces]
    steps = [below - above for above, below in itertools.pairwise(heights)]
    if len(pieces[0]) < SEVERAL or max(steps[1:]) > EVEN * min(steps):
        return None
    whole = sum(share == 1.0 for share in filled)
    if whole < WHOLE * len(filled) or min(filled) < HALF:
        return None
    return [(line, line + 1) for line in range(len(heights))]


def _follows(band: Sequence[Level], split: Split) -> int | None:
    """Return the first of the last lines that stand under one column alone, and the first of them
    further down than any other line stands below its last: a cell goes on no further than that.
    None where there is none; where many cells go on, text does.
    """
    alone = [sum(map(bool, line)) == 1 for line in split]
    steps = [below.y - above.y for above, below in itertools.pairwise(band)]
    first, found = 1 if alone[0] else 0, None
    for line in range(len(steps), first + FOLLOWED, -1):
        if not alone[line]:
            break
        inner, gone_on = steps[first : line - 1], sum(alone[first:line])
        further = max(inner) + FURTHER * band[line].size
        if steps[line - 1] > further and gone_on <= (1 - WHOLE) * len(inner):
            found = line
    return found


def _told(
    found: Sequence[Row],
    heights: Sequence[float],
    pieces: Sequence[Sequence[candidates.Piece | None]],
    size: float,
    step: float,
) -> Ranges | None:
    """Return the rows that where cells stand and how their lines end tell best; None where they
    stand side by side by chance, or are running text.
    """
    reach = _reach(pieces, size)
    edge = max(run.inked.x1 for run in found if run.inked)
    ends = {tuple(reach), (*reach[:-1], edge if edge > reach[-1] + size else reach[-1])}
    told = min(
        wrapped.rows(candidates.lines(heights, pieces, each, size, step)) for each in sorted(ends)
    )
    chance = CHANCE * len(pieces) * len(pieces[0])
    if told.cost > chance or _runs_back(heights, pieces, edge, told.limit, size):
        return None
    return told.found


def in_line(edges: Sequence[Span], share: float) -> bool:
    """Tell whether such a share of a column's pieces begin, end or have their middle in one place,
    as words of running text do by chance only.
    """
    for places in (
        [x0 for x0, _ in edges],
        [x1 for _, x1 in edges],
        [(x0 + x1) / 2 for x0, x1 in edges],
    ):
        usual = median(places)
        if sum(abs(place - usual) <= STRAIGHT for place in places) >= share * len(places):
            return True
    return False


def _lines_in_line(column: Sequence[Sequence[Part]]) -> bool:
    return in_line([(parts[0].x0, parts[-1].x1) for parts in column if parts], LINES_IN_LINE)


def _gone_on(found: Sequence[Row], split: Split, labels: Set[str]) -> Iterator[int]:
    """Yield the lines on which a label that is known goes on."""
    texts = [
        (number, "".join([found[part.run].text for part in line[0]]))
        for number, line in enumerate(split)
        if line[0]
    ]
    for (_, above), (number, below) in itertools.pairwise(texts):
        if above + below in labels and above not in labels:
            yield number


def _step(band: Sequence[Level], split: Split) -> float | None:
    """Return the usual step down from one line of a cell to the next; None where no column holds
    two lines. Lines beside which no label stands tell it best.
    """
    steps, inner = list[float](), list[float]()
    for column in range(len(split[0])):
        lines = [(level, line) for level, line in zip(band, split, strict=True) if line[column]]
        if not lines:
            return None
        for (above, _), (below, line) in itertools.pairwise(lines):
            if (step := below.y - above.y) > BESIDE * below.size:
                steps.append(step)
                inner += [] if line[0] else [step]
    if not steps:
        return None
    usual = sorted(steps)[len(steps) // USUAL]
    return min(TALLER * usual, median(inner)) if inner else usual


def _piece(found: Sequence[Row], parts: Sequence[Part]) -> candidates.Piece:
    run = found[parts[0].run]
    x1, text = max(part.x1 for part in parts), run.text.lstrip()
    item, bracketed = (pattern.match(text) is not None for pattern in (ITEM, BRACKETED))
    texts = [found[part.run].text for part in parts]
    amount = not any(map(str.isalpha, "".join(texts))) and any(map(str.isdecimal, texts[0]))
    word = run.word = _first_word(run) if run.word is None else run.word
    return candidates.Piece(parts[0].x0, x1, word, item, bracketed, amount)


def _first_word(run: Row) -> float:
    """Return how wide the first word of a run is, with the space before it."""
    from ita_checker.text.tokens import first

    (x0s, x1s, _, _), texts = run.page.lists, run.page.texts
    spaces = itertools.takewhile(lambda at: texts[at].isspace(), run.places)
    begin = run.places[: sum(1 for _ in spaces) + 2 * LONGEST]
    shown = [at for at in begin if texts[at] != " "]
    word = first("".join([texts[at] for at in begin]).lstrip()[:LONGEST])
    left, end = len(word), 0.0
    for at in shown:
        letters = len(texts[at])  # a scan's strips are one letter each
        end = x0s[at] + (x1s[at] - x0s[at]) * min(1.0, left / letters)
        left -= letters
        if left <= 0:
            break
    space = 0.0 if "\u0e00" < word[:1] < "\u0e4f" else SPACE * run.size
    return end - x0s[shown[0]] + space


def _reach(pieces: Sequence[Sequence[candidates.Piece | None]], size: float) -> list[float]:
    """Return how far to the right each column reaches, at least."""
    columns = [[one for line in pieces if (one := line[at])] for at in range(len(pieces[0]))]
    after = [min(one.x0 for one in column) - GAP * size for column in columns[1:]]
    ends = [max(one.x1 for one in column) for column in columns]
    return list(map(max, ends, [*after, -math.inf]))


def _runs_through(lines: candidates.Lines, found: Sequence[tuple[int, int]]) -> bool:
    """Tell whether columns run through all rows without a hole, line after line, and most where
    the next word had no room: they are text, some lines of which stand at one height by chance.
    """
    inner, ends = 0, list[float]()
    for nexts in lines.nexts:
        for line, after in nexts.items():
            if after is None:
                continue
            if lines.heights[after.line] - lines.heights[line] > TALLER * lines.step:
                return False
            if any(first <= line and after.line < last for first, last in found):
                inner += 1
            else:
                ends.append(after.full)
    return FEWEST_ENDS <= len(ends) <= inner and sum(ends) > THROUGH * len(ends)


def is_dense(heights: Sequence[float]) -> bool:
    """Tell whether lines stand one below the other as those of text do, but for some white between
    paragraphs: cells leave white below them where those beside them hold more lines.
    """
    steps = [below - above for above, below in itertools.pairwise(heights)]
    return len(steps) + 1 >= DENSE * (sum(steps) / median(steps) + 1)


def _is_text(
    lines: candidates.Lines, found: Sequence[tuple[int, int]], columns: Sequence[float]
) -> bool:
    """Tell whether wide columns that stand full of lines go on past most rows where the next word
    had no room, all at once: they are text, and what parts them is white between paragraphs.
    `columns`: how wide they are.
    """
    counts = list(map(len, lines.nexts))
    if min(columns) < WIDE * lines.size or min(counts) < max(FEWEST_ENDS, FULL * max(counts)):
        return False
    if not all(is_dense([lines.heights[line] for line in sorted(nexts)]) for nexts in lines.nexts):
        return False
    through, told = 0, 0.0
    for _, end in found[:-1]:
        after = [
            one
            for nexts in lines.nexts
            for line, one in nexts.items()
            if one
            and line < end <= one.line
            and lines.heights[one.line] - lines.heights[line] <= TALLER * lines.step
        ]
        if after and min(one.full for one in after) >= THROUGH:
            through += 1
            told += sum(one.apart for one in after)
    return through > THROUGH * (len(found) - 1) and told >= TOLD


def _runs_back(
    heights: Sequence[float],
    pieces: Sequence[Sequence[candidates.Piece | None]],
    edge: float,
    limit: float,
    size: float,
) -> bool:
    """Tell whether what fills a line of two columns up to the page's edge goes on under its label:
    running text whose labels tabs part from it.
    """
    for (top, above), (y, below) in itertools.pairwise(zip(heights, pieces, strict=True)):
        (one, *_, last), (first, *rest) = above, below
        if len(rest) > 1 or first is None or any(rest) or one is None or last is None:
            continue
        follows = BESIDE * size < y - top <= limit and not first.listed
        if follows and last.x1 + first.word > edge:
            return True
    return False
