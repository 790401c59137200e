"""Puts notes on pages of a PDF: highlights over boxes, with an appearance of their own, so that
every viewer shows them alike.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_checker.model import Box, Words
from ita_checker.report.beside.pdf_active import disarm

AUTHOR = "ita-checker"
# The last line of a marked copy, a comment to PDF readers: a scan passes over such files
# (scan/kinds knows it too).
MARK = b"\n%ita-checker-marked-copy\n"
NAMELESS = "original"  # what qpdf calls the file in what it says
PRINTED = 4  # annotation flag: shown on paper too
RISE = 0.22  # of a box's height: Thai marks of the upper rows stand above it
ICON = 20.0  # points: the sign of a note that stands at no place


@dataclass(frozen=True, slots=True)
class Note:
    """What to put on a page (from 1): boxes in points from the displayed page's top left, none for
    a sign at its corner.
    """

    page: int
    boxes: tuple[Box, ...]
    text: str
    colour: tuple[float, float, float]


def copy(source: Path, target: Path, notes: Sequence[Note]) -> Words | None:
    """Write a copy with the notes; return why not where the file cannot be opened. All its pages
    and contents are kept, but for what would run.
    """
    import pikepdf

    try:
        with source.open("rb", buffering=0) as content, pikepdf.open(_Nameless(content)) as pdf:
            for note in notes:
                if note.page <= len(pdf.pages):
                    page = pdf.pages[note.page - 1]
                    own = page.obj.get("/Annots")
                    before = list(own) if isinstance(own, pikepdf.Array) else []
                    page.obj.Annots = pikepdf.Array(
                        [*before, pdf.make_indirect(_annotation(pdf, page, note))]
                    )
            disarm(pdf)
            pdf.docinfo["/ItaCheckerMarkedCopy"] = pikepdf.String("1")
            with target.open("wb") as file:
                pdf.save(file, deterministic_id=True)
                file.write(MARK)
    except pikepdf.PasswordError:
        return Words("เพราะไฟล์ถูกล็อก", "because the file is locked")
    except pikepdf.PdfError as error:
        why = str(error).removeprefix(f"stream {NAMELESS}").lstrip(": ")
        return Words(f"({why})", f"({why})")
    return None


class _Nameless(io.BufferedReader):
    """A file that is called nothing: its name may be one that qpdf cannot take."""

    def __repr__(self) -> str:
        return NAMELESS


def _annotation(pdf: Any, page: Any, note: Note) -> Any:
    """Return the annotation's dictionary, in the page's own coordinates."""
    from pikepdf import Array, Dictionary, Name, String

    shown = _Shown(page)
    boxes = note.boxes or (Box(12.0, 12.0, 12.0 + ICON, 12.0 + ICON),)
    quads = [shown.quad(box) for box in (boxes if not note.boxes else map(_risen, boxes))]
    xs, ys = [x for quad in quads for x, _ in quad], [y for quad in quads for _, y in quad]
    common = {
        "/Type": Name.Annot, "/Rect": Array([min(xs), min(ys), max(xs), max(ys)]),
        "/Contents": String(note.text), "/T": String(AUTHOR),
        "/C": Array(list(note.colour)), "/F": PRINTED, "/P": page.obj,
    }  # fmt: skip
    if not note.boxes:
        return Dictionary({**common, "/Subtype": Name.Text, "/Name": Name.Note, "/Open": False})
    points = Array([side for quad in quads for point in quad for side in point])
    return Dictionary(
        {
            **common,
            "/Subtype": Name.Highlight,
            "/QuadPoints": points,
            "/AP": Dictionary(N=_appearance(pdf, quads, common["/Rect"], note.colour)),
        }
    )


def _risen(box: Box) -> Box:
    return Box(box.x0, box.top - RISE * (box.bottom - box.top), box.x1, box.bottom)


def _appearance(
    pdf: Any, quads: Sequence[Sequence[tuple[float, float]]], rect: Any, colour: Sequence[float]
) -> Any:
    """Return the drawing of a highlight: the boxes filled so that the letters below stay as dark
    as they are.
    """
    from pikepdf import Dictionary, Name

    drawn = [f"{' '.join(f'{part:g}' for part in colour)} rg /M gs"]
    for (x0, y0), (x1, y1), (x2, y2), (x3, y3) in quads:
        drawn.append(
            f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l {x3:.2f} {y3:.2f} l {x2:.2f} {y2:.2f} l h f"
        )
    form = pdf.make_stream("\n".join(drawn).encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, rect
    form.Resources = Dictionary(
        ExtGState=Dictionary(M=Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
    )
    form.Group = Dictionary(S=Name.Transparency)
    return form


class _Shown:
    """How a page is shown: turned by quarters and cropped."""

    def __init__(self, page: Any) -> None:
        media, crop = (_sides(box) for box in (page.mediabox, page.cropbox))
        self.left, self.bottom = max(media[0], crop[0]), max(media[1], crop[1])
        self.right, self.top = min(media[2], crop[2]), min(media[3], crop[3])
        self.turn = int(page.obj.get("/Rotate", 0)) // 90 % 4

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a displayed point in the page's own coordinates."""
        if self.turn == 0:
            return self.left + x, self.top - y
        if self.turn == 1:
            return self.left + y, self.bottom + x
        if self.turn == 2:
            return self.right - x, self.bottom + y
        return self.right - y, self.top - x

    def quad(self, box: Box) -> list[tuple[float, float]]:
        """Return a box's corners as readers are shown them: top left, top right, bottom left,
        bottom right.
        """
        corners = ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom))
        return [self.point(x, y) for x, y in corners]


def _sides(box: Any) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of a PDF box, whichever corners it names."""
    xa, ya, xb, yb = (float(side) for side in box)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)
