"""Boxes to tick that the file gives no reading for are told by how they are drawn."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from paper import Paper
from read.drawing import frame

from ita_checker.read import Options, read
from ita_checker.read.layer.boxes.round_boxes import CHOSEN, RING
from ita_checker.read.layer.boxes.ticks import EMPTY, TICKED, box, told
from ita_checker.read.layer.letters import Ink, Letter, Sheet

WALLS = b"40 w 60 20 660 660 re S "
CROSSED = b"40 w 150 110 m 630 590 l S 150 590 m 630 110 l S "
FRAME = b"25 w 230 20 310 650 re S "
DRAWN = {"empty": WALLS, "ticked": WALLS + CROSSED, "bare cross": CROSSED, "frame": FRAME}
LOST = (  # the code map of a program that has no font for a letter
    b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
    b"1 beginbfchar\n<01> <fffd>\nendbfchar endcmap"
)


def _page(kind: str, folder: Path, ticked: str = "", says: bytes = b"") -> str:
    """Return what is read of a page with a line of text behind a sign whose font gives its glyphs
    no names of letters; `ticked`: a line above, `says`: the code map of that font.
    """
    sheet = Paper().write("อนุมัติ", 80, 100)
    if ticked:
        sheet.write(ticked, 50, 60)
    with pikepdf.open(io.BytesIO(sheet.bytes())) as pdf:
        room = b"220 10 550 680" if kind == "frame" else b"0 0 780 780"
        glyph = pdf.make_stream(b"780 0 " + room + b" d1 " + DRAWN[kind])
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type3,
            FontBBox=[0, 0, 780, 780],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=pikepdf.Dictionary(g1=glyph),
            Encoding=pikepdf.Dictionary(Differences=[1, pikepdf.Name.g1]),
            FirstChar=1,
            LastChar=1,
            Widths=[780],
        )
        if says:
            font.ToUnicode = pdf.make_stream(says)
        page = pdf.pages[0]
        page.Resources.Font.Boxes = pdf.make_indirect(font)
        height = float(page.MediaBox[3])
        page.contents_add(f"BT /Boxes 16 Tf 50 {height - 100} Td <01> Tj ET".encode())
        path = folder / "ticks.pdf"
        pdf.save(path)
    return read(path, Options(ocr="never")).pages[0].text


@pytest.mark.parametrize(("kind", "sign"), [("empty", EMPTY), ("ticked", TICKED)])
def test_a_box_of_a_font_without_readings_is_read_as_it_is_drawn(
    kind: str, sign: str, tmp_path: Path
) -> None:
    assert _page(kind, tmp_path).replace(" ", "") == f"{sign}อนุมัติ\n"


def test_the_frame_of_a_letter_that_no_font_has_is_an_empty_box_where_others_are_ticked(
    tmp_path: Path,
) -> None:
    read_as = _page("frame", tmp_path, "☑ เห็นชอบ", LOST).replace(" ", "")
    assert read_as == f"☑เห็นชอบ\n{EMPTY}อนุมัติ\n"
    assert _page("frame", tmp_path, "เห็นชอบ", LOST).replace(" ", "") == "เห็นชอบ\n\ufffdอนุมัติ\n"


def test_a_box_said_as_a_code_of_some_font_of_signs_is_read_as_it_is_drawn(tmp_path: Path) -> None:
    says = LOST.replace(b"fffd", b"f052")
    assert _page("ticked", tmp_path, says=says).replace(" ", "") == f"{TICKED}อนุมัติ\n"
    assert _page("bare cross", tmp_path, says=says).replace(" ", "") == "\uf052อนุมัติ\n"


def test_a_sign_that_is_no_box_is_not_read_as_one(tmp_path: Path) -> None:
    assert not {EMPTY, TICKED} & set(_page("bare cross", tmp_path))


def test_what_fills_its_square_or_is_round_is_no_box() -> None:
    assert box(np.zeros((24, 24), np.uint8)) is None
    y, x = np.mgrid[:24, :24]
    ring = np.hypot(x - 11.5, y - 11.5)
    assert box(np.where((ring < 12) & (ring > 9), 0, 255).astype(np.uint8)) is None


def test_a_box_of_which_it_is_not_plain_whether_it_is_ticked_is_left_as_it_is() -> None:
    drawn = np.full((24, 24), 255, np.uint8)
    frame(drawn, (1, 1), (23, 23), 0, 2)
    assert box(drawn) == EMPTY
    drawn[10:13, 10:13] = 0
    assert box(drawn) is None


CIRCLE = (
    "{0} {2} m {0} {1} {1} {0} {2} {0} c {3} {0} {4} {1} {4} {2} c "
    "{4} {3} {3} {4} {2} {4} c {1} {4} {0} {3} {0} {2} c"
)


def _circle(radius: float) -> str:
    """Return a circle around (6, 6)."""
    bend = 0.45 * radius
    return CIRCLE.format(6 - radius, 6 - radius + bend, 6, 6 + radius - bend, 6 + radius)


PATHS = {  # of a box of 12 points whose lower left corner is the origin
    "empty": "1 w 0 0 12 12 re S",
    "crossed": "1 w 0 0 12 12 re S 2 w 1 1 m 11 11 l S 1 11 m 11 1 l S",
    "ticked": "1 w 0 0 12 12 re S 2 w 2 6 m 5 2 l 14 15 l S",  # reaches out of it
    "filled": "1 w 0 0 12 12 re S 0 g 3 3 6 6 re f",
    "solid": "0 g 0 0 12 12 re f",
    "swatch": "1 1 1 RG 0.9 0.5 0.2 rg 0.5 w 1 1 8 8 re B",
    "shaded": "0.8 0.84 1 rg 0 0 12 12 re f 1 w 0 0 12 12 re S",
    "shaded and ticked": "0.8 0.84 1 rg 0 0 12 12 re f 1 w 0 0 12 12 re S 2 w 2 6 m 5 2 l 10 10 l S",
    "ring": f"1 w {_circle(6)} S",
    "ring with a dot": f"1 w {_circle(6)} S 0 g {_circle(3)} f",
    "ring with a tick": f"1 w {_circle(6)} S 2 w 2 6 m 5 2 l 11 12 l S",
    "disc": f"0 g {_circle(6)} f",
    "small ring": f"1 w {_circle(3)} S",
    "grey": "1 w 0.3 G 0.9 g 0 0 12 12 re B 0.3 G 2 w 1 1 m 11 11 l S 1 11 m 11 1 l S",
}


def _drawn(paper: Paper, what: str, x: float, bottom: float) -> Paper:
    paper.content.append(f"q 1 0 0 1 {x} {paper.height - bottom} cm {PATHS[what]} Q")
    return paper


def _text(paper: Paper, folder: Path) -> str:
    return read(paper.save(folder / "paths.pdf"), Options(ocr="never")).pages[0].text


@pytest.mark.parametrize(
    ("what", "sign"),
    [
        ("empty", EMPTY),
        ("crossed", TICKED),
        ("ticked", TICKED),
        ("filled", TICKED),
        ("grey", TICKED),
        ("shaded", EMPTY),
        ("shaded and ticked", TICKED),
        ("ring", RING),
        ("ring with a dot", CHOSEN),
        ("ring with a tick", CHOSEN),
    ],
)
@pytest.mark.parametrize("size", [14, 20])
def test_a_box_that_is_drawn_beside_words_is_read(
    what: str, sign: str, size: float, tmp_path: Path
) -> None:
    paper = Paper(size=size).write("อนมต", 80, 100).write("มอบหมาย", 80, 130)
    assert _text(_drawn(paper, what, 60, 102), tmp_path).split("\n")[0] == f"{sign} อนมต"


def test_boxes_of_one_line_stand_among_its_words(tmp_path: Path) -> None:
    paper = Paper().write("มา", 80, 100).write("ขาด", 150, 100)
    _drawn(_drawn(paper, "ticked", 60, 102), "empty", 130, 102)
    assert _text(paper, tmp_path).split() == [TICKED, "มา", EMPTY, "ขาด"]


@pytest.mark.parametrize("what", ["solid", "swatch", "disc", "small ring"])
def test_a_bullet_or_a_charts_colour_is_no_box(what: str, tmp_path: Path) -> None:
    paper = _drawn(Paper().write("อนมต", 80, 100), what, 60, 102)
    assert _text(paper, tmp_path).strip() == "อนมต"


def test_boxes_for_digits_and_squares_far_from_words_are_no_boxes_to_tick(tmp_path: Path) -> None:
    paper = Paper().write("เลขท", 80, 100)
    for digit in range(8):
        _drawn(paper, "empty", 125 + 12 * digit, 102)
    _drawn(_drawn(paper, "empty", 20, 102), "empty", 80, 160)
    assert _text(paper, tmp_path).strip() == "เลขท"


@pytest.mark.parametrize(("within", "read_as"), [("x", f"{TICKED} มา"), ("7", "7 มา")])
def test_a_tick_within_a_box_is_the_box_and_a_number_within_one_a_badge(
    within: str, read_as: str, tmp_path: Path
) -> None:
    paper = Paper().write(within, 61, 100).write("มา", 80, 100)
    assert _text(_drawn(paper, "empty", 60, 102), tmp_path).strip() == read_as


STROKES = {  # of a tick or something else in the middle of a cell, around the origin
    "two strokes": ("1 w -5 0 m -2 -4 l S -2 -4 m 5 5 l S", "✓"),
    "one path": ("1.5 w 0.1 0.2 0.7 RG -5 1 m -2 -5 l 8 8 l S", "✓"),
    "a curve": ("1 w -5 1 m -3 0 -2 -2 -1 -5 c 0 0 2 4 7 6 c S", "✓"),
    "an area": ("0.2 0.6 0.3 rg -5 0 m -3.5 1.4 l -1.4 -2 l 5 5 l -1 -5 l f", "✓"),
    "a cross": ("1.2 w 0.8 0 0 RG -4 -4 m 4 4 l S -4 4 m 4 -4 l S", "✗"),
    "a slash": ("1 w -3 -5 m 3 6 l S", "/"),
    "a badge": (f"0.1 0.6 0.2 rg 1 0 0 1 -6 -6 cm {_circle(6)} f 1 G 3 6 m 5 3.5 l 9 8 l S", "✓"),
    "a disc": (f"0 g 1 0 0 1 -6 -6 cm {_circle(4)} f", "●"),
    "a box": ("0.8 w -5 -5 10 10 re S", EMPTY),
    "a ticked box": ("0.8 w -5 -5 10 10 re S 1.5 w -4 0 m -1 -4 l 7 8 l S", TICKED),
    "an angle": ("1 w -5 4 m 0 -4 l 5 4 l S", ""),
    "a wave": ("1 w -6 0 m -3 6 -1 -6 1 0 c 3 5 4 -4 6 0 c S", ""),
    "shading": ("0.7 g -25 -12 50 24 re f", ""),
}


def _table(paper: Paper, folder: Path, drawn: str, lines: bool = True) -> list[str]:
    """Return the cells of a row with a word, a drawing and a word; `lines`: of the table."""
    for top in (80, 104, 128) if lines else ():
        paper.content.append(f"0.6 w 0 G 50 {paper.height - top} m 250 {paper.height - top} l S")
    for x in (50, 150, 200, 250) if lines else ():
        level = paper.height - 80, paper.height - 128
        paper.content.append(f"{x} {level[0]} m {x} {level[1]} l S")
    paper.write("มา", 60, 98).write("กข", 160, 98).write("คง", 210, 98)
    paper.write("รายการ", 60, 122).write("จาก", 210, 122)
    paper.content.append(f"q 1 0 0 1 175 {paper.height - 116} cm {drawn} Q")
    said = _text(paper, folder)
    return said.split("\t\n")[1].split("\t") if lines else said.split()


@pytest.mark.parametrize("what", STROKES)
def test_a_tick_drawn_alone_in_a_cell_is_read_whichever_way_it_is_drawn(
    what: str, tmp_path: Path
) -> None:
    drawn, sign = STROKES[what]
    assert _table(Paper(), tmp_path, drawn) == ["รายการ", sign, "จาก"]


def test_a_stroke_on_no_row_of_a_table_is_none(tmp_path: Path) -> None:
    drawn, _ = STROKES["two strokes"]
    assert "✓" not in _table(Paper(), tmp_path, drawn, lines=False)


def test_a_box_of_four_lines_is_one_and_a_tick_that_stands_out_of_it_ticks_it(
    tmp_path: Path,
) -> None:
    paper = Paper().write("มา", 80, 100).write("ขาด", 80, 130)
    for bottom, tick in ((102, "1.3 w 1 6 m 4 1 l S 4 1 m 15 15 l S"), (132, "")):
        walls = "0.8 w 0 0 m 12 0 l S 12 0 m 12 12 l S 12 12 m 0 12 l S 0 12 m 0 0 l S"
        paper.content.append(f"q 1 0 0 1 60 {paper.height - bottom} cm {walls} {tick} Q")
    assert _text(paper, tmp_path).split() == [TICKED, "มา", EMPTY, "ขาด"]


@pytest.mark.parametrize(("font", "said"), [("ABCDEF+Wingdings2", "✗"), ("ABCDEF+Sarabun", "\x01")])
def test_a_tick_without_a_reading_is_told_by_its_look_where_its_font_holds_nothing_but_signs(
    font: str, said: str
) -> None:
    look = np.full((24, 24), 255, np.uint8)
    for at in range(1, 23):
        look[at, at - 1 : at + 2] = look[at, 22 - at : 25 - at] = 0
    letter = Letter("\x01", 50, 62, 100, 16, 0, Ink(51, 89, 61, 99))
    unmapped = frozenset({(0, "\x01")})
    sheet = Sheet(1, 595, 842, (letter,), (), (font,), unmapped=unmapped, picture=lambda _: look)
    assert told(sheet).letters[0].text == said
