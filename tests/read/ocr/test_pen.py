"""What a pen wrote behind printed words and into cells is marked, and read as no words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from paper import Paper
from PIL import Image, ImageDraw, ImageFont
from read.drawing import rule, stroke

from ita_checker.model import PEN
from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import Read
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.page import read_picture
from ita_checker.read.ocr.pen import by_hand, with_ticks
from ita_checker.read.pieces import letters_alone

FONT = Path(__file__).parents[3] / "samples" / "fonts" / "Sarabun-Regular.ttf"
DPI, SIZE = 200, 42
CUT = Crop(np.zeros((4, 4), np.uint8), 0, 0, 4, 4)
PAPER = "ประกาศเจตนารมณ์ของผู้บริหารและพนักงาน"


def strip(x0: int, wide: int, tall: int = 20) -> Strip:
    return Strip(x0, 100, x0 + wide, 100 + tall, 100, 100 + tall, (1,))


TITLE, LINE, BESIDE, CELL = strip(0, 900), strip(1000, 300), strip(1350, 200), strip(1600, 80)
TITLED = ([Letter(letter, 0, 1, 0.99, "") for letter in PAPER], CUT)


def said(*words: tuple[str, float]) -> tuple[list[Letter], Crop]:
    """Return a strip's words, of each how sure the reader is."""
    spaced = [Letter(letter, 0, 1, sure, "") for word, sure in words for letter in (" ", *word)]
    return spaced[1:], CUT


def marked(read: Read, *unread: Strip, cells: frozenset[Strip] = frozenset()) -> dict[Strip, str]:
    """Return what is said of each strip; `unread`: those that are no print."""
    whole = {TITLE: TITLED, **read}
    sure = {each: found for each, found in whole.items() if each not in unread}
    made = by_hand(sure, whole, cells, [(TITLE,), (LINE, BESIDE)])
    return {
        each: "".join(letter.letter for letter in letters)
        for each, (letters, _) in made.items()
        if each is not TITLE
    }


def test_a_word_of_which_the_reader_is_not_sure_behind_words_it_reads_well_is_a_pens() -> None:
    line = said(("ประกาศ", 0.99), ("กfhJ", 0.6), ("ณ", 0.7), ("เดือน", 0.98), ("ว/", 0.6))
    assert marked({LINE: line}) == {LINE: f"ประกาศ {PEN} เดือน {PEN}"}


def test_numbers_ticks_and_latin_words_are_left_to_the_doubts_of_their_letters() -> None:
    line = said(("ประกาศ", 0.99), ("9๙", 0.5), ("✓", 0.6), ("Pohcy", 0.6))
    assert marked({LINE: line}) == {LINE: "ประกาศ 9๙ ✓ Pohcy"}
    guessed = said(("ประกาศ", 0.99), ("4,", 0.42), ("เดือน", 0.99))
    assert marked({LINE: guessed}) == {LINE: f"ประกาศ {PEN} เดือน"}


def test_latin_words_in_brackets_with_digits_or_a_thai_letter_amid_them_are_no_pens() -> None:
    words = [
        ("(FIow", 0.78),
        ("Chaป)", 0.76),
        ("C0S0", 0.7),
        ("(Mf.", 0.76),
        ("1S0", 0.6),
        ("(lDพ", 0.74),
    ]
    line = said(("แผนผัง", 0.99), *words, ("ณ", 0.6), ("สำนักงาน", 0.99))
    assert marked({LINE: line}) == {LINE: "แผนผัง (FIow Chaป) C0S0 (Mf. 1S0 (lDพ ณ สำนักงาน"}
    strokes = said(("แผนผัง", 0.99), ("V๗y", 0.6), ("rนฏศ", 0.7), ("สำนักงาน", 0.99), ("VV", 0.5))
    assert marked({LINE: strokes}) == {LINE: f"แผนผัง {PEN} สำนักงาน {PEN}"}


def test_what_stands_before_all_print_is_no_pens_and_a_page_hard_to_read_tells_of_none() -> None:
    assert marked({LINE: said(("๖>>x", 0.5), ("ประกาศ", 0.99))}) == {LINE: "๖>>x ประกาศ"}
    poor = said(("ประกาศเจตนารมณ์ของผู้บริหาร", 0.8), ("เดรือน", 0.6))
    assert marked({LINE: poor}) == {LINE: "ประกาศเจตนารมณ์ของผู้บริหาร เดรือน"}


def test_strokes_that_are_no_print_are_marked_behind_print_and_in_cells() -> None:
    read = {LINE: said(("ลงชื่อ", 0.99)), BESIDE: said(("~V", 0.3)), CELL: said(("/A", 0.3))}
    found = marked(read, BESIDE, CELL, cells=frozenset({CELL}))
    assert found == {LINE: "ลงชื่อ", BESIDE: PEN, CELL: PEN}


def test_a_line_of_strokes_is_marked_wherever_it_stands_and_a_short_one_is_left_out() -> None:
    line, short = strip(100, 280), strip(500, 60)
    lower = Strip(600, 100, 900, 120, 105, 116, (1,))
    for each in (line, lower):
        assert marked({each: said(("ท)ำ2นก", 0.6))}, each) == {each: PEN}
    assert marked({short: said(("ท)ำ2นก", 0.6))}, short) == {}


def test_print_amid_strokes_is_kept() -> None:
    read = {LINE: said(("ลงชื่อ", 0.99)), BESIDE: said(("~VA/", 0.3), ("ตำแหน่ง", 0.99), ("f", 0.2))}
    assert marked(read, BESIDE)[BESIDE] == f"{PEN} ตำแหน่ง {PEN}"


def scribble(page: np.ndarray, left: int, right: int, foot: int) -> None:
    """Draw a signature's strokes."""
    high = (40, 8, 30, 2, 44, 20, 36, 12)
    points = [
        (x, foot - high[at % len(high)] + 10 * (at % 3))
        for at, x in enumerate(range(left, right, 14))
    ]
    stroke(page, points, 30, 4)


def test_a_form_filled_in_by_hand_reads_as_its_print_and_signs_of_a_pen() -> None:
    sheet = Image.new("L", (1654, 900), 255)
    font, pen = ImageFont.truetype(str(FONT), SIZE), ImageDraw.Draw(sheet)
    for row, text in enumerate([PAPER, "ตามทแผนการดำเนนงานกำหนดไว", "ผลการดำเนนการครบถวน"]):
        pen.text((150, 120 + 80 * row), text, fill=0, font=font)
    pen.text((150, 400), "ลงนาม", fill=0, font=font)
    pen.text((700, 400), "ผรายงาน", fill=0, font=font)
    page = np.array(sheet)
    rule(page, (300, 460), (680, 460), 60, 2)
    scribble(page, 320, 660, 450)
    found = read_picture(page, DPI / 72, 1)
    assert found is not None
    assert " ".join(line.text for line in found.lines[3:]) == f"ลงนาม {PEN} ผรายงาน"
    assert [one.confidence for one in found.lines[3].doubtful] == [0.3]
    typed = read_picture(page, DPI / 72, 1, typed=True)
    assert typed is not None
    assert all(PEN not in line.text for line in typed.lines)


@pytest.mark.parametrize(
    ("drawn", "alone"),
    [
        ("", True),
        ("10 10 m 90 10 l 90 90 l h S", True),
        (" ".join(["10 10 m", *(f"{x} {x % 7} l" for x in range(30)), "S"]), False),
        ("BI /W 1 /H 1 /CS /G /BPC 8 ID 0 EI", False),
    ],
    ids=["letters", "lines", "strokes", "a picture"],
)
def test_nobody_wrote_upon_a_page_of_letters_and_lines_alone(drawn: str, alone: bool) -> None:
    paper = Paper().write("กรมการ", 50, 100)
    paper.content.append(f"q {drawn} Q")
    page = pypdfium2.PdfDocument(paper.bytes())[0]
    assert letters_alone(page) is alone


def test_a_wave_behind_print_is_a_pens_but_before_a_number() -> None:
    line = said(
        ("ตำแหน่ง", 0.99), ("พ~", 0.8), ("ราคา", 0.99), ("~", 0.97), ("บาท", 0.99), ("~5", 0.9)
    )
    assert marked({LINE: line}) == {LINE: f"ตำแหน่ง {PEN} ราคา {PEN} บาท ~5"}


@pytest.mark.parametrize(
    ("points", "sign"),
    [
        ([(6, 20), (12, 32), (32, 4)], "✓"),
        ([(10, 34), (26, 4)], "/"),
        ([(4, 20), (10, 8), (18, 32), (26, 8), (34, 20)], None),
    ],
    ids=["hook", "slash", "wave"],
)
def test_a_stroke_of_a_pen_in_a_cell_that_looks_like_a_tick_is_one(
    points: list[tuple[int, int]], sign: str | None
) -> None:
    ink = np.zeros((40, 40), np.uint8)
    stroke(ink, points, 255, 4)
    cut = Crop(ink, 0, 0, 40, 40)
    read = {TITLE: TITLED, CELL: (said(("1", 0.4))[0], cut), BESIDE: (said(("1", 0.4))[0], cut)}
    made = with_ticks({TITLE: TITLED}, read, frozenset({CELL}))
    assert {each: found[0][0].letter for each, found in made.items() if each is not TITLE} == (
        {} if sign is None else {CELL: sign}
    )
    known = {**read, CELL: (said(("1", 0.9))[0], cut)}
    assert with_ticks(known, known, frozenset({CELL}))[CELL][0][0].letter == "1"


def test_ticks_that_hang_together_or_with_letters_are_a_signatures_strokes() -> None:
    read = {LINE: said(("ลงชื่อ", 0.99), ("ก✓", 0.95)), CELL: said(("✓✓", 0.97))}
    assert marked(read, cells=frozenset({CELL})) == {LINE: f"ลงชื่อ {PEN}", CELL: PEN}
    alone = {CELL: said(("✓", 0.97)), BESIDE: said(("☑☐", 0.9))}
    assert marked(alone, cells=frozenset({CELL})) == {CELL: "✓", BESIDE: "☑☐"}


def test_on_a_coloured_page_strokes_in_cells_alone_are_a_pens() -> None:
    read = {TITLE: TITLED, BESIDE: said(("~VA", 0.5)), CELL: said(("ก✓", 0.9))}
    made = by_hand(read, read, frozenset({CELL}), [(TITLE, BESIDE)], alone=False)
    assert [letter.letter for letter in made[CELL][0]] == [PEN]
    assert made[BESIDE] == read[BESIDE]
    other = {TITLE: TITLED, CELL: said(("+", 0.4))}
    assert CELL not in by_hand({TITLE: TITLED}, other, frozenset({CELL}), (), alone=False)
