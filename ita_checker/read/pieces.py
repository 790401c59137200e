"""What a page is drawn from, forms opened: each object with its kind and where it is shown."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c

from ita_checker.read.layer.letters import Ink
from ita_checker.read.layer.native import _native as native
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.layer.native.rules import FORM, IMAGE, PATH, SHADING, TEXT

__all__ = ["FORM", "IMAGE", "PATH", "SHADING", "TEXT", "Piece", "hidden", "large", "pieces"]
LITTLE = 0.03  # of the page: a smaller picture is an emblem or an ornament
STRAIGHT = 16  # points of a path: a pen draws more
SEAM = 1.0  # points between two pieces of a picture
DEEPEST = 4  # forms within forms
MOST = 20_000  # objects within forms: a drawing, not a report
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """One object: its address, kind, and the matrix of the forms that hold it."""

    handle: int
    kind: int
    matrix: Matrix = IDENTITY

    def box(self, frame: Frame) -> Ink:
        """Return where the object is shown, in points from the page's top left."""
        left, bottom, right, top = native.BOUNDS.of(native.handles([self.handle]))[0].tolist()
        a, b, c, d, e, f = self.matrix
        corners = [
            (a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return frame.box(min(xs), min(ys), max(xs), max(ys))


def pieces(page: pypdfium2.PdfPage) -> Iterator[Piece]:
    """Yield the objects of a page and of its forms."""
    left = [MOST]
    objects, kinds = native.objects_of(native.address(page))
    for handle, kind in zip(objects, kinds.values(), strict=True):
        piece = Piece(handle, kind)
        yield piece
        if kind == FORM:
            yield from _within(piece, 1, left)


def _within(form: Piece, depth: int, left: list[int]) -> Iterator[Piece]:
    matrix = _product(_matrix(form.handle), form.matrix)
    for index in range(max(0, native.count_in_form(form.handle))):
        left[0] -= 1
        if left[0] < 0:
            return
        handle = native.form_object(form.handle, index)
        piece = Piece(handle, native.object_type(handle), matrix)
        yield piece
        if piece.kind == FORM and depth < DEEPEST:
            yield from _within(piece, depth + 1, left)


def _matrix(handle: int) -> Matrix:
    six = (ctypes.c_float * 6)()
    native.object_matrix(handle, ctypes.addressof(six))
    return six[0], six[1], six[2], six[3], six[4], six[5]


def _product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does what a first does, and then another."""
    a, b, c, d, e, f = first
    p, q, r, s, _, _ = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, *_moved(then, e, f)


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@contextlib.contextmanager
def hidden(page: pypdfium2.PdfPage, kinds: frozenset[int]) -> Iterator[None]:
    """Have the page drawn without objects of some kinds."""
    handles = [piece.handle for piece in pieces(page) if piece.kind in kinds]
    native.show(handles, shown=False)
    try:
        yield
    finally:
        native.show(handles, shown=True)


def letters_alone(page: pypdfium2.PdfPage) -> bool:
    """Tell whether nothing but letters, straight lines and boxes is drawn on a page: nobody wrote
    upon it.
    """
    return not pdfium_c.FPDFPage_GetAnnotCount(page) and all(
        piece.kind in (TEXT, FORM)
        or (piece.kind == PATH and native.count_segments(piece.handle) <= STRAIGHT)
        for piece in pieces(page)
    )


def large(page: pypdfium2.PdfPage) -> tuple[Ink, ...]:
    """Return where the pictures of a page stand, ornaments left out."""
    frame = Frame(page)
    area = max(1.0, frame.width * frame.height)
    boxes = [piece.box(frame) for piece in pieces(page) if piece.kind == IMAGE]
    return tuple(
        box for box in _whole(boxes) if (box.x1 - box.x0) * (box.bottom - box.top) > LITTLE * area
    )


def _whole(boxes: Sequence[Ink]) -> list[Ink]:
    """Return boxes, those one right under the other as one: some producers cut pictures so."""
    made: list[Ink] = []
    for box in sorted(boxes, key=lambda box: (round(box.x0), box.top)):
        last = made[-1] if made else box
        apart = abs(last.x0 - box.x0), abs(last.x1 - box.x1), abs(last.bottom - box.top)
        if max(apart) < SEAM:
            made[-1] = Ink(last.x0, last.top, last.x1, max(last.bottom, box.bottom))
        else:
            made.append(box)
    return made
