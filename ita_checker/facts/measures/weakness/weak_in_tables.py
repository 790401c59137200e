"""Indicators that a table calls weak: by a verdict in another cell of their row, by standing under
or beside a heading of weakness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.facts.measures.naming.weak_words import (
    ALONE,
    ANSWERS,
    DENIED,
    HIGH,
    LEFT_OF_NAME,
    ROW_WEAK,
    SCORES,
    STOP,
    WEAK,
    WEAK_LABEL,
)
from ita_checker.facts.measures.weakness.weak_chain import in_cell, names_in, names_in_parts
from ita_checker.facts.page import CELL, TICKED, block_at, flow
from ita_checker.facts.tables import (
    NAME,
    OWN_FIELDS,
    SUGGESTION,
    TOPIC,
    Grid,
    Row,
    Stretch,
    grids,
    said,
)
from ita_checker.model import Facts

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
GRADE = re.compile(r"^[^:-]{1,14}[:-](?=.)")
WORDS = re.compile("[\u0e01-\u0e2e]{2}")
LONGEST_OVER = 90  # letters of a heading over a table of weak indicators
SHORT_VERDICT = 40  # letters of a cell that calls its row weak, or of what stands first in one
LONGEST_LABEL = 60  # … and of one that labels what stands below or beside it
LAST_WORDS = 16  # letters behind a word of weakness that ends what it is said in
SHORT_CELL = 60  # letters of a cell whose verdict stands in brackets
LABELLED = (2, 3)  # columns of a table whose rows are labelled on the left
TWO = 2  # rows that name an indicator tell that a column of unknown kind does
A_CHOICE = 5  # rows from which a verdict that all of them get chooses none


def in_tables(facts: Facts, named: Sequence[Place], most: float) -> Iterator[Place]:
    """Yield the indicators in rows whose other cells call them weak, or say under a heading of
    weakness why; `named`: every place where one is named, `most`: so many are no choice.
    """
    yield from _beside_labels(facts, named)
    for grid in grids(facts):
        yield from _under_weakness(facts, named, grid, most)
        yield from _in_rows(facts, named, grid)


def _in_rows(facts: Facts, named: Sequence[Place], grid: Grid) -> list[Place]:
    """Return the indicators whose rows call them weak."""
    naming = _naming(facts, named, grid)
    others = [column for column in range(len(grid.columns)) if column not in naming]
    headings = _headings(facts, grid)
    of_weakness = [column for column in others if WEAK.search(headings[column])]
    rows = [(row, _named_in(named, row, naming)) for row in grid.rows]
    found = [
        own[0]
        for row, own in rows
        if len(own) == 1
        and (
            any(calls_weak(text) for text in _beside(facts, row, own[0]))
            or any(_marks(said(facts, row.slots[at].parts)) for at in of_weakness)
        )
    ]
    open_to = [
        at for at in others if _titled(grid) or grid.columns[at] not in {*OWN_FIELDS, SUGGESTION}
    ]
    told = [
        own[0]
        for row, own in rows
        if len(own) == 1 and any(_opens_weak(facts, row.slots[at].parts) for at in open_to)
    ]
    every = sum(len(own) == 1 for _, own in rows)
    return found + (told if len(told) < max(every, A_CHOICE) else [])


def verdict_beside(facts: Facts, place: Stretch) -> Stretch | None:
    """Return the cell that calls weak the indicator named at a place of its row, None for none."""
    for grid in (one for one in grids(facts) if one.start <= place[0] < one.end):
        headings = _headings(facts, grid)
        for row in grid.rows:
            if not any(low <= place[0] < end for slot in row.slots for low, end in slot.parts):
                continue
            for slot, head in zip(row.slots, headings, strict=False):
                text = said(facts, slot.parts)
                told = calls_weak(text) or (WEAK.search(head) and _marks(text))
                if slot.parts and (told or _opens_weak(facts, slot.parts)):
                    return slot.parts[0]
    return None


def _marks(text: str) -> bool:
    """Tell whether a cell under a heading of weakness says something, or is ticked."""
    return WORDS.search(text) is not None or (bool(text) and text[0] in TICKED)


def _beside(facts: Facts, row: Row, place: Place) -> Iterator[str]:
    """Yield what the cells of a row say beside the one that names its indicator."""
    for slot in row.slots:
        if not any(low <= place[1][0] < end for low, end in slot.parts):
            yield said(facts, slot.parts)


def _naming(facts: Facts, named: Sequence[Place], grid: Grid) -> list[int]:
    """Return the columns that name the indicators of a table: those for what it is about; where it
    sets no measures, any in which two rows hold one.
    """
    columns = [""] * len(grid.columns) if _titled(grid) else grid.columns
    topics = [at for at, held in enumerate(columns) if held == TOPIC]
    if set(columns) & OWN_FIELDS:
        return topics
    more = [
        at
        for at, held in enumerate(columns)
        if held in ("", NAME)
        and sum(_names_one(facts, named, row.slots[at].parts) for row in grid.rows) >= TWO
    ]
    return sorted({*topics, *more})


def _names_one(facts: Facts, named: Sequence[Place], parts: Sequence[Stretch]) -> bool:
    """Tell whether a cell is an indicator's name with no more than numbers, scores and words joined
    to it ("การใช้งบประมาณและการจัดซื้อจัดจ้าง"): a sentence that begins with one is none.
    """
    text = flow(facts)
    own = [
        (end, part[0] + len(text.text[slice(*part)].rstrip()))
        for part in parts
        for _, (start, end) in names_in(named, *part)
        if end <= part[1]
        if LEFT_OF_NAME.fullmatch(text.text, part[0], start)
    ]
    if not own:
        return False
    behind = own[0]
    joined = all("\n" in text.gap(at) for at in text.gaps(*behind))
    return joined or SCORES.fullmatch(text.text, *behind) is not None


def _named_in(named: Sequence[Place], row: Row, columns: Sequence[int]) -> list[Place]:
    """Return the indicators that a row names in those columns."""
    return names_in_parts(named, [part for at in columns for part in row.slots[at].parts])


def _opens_weak(facts: Facts, parts: Sequence[Stretch]) -> bool:
    """Tell whether a cell opens with a verdict of weakness, its score before it or a reason behind
    it ("80.5 จุดอ่อนต้องแก้: …"), or gives it in brackets behind the office's own word.
    """
    if not parts:
        return False
    text, (start, end) = flow(facts), parts[0]
    at = SCORES.match(text.text, start, end).end()  # type: ignore[union-attr]  # matches nothing too
    hit = WEAK.match(text.text, at, end) or ROW_WEAK.match(text.text, at, end)
    if hit is None and _ends_weak(text.text, start, end):
        return True
    if hit is None:
        cell = text.text[start:end]
        bracket = cell.rfind("(")
        return (
            cell.endswith(")")
            and len(cell) <= SHORT_CELL
            and bracket >= 0
            and calls_weak(cell[bracket + 1 : -1])
        )
    colon = text.text.find(":", hit.end(), end)
    stops = [*text.gaps(hit.end(), end)[:1], *([colon] if colon >= 0 else []), end]
    verdict = text.text[at : min(stops)]
    return len(verdict) <= SHORT_VERDICT and not STOP.search(verdict)


def _under_weakness(facts: Facts, named: Sequence[Place], grid: Grid, most: float) -> list[Place]:
    """Return the indicators that stand alone in cells under a heading of weakness, in a table that
    sets no measures: the column's, or the one right above a table of some indicators.
    """
    if set(grid.columns) & {NAME, *OWN_FIELDS}:
        return []
    if _heading_of_weakness(facts, grid) and (called := _first_names(facts, named, grid, most)):
        return called
    columns = [at for at, head in enumerate(_headings(facts, grid)) if _labels_weak(head)]
    cells = (part for row in grid.rows for at in columns for part in row.slots[at].parts)
    return [one for part in cells for one in in_cell(facts, named, part)]


def _beside_labels(facts: Facts, named: Sequence[Place]) -> Iterator[Place]:
    """Yield the indicators listed beside labels that call them weak, in tables whose rows are
    labelled on the left.
    """
    for grid in grids(facts):
        if any(grid.columns) or len(grid.columns) not in LABELLED:
            continue
        for row in grid.rows:
            if _labels_weak(said(facts, row.slots[0].parts)):
                for part in (part for slot in row.slots[1:] for part in slot.parts):
                    yield from in_cell(facts, named, part)


def _labels_weak(head: str) -> bool:
    """Tell whether a heading or label calls weak what stands below or beside it."""
    short = len(head) <= LONGEST_LABEL and not STOP.search(head) and not ANSWERS.search(head)
    called = WEAK_LABEL.match(head) is not None
    return calls_weak(head) or WEAK.match(head) is not None or (short and called)


def _headings(facts: Facts, grid: Grid) -> Sequence[str]:
    """Return what heads the columns; where nothing was read as headings, what the rows say down to
    the first that ticks or scores something, but for what stands over them all.
    """
    if (any(grid.headings) and not _titled(grid)) or not grid.rows:
        return grid.headings
    texts = [[said(facts, slot.parts) for slot in row.slots] for row in grid.rows]
    wide = [any(slot.across == len(row.slots) for slot in row.slots) for row in grid.rows]
    first = next((at for at, over in enumerate(wide) if not over), 0)
    return texts[first]


def _titled(grid: Grid) -> bool:
    """Tell whether what heads the columns is one title over them all."""
    return len(grid.headings) > 1 and len(set(grid.headings)) == 1


def _heading_of_weakness(facts: Facts, grid: Grid) -> bool:
    """Tell whether what stands right above a table calls all of its rows weak."""
    above, text = block_at(facts, grid.start - 1), flow(facts).text
    if above is None or above.kind == CELL:
        return False
    if above.end - above.start > LONGEST_OVER:
        return _ends_weak(text, above.start, above.end)
    called = WEAK.search(text, above.start, above.end)
    return called is not None and not STOP.search(text, above.start, above.end)


def _ends_weak(text: str, start: int, end: int) -> bool:
    """Tell whether the last words of a paragraph or cell call weak what they speak of, or what
    stands below: "… ส่วนจุดอ่อนที่ต้องแก้ไขมีดังนี้".
    """
    low = max(start, end - SHORT_VERDICT)
    hits = [hit for hit in WEAK.finditer(text, low, end) if end - hit.end() <= LAST_WORDS]
    if not hits or DENIED.search(text, start, hits[0].start()):
        return False
    return not STOP.search(text, hits[0].start(), end) and not HIGH.search(text, low, end)


def _first_names(facts: Facts, named: Sequence[Place], grid: Grid, most: float) -> list[Place]:
    """Return the one indicator that each row names, where a table names no more than some of them
    and praises none.
    """
    parts = [[part for slot in row.slots for part in slot.parts] for row in grid.rows]
    rows = [names_in_parts(named, own) for own in parts]
    few = sum(map(bool, rows)) <= most
    praised = any(STOP.search(said(facts, own)) or HIGH.search(said(facts, own)) for own in parts)
    return [row[0] for row in rows if len(row) == 1] if few and not praised else []


def calls_weak(text: str) -> bool:
    """Tell whether a cell is a verdict of weakness: it begins with one and says little more,
    perhaps behind a short word of the office's own ("แดง : ต้องแก้ไขโดยเร่งด่วน").
    """
    text = GRADE.sub("", text.lstrip(TICKED))  # "☑ จุดอ่อนที่ต้องแก้ไข"
    if ALONE.fullmatch(text):
        return True
    hit = WEAK.match(text) or ROW_WEAK.match(text)
    return hit is not None and len(text) <= SHORT_VERDICT and not STOP.search(text)
