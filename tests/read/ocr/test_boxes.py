"""Boxes on a scan are read as ticked or empty by their shape; a framed digit, a solid bullet and
letters are none.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from read.drawing import block, frame, stroke, turned

from ita_checker.read.ocr.boxes import Corners, Place, boxes, with_boxes
from ita_checker.read.ocr.ink.strips import Strip, pieces
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.page import read_picture

FONT = Path(__file__).parents[3] / "samples" / "fonts" / "Sarabun-Regular.ttf"
DPI, SIZE = 200, 42


def box(pen: ImageDraw.ImageDraw, x: int, y: int, tick: str) -> None:
    """Draw a box, empty or ticked with a hook, a cross or a smaller filled square."""
    side = 24
    pen.rectangle((x, y, x + side, y + side), outline=0, width=2)
    if tick == "hook":
        pen.line([(x + 4, y + 12), (x + 10, y + 20), (x + 22, y + 3)], fill=0, width=2)
    elif tick == "cross":
        pen.line([(x + 3, y + 3), (x + 21, y + 21)], fill=0, width=2)
        pen.line([(x + 21, y + 3), (x + 3, y + 21)], fill=0, width=2)
    elif tick == "square":
        pen.rectangle((x + 6, y + 6, x + 18, y + 18), fill=0)


@pytest.mark.parametrize("tick", ["hook", "cross", "square"])
@pytest.mark.parametrize("degrees", [0.0, -0.6])
def test_boxes_before_rounds_are_read_as_ticked_and_empty(tick: str, degrees: float) -> None:
    page = Image.new("L", (1654, 1100), 255)
    pen, letters = ImageDraw.Draw(page), ImageFont.truetype(str(FONT), SIZE)
    said = ""
    for row in range(8):
        y, first = 150 + 90 * row, row % 3 == 0
        for at, (x, text) in enumerate(((160, "รอบ 6 เดอน"), (640, "รอบ 12 เดอน"))):
            ticked = first == (at == 0)
            box(pen, x, y + 20, tick if ticked else "")
            pen.text((x + 44, y), text, font=letters, fill=0)
            said += "☑" if ticked else "☐"
    askew = turned(np.asarray(page), degrees)
    grain = np.random.default_rng(6).normal(0, 6, askew.shape)
    grey = np.clip(askew * 0.88 + 20 + grain, 0, 255).astype(np.uint8)
    read = read_picture(grey, DPI / 72, 1)
    assert read is not None
    text = "".join(line.text for line in read.lines)
    assert "".join(letter for letter in text if letter in "☐☑") == said
    assert text.count("12") == 8


def seen(mask: np.ndarray) -> list[tuple[int, int, bool]]:
    """Return the boxes among all the pieces of a mask, taken for a line of letters of 16 pixels."""
    found = pieces(mask, 2.0)
    numbers = tuple(np.flatnonzero(found.boxes[:, 2] > 0).tolist())
    strip = Strip(0, 0, mask.shape[1], mask.shape[0], 40, 56, numbers)
    return [place[:3] for place in boxes(found, strip, Corners.of(found, 16.0))]


def paper() -> np.ndarray:
    return np.zeros((100, 200), np.uint8)


def test_a_frame_with_corners_is_a_box_and_a_ring_or_a_bullet_is_none() -> None:
    mask = paper()
    frame(mask, (20, 40), (40, 60), 255, 2)
    assert seen(mask) == [(19, 42, False)]
    stroke(mask, [(24, 52), (29, 56), (37, 44)], 255, 2)
    assert seen(mask) == [(19, 42, True)]
    bullet, open_frame, round_one = paper(), paper(), paper()
    block(bullet, (20, 40), (40, 60), 255)
    frame(open_frame, (20, 40), (40, 60), 255, 2)
    open_frame[38:44, 24:38] = 0
    y, x = np.mgrid[:100, :200]
    far = np.hypot(y - 50, x - 30)
    round_one[(far > 8) & (far < 11)] = 255
    assert [seen(mask) for mask in (bullet, open_frame, round_one)] == [[], [], []]


def test_a_box_filled_in_or_ticked_beyond_its_sides_is_ticked() -> None:
    filled, beyond = paper(), paper()
    for mask in (filled, beyond):
        frame(mask, (20, 40), (40, 60), 255, 2)
    block(filled, (23, 42), (37, 57), 255)
    stroke(beyond, [(24, 52), (29, 56), (37, 38)], 255, 2)
    beyond[37:39, 35:38] = 255
    beyond[39, 22:33] = 0  # its upper wall is faint
    assert seen(filled) == [(19, 42, True)]
    assert seen(beyond) == [(19, 42, True)]


def test_a_framed_digit_stays_a_digit_and_a_box_takes_the_place_of_what_was_read() -> None:
    digit, ring = Letter("5", 0.1, 0.2, 0.97, ""), Letter("0", 0.1, 0.2, 0.97, "")
    word = Letter("ร", 0.4, 0.5, 0.99, "")
    assert with_boxes([digit, word], [Place(8, 24, True)], 0, 100) == [digit, word]
    told = with_boxes([ring, word], [Place(8, 24, False)], 0, 100)
    assert [letter.letter for letter in told] == ["☐", "ร"]
    told = with_boxes([word], [Place(60, 75, True)], 0, 100)
    assert [letter.letter for letter in told] == ["ร", "☑"]


def cell(mask: np.ndarray) -> list[tuple[int, int, bool]]:
    """Return the boxes among the pieces of a mask that stand alone in a cell."""
    found = pieces(mask, 2.0)
    numbers = tuple(np.flatnonzero(found.boxes[:, 2] > 0).tolist())
    x0, y0, x1, y1 = found.boxes[list(numbers)].max(axis=0)
    strip = Strip(int(x0), int(y0), int(x1), int(y1), int(y0), int(y1), numbers)
    return [place[:3] for place in boxes(found, strip, Corners.of(found, 16.0))]


def test_a_tick_or_a_cross_far_beyond_a_box_ticks_it_also_alone_in_a_cell() -> None:
    ticked, crossed, letter = paper(), paper(), paper()
    for mask in (ticked, crossed):
        frame(mask, (20, 40), (42, 62), 255, 2)
    stroke(ticked, [(24, 50), (30, 58), (46, 36)], 255, 3)
    stroke(crossed, [(15, 35), (47, 67)], 255, 3)
    stroke(crossed, [(47, 35), (15, 67)], 255, 3)
    assert [place[2] for mask in (ticked, crossed) for place in cell(mask)] == [True, True]
    stroke(letter, [(20, 40), (20, 70), (44, 70), (44, 40)], 255, 3)  # บ of a heading
    assert cell(letter) == []


def test_what_is_read_in_a_box_that_its_tick_touches_is_the_tick() -> None:
    cross, digit = Letter("ฬ", 0.1, 0.2, 0.97, ""), Letter("๒", 0.1, 0.2, 0.97, "")
    told = [
        "".join(letter.letter for letter in with_boxes([each], [Place(8, 24, True, *how)], 0, 100))
        for each in (cross, digit)
        for how in ((False, False), (False, True), (True, False))
    ]
    assert told == ["ฬ", "☑", "☑", "๒", "๒", "☑"]


def test_strokes_that_run_far_out_of_a_box_tick_it_and_letters_grown_together_are_none() -> None:
    slash, corners, letters = paper(), paper(), paper()
    for mask in (slash, corners, letters):
        frame(mask, (20, 40), (38, 58), 255, 2)
    stroke(slash, [(16, 66), (44, 30)], 255, 2)
    for line in ([(8, 30), (50, 70)], [(50, 28), (10, 70)]):
        stroke(corners, line, 255, 3)
    stroke(letters, [(20, 49), (38, 49)], 255, 2)
    for x in range(38, 60, 4):
        stroke(letters, [(x, 40), (x, 58), (x + 4, 58)], 255, 2)
    assert [seen(mask) for mask in (slash, corners, letters)] == [
        [(19, 41, True)],
        [(19, 41, True)],
        [],
    ]


def test_a_box_all_black_is_ticked_beside_boxes_as_large_and_a_bullet_alone() -> None:
    beside, alone = paper(), paper()
    frame(beside, (80, 40), (102, 62), 255, 2)
    for mask in (beside, alone):
        block(mask, (20, 40), (42, 62), 255)
    assert [place[2] for place in seen(beside)] == [True, False]
    assert seen(alone) == []


def test_a_dot_in_a_box_ticks_it_whatever_digit_it_was_read_as() -> None:
    mask, digit = paper(), paper()
    for each in (mask, digit):
        frame(each, (20, 40), (40, 60), 255, 1)
    block(mask, (27, 46), (34, 53), 255)
    frame(digit, (25, 44), (34, 56), 255, 2)
    found = pieces(mask, 2.0), pieces(digit, 2.0)
    filled = []
    for one in found:
        numbers = tuple(np.flatnonzero(one.boxes[:, 2] > 0).tolist())
        strip = Strip(0, 0, 200, 100, 40, 56, numbers)
        filled.append(boxes(one, strip, Corners.of(one, 16.0))[0].filled)
    assert filled == [True, False]


@pytest.mark.parametrize(("behind", "told"), [("n", "@n"), ("ก", "☑ก")])
def test_an_at_sign_before_a_latin_name_is_no_ticked_box(behind: str, told: str) -> None:
    sign, name = Letter("@", 0.1, 0.2, 0.95, ""), Letter(behind, 0.22, 0.3, 0.99, "")
    read = with_boxes([sign, name], [Place(10, 20, True, joined=True)], 0, 100)
    assert "".join(one.letter for one in read) == told


@pytest.mark.parametrize(
    ("points", "said"),
    [([(23, 57), (37, 43)], "☑"), ([(24, 45), (36, 45), (29, 57)], "7")],
    ids=["slash", "seven"],
)
def test_a_stroke_in_a_box_that_is_read_as_a_digit_ticks_it_where_it_looks_like_a_tick(
    points: list[tuple[int, int]], said: str
) -> None:
    mask = paper()
    frame(mask, (20, 40), (40, 60), 255, 2)
    stroke(mask, points, 255, 2)
    found = pieces(mask, 2.0)
    numbers = tuple(np.flatnonzero(found.boxes[:, 2] > 0).tolist())
    strip = Strip(0, 0, 200, 100, 40, 56, numbers)
    places = boxes(found, strip, Corners.of(found, 16.0))
    read = with_boxes([Letter("7", 0.12, 0.18, 0.95, "")], places, 0, 200)
    assert "".join(each.letter for each in read) == said
