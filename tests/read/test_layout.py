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


def test_blocks_under_level_lines_side_by_side_are_read_one_after_the_other(
    tmp_path: Path,
) -> None:
    left, right = ["รอบ", "ตดขนตอนจากประกาศใช", "ตรวจ"], ["ผล", "ออกใบรบรองรวมฉบบอบ", "งาน"]
    paper = Paper(400, 300, size=12).line(40, 60, 170, 60).line(190, 60, 320, 60)
    for column, x in ((left, 40), (right, 190)):
        for row, line in enumerate(column):
            paper.write(line, x, 76 + 16 * row)
    paper.write("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ", 40, 150)
    page = read(paper.save(tmp_path / "blocks.pdf"), Options(ocr="never")).pages[0]
    assert page.text.startswith("\n".join(left) + "\t" + "\n".join(right))
    short = Paper(400, 300, size=12).line(40, 60, 170, 60).line(190, 60, 320, 60)
    for row, cells in enumerate((("กก", "ขข"), ("งง", "จจ"))):
        for cell, x in zip(cells, (40, 190), strict=True):
            short.write(cell, x, 76 + 16 * row)
    assert not read(short.save(tmp_path / "short.pdf"), Options(ocr="never")).pages[0].tables


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


def test_close_columns_under_a_heading_over_both_are_read_one_after_the_other(
    tmp_path: Path,
) -> None:
    paper = Paper(500, 300, size=12).write("ก" * 50, 40, 40)
    for column, x in ((LEFT, 40), (RIGHT, 40 + 24 * 6 + 9)):
        for row, line in enumerate(column):
            paper.write(line * 2, x, 60 + 16 * row)
    text = read(paper.save(tmp_path / "close.pdf"), Options(ocr="never")).text
    doubled = [line * 2 for line in (*LEFT, *RIGHT)]
    assert text == "\n".join(["ก" * 50, *doubled]) + "\n\f"


def test_paragraphs_of_two_columns_are_read_column_by_column_as_the_file_draws_them(
    tmp_path: Path,
) -> None:
    paper = Paper(500, 400, size=12).write("ก" * 60, 40, 30)
    for column, x in ((LEFT, 40), (RIGHT, 210)):
        for row, line in enumerate(column * 2):
            paper.write(line * 2, x, 60 + 16 * row + (30 if row >= len(column) else 0))
    text = read(paper.save(tmp_path / "paragraphs.pdf"), Options(ocr="never")).text
    doubled = [line * 2 for line in (*LEFT, *LEFT, *RIGHT, *RIGHT)]
    assert text == "\n".join(["ก" * 60, *doubled]) + "\n\f"


def test_text_boxes_side_by_side_of_different_length_are_read_one_after_the_other(
    tmp_path: Path,
) -> None:
    long, short = "กรมการปกครองทองถนนคร", "งานวจย"
    boxes = [
        [long, long, short, long, long, long, "จานชามสวยงามดวย"],
        [long, long, long, short, long, long],
        [long, short, long, long, long, long, short],
    ]
    paper = Paper(800, 300, size=12).write("ตารางทสองของหนวยงานในสวนกลางและภมภาคทวประเทศ", 60, 40)
    for column, x in zip(boxes, (40, 280, 520), strict=True):
        for row, line in enumerate(column):
            paper.write(line, x, 90 + 16 * row)
    page = read(paper.save(tmp_path / "boxes.pdf"), Options(ocr="never")).pages[0]
    assert not page.tables
    assert page.text.split("\n")[1:-1] == [line for column in boxes for line in column]


def test_what_a_marker_marks_is_no_table(tmp_path: Path) -> None:
    # LibreOffice and Word draw an area behind each piece of a line
    paper = Paper(500, 300, size=12)
    for top, pieces in ((60, ("งานบรหาร", "คน", "ตามแผน")), (80, ("จานชาม",))):
        x = 40.0 if top > 60 else 130.0
        for piece in pieces:
            paper.content.append(f"1 1 0 rg {x} {300 - top - 4} {6 * len(piece)} 16 re f 0 g")
            paper.write(piece, x, top)
            x += 6 * len(piece)
    paper.write("กรมการปกครองกบ", 40, 60).write("สวยงามตา", 76, 80).write("ขนมครกงามตา", 40, 100)
    page = read(paper.save(tmp_path / "marked.pdf"), Options(ocr="never")).pages[0]
    assert not page.tables
    assert page.text.split("\n")[:2] == ["กรมการปกครองกบ งานบรหารคนตามแผน", "จานชามสวยงามตา"]


def test_a_box_that_text_flows_around_is_read_by_itself(tmp_path: Path) -> None:
    paper = Paper(width=500)
    text = ["กขคงจฉชซ" * 2, "ดตถทธนบป" * 2, "รลวศษสหฬ" * 2]
    for row, line in enumerate(text):
        paper.write(line, 40, 60 + 24 * row)
    paper.write("ผฝพฟภมยร" * 5, 40, 60 + 24 * 3)
    for row, line in enumerate(("อฮฤ", "ญฎฏ")):
        paper.write(line, 260, 62 + 24 * row)
    _frame(paper, 250, 35, 420, 110)
    page = read(paper.save(tmp_path / "boxed.pdf"), Options(ocr="never")).pages[0]
    lines = page.text.replace("\t", "").split("\n")
    assert [line for line in lines if line] == ["อฮฤ", "ญฎฏ", *text, "ผฝพฟภมยร" * 5]


def test_a_box_in_which_one_line_was_filled_in_stays_beside_its_label(tmp_path: Path) -> None:
    paper = Paper(width=500).write("กขคงจฉ", 40, 60).write("ดตถ", 260, 60)
    paper.write("ผฝพฟภมยร" * 5, 40, 90)
    _frame(paper, 250, 35, 420, 70)
    page = read(paper.save(tmp_path / "field.pdf"), Options(ocr="never")).pages[0]
    assert page.text.split("\n")[0] == "กขคงจฉ ดตถ"


def _frame(paper: Paper, x0: float, top: float, x1: float, bottom: float) -> None:
    """Draw a box, in points from the page's top left."""
    high = paper.height
    paper.content.append(f"{x0} {high - bottom} {x1 - x0} {bottom - top} re S")
