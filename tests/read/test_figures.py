"""Digits that a font's code map says for one another are told by their drawing."""

from __future__ import annotations

import copy
import io
from array import array
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Dictionary
from PIL import ImageFont
from read.fonts import embedded

from ita_checker.model import Box, Line, Page, Source
from ita_checker.read import Options, read
from ita_checker.read.layer.native import digits
from ita_checker.read.layer.native.code_maps import doubtful
from ita_checker.read.pictured import Eye

LINES = ("Report of 2567", "Plan of 2566 and 2568", "Signed in March 2567", "1,500 of 2,460")


@cache
def _font() -> tuple[bytes, dict[int, int], list[int]]:
    """Return the font that Pillow brings, its glyphs by their letters and how wide each is."""
    held = ImageFont.load_default(10)
    assert isinstance(held, ImageFont.FreeTypeFont)
    content = held.path.getvalue() if isinstance(held.path, io.BytesIO) else b""
    font = TTFont(io.BytesIO(content))
    scale = 1000 / font["head"].unitsPerEm
    order = font.getGlyphOrder()
    wide = [round(font["hmtx"][name][0] * scale) for name in order]
    return content, {code: order.index(name) for code, name in font.getBestCmap().items()}, wide


def _written(
    path: Path,
    says: Callable[[str], str],
    lines: tuple[str, ...] = LINES,
    drawn: Callable[[bytes], bytes] = bytes,
) -> Path:
    """Write lines with digits whose codes run backward; `says`: what the code map says of each,
    `drawn`: another face of the font.
    """
    content, glyphs, wide = _font()
    content = drawn(content)
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    letters = sorted({*"".join(lines), *"0123456789"}, reverse=True)
    numbers = [glyphs[ord(one)] for one in letters]
    places = b"".join(number.to_bytes(2, "big") for number in (0, *numbers))
    font = embedded(
        pdf,
        content,
        [500, *(wide[number] for number in numbers)],
        [(at, says(one)) for at, one in enumerate(letters, 1)],
        places,
    )
    page.Resources = Dictionary(Font=Dictionary(F=font))
    codes = ("".join(f"{letters.index(one) + 1:04X}" for one in line) for line in lines)
    drawn = "".join(f"<{code}> Tj 0 -30 Td " for code in codes)
    page.Contents = pdf.make_stream(f"BT /F 16 Tf 72 760 Td {drawn}ET".encode())
    pdf.save(path)
    return path


def _swapped(digit: str) -> str:
    return {"6": "0", "0": "6"}.get(digit, digit)


def test_digits_out_of_order_that_are_drawn_as_they_are_said_are_trusted(tmp_path: Path) -> None:
    page = read(_written(tmp_path / "a.pdf", str), Options(ocr="never")).pages[0]
    assert page.reason is None
    assert "2567" in page.text


@pytest.mark.parametrize("says", [_swapped, lambda digit: "0" if digit == "6" else digit])
def test_a_page_whose_digits_are_drawn_as_others_is_doubted_where_nobody_looks(
    tmp_path: Path, says: Callable[[str], str]
) -> None:
    page = read(_written(tmp_path / "a.pdf", says), Options(ocr="never")).pages[0]
    assert "2507" in page.text
    assert page.quality == "doubtful"
    assert page.reason is not None
    assert "digits" in page.reason.en


@pytest.mark.parametrize("most", [digits.MOST, 0])
def test_outlines_known_from_another_file_tell_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(digits, "_known", {})
    monkeypatch.setattr(digits, "MOST", most)
    paths = [_written(tmp_path / f"{at}.pdf", says) for at, says in enumerate((str, _swapped))]
    told = [read(path, Options(ocr="never")).pages[0].quality for path in paths * 2]
    assert told == ["trusted", "doubtful"] * 2


def _with_a_slim_two_for_seven(content: bytes) -> bytes:
    """Return a face whose 7 is a 2 of its own."""
    font = TTFont(io.BytesIO(content))
    slim = copy.deepcopy(font["glyf"]["two"])
    slim.coordinates.scale((0.9, 1))
    font["glyf"]["seven"] = slim
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def test_a_digit_is_not_taken_for_one_that_its_font_draws_otherwise(tmp_path: Path) -> None:
    path = _written(tmp_path / "a.pdf", str, drawn=_with_a_slim_two_for_seven)
    page = read(path, Options(ocr="never")).pages[0]
    assert "2567" in page.text
    assert (page.quality, page.reason) == ("trusted", None)


def test_a_picture_that_shows_other_digits_than_the_outlines_settles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [line.replace("0", "3").replace("6", "3") for line in LINES]
    monkeypatch.setattr(Eye, "look", lambda *_: _shown(*shown))
    page = read(_written(tmp_path / "a.pdf", _swapped)).pages[0]
    assert "2537" not in page.text
    assert page.quality == "doubtful"


def _shown(*texts: str) -> Page:
    """Return what a picture's reader says of the lines of `_written`."""
    lines = []
    for at, text in enumerate(texts):
        sides = array("f", (73.0 + step for step in range(2 * len(text))))
        lines.append(Line(text, Box(72, 66 + 30 * at, 400, 88 + 30 * at), sides, text))
    return Page(1, 595, 842, tuple(lines), source=Source.OCR, quality="ocr")


def test_a_page_whose_digits_are_drawn_as_others_says_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Eye, "look", lambda *_: _shown(*LINES))
    page = read(_written(tmp_path / "a.pdf", _swapped)).pages[0]
    assert page.text.split("\n")[:4] == list(LINES)
    assert (page.quality, page.reason) == ("repaired", None)


def test_a_page_is_doubted_whose_picture_does_not_tell_of_all_digits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Eye, "look", lambda *_: _shown(*LINES[:3], "of"))
    page = read(_written(tmp_path / "a.pdf", _swapped)).pages[0]
    assert "2567" in page.text
    assert page.quality == "doubtful"


@pytest.mark.parametrize(
    ("cmap", "twice", "unordered"),
    [
        (b"beginbfrange <0013> <001C> <0030> endbfrange", "", ""),
        (b"beginbfrange <0013> <0015> [<0030> <0031> <0032>] endbfrange", "", ""),
        (b"beginbfchar <01> <0032> <02> <0035> <03> <0036> endbfchar", "", "256"),
        (b"beginbfchar <12> <0032> <15> <0035> <16> <0035> endbfchar", "5", "25"),
        (b"beginbfchar <01> <0E52> endbfchar", "", "๒"),
    ],
)
def test_code_maps_tell_digits_out_of_order_and_those_said_twice(
    cmap: bytes, twice: str, unordered: str
) -> None:
    told = doubtful(cmap)
    assert (told.twice, told.unordered) == (frozenset(twice), frozenset(unordered))
