"""Scans of our own samples are read as their text layers are: years, dates and rounds, table
cells, doubts where letters are unsure.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein
from read.drawing import stroke, turned
from read.scanned import SAMPLE, grey

from ita_checker.model import Document, Source
from ita_checker.read import Options, read
from ita_checker.read.ocr.page import read_picture

SAMPLES = Path(__file__).parents[3] / "samples"
NUMBER = re.compile("[0-9๐-๙]{4}")
THAI = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def scan(
    source: Path,
    target: Path,
    page: int,
    dpi: int,
    skew: float,
    quarters: int = 0,
    told: int | None = None,
) -> Path:
    """Write one page as a scanner would: grey, turned, grainy, JPEG, without a text layer; `told`:
    the dpi that the file tells.
    """
    with pypdfium2.PdfDocument(source) as pdf:
        grey = np.asarray(pdf[page].render(scale=dpi / 72).to_pil().convert("L"))
    askew = turned(grey, skew)
    grain = np.random.default_rng(1).normal(0, 6, askew.shape)
    made = np.rot90(np.clip(askew * 0.88 + 20 + grain, 0, 255).astype(np.uint8), -quarters)
    Image.fromarray(np.ascontiguousarray(made)).save(
        target, "PDF", resolution=told or dpi, quality=70
    )
    return target


def numbers(text: str) -> list[str]:
    return sorted(NUMBER.findall("".join(text.split()).translate(THAI)))


def both(
    source: Path, tmp_path: Path, page: int, dpi: int = 200, skew: float = 0.6
) -> tuple[Document, Document]:
    """Return the page as its text layer tells it, and as it is read off its scan."""
    return read(source, Options(pages=(page + 1, page + 1))), read(
        scan(source, tmp_path / "scan.pdf", page, dpi, skew)
    )


@pytest.mark.parametrize("name", ["2564/huai-nam-rae/O43.pdf", "2564/nong-khrang-nuea/O43.pdf"])
@pytest.mark.parametrize("page", [0, 1])
def test_a_scan_tells_the_same_years_as_the_text_layer(
    name: str, page: int, tmp_path: Path
) -> None:
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
        points = np.cumsum(random.integers(-22, 26, (60, 2)), axis=0) // 2 + np.array(
            [150, 150 + 150 * row]
        )
        stroke(grey, points.tolist(), 40, 3)
    Image.fromarray(grey).save(tmp_path / "scan.pdf", "PDF", resolution=144)
    page = read(tmp_path / "scan.pdf").pages[0]
    assert len("".join(line.text for line in page.lines if len(line.text) > 3)) == 0


REPORT = SAMPLES / "2564/huai-nam-rae/O43.pdf"


def test_a_mixed_file_is_read_page_by_page(tmp_path: Path) -> None:
    with (
        pypdfium2.PdfDocument(REPORT) as whole,
        pypdfium2.PdfDocument(scan(REPORT, tmp_path / "one.pdf", 1, 150, 0.5)) as picture,
    ):
        mixed = pypdfium2.PdfDocument.new()
        mixed.import_pages(whole, [0])
        mixed.import_pages(picture, [0])
        mixed.import_pages(whole, [2])
        mixed.save(tmp_path / "mixed.pdf")
    layer, read_back = read(REPORT, Options(pages=(1, 3))), read(tmp_path / "mixed.pdf")
    assert [page.source for page in read_back.pages] == [Source.TEXT, Source.OCR, Source.TEXT]
    assert [page.text for page in read_back.pages[::2]] == [page.text for page in layer.pages[::2]]
    assert numbers(read_back.pages[1].text) == numbers(layer.pages[1].text)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_scanned_on_its_side_or_head_is_read_and_its_places_are_told_as_it_lies(
    quarters: int, tmp_path: Path
) -> None:
    layer = read(REPORT, Options(pages=(2, 2))).pages[0]
    page = read(scan(REPORT, tmp_path / "scan.pdf", 1, 150, 0.0, quarters)).pages[0]
    assert numbers(page.text) == numbers(layer.text)
    sides = (layer.width, layer.height) if quarters == 2 else (layer.height, layer.width)
    assert (page.width, page.height) == pytest.approx(sides, abs=1)
    first, found = next(line for line in layer.lines if line.text), page.lines[0]
    x, y = (first.box.x0 + first.box.x1) / 2, (first.box.top + first.box.bottom) / 2
    lies = {
        1: (layer.height - y, x),
        2: (layer.width - x, layer.height - y),
        3: (y, layer.width - x),
    }[quarters]
    assert (
        (found.box.x0 + found.box.x1) / 2,
        (found.box.top + found.box.bottom) / 2,
    ) == pytest.approx(lies, abs=4)
    assert found.box.x0 - 4 <= min(found.edges) <= max(found.edges) <= found.box.x1 + 4


@pytest.mark.parametrize("told", [36, 72, 700])
def test_a_scan_whose_file_tells_a_wrong_fineness_is_read_all_the_same(
    told: int, tmp_path: Path
) -> None:
    layer = read(REPORT, Options(pages=(2, 2))).pages[0]
    page = read(scan(REPORT, tmp_path / "scan.pdf", 1, 150, 0.4, told=told)).pages[0]
    assert numbers(page.text) == numbers(layer.text)
    by = 150 / told
    assert (page.width, page.height) == pytest.approx(
        (layer.width * by, layer.height * by), rel=0.01
    )
    first = next(line for line in layer.lines if line.text)
    assert page.lines[0].box.x0 == pytest.approx(first.box.x0 * by, abs=8 * by)


def test_letters_of_a_narrow_face_are_read_as_those_of_a_broad_one_are() -> None:
    broad = grey(page=1, dpi=200)
    high, wide = broad.shape
    narrow = Image.fromarray(broad).resize((wide * 3 // 4, high), Image.Resampling.BOX)
    told = read(SAMPLES / SAMPLE, Options(pages=(2, 2))).pages[0].text
    seen = read_picture(np.asarray(narrow), 200 / 72, 1)
    assert seen is not None
    assert Levenshtein.distance("".join(told.split()), "".join(seen.text.split())) <= 3
    assert sum(len(line.doubtful) for line in seen.lines) <= 10
