"""Pages that are pictures: a page of our own samples as a scanner gives it, with what is laid over
or under it, and with what breaks.
"""

from __future__ import annotations

import io
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from numpy.typing import NDArray
from paper import Paper
from PIL import Image

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = "2564/thung-krachiao/O43.pdf"
WIDTH, HEIGHT = 595, 842


@cache
def _drawn(sample: str, page: int, dpi: int) -> NDArray[np.uint8]:
    with pypdfium2.PdfDocument(SAMPLES / sample) as pdf:
        return np.asarray(pdf[page].render(scale=dpi / 72).to_pil().convert("L"))


def grey(sample: str = SAMPLE, page: int = 0, dpi: int = 150) -> NDArray[np.uint8]:
    """Return a page of a sample as a grey picture."""
    return _drawn(sample, page, dpi)


def jpeg(picture: NDArray[np.uint8]) -> bytes:
    """Return a picture as a JPEG."""
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=70)
    return out.getvalue()


def with_picture(
    paper: Paper,
    data: bytes,
    size: tuple[int, int],
    place: tuple[float, float, float, float] = (0, 0, WIDTH, HEIGHT),
    coded: str = "/DCTDecode",
    bits: int = 8,
    over: bool = False,
) -> bytes:
    """Return a page with a picture under its text, or over it; `size` in pixels, `place`: left,
    bottom, width and height in points.
    """
    with pikepdf.open(io.BytesIO(paper.bytes())) as pdf:
        page = pdf.pages[0]
        picture = pdf.make_stream(data)
        told: dict[str, Any] = {
            "/Type": pikepdf.Name.XObject,
            "/Subtype": pikepdf.Name.Image,
            "/Width": size[0],
            "/Height": size[1],
            "/ColorSpace": pikepdf.Name.DeviceGray,
            "/BitsPerComponent": bits,
        }
        for key, value in told.items():
            picture[key] = value
        if coded:
            picture.Filter = pikepdf.Name(coded)
        page.obj.Resources.XObject = pikepdf.Dictionary(Pic=picture)
        x, y, wide, high = place
        drawn = f"q {wide} 0 0 {high} {x} {y} cm /Pic Do Q".encode()
        text = b"q " + page.Contents.read_bytes() + b" Q"
        parts = (text, drawn) if over else (drawn, text)
        page.obj.Contents = pdf.make_stream(b"\n".join(parts))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def paper(size: float = 14) -> Paper:
    """Return an empty page of the size of the samples' pages."""
    return Paper(width=WIDTH, height=HEIGHT, size=size)


def scan(over: Paper | None = None, sample: str = SAMPLE, page: int = 0) -> bytes:
    """Return a page as a scanner gives it, text laid over it."""
    picture = grey(sample, page)
    high, wide = picture.shape
    return with_picture(over or paper(), jpeg(picture), (wide, high))


def flat(shade: int, wide: int = 600, high: int = 800) -> tuple[bytes, tuple[int, int]]:
    """Return the compressed data of a picture of one shade, and its size."""
    return zlib.compress(bytes([shade]) * (wide * high)), (wide, high)


class _Outline(BasePen):  # type: ignore[misc]
    """Writes outlines as a page's content."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.said: list[str] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.said.append(f"{pt[0]} {pt[1]} m")

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self.said.append(f"{pt[0]} {pt[1]} l")

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self.said.append(" ".join(f"{x:.0f} {y:.0f}" for x, y in points) + " c")

    def _closePath(self) -> None:
        self.said.append("h")


def outlined(text: str, x: float, bottom: float, size: float) -> str:
    """Return the content that draws a text as shapes, one for each letter, as programs for posters
    do.
    """
    with TTFont(SAMPLES / "fonts" / "Sarabun-Regular.ttf") as font:
        glyphs, names, at = font.getGlyphSet(), font.getBestCmap(), 0.0
        by, made = size / font["head"].unitsPerEm, []
        for letter in text:
            glyph = glyphs[names[ord(letter)]]
            pen = _Outline(glyphs)
            glyph.draw(pen)
            if pen.said:
                place = f"{by:.5f} 0 0 {by:.5f} {x + at * by:.2f} {bottom}"
                made.append(f"q {place} cm {' '.join(pen.said)} f Q")
            at += glyph.width
    return "\n".join(made)
