"""Every damage of Thai text layers, in PDFs made here: what is drawn is read, whatever the file
says.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from paper import INK, Glyph, Paper, glyph, spelt

from ita_checker.errors import ReadError
from ita_checker.model import Document, Source
from ita_checker.read import Options, read

OFF = Options(ocr="never")


def _read(paper: Paper, folder: Path) -> Document:
    return read(paper.save(folder / "paper.pdf"), OFF)


def _text(paper: Paper, folder: Path) -> str:
    return _read(paper, folder).text


@pytest.mark.parametrize(
    ("drawn", "lies", "read_as"),
    [
        ("สํานักงาน", {}, "สำนักงาน"),
        ("ดําเนินการ", {"ํ": " "}, "ดำเนินการ"),
        ("นํ้า", {"ํ": " "}, "น้ำ"),
        ("ให้จํานวน", {"ํ": "้"}, "ให้จำนวน"),
        ("ให้ข้อที่", {"้": "\uf70b", "่": "\uf70a", "ี": "\uf702"}, "ให้ข้อที่"),
        ("เเละ", {}, "และ"),
        ("ก้ีก่ิ", {}, "กี้กิ่"),
    ],
)
def test_what_is_drawn_is_read(
    drawn: str, lies: dict[str, str], read_as: str, tmp_path: Path
) -> None:
    assert _text(Paper().write(spelt(drawn, lies), 50, 100), tmp_path) == read_as + "\n\f"


def test_a_digit_drawn_as_a_tone_is_the_tone_that_the_font_draws_so_elsewhere(
    tmp_path: Path,
) -> None:
    glyphs = [*spelt("ให้"), *spelt("ข้อ", {"้": "4"}), *spelt(" 45")]
    assert _text(Paper().write(glyphs, 50, 100), tmp_path) == "ให้ข้อ 45\n\f"


def test_a_mai_tho_before_aa_stays_where_it_is_drawn_as_one(tmp_path: Path) -> None:
    assert _text(Paper().write("ข้าให้", 50, 100), tmp_path) == "ข้าให้\n\f"


def test_a_mark_goes_to_the_letter_that_it_is_drawn_on_not_the_one_before_it(
    tmp_path: Path,
) -> None:
    late = Glyph("ุ", "ุ", 0)
    INK["late"] = (-630, -230, -520, -50)
    try:
        paper = Paper().write([glyph("ส"), glyph("ข"), Glyph("late", late.says, 0)], 50, 100)
        assert _text(paper, tmp_path) == "สุข\n\f"
    finally:
        del INK["late"]


def test_letters_drawn_twice_are_read_once(tmp_path: Path) -> None:
    assert (
        _text(Paper().write("มาตรการ", 50, 100).write("มาตรการ", 50.4, 100), tmp_path)
        == "มาตรการ\n\f"
    )


def test_zero_width_spaces_are_dropped_and_leave_no_space(tmp_path: Path) -> None:
    glyphs = [glyph("ก"), Glyph(" ", "\u200b", 0), glyph("ร")]
    assert _text(Paper().write(glyphs, 50, 100), tmp_path) == "กร\n\f"


def test_a_space_under_a_letter_does_not_split_a_number(tmp_path: Path) -> None:
    glyphs = [glyph("2"), Glyph(" ", " ", 0), *spelt("53,926")]
    assert _text(Paper().write(glyphs, 50, 100), tmp_path) == "253,926\n\f"


@pytest.mark.parametrize("rest", ["\x11", "/", "*", "7", "า", "ำ"])
def test_a_ring_that_is_called_sara_am_takes_the_rest_of_it_whatever_the_file_says(
    rest: str, tmp_path: Path
) -> None:
    glyphs = [glyph("ด"), Glyph("ํ", "ำ", 0), glyph("า", rest), *spelt("เนิน 7")]
    assert _text(Paper().write(glyphs, 50, 100), tmp_path) == "ดำเนิน 7\n\f"


def test_what_the_file_says_by_actual_text_is_believed(tmp_path: Path) -> None:
    assert _text(Paper().say("ขั้นตอน", "ขนตอน", 50, 100), tmp_path) == "ขั้นตอน\n\f"


@pytest.mark.parametrize(("drawn", "read"), [("^", ""), ("ช^", "\nชี้ ชี้")])
def test_a_cluster_of_which_a_page_shows_a_raised_mark_alone_is_not_on_it(
    drawn: str, read: str, tmp_path: Path
) -> None:
    paper = Paper().write("มาตรการใหม่", 50, 100).say("ชี้", drawn, 50, 200)
    paper.say("ชี้", drawn, 150, 200)
    assert _text(paper, tmp_path) == f"มาตรการใหม่{read}\n\f"


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_pages_read_as_they_are_shown(rotate: int, tmp_path: Path) -> None:
    matrix = {
        0: "1 0 0 1 60 200",
        90: "0 1 -1 0 150 60",
        180: "-1 0 0 -1 340 100",
        270: "0 -1 1 0 100 240",
    }[rotate]
    paper = Paper(rotate=rotate)
    codes = "".join(f"{paper._code(one):02x}" for one in spelt("ที่ 12"))
    paper.content.append(f"BT /F 20 Tf {matrix} Tm <{codes}> Tj ET")
    document = _read(paper, tmp_path)
    assert (document.text, document.pages[0].width) == (
        "ที่ 12\n\f",
        400 if rotate in (0, 180) else 300,
    )


def test_marks_stand_on_their_letters_where_leaning_texts_are_parted(tmp_path: Path) -> None:
    paper = (
        Paper()
        .write("แวดล", 50, 100, "1 0 0.5 1")
        .write("อ", 90, 100, "1 0 0.5 1")
        .write([glyph("้")], 90, 100, "1 0 0.5 1")
    )
    assert _text(paper.write("มที่", 100, 100, "1 0 0.5 1"), tmp_path) == "แวดล้อมที่\n\f"


def test_a_turned_heading_is_read_in_its_cell(tmp_path: Path) -> None:
    paper = (
        Paper()
        .grid([50, 100, 300], [50, 200, 250])
        .write("กข", 80, 150, "0 1 -1 0")
        .write("คง", 120, 100)
    )
    assert _text(paper, tmp_path) == "กข\tคง\t\n\t\t\n\f"


def test_a_cell_merged_over_rows_stands_once_in_its_first_row(tmp_path: Path) -> None:
    paper = Paper()
    for x in (50, 150, 300):
        paper.line(x, 50, x, 150)
    paper.line(50, 50, 300, 50).line(150, 100, 300, 100).line(50, 150, 300, 150)
    paper.write("ก", 60, 105).write("ข", 160, 80).write("ค", 160, 130)
    document = _read(paper, tmp_path)
    cells = [
        (cell.row, cell.column, cell.rows, cell.columns)
        for cell in document.pages[0].tables[0].cells
    ]
    assert (document.text, cells) == ("ก\tข\t\nค\t\n\f", [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)])


def test_offsets_lead_back_to_the_letters_quoted(tmp_path: Path) -> None:
    document = _read(Paper().write(spelt("ทำสําคัญ", {"ํ": " "}), 50, 100), tmp_path)
    start = document.text.index("สำคัญ")
    span = document.span(start, start + 5)
    assert (span.quote, [(round(p.box.x0), round(p.box.x1)) for p in span.places]) == (
        "สำคัญ",
        [(70, 110)],
    )


def test_a_blank_page_is_blank_and_a_picture_of_text_is_unread(tmp_path: Path) -> None:
    blank = _read(Paper(), tmp_path).pages[0]
    drawn = _read(Paper().line(10, 10, 200, 10), tmp_path).pages[0]
    assert (blank.blank, blank.source, drawn.blank, drawn.source) == (
        True,
        Source.TEXT,
        False,
        Source.UNREAD,
    )


def test_a_broken_code_map_is_not_read_as_text(tmp_path: Path) -> None:
    lies = dict(zip("กรมตสนงาลย", "1>@0?B<_^}", strict=True))
    page = _read(
        Paper()
        .write(spelt("กรรมการสนามกลางตรานาค", lies), 20, 100)
        .write(spelt("ขณะจะคละ", lies), 20, 150),
        tmp_path,
    ).pages[0]
    assert (page.source, page.quality, page.lines) == (Source.UNREAD, "worthless", ())


@pytest.mark.parametrize("revision", [4, 6])
def test_a_file_that_opens_without_a_password_is_read_and_a_locked_one_is_said_so(
    revision: Literal[4, 6], tmp_path: Path
) -> None:
    plain = Paper().write("กรมการ", 50, 100).save(tmp_path / "plain.pdf")
    for name, user in (("open", ""), ("locked", "secret")):
        with pikepdf.open(plain) as pdf:
            pdf.save(
                tmp_path / f"{name}.pdf",
                encryption=pikepdf.Encryption(owner="owner", user=user, R=revision),
            )
    assert read(tmp_path / "open.pdf", OFF).text == "กรมการ\n\f"
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "locked.pdf", OFF)
    assert caught.value.code == "DOC002"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "DOC001"), (b"not a pdf", "DOC001"), (b"%PDF-1.7\nbroken", "DOC001")],
)
def test_what_is_no_pdf_is_said_so(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        read(path, OFF)
    assert (caught.value.code, caught.value.where) == (code, str(path))


def test_more_pages_than_allowed_are_not_read(tmp_path: Path) -> None:
    path = Paper().write("กข", 50, 50).save(tmp_path / "long.pdf", pages=4)
    with pytest.raises(ReadError) as caught:
        read(path, Options(max_pages=3))
    assert caught.value.code == "DOC005"


def test_only_the_pages_asked_for_are_read(tmp_path: Path) -> None:
    path = Paper().write("กข", 50, 50).save(tmp_path / "long.pdf", pages=4)
    assert [page.number for page in read(path, Options(pages=(2, 3))).pages] == [2, 3]


def test_both_engines_read_a_good_file_alike(tmp_path: Path) -> None:
    path = (
        Paper()
        .write("กรมการ ปกครอง", 50, 50)
        .grid([50, 150, 300], [100, 150, 200])
        .write("งาน", 60, 130)
        .save(tmp_path / "good.pdf")
    )
    texts = [
        read(path, Options(ocr="never", engine=engine)).text for engine in ("pdfium", "plumber")
    ]
    assert texts == ["กรมการ ปกครอง\nงาน\t\t\n\t\t\n\f"] * 2


def test_what_is_filled_in_over_dots_is_not_woven_into_them(tmp_path: Path) -> None:
    INK["."] = (100, 0, 200, 80)
    dots = [Glyph(".", ".", 250)] * 20
    paper = Paper().write([*spelt("กอง"), *dots], 50, 100).write("คลัง", 101, 100)
    try:
        assert _text(paper, tmp_path) == "กอง....คลัง..........\n\f"
    finally:
        del INK["."]
