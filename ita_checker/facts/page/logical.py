"""The document as it was written, before it was cut into pages: tables, cells and paragraphs that
run on overleaf are whole, and running heads stand in the way of nothing.

Each line that moves keeps the place it is printed at (`Line.home`), so evidence points there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache
from itertools import pairwise
from statistics import median

from ita_checker.facts.page.boxes import without_boxes
from ita_checker.facts.page.frames import (
    Frame,
    before,
    frame,
    headings_apart,
    lines_in,
    on_one_grid,
    table_of,
    with_rest,
    without_rows,
    without_tips,
)
from ita_checker.facts.page.joining import joined, moved, one_row, whole, with_head
from ita_checker.facts.page.overleaf import (
    column_of,
    entries,
    paragraph_goes_on,
    row_goes_on,
    tips_of,
)
from ita_checker.facts.page.running import inside_tables, running
from ita_checker.model import Document, Line, Page, Source, Table
from ita_checker.model.records import replace

HEADINGS = 3  # rows at most that a table repeats on each page
SAME_SIDES = 40.0  # points the next line may lie lower than a line's pitch

Piece = Line | Frame
Named = Callable[[], Collection[str]]


def logical(document: Document) -> Document:
    """Return the document with its pieces whole, what stands in boxes as lines."""
    laid = _laid(document) if len(document.pages) > 1 else document
    pages = without_boxes(laid.pages)
    return laid if pages == laid.pages else Document(laid.path, laid.sha256, pages, valid=True)


def _laid(document: Document) -> Document:
    """Return the document with each page's pieces laid to those of the one before."""
    heads = running(document.pages)
    leaves = [_Leaf.of(index, page, heads) for index, page in enumerate(document.pages)]
    tables = [
        (piece, at == 0)
        for leaf in leaves
        for at, piece in enumerate(leaf.pieces)
        if isinstance(piece, Frame)
    ]
    named = cache(lambda: entries(tables))  # few documents ask
    for upper, lower in reversed([*pairwise(leaves)]):
        if _readable(upper.page) and _readable(lower.page):
            upper.take_from(lower, named)
    pages = tuple(leaf.made() for leaf in leaves)
    return Document(document.path, document.sha256, pages, valid=True)


def _readable(page: Page) -> bool:
    return page.source is not Source.UNREAD


class _Leaf:
    """A page while its pieces are laid to those of its neighbours."""

    def __init__(self, page: Page, pieces: list[Piece], aside: list[Line]) -> None:
        self.page = page
        self.pieces = pieces
        self.aside = aside
        self._laid: tuple[Frame, Frame, tuple[Frame, Frame] | None] | None = None

    @classmethod
    def of(cls, index: int, page: Page, heads: frozenset[tuple[int, int]]) -> _Leaf:
        """Return the page in pieces: lines outside tables, and tables; running heads aside."""
        first = {min(cell.first for cell in own.cells): own for own in page.tables if own.cells}
        tables = {at: own for at, own in first.items() if (index, at) not in heads}
        inside = inside_tables(tables.values())
        pieces, aside = list[Piece](), list[Line]()
        for number, line in enumerate(page.lines):
            if number in tables:
                pieces.append(frame(page, tables[number]))
            if number in inside:
                continue
            if (index, number) in heads:
                aside.append(replace(line, running=True))
            else:
                pieces.append(line)
        return cls(page, pieces, aside)

    def take_from(self, lower: _Leaf, named: Named) -> None:
        """Take to this page's last piece what goes on with it on the next page."""
        self._without_tips(lower)
        if not self.pieces or not lower.pieces:
            return
        if isinstance(lower.pieces[0], Frame):
            lower.pieces[0] = with_head(lower.pieces[0])
        cut = self._part_headings(lower)
        last, first = self.pieces[-1], lower.pieces[0]
        if isinstance(last, Frame) and isinstance(first, Frame):
            self._take_tables(lower, cut, named)
        elif isinstance(last, Frame):
            self._take_rest_of_row(last, lower, named)
        elif isinstance(first, Line):
            self._take_lines(last, lower)

    def _without_tips(self, lower: _Leaf) -> None:
        """Put a last line aside that is nothing but the tips of the next page's first."""
        last, first = self.pieces[-1:], lower.pieces[:1]
        if not last or not first or not isinstance(last[0], Line):
            return
        own = first[0]
        said = own.text if isinstance(own, Line) else "".join(cell.text for cell in own.row(0))
        if tips_of(last[0].text, said):
            self.aside.append(replace(last[0], running=True))
            self.pieces.pop()

    def _part_headings(self, lower: _Leaf) -> bool:
        """Have the headings that the next page repeats without a line below them stand in a row of
        their own, and lines that ran out of the table's open foot here in its cells; tell whether
        it is so: then the row below the headings is the rest of one that was cut.
        """
        first, at = lower.pieces[0], _last_table(self.pieces)
        if not isinstance(first, Frame) or at is None:
            return False
        own = self.pieces[at]
        assert isinstance(own, Frame)
        both = self._on_one_grid(own, first) if own.ruled and first.ruled else None
        apart = headings_apart(*both) if both else None
        if apart is None:
            return False
        lower.pieces[0] = apart
        rest: dict[int, list[Line]] = {}
        for line in self.pieces[at + 1 :]:
            column = column_of(own, line) if isinstance(line, Line) else None
            if column is None or not isinstance(line, Line):
                return True
            rest.setdefault(column, []).append(line)
        self.pieces[at:] = [with_rest(own, rest)]
        return True

    def _on_one_grid(self, upper: Frame, lower: Frame) -> tuple[Frame, Frame] | None:
        """Return both tables with columns numbered alike: asked twice where headings stand in no
        row of their own, found once.
        """
        if self._laid is None or self._laid[0] is not upper or self._laid[1] is not lower:
            self._laid = upper, lower, on_one_grid(upper, lower)
        return self._laid[2]

    def _take_rest_of_row(
        self, table: Frame, lower: _Leaf, named: Callable[[], Collection[str]]
    ) -> None:
        """Take the lines on top of the next page that stand as the cells of the last row do: the
        rest of a row that was cut, or a row of its own, whose frame was left open.
        """
        rest: dict[int, list[Line]] = {}
        count = 0
        for piece in lower.pieces:
            if not isinstance(piece, Line) or not table.ruled:
                break
            column = column_of(table, piece)
            if column is None:
                break
            rest.setdefault(column, []).append(piece)
            count += 1
        if not rest or set(rest) == {0}:
            return  # under the first column alone it may as well be a paragraph
        row = one_row(table, rest)
        named_there = any(line.text.strip() for line in rest.get(0, ()))
        cut = not named_there or row_goes_on(table, row, named)
        self.pieces[-1] = joined(table, row, lower.page, cut)
        del lower.pieces[:count]

    def _take_tables(self, lower: _Leaf, cut: bool, named: Named) -> None:
        """Take the next page's table to this page's, of tables side by side each to the one on its
        grid; `cut`: the first one's first row is the rest of one.
        """
        feet = _abreast(self.pieces[::-1])
        for below in _abreast(lower.pieces)[::-1]:
            for foot in feet:
                laid = self._laid_to(~foot, lower, below, cut and not (foot or below), named)
                if laid is not None:
                    self.pieces[~foot] = laid
                    del lower.pieces[below]
                    break

    def _laid_to(
        self, foot: int, lower: _Leaf, below: int, cut: bool, named: Named
    ) -> Frame | None:
        """Return a table of this page with one of the next, None where they are not one."""
        upper, table = self.pieces[foot], lower.pieces[below]
        assert isinstance(upper, Frame) and isinstance(table, Frame)
        both = self._on_one_grid(upper, table) if upper.ruled and table.ruled else None
        if both is None:
            return None
        upper, under = without_tips(*both), both[1]
        rest = without_rows(under, _repeated_headings(upper, under))
        if not rest.rows:
            return None
        return joined(upper, rest, lower.page, cut or row_goes_on(upper, rest, named))

    def _take_lines(self, last: Line, lower: _Leaf) -> None:
        sides, width = _margins([*self.pieces, *lower.pieces]), self.page.width
        taken = list[Line]()
        for piece in lower.pieces:
            if not isinstance(piece, Line) or not paragraph_goes_on(last, piece, sides, width):
                break
            taken.append(piece)
            last = piece
        if not taken:
            return
        above = next(piece for piece in reversed(self.pieces) if isinstance(piece, Line))
        by = above.box.top + _pitch(self.pieces) - taken[0].box.top
        self.pieces += [moved(line, by, lower.page.number) for line in taken]
        del lower.pieces[: len(taken)]

    def made(self) -> Page:
        """Return the page of its pieces, running heads and feet last."""
        lines, tables = list[Line](), list[Table]()
        for piece in self.pieces:
            if isinstance(piece, Line):
                lines.append(piece)
                continue
            table = whole(piece)
            tables.append(table_of(table, len(lines)))
            lines += lines_in(table)
        lines += [before(line, "\n") for line in self.aside]
        return replace(self.page, lines=tuple(lines), tables=tuple(tables))


def _abreast(pieces: Sequence[Piece]) -> list[int]:
    """Return where the first table stands among pieces, and those that stand beside it."""
    found, first = [0], pieces[0]
    for at, piece in enumerate(pieces[1:], 1):
        if not isinstance(piece, Frame):
            continue
        one, other = first.box, piece.box
        level = one.top < other.bottom and other.top < one.bottom
        if not level or (one.x0 < other.x1 and other.x0 < one.x1):
            break
        found.append(at)
    return found


def _last_table(pieces: Sequence[Piece]) -> int | None:
    """Return where the last table stands among a page's pieces, None where there is none."""
    return next((at for at in range(len(pieces))[::-1] if isinstance(pieces[at], Frame)), None)


def _repeated_headings(upper: Frame, lower: Frame) -> int:
    """Return how many of the lower table's first rows say what the upper's first rows say."""
    rows = 0
    while rows < min(HEADINGS, upper.rows, lower.rows):
        if not _say_alike(upper.said(rows), lower.said(rows)):
            break
        rows += 1
    return rows


def _say_alike(above: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether two rows of headings say the same, but for what a cell too low does not show."""
    if len(above) != len(below):
        return False
    pairs = [*zip(above, below, strict=True)]
    same = sum(bool(one) and one == other for one, other in pairs)
    cut = sum(bool(other) and one != other and one.startswith(other) for one, other in pairs)
    differ = sum(one != other for one, other in pairs)
    return same > 1 and differ == cut and cut < same


def _margins(pieces: Sequence[Piece]) -> tuple[float, float]:
    """Return the left and right edge of the text outside tables, in points."""
    lines = [piece for piece in pieces if isinstance(piece, Line) and piece.text.strip()]
    return min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)


def _pitch(pieces: Sequence[Piece]) -> float:
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    steps = [below.box.top - above.box.top for above, below in pairwise(lines)]
    return median([step for step in steps if 0 < step < SAME_SIDES] or [20.0])
