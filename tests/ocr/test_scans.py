"""Scans of our own samples are read as their text layers are: years, dates and rounds, table cells, doubts where letters are unsure."""

from __future__ import annotations

import re
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image

from ita_checker.model import Document, Source
from ita_checker.read import Options, read

SAMPLES = Path(__file__).parent.parent.parent / "samples"
NUMBER = re.compile("[0-9๐-๙]{4}")
THAI = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def scan(source: Path, target: Path, page: int, dpi: int, skew: float) -> Path:
    """Write one page as a scanner would: grey, turned, grainy, JPEG, without a text layer."""
    with pypdfium2.PdfDocument(source) as pdf:
        grey = np.asarray(pdf[page].render(scale=dpi / 72).to_pil().convert("L"))
    height, width = grey.shape
    turned = cv2.warpAffine(grey, cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1.0), (width, height), borderValue=255)
    grain = np.random.default_rng(1).normal(0, 6, turned.shape)
    Image.fromarray(np.clip(turned * 0.88 + 20 + grain, 0, 255).astype(np.uint8)).save(target, "PDF", resolution=dpi, quality=70)
    return target


def numbers(text: str) -> list[str]:
    return sorted(NUMBER.findall("".join(text.split()).translate(THAI)))


def both(source: Path, tmp_path: Path, page: int, dpi: int = 200, skew: float = 0.6) -> tuple[Document, Document]:
    """Return the page as its text layer tells it, and as it is read off its scan."""
    return read(source, Options(pages=(page + 1, page + 1))), read(scan(source, tmp_path / "scan.pdf", page, dpi, skew))


@pytest.mark.parametrize("name", ["2564/huai-nam-rae/O43.pdf", "2564/nong-khrang-nuea/O43.pdf"])
@pytest.mark.parametrize("page", [0, 1])
def test_a_scan_tells_the_same_years_as_the_text_layer(name: str, page: int, tmp_path: Path) -> None:
    layer, scanned = both(SAMPLES / name, tmp_path, page)
    assert [one.source for one in scanned.pages] == [Source.OCR]
    assert numbers(scanned.text) == numbers(layer.text)


def test_pictures_are_not_read_when_told_so(tmp_path: Path) -> None:
    page = scan(SAMPLES / "2564/huai-nam-rae/O43.pdf", tmp_path / "scan.pdf", 0, 100, 0.0)
    assert [one.source for one in read(page, Options(ocr="never")).pages] == [Source.UNREAD]


def test_scribbles_do_not_become_words(tmp_path: Path) -> None:
    random = np.random.default_rng(5)
    grey = np.full((1600, 1200), 255, np.uint8)
    for row in range(9):
        points = np.cumsum(random.integers(-22, 26, (60, 2)), axis=0) // 2 + np.array([150, 150 + 150 * row])
        cv2.polylines(grey, [points.astype(np.int32)], False, 40, 3, cv2.LINE_AA)
    Image.fromarray(grey).save(tmp_path / "scan.pdf", "PDF", resolution=144)
    page = read(tmp_path / "scan.pdf").pages[0]
    assert len("".join(line.text for line in page.lines if len(line.text) > 3)) == 0
