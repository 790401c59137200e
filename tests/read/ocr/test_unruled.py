"""Tables without lines on a scan are put into cells, as those of a text layer are; running text
is none.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein
from read.drawing import turned

from ita_checker.model import Page, Table
from ita_checker.read.ocr.page import read_picture

FONTS = Path(__file__).parents[3] / "samples" / "fonts"
DPI, SIZE = 200, 42
STEP = 60
TABLE = [
    [["มาตรการ"], ["ขนตอน"], ["ผลการดำเนนการ"]],
    [["เปดเผยราคากลาง", "บนเวบไซต"], ["ประกาศทกเดอน"], ["ประกาศแลว 15 ครง"]],
    [["อบรมพนกงาน"], ["จดอบรมปละสองครง", "ในเดอนมนาคม"], ["อบรมแลว 64 คน"]],
    [["ตรวจการใชรถ"], ["ตรวจทกสปดาห"], ["ไมพบการใชผด", "ระเบยบ 2565"]],
]
TEXT = [
    "องคการบรหารสวนตำบลขอรายงานผลการดำเนนงานตามแผน",
    "ประจำปงบประมาณ 2565 โดยมการประชมคณะทำงานและสรป",
    "ผลการดำเนนงานทกไตรมาส เพอใหประชาชนรบทราบทวกน",
    "และนำขอเสนอแนะมาปรบปรงการทำงานในปตอไป",
]


def sheet(font: str) -> tuple[Image.Image, ImageDraw.ImageDraw, ImageFont.FreeTypeFont]:
    page = Image.new("L", (1654, 2339), 255)
    return page, ImageDraw.Draw(page), ImageFont.truetype(str(FONTS / font), SIZE)


def scanned(page: Image.Image, degrees: float) -> Page:
    """Return the page as it is read once it was turned and grained."""
    askew = turned(np.asarray(page), degrees)
    grain = np.random.default_rng(4).normal(0, 6, askew.shape)
    grey = np.clip(askew * 0.88 + 20 + grain, 0, 255).astype(np.uint8)
    read = read_picture(grey, DPI / 72, 1)
    assert read is not None
    return read


def cells(page: Page, table: Table) -> list[list[str]]:
    """Return the words of each cell, row by row, white left out."""
    made: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        text = "".join(line.text for line in page.lines[cell.first : cell.last])
        made[cell.row].append("".join(text.split()))
    return made


def assert_says(page: Page, table: Table) -> None:
    """Hold each cell of a table that was read against what was drawn."""
    for seen, said in zip(cells(page, table), TABLE, strict=True):
        for one, lines in zip(seen, said, strict=True):
            truth = "".join(lines).replace(" ", "")
            assert Levenshtein.distance(one, truth) <= 0.25 * len(truth), (one, truth)


@pytest.mark.parametrize("font", ["Sarabun-Regular.ttf", "Niramit-Regular.ttf"])
@pytest.mark.parametrize("degrees", [0.0, 0.7])
def test_a_table_without_lines_is_put_into_cells(font: str, degrees: float) -> None:
    page, pen, letters = sheet(font)
    y = 200
    for text in TEXT:
        pen.text((150, y), text, font=letters, fill=0)
        y += STEP
    y += STEP
    for row in TABLE:
        for x, lines in zip((150, 620, 1080), row, strict=True):
            for number, text in enumerate(lines):
                pen.text((x, y + STEP * number), text, font=letters, fill=0)
        y += STEP * max(map(len, row)) + 26
    read = scanned(page, degrees)
    (table,) = read.tables
    assert (table.rows, table.columns, table.ruled) == (4, 3, False)
    assert_says(read, table)
    outside = "".join(line.text for line in read.lines[: table.cells[0].first])
    assert "2565" in outside and len("".join(outside.split())) > 150


def test_cells_in_the_middle_of_their_rows_are_cells() -> None:
    page, pen, letters = sheet("Sarabun-Regular.ttf")
    y = 200.0
    for row in TABLE:
        tallest = max(map(len, row))
        for x, lines in zip((150, 620, 1080), row, strict=True):
            for number, text in enumerate(lines):
                lower = STEP * (number + (tallest - len(lines)) / 2)
                pen.text((x, y + lower), text, font=letters, fill=0)
        y += STEP * tallest + 6
    read = scanned(page, 0.4)
    (table,) = read.tables
    assert (table.rows, table.columns, table.ruled) == (4, 3, False)
    assert_says(read, table)


def test_amounts_that_stand_close_are_cells() -> None:
    page, pen, letters = sheet("Sarabun-Regular.ttf")
    rows = [["กองคลง", "95,418.00", "57,137.94", "380.06"]]
    rows += [["กองชาง", "1,919,048.00", "767,975.60", "1,151,072.40"]]
    rows += [["งานแผน", "278,936.00", "104,879.75", "174,056.25"]]
    rows += [["กองแผน", "642,087.00", "231,110.42", "410,976.58"]]
    rows += [["รวมเงน", "3,271,458.00", "1,389,537.79", "1,881,920.21"]]
    wide = int(pen.textlength("3,271,458.00", font=letters)) + 17
    for number, row in enumerate(rows):
        for text, end in zip(row, (500, 900, 900 + wide, 900 + 2 * wide), strict=True):
            x = 200 if end == 500 else end - pen.textlength(text, font=letters)
            pen.text((x, 300 + 90 * number), text, font=letters, fill=0)
    read = scanned(page, 0.0)
    (table,) = read.tables
    assert [row[1:] for row in cells(read, table)] == [row[1:] for row in rows]


def test_running_text_is_no_table() -> None:
    page, pen, letters = sheet("Sarabun-Regular.ttf")
    for number in range(24):
        pen.text((150, 200 + STEP * number), TEXT[number % 4], font=letters, fill=0)
    read = scanned(page, 0.4)
    assert read.tables == ()
    assert len(read.lines) == 24


LEFT = ["องคการบรหารสวนตำบล", "ขอรายงานผลการดำเนน", "งานตามแผนปองกนการ", "ทจรตประจำปงบประมาณ"] * 2
RIGHT = ["มการประชมคณะทำงาน", "และสรปผลทกไตรมาส", "ในเดอนมนาคมและกนยา", "เพอใหประชาชนทราบ"] * 2


@pytest.mark.parametrize(
    ("beside", "lower"), [(740, 0), (790, 23), (690, 30), (690, 3 * STEP + 30)]
)
def test_columns_of_text_are_read_one_after_the_other(beside: int, lower: int) -> None:
    page, pen, letters = sheet("Sarabun-Regular.ttf")
    for x, top, column in ((150, 300, LEFT), (beside, 300 + lower, RIGHT)):
        for number, text in enumerate(column):
            pen.text((x, top + STEP * number), text, font=letters, fill=0)
    read = scanned(page, 0.4)
    said = "".join("".join(line.text.split()) for line in read.lines)
    truth = "".join([*LEFT, *RIGHT])
    assert Levenshtein.distance(said, truth) <= 0.25 * len(truth), said
    assert read.tables == ()


def test_steps_from_row_to_row_that_differ_by_a_scans_pixels_part_no_row_from_the_next() -> None:
    page, pen, font = sheet("Sarabun-Regular.ttf")
    rows = [
        ["ลำดบ", "ชอโครงการ", "งบประมาณ", "เบกจาย", "รอยละ"],
        ["1", "กอสรางถนนคอนกรตสายบาน", "498,000.00", "497,500.00", "99.90"],
        ["2", "ปรบปรงศนยพฒนาเดกเลก", "120,500.00", "118,000.00", "97.93"],
        ["3", "จดซอเครองสบดบเพลง", "65,000.00", "65,000.00", "100.00"],
        ["4", "สงเสรมอาชพผสงอาย", "30,000.00", "27,410.25", "91.37"],
    ]
    for y, row in zip((300, 368, 436, 504, 569), rows, strict=True):
        for x, text in zip((120, 240, 800, 1070, 1340), row, strict=True):
            pen.text((x, y), text, fill=0, font=font)
    found = scanned(page, 0)
    assert [(table.rows, table.columns) for table in found.tables] == [(5, 5)]


PARAGRAPHS = [
    "หนวยงานไดจดทำปายแสดงระยะเวลา และคาธรรมเนยมไวหนาหอง พรอมตดกลองวงจรปด 8 จด และเปดใหประชาชน"
    "ประเมนผานทนทหลงรบบรการทกครง ตงแตเดอนมกราคม 2567",
    "การเปดโอกาสใหผมสวนไดสวนเสยเขามามสวนรวม จดขน 3 ครง คอ เวทประชาคมหมบาน การประชมเครอขาย และ"
    "การรบฟงความเหนตอรางขอบญญตประจำป พ.ศ. 2569 ของตำบล",
    "โรงพยาบาลสงเสรมสขภาพตำบล ปรบปรงชองทางรองเรยนใหมทงต โทรศพท หมายเลข 0 4398 7716 และเวบบอรด "
    "โดยผรองจะไดรบแจงผลภายใน 15 วนนบแตวนทไดรบเรอง",
    "ดวยคณะกรรมการจรยธรรมประจำหนวยงาน มมตใหจดทำแนวปฏบตสำหรบขาราชการ ลกจางประจำ และพนกงานจาง "
    "เพอลดความสบสนเกยวกบพฤตกรรมสเทา และเปนแนวทางในการประพฤตตนของทกคนในหนวยงาน",
]


def filled(text: str, letters: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return a text as lines that fill a column."""
    lines = [""]
    for letter in text:
        if letters.getlength(lines[-1] + letter) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += letter if lines[-1] or letter != " " else ""
    return lines


def assert_columns_are_read(width: int, gutter: int, between: int, each: list[list[str]]) -> None:
    """Read a page of columns of paragraphs under a heading: they come one after the other."""
    page, pen, letters = sheet("Sarabun-Regular.ttf")
    pen.text((150, 200), "แนวทางการปรบปรงและพฒนาการใหบรการ", font=letters, fill=0)
    for number, column in enumerate(each):
        y = 300
        for text in column:
            for line in filled(text, letters, width):
                pen.text((150 + number * (width + gutter), y), line, font=letters, fill=0)
                y += STEP
            y += between
    read = scanned(page, 0.3)
    said = "".join("".join(line.text.split()) for line in read.lines[1:])
    truth = "".join("".join(text.split()) for column in each for text in column)
    assert read.tables == ()
    assert Levenshtein.distance(said, truth) <= 0.25 * len(truth), said


@pytest.mark.parametrize("between", [0, 26])
@pytest.mark.parametrize("width", [560, 600])
def test_paragraphs_of_columns_that_stand_at_one_height_are_no_rows_of_cells(
    width: int, between: int
) -> None:
    assert_columns_are_read(width, 100, between, [PARAGRAPHS[:2], PARAGRAPHS[2:]])


@pytest.mark.parametrize("gutter", [40, 46])
@pytest.mark.parametrize("width", [560, 600])
def test_columns_that_stand_close_are_read_one_after_the_other(width: int, gutter: int) -> None:
    assert_columns_are_read(width, gutter, 0, [PARAGRAPHS[:1], PARAGRAPHS[3:]])
