"""What an embedded font tells of glyphs that the code map of a file says for one another."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Dictionary
from read.fonts import embedded

from ita_checker.read import Options, read
from ita_checker.read.layer.marks.embedded import drawn

EMS = 1000
BODY = (50, 0, 450, 450)
MARKS = {  # ink of marks, left of where they are set, as a font that lowers its tones draws them
    "ุ": (-190, -230, -60, -50),
    "ู": (-260, -240, -40, -40),
    "\uf70a": (-90, 480, -40, 630),
    "\uf70b": (-330, 480, -60, 670),
    "\uf70c": (-360, 480, -20, 680),
    "ํ": (-170, 460, -20, 620),
}
CONSONANTS = tuple(map(chr, range(0x0E01, 0x0E2F)))
# the code of sara aa is that of the digit
LETTERS = (*CONSONANTS, "0", "า", *MARKS)
assert chr(LETTERS.index("า") + 1) == "0"


def _font(right: int, without: str = "") -> bytes:
    """Return a font whose every glyph is a rectangle, with a map of its letters; `right`: by how
    much its marks are drawn further to the right; `without`: letters whose ink is taken out, as
    what makes a font smaller for a file does.
    """
    names = [".notdef", *(f"g{ord(letter):04X}" for letter in LETTERS)]
    marks = {one: (x0 + right, low, x1 + right, top) for one, (x0, low, x1, top) in MARKS.items()}
    boxes = [BODY, *(marks.get(letter, BODY) for letter in LETTERS)]
    made = FontBuilder(EMS, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap(dict(zip(map(ord, LETTERS), names[1:], strict=True)))
    glyphs = {name: _rectangle(*box) for name, box in zip(names, boxes, strict=True)}
    made.setupGlyf(glyphs | {f"g{ord(letter):04X}": Glyph() for letter in without})
    wide = [500, *(0 if letter in MARKS else 500 for letter in LETTERS)]
    sides = zip(wide, (box[0] for box in boxes), strict=True)
    made.setupHorizontalMetrics(dict(zip(names, sides, strict=True)))
    made.setupHorizontalHeader(ascent=800, descent=-300)
    made.setupNameTable({"familyName": "Made"})
    made.setupPost(keepGlyphNames=False)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _rectangle(x0: int, low: int, x1: int, high: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((x0, low))
    for corner in ((x0, high), (x1, high), (x1, low)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _paper(
    path: Path, lines: Sequence[str], said: Mapping[str, str], *, of_one_width: bool = False
) -> Path:
    """Write a page of lines; `said`: what the code map says of some glyphs instead, if anything.
    In a font of one width marks are as wide as letters and drawn in that room, and what comes after
    them is moved back.
    """
    none = 500 if of_one_width else 0
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 300))
    wide = [500, *(none if letter in MARKS else 500 for letter in LETTERS)]
    told = ((code, said.get(letter, letter)) for code, letter in enumerate(LETTERS, 1))
    font = embedded(pdf, _font(none), wide, [(code, text) for code, text in told if text])
    page.Resources = Dictionary(Font=Dictionary({"/F": font}))
    drawn = (
        f"1 0 0 1 50 {250 - 40 * at} Tm [{''.join(_code(one, none) for one in line)}] TJ"
        for at, line in enumerate(lines)
    )
    page.Contents = pdf.make_stream(f"BT /F 20 Tf {' '.join(drawn)} ET".encode())
    pdf.save(path)
    return path


def _code(letter: str, back: int) -> str:
    code = f"<{LETTERS.index(letter) + 1:04x}>"
    return f"{code} {back} " if letter in MARKS else code


@pytest.mark.parametrize(
    ("said", "lines", "shown"),
    [
        # HarfBuzz sets a tone before the vowel below, and WeasyPrint says the letters of the first
        # cluster in their own order: each of the other's glyph
        ({"\uf70a": "ู", "ู": "\u0e48"}, ["ห\uf70aูท\uf70aา"], "หู่ท่า"),
        ({"\uf70b": "ู", "ู": "\u0e49"}, ["ผ\uf70bูค\uf70bา"], "ผู้ค้า"),
        ({"\uf70c": "ุ"}, ["บ\uf70cุก"], "บุ๊ก"),
        # one letter is said of several glyphs: the shape of each tells which it is
        (
            {"\uf70a": "ู", "\uf70b": "ู", "\uf70c": "ู"},
            ["ม\uf70aูค\uf70bาบูจ\uf70cา"],
            "มู่ค้าบูจ๊า",
        ),
    ],
    ids=["mai ek", "mai tho", "mai tri", "several"],
)
def test_marks_said_for_one_another_are_told_by_the_embedded_font(
    said: dict[str, str], lines: list[str], shown: str, tmp_path: Path
) -> None:
    page = read(_paper(tmp_path / "paper.pdf", lines, said), Options(ocr="never")).pages[0]
    assert page.text == shown + "\n"
    assert page.quality == "repaired"


@pytest.mark.parametrize("lines", [["ข\uf70bอ0", "คํานวณ"], ["คํานวณ0", "ข\uf70bอ"]])
def test_a_glyph_without_a_reading_is_no_digit_that_takes_the_same_room(
    lines: list[str], tmp_path: Path
) -> None:
    # fpdf2 says sara am of its ring, and nothing of the rest; pdfium says the number of its code
    paper = _paper(tmp_path / "paper.pdf", lines, {"ํ": "ำ", "า": "", "\uf70b": ""})
    text = read(paper, Options(ocr="never")).pages[0].text
    assert text.split() == [line.replace("\uf70b", "้").replace("ํา", "ำ") for line in lines]


def test_a_ring_without_a_reading_before_its_tone_in_the_same_room_is_drawn(tmp_path: Path) -> None:
    paper = _paper(
        tmp_path / "paper.pdf", ["คํ\uf70aา"], {"ํ": "", "\uf70a": "\u0e48"}, of_one_width=True
    )
    assert read(paper, Options(ocr="never")).pages[0].text == "ค่ำ\n"


def test_a_font_tells_of_the_ink_that_it_has_and_of_nothing_else() -> None:
    told = drawn(_font(0, without="\uf70a"))
    assert sorted(told) == sorted("ุู\u0e49\u0e4aํ")
    for letter, mark in {"ุ": "ุ", "\uf70b": "\u0e49"}.items():
        x0, low, x1, high = (side / EMS for side in MARKS[letter])
        assert told[mark][0] == pytest.approx((x1 - x0, high - low, low), abs=0.005)


def test_a_broken_font_tells_nothing() -> None:
    font = _font(0)
    assert drawn(font[:200]) == drawn(b"") == {}
