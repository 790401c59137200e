"""Reading order, and tables that only their columns make."""

from __future__ import annotations

from pathlib import Path

from paper import Paper

from ita_checker.read import Options, read

LEFT = ["กรมการปกครอง", "ขนมครกงามตา", "คนงานมากมาย"] * 2
RIGHT = ["งานบริหารคน", "จานชามสวยงาม", "ชาวนาทำนาปร"] * 2


def test_columns_of_text_are_read_one_after_the_other(tmp_path: Path) -> None:
    paper = Paper(400, 300, size=12).write("ตาราง", 150, 30)
    for column, x in ((LEFT, 40), (RIGHT, 220)):
        for row, line in enumerate(column):
            paper.write(line, x, 60 + 16 * row + (3 if x > 40 else 0))
    text = read(paper.save(tmp_path / "columns.pdf"), Options(ocr="never")).text
    assert text == "\n".join(["ตาราง", *LEFT, *RIGHT]) + "\n\f"


def test_plain_columns_without_lines_are_a_table(tmp_path: Path) -> None:
    paper = Paper(400, 300, size=12)
    rows = [("กก", "ขข", "คค"), ("งง", "จจ", "ชช"), ("ดด", "ตต", "นน"), ("บบ", "ปป", "พพ")]
    for number, row in enumerate(rows):
        for cell, x in zip(row, (40, 140, 240), strict=True):
            paper.write(cell, x, 60 + 20 * number)
    page = read(paper.save(tmp_path / "plain.pdf"), Options(ocr="never")).pages[0]
    assert page.text == "".join("\t".join(row) + "\t\n" for row in rows)
    assert [(table.ruled, table.rows, table.columns) for table in page.tables] == [(False, 4, 3)]


def test_a_word_too_long_for_its_cell_is_not_cut_where_it_is_drawn_over_the_next(
    tmp_path: Path,
) -> None:
    paper = Paper(400, 300, size=12).grid((50, 116, 200, 300), (50, 100, 150))
    paper.write("พรบขอมลขาวสาร", 52, 80).write("กอง", 140, 80).write("ผล", 210, 80)
    paper.write("ปน", 100, 130).write("๑๒", 117, 130).write("งาน", 210, 130)
    page = read(paper.save(tmp_path / "long.pdf"), Options(ocr="never")).pages[0]
    rows = [("พรบขอมลขาวสาร", "กอง", "ผล"), ("ปน", "๑๒", "งาน")]
    assert page.text == "".join("\t".join(row) + "\t\n" for row in rows)


def test_a_table_broken_at_a_page_end_keeps_its_last_row(tmp_path: Path) -> None:
    paper = Paper(400, 300)
    for x in (50, 150, 300):
        paper.line(x, 50, x, 200)
    paper.line(50, 50, 300, 50).line(50, 100, 300, 100).write("ก", 60, 80).write(
        "ข", 160, 80
    ).write("ค", 60, 150).write("ง", 160, 150)
    assert (
        read(paper.save(tmp_path / "open.pdf"), Options(ocr="never")).text == "ก\tข\t\nค\tง\t\n\f"
    )
