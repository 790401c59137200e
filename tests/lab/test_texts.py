"""Texts as the laboratory declares them: YAML, HTML, documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_checker.model import Document
from lab import from_html, sheets, to_html
from lab.cases import cases
from lab.papers import LINES, Look, paper, wrapped
from lab.sheets import Kind, Table, Text
from lab.texts import texts

PAGE = """<!doctype html><meta charset=utf-8><style>
.m{text-align:center} .n{break-before:page} .s{margin-left:50%;text-align:center}
</style>
<div class=m>บันทึกข้อความ</div>
<h1>รายงาน<br>ปี ๒๕๖๔</h1>
<p>อบต. <b>โคก</b>แดง
ทำแล้ว</p>
<ul><li>ข้อหนึ่ง<li>ข้อสอง</ul>
<table><caption>ตาราง ๑</caption><thead>
<tr><th rowspan=2>ที่<th colspan=2>ผล</tr><tr><th>ก<th>ข</tr></thead>
<tbody><tr><td>๑<td>ทำ<br>ครบ<br>แล้ว<td>ดี</tr></tbody></table>
<div class=n><h2>ภาค ๒</h2></div>
<div class=s>(นายก ข)<br>ปลัด</div>
"""
TRUTH = (
    '{"path":"chromium","submitted_for":{"fiscal_year":2564,"scheme":"nacc","item":"O43"},'
    '"organisation":"อบต.โคกแดง"}'
)


@pytest.fixture
def sheet(tmp_path: Path) -> sheets.Sheet:
    """The page above, taken in."""
    folder = tmp_path / "me" / "01-memo"
    folder.mkdir(parents=True)
    (folder / "doc.html").write_text(PAGE, encoding="utf-8")
    (folder / "truth.json").write_text(TRUTH, encoding="utf-8")
    return from_html.sheet(cases(tmp_path / "me")[0])


def test_an_html_page_becomes_the_pieces_a_person_sees(sheet: sheets.Sheet) -> None:
    assert sheet.pieces == (
        Text(Kind.CENTRE, ("บันทึกข้อความ",)),
        Text(Kind.TITLE, ("รายงาน\nปี ๒๕๖๔",)),
        Text(Kind.TEXT, ("อบต. โคกแดง ทำแล้ว",)),
        Text(Kind.POINTS, ("ข้อหนึ่ง", "ข้อสอง")),
        Text(Kind.TEXT, ("ตาราง ๑",)),
        Table((("ที่", "ผล", "<"), ("^", "ก", "ข"), ("๑", "ทำ\nครบ\nแล้ว", "ดี")), heads=2),
        Text(Kind.PAGE),
        Text(Kind.HEADING, ("ภาค ๒",)),
        Text(Kind.SIGNATURE, ("(นายก ข)", "ปลัด")),
    )


def test_a_text_is_the_same_after_it_was_written_as_yaml(
    sheet: sheets.Sheet, tmp_path: Path
) -> None:
    from dataclasses import replace

    path = tmp_path / "me" / "01-memo.yaml"
    sheets.dump(sheet, path)
    assert sheets.load(path) == replace(sheet, page=None)


def test_a_broken_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "submitted_for: {fiscal_year: 2564}\npieces: [{table: {rows: [[a], [b, c]]}}]", "utf-8"
    )
    with pytest.raises(ValueError, match=r"a\.yaml.*unlike length"):
        sheets.load(path)


def test_a_page_set_again_holds_the_same_words_and_spans(sheet: sheets.Sheet) -> None:
    page = to_html.page(sheet, to_html.Look())
    assert "<th rowspan=2>ที่</th><th colspan=2>ผล</th>" in page
    assert page.index("ข้อสอง") < page.index("ทำ<br>ครบ<br>แล้ว") < page.index("class=next")


def lines(document: Document) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in document.pages]


def test_a_document_holds_the_lines_and_cells_of_the_sheet(sheet: sheets.Sheet) -> None:
    document = paper(sheet)
    assert [len(page.tables) for page in document.pages] == [1, 0]
    assert document.pages[0].tables[0].columns == 3
    assert lines(document)[1] == ["ภาค ๒", "(นายก ข)", "ปลัด"]


def test_a_row_that_a_page_cuts_goes_on_overleaf(sheet: sheets.Sheet) -> None:
    found = [
        number
        for pushed in range(LINES)
        for number, page in enumerate(lines(paper(sheet, Look(pushed=pushed))))
        if "แล้ว" in page and "ทำ" not in page
    ]
    assert found, "no push cuts the row"


def test_lines_break_where_words_end_and_never_before_a_mark() -> None:
    assert wrapped("ที่ทำการ", 2) == ("ที่", "ทำ", "กา", "ร")
    assert wrapped("ประกาศเจตจำนงการบริหารงาน", 12) == ("ประกาศ", "เจตจำนงการ", "บริหารงาน")


def test_every_text_of_the_stock_is_sound() -> None:
    stock = texts()
    assert len(stock) >= 34
    absent = [
        (sheet.author, sheet.name, one.quote)
        for sheet in stock
        for one in sheet.truth.expected
        if "".join(one.quote.split()) not in "".join(sheet.text.split())
    ]
    assert absent == []


def test_a_page_without_a_body_tag_is_taken_in_whole(tmp_path: Path) -> None:
    folder = tmp_path / "me" / "01-slides"
    folder.mkdir(parents=True)
    page = "<!doctype html><meta charset=utf-8><title>ก</title><section><p>ข</p></section>"
    (folder / "doc.html").write_text(page, encoding="utf-8")
    (folder / "truth.json").write_text(TRUTH, encoding="utf-8")
    assert from_html.sheet(cases(tmp_path / "me")[0]).pieces == (Text(Kind.TEXT, ("ข",)),)


def test_a_stroke_in_a_text_parts_no_cells(sheet: sheets.Sheet) -> None:
    from dataclasses import replace

    made = paper(replace(sheet, pieces=(Text(Kind.TITLE, ("ข้อ O43 | เทศบาลตำบลโคกแดง",)),)))
    assert made.text.count("|") == 1 and not made.pages[0].tables
