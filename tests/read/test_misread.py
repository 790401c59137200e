"""Pages whose picture nobody can read well are doubted."""

from __future__ import annotations

from array import array
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from paper import Paper
from PIL import Image, ImageDraw, ImageFont
from read.scanned import jpeg, with_picture

from ita_checker.model import Box, Doubtful, Line, Page, Source, Words
from ita_checker.read import read
from ita_checker.read.damage import Damage
from ita_checker.read.misread import misread
from ita_checker.read.pictured import Eye

FONT = Path(__file__).parents[2] / "samples" / "fonts" / "Sarabun-Bold.ttf"
POSTER = ["ประกาศนโยบายไม่รับของขวัญ", "และของกำนัลทุกชนิด", "ประจำปีงบประมาณ พ.ศ. 2568"]
WIDE, HIGH = 1240, 1754


@pytest.mark.parametrize(("slant", "quality"), [(0.0, "ocr"), (0.5, "doubtful")])
def test_a_poster_in_letters_that_are_hard_to_read_is_doubted(
    slant: float, quality: str, tmp_path: Path
) -> None:
    page = Image.new("L", (WIDE, HIGH), 255)
    letters = ImageFont.truetype(str(FONT), 60)
    for number, text in enumerate(POSTER):
        ImageDraw.Draw(page).text((260, 200 + 130 * number), text, font=letters, fill=0)
    turn = (1, slant, -400 * slant, 0, 1, 0)
    page = page.transform(
        page.size, Image.Transform.AFFINE, turn, Image.Resampling.BILINEAR, fillcolor=255
    )
    poster = with_picture(Paper(595, 842), jpeg(np.asarray(page)), (WIDE, HIGH))
    (tmp_path / "poster.pdf").write_bytes(poster)
    seen = read(tmp_path / "poster.pdf").pages[0]
    assert seen.quality == quality
    assert (seen.reason is not None and "hard to read" in seen.reason.en) == bool(slant)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("ประกาศนโยบายไม่รับของขวัญและของกำนัล" * 9, False),
        ("ปรพกาฬนโฆบาฌไฒ่รัฃฃองขฎัญแลฦฃองกำนัฐ" * 9, True),
    ],
)
def test_a_page_of_words_that_no_dictionary_knows_is_doubted_however_sure_its_letters(
    text: str, doubted: bool
) -> None:
    edges = array("f", [float(side) for at in range(len(text)) for side in (at, at + 1)])
    assert misread(Page(1, 400, 300, (Line(text, Box(0, 0, 99, 15), edges, text),))) is doubted


@pytest.mark.parametrize(
    ("unsure", "guessed", "doubted"), [(7, 3, True), (6, 1, False), (3, 3, False), (5, 3, True)]
)
def test_a_page_is_doubted_where_many_letters_are_unsure_and_some_hardly_more_than_guessed(
    unsure: int, guessed: int, doubted: bool
) -> None:
    text = ("ประกาศนโยบายไม่รับของขวัญและของกำนัล" * 3)[:100]
    edges = array("f", [float(side) for at in range(len(text)) for side in (at, at + 1)])
    doubts = tuple(Doubtful(at, 0.5 if at < guessed else 0.8, "") for at in range(unsure))
    line = Line(text, Box(0, 0, 99, 15), edges, text, doubtful=doubts)
    assert misread(Page(1, 400, 300, (line,))) is doubted


@pytest.mark.parametrize(
    ("shown", "quality"),
    [
        ("ประกาศนโยบายไม่รับของขวัญและของกำนัล" * 9, "ocr"),
        ("ปรพกาฬนโฆบาฌไฒ่รัฃฃองขฎัญแลฦฃองกำนัฐ" * 9, "doubtful"),
    ],
)
def test_a_page_read_off_its_picture_for_its_broken_codes_is_doubted_where_that_is_misread(
    shown: str, quality: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(text: str, **told: Any) -> Page:
        edges = array("f", [float(side) for at in range(len(text)) for side in (at, at + 1)])
        line = Line(text, Box(0, 0, len(text), 15), edges, text)
        return Page(1, 400, 300, (line,), **told)

    seen = page(shown, source=Source.OCR, quality="ocr")
    monkeypatch.setattr(Eye, "_read", lambda *asked: seen)
    monkeypatch.setattr(Eye, "_damage", lambda *asked: Damage())
    sheet: Any = SimpleNamespace(number=1, hidden=0)
    file_says = page("กรุผมฝนขวยฟนษพ" * 24, quality="doubtful", reason=Words("", "codes"))
    made = Eye("auto", "own", lambda: True).settled(sheet, cast(Any, None), file_says)
    assert (made.source, made.quality) == (Source.OCR, quality)
    assert made.reason is not None and "not what the page shows" in made.reason.en


@pytest.mark.parametrize(
    ("unsure", "word", "doubted"),
    [
        (0.055, "ประกาศ", True),  # by neither count alone, by both together
        (0.035, "ประกาศ", False),
        (0.055, "Policy", False),  # Latin is unsure on pages that are read well
    ],
)
def test_letters_of_thai_that_are_unsure_and_guessed_are_weighed_together(
    unsure: float, word: str, doubted: bool
) -> None:
    text = f"{word} ประกาศนโยบายไม่รับของขวัญ" * 40
    edges = array("f", [float(side) for at in range(len(text)) for side in (at, at + 1)])
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    places = [start + at for at in range(len(word)) for start in starts]
    many = round(unsure * len(text.replace(" ", "")))
    doubtful = tuple(
        Doubtful(at, 0.6 if number % 3 == 0 else 0.8)
        for number, at in enumerate(sorted(places[:many]))
    )
    line = Line(text, Box(0, 0, 99, 15), edges, text, doubtful=doubtful)
    assert misread(Page(1, 400, 300, (line,))) is doubted
