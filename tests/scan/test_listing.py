"""Lists of files as Thai offices have them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from odd import page, pdf, stream

from ita_checker import check_folder
from ita_checker.errors import UsageError
from ita_checker.model import Origin
from ita_checker.scan.submission import Options, handed_in, read_manifest, year_of

ROWS = (
    ("ลำดับ", "ชื่อหน่วยงาน", "ปีงบประมาณ", "ข้อ", "ชื่อไฟล์", "เกณฑ์", "ประเมินครั้งแรก", "โทรศัพท์"),
    ("1", "อบต.ห้วยน้ำแร่", "๒๕๖๔", "O43", "O43.pdf", "ป.ป.ช.", "ใช่", "02"),
)
WANTED = {
    "path": "O43.pdf",
    "organisation": "อบต.ห้วยน้ำแร่",
    "item": "O43",
    "fiscal_year": "๒๕๖๔",
    "scheme": "nacc",
}


def check(path: Path) -> None:
    rows, remarks = read_manifest(path)
    assert {key: rows["O43.pdf"][key] for key in WANTED} == WANTED
    assert [remark.th for remark in remarks] == [f"รายการไฟล์ {path.name}: ไม่ได้ใช้คอลัมน์ ลำดับ, โทรศัพท์"]
    told = handed_in(Path("/x/O43.pdf"), "O43.pdf", Options(), rows["O43.pdf"])
    assert told.submission.first_assessment and told.submission.fiscal_year == 2564
    assert dict(told.origins) == dict.fromkeys(
        ("fiscal_year", "items", "scheme", "organisation"), Origin.LIST
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_in_every_encoding_and_with_every_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    text = "\r\n".join(separator.join(row) for row in ROWS) + "\r\n"
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    check(path)


def test_a_workbook_with_a_title_above_its_headings_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["รายชื่อหน่วยงานที่ส่งรายงาน"])
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    check(tmp_path / "list.xlsx")


@pytest.mark.parametrize("heading", ["ครั้งแรก", "ประเมินครั้งแรก", "first assessment"])
@pytest.mark.parametrize(
    ("said", "asked"), [("ใช่", False), ("ครั้งแรก", False), ("ไม่ใช่", True), ("", True)]
)
def test_an_office_assessed_for_the_first_time_owes_nothing_of_the_year_before(
    tmp_path: Path, heading: str, said: str, asked: bool
) -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    text = stream(b"BT /F1 12 Tf 72 700 Td (Six months of the plan) Tj ET")
    catalog, pages = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    )
    one = page(b"4 0 R", more=b"/Resources << /Font << /F1 5 0 R >> >>")
    (tmp_path / "O12.pdf").write_bytes(pdf([catalog, pages, one, text, font]))
    path = tmp_path / "list.csv"
    path.write_text(
        f"ไฟล์,หน่วยงาน,ปี,เกณฑ์,ข้อ,{heading}\nO12.pdf,โรงเรียนบ้านดง,2566,obec,O12,{said}\n",
        encoding="utf-8",
    )
    batch = check_folder(tmp_path / "O12.pdf", manifest=path, complete=True, cache=False)
    missing = {held.item for family in batch.families for held in family.items if held.missing}
    owed = {item.code for pack in batch.packs for item in pack.items if item.must}
    not_first = {item.code for pack in batch.packs for item in pack.items if item.not_first}
    assert not_first and missing
    assert missing == {"O12"} | owed - (set() if asked else not_first)  # a page that says nothing


def test_a_cell_that_is_neither_yes_nor_no_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("ไฟล์,ครั้งแรก\nO43.pdf,อาจจะ\n", encoding="utf-8")
    with pytest.raises(UsageError, match="ไม่ใช่ทั้งใช่และไม่ใช่"):
        read_manifest(path)


def test_a_list_without_paths_says_which_columns_there_are(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("หน่วยงาน,ปี\nอบต.ก,2564\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_manifest(path)
    assert error.value.remedy and "หน่วยงาน, ปี" in error.value.remedy.th


@pytest.mark.parametrize(
    ("path", "year"),
    [
        ("/a/FY2565/O43.pdf", 2565),
        ("/a/FY65/O43.pdf", 2565),
        ("/a/ปี 65/O43.pdf", 2565),
        ("/a/ปีงบประมาณ พ.ศ. ๒๕๖๕/O43.pdf", 2565),
        ("/a/2022/O43.pdf", 2565),
        ("/a/65/O43.pdf", None),
        ("/a/แผนปี 61-65/O43.pdf", None),
        ("/a/รายงานปี 64/O43.pdf", 2564),
        ("/a/ห้อง 2022 ชั้น 3/O43.pdf", None),
    ],
)
def test_folders_name_years_in_the_ways_people_write_them(path: str, year: int | None) -> None:
    assert year_of(Path(path)) == year


def test_a_folder_that_may_be_a_year_is_told_and_not_taken_for_one() -> None:
    told = handed_in(Path("/a/65/O43.pdf"), "65/O43.pdf", Options())
    assert (told.submission.fiscal_year, told.unclear) == (None, "65")
    assert handed_in(Path("/a/65/O43.pdf"), "65/O43.pdf", Options(2565)).unclear is None


@pytest.mark.parametrize(
    ("listed", "there", "named"),
    [
        ("O12.pdf", "ก/ข/O12.pdf", True),  # the file alone
        ("ข/O12.pdf", "ก/ข/O12.pdf", True),  # from a folder further down
        ("ข\\o12.PDF", "ก/ข/O12.pdf", True),  # as another system writes it
        ("ค/O12.pdf", "ก/ข/O12.pdf", False),  # of another folder
        ("12.pdf", "ก/ข/O12.pdf", False),  # an end of a name is no name
    ],
)
def test_a_row_that_leads_nowhere_is_that_of_the_one_file_whose_path_ends_so(
    tmp_path: Path, listed: str, there: str, named: bool
) -> None:
    place = tmp_path / "งาน" / there
    place.parent.mkdir(parents=True)
    place.write_bytes(b"no pdf")
    path = tmp_path / "list.csv"
    path.write_text(f"ไฟล์,หน่วยงาน\n{listed},โรงเรียนบ้านดง\n", encoding="utf-8")
    batch = check_folder(tmp_path / "งาน", manifest=path, cache=False)
    offices = {report.path.replace("\\", "/"): report.organisation for report in batch.reports}
    assert len(offices) == (1 if named else 2)  # a row without its file is a file unread
    assert next(offices[each] for each in offices if each.endswith(there)) == (
        "โรงเรียนบ้านดง" if named else None
    )


def test_a_row_that_may_be_of_two_files_is_of_none(tmp_path: Path) -> None:
    for folder in ("ก", "ข"):
        (tmp_path / "งาน" / folder).mkdir(parents=True)
        (tmp_path / "งาน" / folder / "O12.pdf").write_bytes(b"no pdf")
    path = tmp_path / "list.csv"
    path.write_text("ไฟล์,หน่วยงาน\nO12.pdf,โรงเรียนบ้านดง\n", encoding="utf-8")
    batch = check_folder(tmp_path / "งาน", manifest=path, cache=False)
    assert sorted(report.organisation or "" for report in batch.reports) == ["", "", "โรงเรียนบ้านดง"]
