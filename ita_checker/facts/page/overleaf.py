"""Does a piece of one page go on overleaf? Told by what a page's end does to text: what was cut
reaches the bottom, and its next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from ita_checker.facts.page.frames import Frame, FrameCell
from ita_checker.facts.page.run_on import (
    LONGEST_WORD,
    SAME,
    asks_for_more,
    dangles,
    full,
    runs_on,
    words_cut,
)
from ita_checker.facts.page.starts import begins_anew
from ita_checker.model import Line
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_below

LEVEL = 0.85  # of a cell's line pitch: cells that end nearer than that to each other end level
# line: the last two lines of a paragraph are kept together, so one more may go overleaf
WIDOW = 1.0
TOP_ROWS = 2  # two rows of headings and the rest of a row, counted from 0
ROWS = 3  # at least, that bear numbers
COLUMNS = 3  # at least, of a row whose halves are told apart
NAME_BEGINS = 14  # letters by which an entry is known that another table has too
A_LABEL = 5  # letters of a shorter one that is all of a first column's cell
BEGINNING = 6  # letters by which two entries are seen to begin alike
LETTER = re.compile(r"[^\W\d]")
MARK = re.compile(r"^[\W\d]+")
COUNT = pattern_of(lambda: rf"\d|{any_of(words_below('measures.ordinals'))}")
TIPS = re.compile(r"[\u0e42-\u0e44]|[\u0e01-\u0e2e][\u0e31-\u0e37\u0e47\u0e4d]?[\u0e48-\u0e4c]")
LEADING = re.compile(r"\(?(\d{1,2})[.)](?!\d)")
# how much each sign of a cut row weighs
SAYS_CUT, SAYS_ENDED, SAYS_EMPTY, SAYS_COUNTS, SAYS_NEW = 1, 2, 2, 2, 4
INDENT = 8.0  # points a line that goes on may stand left or right of the text's left edge
PADDING = 9.0  # points at most between a cell's frame and its text
SET_IN = 45.0  # points: a centred line begins that far in
MIDDLE = 0.03  # of the page's width a centred line stands off its middle
SAME_SIZE = 0.12  # of the height of letters


def paragraph_goes_on(last: Line, first: Line, sides: tuple[float, float], width: float) -> bool:
    """Tell whether a page's last line goes on with the next page's first. `sides`: left and right
    edge of the text; `width`: the page's; all in points.
    """
    left, right = sides
    if not (last.text.strip() and first.text.strip()) or begins_anew(first.text, above=True):
        return False
    one, other = last.box.bottom - last.box.top, first.box.bottom - first.box.top
    if abs(one - other) > SAME_SIZE * max(one, other):
        return False
    if _centred(last, left, width):
        return False
    if last.bold != first.bold and not asks_for_more(last, first):
        return False  # a heading on top of the page, however full the line above is
    return abs(first.box.x0 - left) <= INDENT and runs_on(last, first, right)


def tips_of(last: str, first: str) -> bool:
    """Tell whether a page's last line is nothing but the highest letters of the next page's first,
    those with marks over marks and tall vowels, in order, above the cut ("สิ้" of "ทุกสิ้นปี").
    """
    shown, printed = "".join(last.split()), iter(TIPS.findall(first))
    clusters = TIPS.findall(shown)
    return bool(shown) and "".join(clusters) == shown and all(one in printed for one in clusters)


def _centred(line: Line, left: float, width: float) -> bool:
    """Tell whether a line stands in the page's middle: a title, no paragraph."""
    middle = (line.box.x0 + line.box.x1) / 2
    return line.box.x0 - left > SET_IN and abs(middle - width / 2) < MIDDLE * width


def column_of(table: Frame, line: Line) -> int | None:
    """Return the column whose cell a line below the table goes on in: it lies within the column and
    begins where the column's text begins; None where there is none.
    """
    for cell in table.row(table.rows - 1):
        if not cell.filled or cell.columns >= len(table.sides) - 1:
            continue
        text_left = cell.box.x0 + cell.padding
        if abs(line.box.x0 - text_left) <= SAME and line.box.x1 <= cell.right + SAME:
            return cell.column
    return None


def entries(frames: Iterable[tuple[Frame, bool]]) -> frozenset[str]:
    """Return how the entries of a document's tables begin (the measures' names, in plan and
    results), and what shorter ones of a first column say (the labels of cards): no rest of a row
    begins so. Each table comes with whether it stands on top of its page: its first rows may be
    such a rest.
    """
    begun = (
        (_name(cell.text), cell.column)
        for table, on_top in frames
        for cell in table.cells
        if not (on_top and cell.row <= TOP_ROWS)
    )
    return frozenset(name for name, column in begun if len(name) >= _fewest(column))


def _fewest(column: int) -> int:
    """Return how many letters an entry has at least that is known again in a column."""
    return NAME_BEGINS if column else A_LABEL


def _known_again(cell: FrameCell, named: Collection[str]) -> bool:
    """Tell whether a cell in a column of names or labels begins an entry of its own."""
    name = _name(cell.text)
    return cell.column <= 1 and len(name) >= _fewest(cell.column) and name in named


def _name(text: str) -> str:
    return MARK.sub("", fold(text[: 3 * NAME_BEGINS]))[:NAME_BEGINS]


def row_goes_on(
    upper: Frame, lower: Frame, named: Callable[[], Collection[str]] = frozenset
) -> bool:
    """Tell whether the lower frame's first row is the rest of the upper frame's last.

    Every cell has a say. One that was cut reaches the last line of its row, and its next word would
    not have fitted; one that ends a line above had ended before the page did, so what stands below
    it begins a new row. A row with cells that say nothing is hardly a new one.
    """
    below = {cell.column: cell for cell in lower.row(0)}
    above = {cell.column: cell for cell in upper.row(upper.rows - 1)}
    pairs = [(above[column], cell) for column, cell in sorted(below.items()) if column in above]
    told = [(one, other) for one, other in pairs if other.filled]
    filled = [cell for cell in above.values() if cell.filled]
    if not told or not filled or _numbers_go_on(upper, told) or _numbers_begin(upper, told):
        return False
    if any(_counts_on(upper, other) or other.columns > one.columns for one, other in told):
        return False  # a title over columns is no rest of a cell
    if _halves(pairs) or any(words_cut(one.text, other.text) for one, other in told):
        return True
    if any(_number_alone(upper, one, other) for one, other in told):
        return True
    if any(_known_again(other, named()) for _, other in told):
        return False
    bottom = max(cell.bottom for cell in filled)
    says = sum(_says(one, other, bottom, _holds_lists(upper, other.column)) for one, other in told)
    if any(not other.filled and one.filled and one.rows == 1 for one, other in pairs):
        says += SAYS_EMPTY
    for _, other in told:
        if _begins_as_others(upper, other):
            says -= SAYS_NEW if other.column <= 1 else SAYS_ENDED
        elif _lacks_number(upper, other):
            says += SAYS_COUNTS
    return says > 0


def _halves(pairs: Sequence[tuple[FrameCell, FrameCell]]) -> bool:
    """Tell whether two rows are one of which the page's end left some cells behind: what the upper
    one says the lower one lacks, all others stand below, the row's name among them; or its name
    alone stands above.
    """
    apart = all(not (one.filled and other.filled) for one, other in pairs)
    whole = all(one.filled or other.filled for one, other in pairs)
    if not (apart and whole and len(pairs) > 1):
        return False
    if pairs[0][0].filled:
        return all(other.filled for _, other in pairs[1:])
    above = sum(one.filled for one, _ in pairs)
    return len(pairs) >= COLUMNS and 2 * above < len(pairs)


def _number_alone(upper: Frame, one: FrameCell, other: FrameCell) -> bool:
    """Tell whether a number stands alone over words without one, where the cells above have both:
    "๓." over "มาตรการตรวจสอบ…" below "๒. มาตรการ…".
    """
    above = [cell.text for cell in upper.cells if cell.column == one.column and cell.row > 0]
    both = any(_leading(text) and LETTER.search(text) for text in above)
    alone = _leading(one.text) is not None and not LETTER.search(one.text)
    return both and alone and _leading(other.text) is None and bool(LETTER.search(other.text))


def _holds_lists(upper: Frame, column: int) -> bool:
    """Tell whether cells of a column hold lists of their own: a number there numbers no row."""
    own = (cell for cell in upper.cells if cell.column == column and cell.row > 0)
    return any(
        sum(_leading(line) is not None for line in cell.text.split("\n")) > 1 for cell in own
    )


def _says(one: FrameCell, other: FrameCell, bottom: float, lists: bool) -> int:
    """Return what a cell says of a cut row: for it above 0, against it below. `lists`: its column
    holds lists.
    """
    if not one.filled:
        return -SAYS_ENDED
    listed, goes_on = _leading(other.text), _last_leading(one.text)
    if listed == 1 and goes_on:
        return -SAYS_NEW  # its list begins anew
    if listed and goes_on and listed == goes_on + 1 and (lists or other.column > 1):
        return SAYS_COUNTS
    short = (bottom - one.bottom) / one.pitch
    if short >= LEVEL + WIDOW or (short >= LEVEL and len(other.lines) == 1):
        return -SAYS_ENDED
    cut = _cut(one, other)
    if short >= LEVEL:
        return SAYS_CUT if cut else -SAYS_CUT
    return SAYS_CUT if cut else 0


def _begins_as_others(upper: Frame, other: FrameCell) -> bool:
    """Tell whether a cell begins as one above it does: "มาตรการ …" below "มาตรการ …", "2." below
    "1.". The rest of a sentence hardly does.
    """
    above = [cell.text for cell in upper.cells if cell.column == other.column and cell.row > 0]
    if _leading(other.text) and other.column <= 1:
        return not _holds_lists(upper, other.column) and any(map(_leading, above))
    beginning = _beginning(other.text)
    return len(beginning) == BEGINNING and beginning in map(_beginning, above)


def _lacks_number(upper: Frame, other: FrameCell) -> bool:
    """Tell whether a cell of the first column bears no number where all those above it do ("5.
    การใช้งบประมาณและการ" over "จัดซื้อจัดจ้าง"), but for headings on top.
    """
    if other.column or _leading(other.text):
        return False
    bear = [_leading(cell.text) for cell in upper.cells if cell.column == 0 and cell.filled]
    numbered = [number for number in bear if number]
    return len(numbered) >= ROWS and numbered == bear[-len(numbered) :]


def _beginning(text: str) -> str:
    """Return the first letters of a cell, its bullet or number left out."""
    return MARK.sub("", fold(text[:LONGEST_WORD]))[:BEGINNING]


def _leading(text: str) -> int | None:
    """Return the number that a text or list item begins with ("2. …")."""
    found = LEADING.match(fold(text[:LONGEST_WORD]))
    return int(found[1]) if found else None


def _last_leading(text: str) -> int | None:
    numbers = [number for line in text.split("\n") if (number := _leading(line)) is not None]
    return numbers[-1] if numbers else None


def _cut(one: FrameCell, other: FrameCell) -> bool:
    """Tell whether the words of a cell go on below: its last line is full, or a new list item
    stands below others.
    """
    if begins_anew(other.text):
        return begins_anew(one.text)
    right = one.right - min(PADDING, one.padding)
    return full(one.lines[-1], other.lines[0], right) or dangles(one.text)


def _numbers_go_on(upper: Frame, told: Sequence[tuple[FrameCell, FrameCell]]) -> bool:
    """Tell whether a column of numbers counts on: 1 above, 2 below; or the first column's entries
    do, which hold no lists: "1. …" above, "2. …" below.
    """
    for one, other in told:
        if one.number is not None and other.number is not None and other.column <= 1:
            return True
    one, other = told[0]
    last, following = _leading(one.text), _leading(other.text)
    counted = last is not None and last == _last_leading(one.text) and following == last + 1
    return counted and other.column == 0 and not _holds_lists(upper, 0)


def _counts_on(upper: Frame, other: FrameCell) -> bool:
    """Tell whether a cell of the first column says what one above says but for its number:
    "ใบงานที่ 2" below "ใบงานที่ 1".
    """
    own, label = fold(other.text), _uncounted(other.text)
    return (
        other.column == 0
        and len(label) < len(own)
        and any(
            _uncounted(cell.text) == label and fold(cell.text) != own
            for cell in upper.cells
            if cell.column == 0
        )
    )


def _uncounted(text: str) -> str:
    return COUNT.sub("", fold(text))


def _numbers_begin(upper: Frame, told: Sequence[tuple[FrameCell, FrameCell]]) -> bool:
    """Tell whether the first column counts from one below words: the only row above was all that
    the page had room for, the headings.
    """
    one, other = told[0]
    heads = upper.rows == 1 and other.column == 0 and one.number is None and one.filled
    return heads and other.number == 1
