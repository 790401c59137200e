"""The lines a page draws (table borders, frames), its pictures, and whether anything is drawn at
all.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pypdfium2

from ita_checker.read.layer.letters import Ink, Rule
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.layer.native.outlines import (
    SHORTEST,
    THIN,
    Point,
    dotted,
    edges_of,
    outlines,
    over_columns,
    thin,
)

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
LINE_TO, MOVE_TO = 0, 2
MOST_SEGMENTS = 20_000  # a map or a drawing, not a table
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, float, float, float, float, float]
STEP = 1e-6  # in the order of drawing: from one object within a form to the next
Numbers = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]
Cover = tuple[float, Ink]
WHITE = 250  # of 255, each colour
SHAPED = 8  # points of an area: fewer are a box, with rounded corners or without
# points: a side of what may be a box to tick, a tick or a piece of one, at most; one as thin as a
# line is no longer, and no thinner
SMALL, SHORT, DOT = 30.0, 10.0, 1.5
BANNER = (100.0, 9.0, 3.0)  # points: as wide and as high at least; so many times as wide as high
BADGE = 28.0  # points: so low an area is a badge behind words, or a bar over columns


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn besides letters. `shades`: the edges of areas that are filled and have no line
    around them; `covers`: what may hide letters, and when it is drawn;
    `texts`: when each text object is drawn, where anything covers; `objects`: all that the page
    draws, and by their places the kinds of those that are no texts; `shaped`: the points of all
    filled areas that are no boxes; `small`: where paths are drawn as small as boxes to tick
    and ticks; `banners`: where pictures stand that are as low and wide as lines.
    """

    rules: tuple[Rule, ...]
    shades: tuple[Rule, ...]
    pictures: float
    drawn: bool
    covers: tuple[Cover, ...] = ()
    texts: Mapping[int, float] = field(default_factory=dict)
    objects: tuple[Sequence[int], Mapping[int, int]] = field(default=((), {}), repr=False)
    shaped: int = 0
    small: tuple[Ink, ...] = ()
    banners: tuple[Ink, ...] = ()

    @property
    def forms(self) -> list[int]:
        """Return the forms that the page draws."""
        objects, kinds = self.objects
        return [objects[place] for place, kind in kinds.items() if kind == FORM]


def drawing(page: pypdfium2.PdfPage, frame: Frame, texts: Iterable[int] = ()) -> Drawing:
    """Return the page's straight lines, the share of it under pictures, and whether anything but
    white is drawn; `texts`: its objects that are known to be texts.
    """
    return _Drawn(frame).drawing(*native.objects_of(native.address(page), frozenset(texts)))


class Marked:
    """Where the objects under each mark of a page are drawn, those within forms too; boxes are
    asked for when wanted, for tagged files mark every object.
    """

    def __init__(self, frame: Frame, drawing: Drawing) -> None:
        self.drawn = _Drawn(frame)
        self.objects: list[int] = []
        self.within: dict[int, Matrix] = {}  # the matrices of the forms that hold some of them
        self._add(*drawing.objects, IDENTITY)
        self.marks = native.innermost_marks(native.handles(self.objects))
        self.order = np.argsort(self.marks, kind="stable")
        self.held = self.marks[self.order]

    def _add(self, handles: Sequence[int], kinds: Mapping[int, int], matrix: Matrix) -> None:
        if matrix is not IDENTITY:
            places = range(len(self.objects), len(self.objects) + len(handles))
            self.within |= dict.fromkeys(places, matrix)
        self.objects.extend(handles)
        for form in [handles[place] for place, kind in kinds.items() if kind == FORM]:
            count = max(0, native.count_in_form(form))
            inner = [native.form_object(form, index) for index in range(count)]
            types = dict(enumerate(map(native.object_type, inner)))
            self._add(inner, types, _product(native.matrix(form), matrix))

    def under(self, mark: int) -> list[int]:
        """Return the objects whose innermost mark this is."""
        return [self.objects[at] for at in np.flatnonzero(self.marks == mark).tolist()]

    def boxes(self, marks: Indexes) -> tuple[Numbers, Indexes]:
        """Return the boxes, as displayed, of the objects whose innermost mark is one of some, those
        of each mark side by side, and how many each has.
        """
        first, last = (np.searchsorted(self.held, marks, side) for side in ("left", "right"))
        counts: Indexes = last - first
        begins = np.cumsum(counts) - counts
        places = self.order[np.arange(counts.sum()) + np.repeat(first - begins, counts)]
        asked = np.zeros(len(self.objects), bool)
        asked[places] = True
        at = np.flatnonzero(asked)
        bounds = native.BOUNDS.of(native.handles([self.objects[place] for place in at.tolist()]))
        found = np.stack(self.drawn.frame.boxes(*bounds.astype(np.float64).T), axis=1)
        for row, place in enumerate(at.tolist()) if self.within else ():
            if place in self.within:
                found[row] = self.drawn.bounds(self.objects[place], self.within[place])
        return found[(np.cumsum(asked) - 1)[places]], counts


class _Drawn:
    """One page's paths and pictures; holds the arrays into which pdfium writes its numbers."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.four = array("f", bytes(16))
        self.at = self.four.buffer_info()[0]
        self.modes, self.colour = array("i", bytes(8)), array("I", bytes(16))
        self.modes_at, self.colour_at = (
            held.buffer_info()[0] for held in (self.modes, self.colour)
        )
        self.rules: list[Rule] = []
        self.shades: list[Rule] = []
        self.bars: list[Rule] = []  # edges of low areas with rounded corners
        self.pictures = 0.0
        self.drawn = False
        self.segments = self.shaped = 0
        self.dots: list[tuple[float, float]] = []
        self.covers: list[Cover] = []
        self.small: list[Ink] = []
        self.banners: list[Ink] = []
        self.texts: dict[int, float] = {}

    def drawing(self, handles: Sequence[int], kinds: Mapping[int, int]) -> Drawing:
        # there are thousands of texts, and few others
        for order in [place for place, kind in kinds.items() if kind != TEXT]:
            self._object(handles[order], IDENTITY, order, STEP)
        self.rules.extend(dotted(self.dots))
        self.shades.extend(over_columns(self.bars, self.rules))
        area = max(1.0, self.frame.width * self.frame.height)
        if self.covers:
            self.texts |= {
                handle: order
                for order, handle in enumerate(handles)
                if kinds.get(order, TEXT) == TEXT
            }
        pictures = min(1.0, self.pictures / area)
        lines = tuple(self.rules), tuple(self.shades)
        covers, small = tuple(self.covers), tuple(self.small)
        objects = handles, kinds
        return Drawing(
            *lines,
            pictures,
            self.drawn,
            covers,
            self.texts,
            objects,
            self.shaped,
            small,
            tuple(self.banners),
        )

    def _object(self, handle: int, matrix: Matrix, order: float, step: float) -> None:
        kind = native.object_type(handle)
        if kind == PATH:
            self._path(handle, matrix, order)
        elif kind == TEXT:
            self.texts[handle] = order
        elif kind == IMAGE:
            box = self.bounds(handle, matrix)
            self.covers.append((order, box))
            width = min(box.x1, self.frame.width) - max(box.x0, 0)
            height = min(box.bottom, self.frame.height) - max(box.top, 0)
            self.pictures += max(0.0, width) * max(0.0, height)
            if width >= max(BANNER[0], BANNER[2] * height) and height >= BANNER[1]:
                self.banners.append(box)
            self.drawn = True
        elif kind == FORM:
            inner = _product(native.matrix(handle), matrix)
            for index in range(max(0, native.count_in_form(handle))):
                within = order + (index + 1) * step
                self._object(native.form_object(handle, index), inner, within, step * STEP**0.5)
        else:
            self.covers.append((order, self.bounds(handle, matrix)))
            self.drawn = True

    def bounds(self, handle: int, matrix: Matrix) -> Ink:
        at = self.at
        native.object_bounds(handle, at, at + 4, at + 8, at + 12)  # left, bottom, right, top
        left, bottom, right, top = self.four
        if matrix is not IDENTITY:
            corners = [_moved(matrix, x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        return self.frame.box(left, bottom, right, top)

    def _path(self, handle: int, matrix: Matrix, order: float) -> None:
        box = self.bounds(handle, matrix)
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if box.x1 < 0 or box.x0 > self.frame.width or box.bottom < 0 or box.top > self.frame.height:
            return
        self.modes[0] = self.modes[1] = 0
        native.draw_mode(handle, self.modes_at, self.modes_at + 4)
        fill, stroke = self.modes
        if fill and min(wide, high) > THIN:
            self.covers.append((order, box))
        fills = fill != 0 and not self._white(handle, native.fill_colour)
        strokes = stroke != 0 and not self._white(handle, native.stroke_colour)
        if not fills and not strokes:
            return
        self.drawn = True
        if min(wide, high) <= THIN:
            if max(wide, high) < SHORT and min(wide, high) > DOT:
                self.small.append(box)
            if max(wide, high) >= SHORTEST:
                self.rules.append(thin(box, wide, high))
            elif len(self.dots) < MOST_SEGMENTS:
                self.dots.append(((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2))
            return
        if max(wide, high) < SMALL:
            self.small.append(box)
        points = native.count_segments(handle)
        self.segments += points
        self.shaped += points * (fills and points >= SHAPED)
        if self.segments < MOST_SEGMENTS:
            for part, rounded in self._parts(handle, matrix):
                edges = list(edges_of(part, strokes))
                low = not strokes and rounded and box.bottom - box.top < BADGE
                shaded = self.bars if low else self.shades
                (self.rules if strokes or len(edges) == 1 else shaded).extend(edges)

    def _white(self, handle: int, colour: native.Function) -> bool:
        """Tell whether a colour cannot be seen on paper: white or wholly transparent."""
        at = self.colour_at
        if not colour(handle, at, at + 4, at + 8, at + 12):
            return False
        red, green, blue, opacity = self.colour
        return min(red, green, blue) >= WHITE or opacity == 0

    def _parts(self, handle: int, matrix: Matrix) -> Iterator[tuple[list[Point], bool]]:
        """Yield the points of each part of a path that is made of straight lines only, and the
        corners of each box with rounded ones, with whether they are.
        """
        part: list[Point] = []
        curved: list[int] = []  # the points of it to which no straight line leads
        matrix = _product(native.matrix(handle), matrix)
        for index in range(native.count_segments(handle)):
            segment = native.path_segment(handle, index)
            native.segment_point(segment, self.at, self.at + 4)
            point = self.frame.point(*_moved(matrix, self.four[0], self.four[1]))
            kind = native.segment_type(segment)
            if kind == MOVE_TO:
                yield from outlines(part, curved)
                part, curved = [], []
            elif kind != LINE_TO:
                curved.append(len(part))
            part.append(point)
        yield from outlines(part, curved)


def _product(first: Matrix, then: Matrix) -> Matrix:
    if then is IDENTITY:
        return first
    a, b, c, d, e, f = first
    return (*_turned(then, a, b), *_turned(then, c, d), *_moved(then, e, f))


def _turned(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y, matrix[1] * x + matrix[3] * y


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
