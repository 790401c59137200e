"""Pictures whose file writes more or fewer bits a pixel than pdfium draws are whole where all their
rows are there, and damaged where some are not.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from read.scanned import grey, paper, with_picture

from ita_checker.model import Page, Source
from ita_checker.read import read

DEPTHS = (2, 4, 16)


def _packed(picture: NDArray[np.uint8], bits: int) -> bytes:
    """Return the rows of a grey picture with so many bits a pixel."""
    if bits > 8:
        return picture.repeat(2, axis=1).tobytes()
    each = 8 // bits
    wide = np.pad(picture >> (8 - bits), ((0, 0), (0, -picture.shape[1] % each)))
    parts = wide.reshape(len(picture), -1, each) << np.arange(8 - bits, -1, -bits)
    return parts.sum(axis=2).astype(np.uint8).tobytes()


def _page(rows: bytes, bits: int, folder: Path) -> Page:
    path = folder / "paper.pdf"
    high, wide = grey().shape
    data = zlib.compress(rows)
    path.write_bytes(with_picture(paper(), data, (wide, high), coded="/FlateDecode", bits=bits))
    return read(path).pages[0]


@pytest.mark.parametrize("bits", DEPTHS)
def test_a_scan_of_any_depth_is_read(bits: int, tmp_path: Path) -> None:
    page = _page(_packed(grey(), bits), bits, tmp_path)
    assert page.source is Source.OCR
    assert "มาตรการ" in page.text


@pytest.mark.parametrize("bits", DEPTHS)
def test_a_scan_of_any_depth_that_lacks_rows_is_unread(bits: int, tmp_path: Path) -> None:
    rows = _packed(grey(), bits)
    page = _page(rows[: len(rows) * 3 // 5], bits, tmp_path)
    assert page.source is Source.UNREAD
    assert page.reason is not None and page.reason.en == "the picture on this page is damaged"
