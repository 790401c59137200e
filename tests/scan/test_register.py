"""Registers of organisations as people have them: a name a line, CSV or XLSX, any order of
columns.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_checker.errors import UsageError
from ita_checker.scan.register import read_register

DONG = "องค์การบริหารส่วนตำบลดงครั่งน้อย อำเภอเกษตรวิสัย จังหวัดร้อยเอ็ด"


@pytest.mark.parametrize(
    ("name", "encoding", "text"),
    [
        (
            "a.csv",
            "utf-8-sig",
            "จังหวัด,ลำดับ,ชื่อหน่วยงาน,อำเภอ,ประเภท\nร้อยเอ็ด,1,ดงครั่งน้อย,เกษตรวิสัย,องค์การบริหารส่วนตำบล\n",
        ),
        (
            "b.csv",
            "cp874",
            "kind;name;district;province\nองค์การบริหารส่วนตำบล;ดงครั่งน้อย;อำเภอเกษตรวิสัย;จังหวัดร้อยเอ็ด\n",
        ),
        (
            "c.csv",
            "utf-8",
            "ทะเบียน อปท.\nชื่อ อปท.\tอำเภอ\tจังหวัด\nองค์การบริหารส่วนตำบลดงครั่งน้อย\tเกษตรวิสัย\tร้อยเอ็ด\n",
        ),
    ],
)
def test_a_table_gives_names_with_their_places(
    tmp_path: Path, name: str, encoding: str, text: str
) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    assert read_register(path) == (DONG,)


def test_a_workbook_gives_names_with_their_places(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (
        ["อำเภอ", "ชื่อ", "จังหวัด", "ประเภท"],
        ["เกษตรวิสัย", "ดงครั่งน้อย", "ร้อยเอ็ด", "องค์การบริหารส่วนตำบล"],
    ):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "r.xlsx")
    assert read_register(tmp_path / "r.xlsx") == (DONG,)


def test_names_a_line_are_a_register_too(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("เทศบาลตำบลก\n\nเทศบาลตำบลข\n", encoding="utf-8")
    assert read_register(path) == ("เทศบาลตำบลก", "เทศบาลตำบลข")


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(UsageError):
        read_register(path)
