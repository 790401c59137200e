"""Letters take the room that their font gives them, however far their ink reaches: nothing under
it is lost.
"""

from __future__ import annotations

from pathlib import Path

import paper
import pytest
from paper import Glyph, Paper, glyph, spelt

from ita_checker.read import Options, read

WIDE = (50, 0, 750, 450)  # the ink of a letter 500 wide


def _text(sheet: Paper, folder: Path) -> str:
    return read(sheet.save(folder / "paper.pdf"), Options(ocr="never")).pages[0].text


def test_a_dot_under_the_ink_of_leaning_digits_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "dot", (20, 0, 80, 60))
    for digit in "๗๕๒๘":
        monkeypatch.setitem(paper.INK, digit, WIDE)
    digits = {digit: Glyph(digit, digit, 500) for digit in "๗๕๒๘"}
    glyphs = [digits[d] for d in "๗๕"] + [Glyph("dot", ".", 120)] + [digits[d] for d in "๒๘"]
    assert _text(Paper().write([*spelt("กก"), *glyphs], 50, 100), tmp_path) == "กก๗๕.๒๘\n"


def test_a_space_under_the_ink_of_a_letter_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "๗", WIDE)
    glyphs = [*spelt("๑"), Glyph("๗", "๗", 500), glyph(" "), *spelt("มกรา")]
    assert _text(Paper().write(glyphs, 50, 100), tmp_path) == "๑๗ มกรา\n"


def test_a_gap_that_the_ink_of_the_next_letter_reaches_back_into_is_a_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "ไ", (-100, 0, 400, 700))
    sheet = Paper(size=20)
    sheet.write("ปี๒๕๖๗", 50, 100)
    sheet.write([Glyph("ไ", "ไ", 500), *spelt("ตร")], 50 + 5 * 10 + 0.24 * 20, 100)
    assert _text(sheet, tmp_path) == "ปี๒๕๖๗ ไตร\n"


def test_a_short_line_of_which_half_the_gaps_are_spaces_keeps_them(tmp_path: Path) -> None:
    sheet = Paper(size=20).write("๒๔", 50, 100).write("-", 76, 100).write("๒๘", 92, 100)
    assert _text(sheet, tmp_path) == "๒๔ - ๒๘\n"


def test_words_that_are_set_closer_keep_the_spaces_that_the_file_says(tmp_path: Path) -> None:
    sheet = Paper()
    sheet.content.append("-1 Tc")
    assert _text(sheet.write("กขคง จชซ ณ ดตถ", 50, 100), tmp_path) == "กขคง จชซ ณ ดตถ\n"


def test_a_number_whose_digits_are_spread_out_in_a_close_line_stays_whole(tmp_path: Path) -> None:
    sheet = Paper(width=600)
    sheet.content.append("-0.8 Tc")
    sheet.write("กขคงจชซดตถทธนบ", 50, 100)
    sheet.content.append("1.8 Tc")
    sheet.write("7263100", 188.8, 100)
    assert _text(sheet, tmp_path) == "กขคงจชซดตถทธนบ 7263100\n"


def test_what_spreads_letters_and_their_marks_apart_makes_no_spaces(tmp_path: Path) -> None:
    sheet = Paper(width=600)
    sheet.content.append("1.5 Tc")
    assert _text(sheet.write("ขั้นตอนกำหนด ที่ผ่านมา", 50, 100), tmp_path) == ("ขั้นตอนกำหนด ที่ผ่านมา\n")


def test_a_mark_that_hangs_over_leaves_the_gap_after_a_spoken_cluster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "์", (-60, 480, 190, 670))
    sheet = Paper().write("สุดารัต", 50, 100).say("น์", "น์", 100, 100).write("ปี", 114.4, 100)
    sheet.write("น", 50, 150)  # this tells how far the font moves on after the letter
    assert _text(sheet, tmp_path) == "สุดารัตน์ ปี\nน\n"


def test_a_cluster_that_is_said_whole_for_each_of_its_pieces_is_said_once(tmp_path: Path) -> None:
    sheet = Paper().write("ปาก", 50, 100).say("น้ำ", "น", 80, 100).say("น้ำ", "้", 89, 100)
    sheet.say("น้ำ", "า", 90, 100).write("ประแส", 100, 100)
    assert _text(sheet, tmp_path) == "ปากน้ำประแส\n"


def test_a_cluster_that_comes_twice_is_read_twice(tmp_path: Path) -> None:
    sheet = Paper().say("ค่ำ", "ค่า", 50, 100).say("ค่ำ", "ค่า", 70, 100)
    assert _text(sheet, tmp_path) == "ค่ำค่ำ\n"


@pytest.mark.parametrize(("glyphs", "shown"), [(["ffi"], "Official"), (["ff", "i"], "Official")])
def test_letters_of_a_ligature_are_none_drawn_twice(
    glyphs: list[str], shown: str, tmp_path: Path
) -> None:
    made = [glyph("O"), *(Glyph("f", says, 500) for says in glyphs), *spelt("cial กข")]
    assert _text(Paper().write(made, 50, 100), tmp_path) == f"{shown} กข\n"
