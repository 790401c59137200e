"""Marks go to the letter that the file's order and the drawing together say, and are what they are
drawn as, whatever code says them.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import numpy as np
import paper
import pikepdf
import pytest
from paper import Glyph, Paper, glyph, spelt

from ita_checker.model import Page
from ita_checker.read import Options, read
from ita_checker.read.layer.native import metrics
from ita_checker.read.layer.native.pictures import likeness, may_be_ring, normal

OFF = Options(ocr="never")


def _page(sheet: Paper | bytes, folder: Path) -> Page:
    path = folder / "paper.pdf"
    path.write_bytes(sheet if isinstance(sheet, bytes) else sheet.bytes())
    return read(path, OFF).pages[0]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add ways in which fonts draw marks: a tone over a vowel, one that hangs over to the next
    letter, a mai ek above a tall letter, a tone set high.
    """
    ways = {
        "vowel hanging": (-230, 460, 90, 620),
        "tone hanging": (-90, 680, 110, 860),
        "vowel of the letter before last": (-680, 460, -380, 620),
        "tone over its end": (-470, 680, -390, 860),
        "tone of the last letter": (-300, 680, -220, 860),
        "low tone hanging": (-90, 480, 160, 670),
        "high tho": (-260, 680, -10, 870),
        "high stroke": (-80, 690, -20, 810),
        "stroke": (-80, 470, -40, 620),
    }
    for name, ink in ways.items():
        monkeypatch.setitem(paper.INK, name, ink)


def _mark(way: str, says: str) -> Glyph:
    return Glyph(way, says, 0)


@pytest.mark.usefixtures("drawn")
def test_a_tone_goes_with_the_vowel_that_it_stands_on_however_far_both_hang(tmp_path: Path) -> None:
    glyphs = [glyph("ต"), _mark("vowel hanging", "ั"), _mark("tone hanging", "้"), glyph("ง")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "ตั้ง\n"


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize(
    ("drawn_so", "read_so"),
    [("tone over its end", "ทั่ว\n"), ("tone of the last letter", "ทัว่\n")],
    ids=["over the vowel", "beside it"],
)
def test_a_tone_over_a_vowel_that_is_said_a_letter_late_goes_back_with_it(
    drawn_so: str, read_so: str, tmp_path: Path
) -> None:
    late = _mark("vowel of the letter before last", "ั")
    glyphs = [*spelt("ทว"), late, _mark(drawn_so, "่")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == read_so


@pytest.mark.usefixtures("drawn")
def test_a_tone_that_hangs_over_to_the_next_letter_stays_on_its_own(tmp_path: Path) -> None:
    glyphs = [glyph("ก"), _mark("low tone hanging", "้"), glyph("ง")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "ก้ง\n"


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("said", ["ุ", "ู"])
def test_a_vowel_from_below_that_is_drawn_above_is_the_tone_drawn_there(
    said: str, tmp_path: Path
) -> None:
    glyphs = [*spelt("ที่ป"), _mark("stroke", said), *spelt("วย")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "ที่ป่วย\n"


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("code", [")", "V", "<", "ķ", "\U0010fc02", "\ue123"])
def test_a_code_from_elsewhere_is_the_mark_that_its_font_draws_so(
    code: str, tmp_path: Path
) -> None:
    glyphs = [*spelt("ข้าวขี"), _mark("high tho", code), *spelt("ให้")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "ข้าวขี้ให้\n"


@pytest.mark.usefixtures("drawn")
def test_a_short_stroke_over_a_vowel_is_a_mai_ek_in_any_font(tmp_path: Path) -> None:
    glyphs = [*spelt("ยี"), _mark("high stroke", "B"), *spelt("น")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "ยี่น\n"


@pytest.mark.usefixtures("drawn")
def test_a_code_from_elsewhere_on_its_letter_comes_back_from_after_the_next(tmp_path: Path) -> None:
    late = Glyph("late tho", "ķ", 0)
    paper.INK["late tho"] = (-760, 680, -510, 870)
    glyphs = [*spelt("ข้าว"), *spelt("ขีน"), late, *spelt("ให้")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "ข้าวขี้นให้\n"
    del paper.INK["late tho"]


@pytest.mark.usefixtures("drawn")
def test_the_marks_of_a_leaning_font_stand_on_the_letters_that_they_lean_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "leaning tone", (60, 680, 110, 810))
    glyphs = [*spelt("ส"), _mark("leaning tone", "่"), *spelt("งก")]
    sheet = Paper().write(glyphs, 50, 100)
    assert _page(sheet, tmp_path).text == "สง่ก\n"
    monkeypatch.setattr(metrics, "slope", lambda font, name: 15.0)
    assert _page(sheet, tmp_path).text == "ส่งก\n"


@pytest.mark.usefixtures("drawn")
def test_two_marks_of_a_cluster_that_say_each_other_are_exchanged(tmp_path: Path) -> None:
    glyphs = [*spelt("ผ"), _mark("high tho", "ุ"), Glyph("ุ", "้", 0), *spelt("ม")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "ผุ้ม\n"


@pytest.mark.parametrize(
    ("drawn_as", "vowel"), [((-130, -230, -20, -50), "ุ"), ((-230, -230, -20, -50), "ู")]
)
def test_a_tone_that_is_drawn_below_is_the_vowel_drawn_there(
    drawn_as: tuple[int, int, int, int], vowel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "below", drawn_as)
    glyphs = [*spelt("ผ"), _mark("below", "้"), *spelt("กที่")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == f"ผ{vowel}กที่\n"


def test_a_mark_that_says_the_whole_cluster_again_is_that_mark(tmp_path: Path) -> None:
    glyphs = [*spelt("สิทธิ"), Glyph("์", "ธิ์", 0), *spelt("ที่")]
    assert _page(Paper().write(glyphs, 50, 100), tmp_path).text == "สิทธิ์ที่\n"


def test_a_mark_drawn_behind_the_next_cluster_that_says_its_own_again_is_said_already(
    tmp_path: Path,
) -> None:
    sheet = Paper().write([*spelt("โพ"), Glyph("ธ", "ธิ์", 500), *spelt("ชั")], 50, 100)
    sheet.write([Glyph("์", "ธิ์", 0)], 82.2, 100).write("ยศ", 90, 100)
    assert _page(sheet, tmp_path).text == "โพธิ์ชัยศ\n"


def test_a_cluster_that_each_of_its_glyphs_says_is_read_once(tmp_path: Path) -> None:
    sheet = Paper().write("จม", 50, 100)
    for drawn, x in (("น", 70), ("้", 80), ("า", 80)):
        sheet.say("น้ำ", drawn, x, 100)
    assert _page(sheet.write("ใต", 90, 100), tmp_path).text == "จมน้ำใต\n"


def test_a_cluster_that_its_rest_says_again_is_read_once_at_the_end_of_a_longer_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(paper.INK, "ringed", (50, 0, 450, 640))
    sheet = Paper().write([*spelt("จม"), Glyph("ringed", "นำ", 500)], 50, 100)
    sheet.say("นำ", "า", 80, 100).write("ใต", 90, 100)
    assert _page(sheet, tmp_path).text == "จมนำใต\n"


@pytest.mark.parametrize("text", ["ทำงานทำดีทำทำ", "ต่ำกว่าน้ำค้ำ", "กุ้งดุคุ้นกุ้ง", "คำมั่นที่ที่มี"])
def test_clusters_that_each_of_their_glyphs_says_in_one_text_are_read_as_often_as_drawn(
    text: str, tmp_path: Path
) -> None:
    glyphs = []
    for cluster in re.findall("[ก-ะาเ-ไ][ัิีึืุู]?[่้]?ำ?", text):
        parts = cluster.replace("ำ", "ํา")
        glyphs += [Glyph(part, cluster, glyph(part).width) for part in parts]
    assert _page(Paper().write(glyphs, 20, 100), tmp_path).text == f"{text}\n"


def test_a_syllable_that_is_written_twice_is_read_twice(tmp_path: Path) -> None:
    sheet = Paper().write("จม", 50, 100)
    for drawn, x in (("น", 70), ("า", 80), ("น", 90), ("า", 100)):
        sheet.say("นำ", drawn, x, 100)
    assert _page(sheet.write("ใต", 110, 100), tmp_path).text == "จมนำนำใต\n"


def test_a_cluster_that_comes_again_on_the_next_line_is_read_there_too(tmp_path: Path) -> None:
    sheet = Paper().write("จม", 50, 80).say("ข้", "ข", 70, 80).say("ข้", "้", 80, 80)
    sheet.say("ข้", "ข", 70, 97).say("ข้", "้", 80, 97).write("ม", 80, 97)
    assert _page(sheet, tmp_path).text == "จมข้\nข้ม\n"


def test_of_two_marks_of_one_size_the_picture_tells(tmp_path: Path) -> None:
    tho = _picture("##..... #.#...# ###..## ..#.##. .####.. ###....")
    same, other = normal(np.kron(tho, np.ones((4, 4), np.uint8))), normal(tho[:, ::-1].copy())
    assert likeness(normal(tho), same) > 0.9 > 0.6 > likeness(other, same)


def test_quotes_and_commas_are_no_marks(tmp_path: Path) -> None:
    paper.INK.update({"quote": (100, 480, 200, 600), "comma": (100, -120, 180, 60)})
    glyphs = [*spelt("ที่ก"), Glyph("quote", "”", 300), *spelt("1"), Glyph("comma", ",", 300)]
    assert _page(Paper().write([*glyphs, *spelt("2")], 50, 100), tmp_path).text == "ที่ก”1,2\n"
    del paper.INK["quote"], paper.INK["comma"]


def test_letters_of_other_scripts_among_thai_ones_make_a_page_doubtful(tmp_path: Path) -> None:
    sheet = Paper().write(spelt("กรมการปกครองของอำเภอ", {"ป": "ĵ"}), 20, 100)
    page = _page(sheet.write(spelt("กรมการปกครอง", {"ป": "ĵ"}), 20, 150), tmp_path)
    assert page.quality == "doubtful"
    assert page.reason is not None and "2 letters" in page.reason.en


def test_no_half_of_a_letter_leaves_the_reading(tmp_path: Path) -> None:
    page = _page(Paper().write(spelt("กขค", {"ข": "\U0010fc00"}), 50, 100), tmp_path)
    assert page.text == "ก\U0010fc00ค\n"


@pytest.mark.parametrize("matrix", ["1 0 0 1 0 0", ".5 0 0 -.5 0 300"])
def test_one_glyph_for_two_letters_stands_where_it_is_drawn(matrix: str, tmp_path: Path) -> None:
    sheet = Paper()
    a, _, _, d, _, f = map(float, matrix.split())
    glyphs = [glyph("ป"), Glyph("tall", "ฏิ", 500), glyph("บ"), Glyph("tall", "ที่", 500)]
    paper.INK["tall"] = (50, -200, 450, 640)
    for at, one in enumerate(glyphs):
        x, y = (50 + 11 * at) / a, (200 - f) / d
        code = f"<{sheet._code(one):02x}>"
        sheet.content.append(f"BT /F 20 Tf {1 / a} 0 0 {1 / d} {x} {y} Tm {code} Tj ET")
    with pikepdf.open(io.BytesIO(sheet.bytes())) as pdf:
        page = pdf.pages[0].obj
        form = pdf.make_stream(
            page.Contents.read_bytes(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([-9999, -9999, 9999, 9999]),
            Resources=page.Resources,
        )
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.Contents = pdf.make_stream(f"q {matrix} cm /X Do Q".encode())
        out = io.BytesIO()
        pdf.save(out)
    del paper.INK["tall"]
    read_page = _page(out.getvalue(), tmp_path)
    assert (read_page.text, read_page.quality) == ("ปฏิบที่\n", "trusted")


def _picture(rows: str) -> np.ndarray:
    return np.array([[0 if dot == "#" else 255 for dot in row] for row in rows.split()], np.uint8)


def test_a_ring_has_its_hole_in_the_middle_and_a_mai_tho_has_none_there() -> None:
    ring = _picture(".####. ##..## #....# #....# ##..## .####.")
    tho = _picture("##..... #.#...# ###..## ..#.##. .####.. ###....")
    assert may_be_ring(np.kron(ring, np.ones((4, 4), np.uint8)))
    assert not may_be_ring(np.kron(tho, np.ones((4, 4), np.uint8)))
    assert may_be_ring(np.zeros((20, 20), np.uint8))
