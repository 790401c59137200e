"""Pages as a scanner hands them on: pictures without a text layer, grey paper, a little turned,
grainy, JPEG.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime

import numpy as np
import pypdfium2
from fpdf import FPDF
from numpy.typing import NDArray
from PIL import Image, ImageFilter

PAPER, BLACK = 236, 38  # shades of the paper and of the ink
GRAIN = 3.0  # how far a pixel's shade strays
QUALITY = 32  # of the JPEG: office scanners save like this


def scanned(content: bytes, dpi: int, skew: float, title: str) -> bytes:
    """Return a PDF of pictures of a PDF's pages, turned by so many degrees clockwise; the same
    bytes at every making.
    """
    grain = np.random.default_rng(7)
    made = FPDF(unit="pt")
    made.set_creation_date(datetime(2025, 1, 1, tzinfo=UTC))
    made.set_title(title)
    with pypdfium2.PdfDocument(content) as pdf:
        for page in pdf:
            wide, tall = page.get_size()
            made.add_page(format=(wide, tall))
            made.image(
                io.BytesIO(picture(page.render(scale=dpi / 72).to_pil(), skew, grain)),
                0,
                0,
                wide,
                tall,
            )
    return bytes(made.output())


def picture(page: Image.Image, skew: float, grain: np.random.Generator) -> bytes:
    """Return a page's picture as JPEG."""
    turned = (
        page.convert("L")
        .rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255)
        .filter(ImageFilter.GaussianBlur(0.5))
    )
    shades: NDArray[np.float64] = BLACK + (PAPER - BLACK) * np.asarray(turned, np.float64) / 255
    shades += grain.normal(0, GRAIN, shades.shape)
    out = io.BytesIO()
    Image.fromarray(np.clip(shades, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
