"""Whatever a text holds, every form of output is written whole, is read by other programs, and
says nothing that runs.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import docx
import openpyxl
import pytest
from report.hostile import TEXTS, batch, hostile

from ita_checker.cli.outputs import rendered
from ita_checker.model import Report
from ita_checker.report.beside import letters, marked
from ita_checker.report.beside.names import MOST_BYTES
from ita_checker.text.visible import HIDDEN

REPORTS = tuple(hostile(number, text) for number, text in enumerate(TEXTS))
RAW = re.compile(f"(?![\n\r\t\ufeff]){HIDDEN.pattern}")


def written(form: str, *reports: Report) -> bytes:
    pieces = rendered(batch(*reports), form, "th")
    return b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    forms = ("json", "jsonl", "sarif", "junit", "csv", "html", "text")
    return {form: written(form, *REPORTS).decode() for form in forms}


def test_no_hidden_letter_stands_raw_in_any_output(texts: dict[str, str]) -> None:
    assert {form: RAW.findall(text.removeprefix("\ufeff"))[:3] for form, text in texts.items()} == {
        form: [] for form in texts
    }


def test_json_keeps_every_report_and_every_text(texts: dict[str, str]) -> None:
    said = json.loads(texts["json"])
    assert [report["sha256"] for report in said["reports"]] == [report.sha256 for report in REPORTS]
    quotes = [report["findings"][0]["quote"] for report in said["reports"]]
    valid = [re.sub("[\ud800-\udfff]", "\ufffd", text) for text in TEXTS]
    assert quotes == valid
    lines = [json.loads(line) for line in texts["jsonl"].splitlines()]
    assert [line["findings"][0]["quote"] for line in lines if line["path"] is not None] == valid
    assert len(json.loads(texts["sarif"])["runs"][0]["results"]) == 3 * len(REPORTS)


def test_junit_is_xml_with_every_report(texts: dict[str, str]) -> None:
    assert len(Xml.fromstring(texts["junit"])) == len(REPORTS)


def test_no_cell_of_csv_or_xlsx_is_a_formula_and_no_row_is_lost(texts: dict[str, str]) -> None:
    rows = list(csv.reader(io.StringIO(texts["csv"].removeprefix("\ufeff"), newline="")))
    assert len(rows) == 1 + 2 * len(REPORTS)
    begun = {cell.lstrip(" \u00a0\u3000")[:1] for row in rows for cell in row}
    assert begun & set("=+-@\t\r＝＋－＠") == set()
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", *REPORTS)))
    rows_of = {sheet.title: len(list(sheet.iter_rows())) for sheet in book.worksheets}
    findings = 1 + 2 * len(REPORTS)
    assert {name: rows_of[name] for name in ("ข้อบกพร่อง", "ผลการพิจารณา", "หน่วยงาน")} == {
        "ข้อบกพร่อง": findings,
        "ผลการพิจารณา": findings,
        "หน่วยงาน": 1 + len(REPORTS),
    }
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}  # n: an empty cell
    assert "32,767" in str(list(book.worksheets[-1].iter_rows(values_only=True))[1][1])


def test_html_holds_its_data_as_data(texts: dict[str, str]) -> None:
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', texts["html"])
    assert len([json.loads(block) for block in blocks]) >= 1 + len(REPORTS)
    assert "<script>window.ran" not in texts["html"]
    assert "<img src=x" not in texts["html"]


def test_every_office_gets_its_letter_and_no_letter_holds_a_field(tmp_path: Path) -> None:
    left = list(letters.write(batch(*REPORTS), tmp_path, None))
    assert [error.what.en for error in left] == [letters.UNDECIDED.en]
    names = [path.name for path in tmp_path.iterdir()]
    assert len(names) == len(set(TEXTS)) + 1  # and all of them in one file, for printing
    assert max(len(name.encode()) for name in names) <= MOST_BYTES + 20
    for path in tmp_path.iterdir():
        body = docx.Document(str(path)).element.xml
        assert "instrText" not in body and "fldSimple" not in body


def test_offices_whose_names_fall_together_both_get_their_letter(tmp_path: Path) -> None:
    offices = ["เทศบาล/ก", "เทศบาล:ก", "เทศบาล ก", "CON", "con", "ก" * 100 + "ข", "ก" * 100 + "ค"]
    reports = [hostile(number, name) for number, name in enumerate(offices)]
    list(letters.write(batch(*reports), tmp_path, None))
    said = [
        "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        for path in tmp_path.iterdir()
        if letters.ALL["th"] not in path.name
    ]
    assert len(said) == len(offices)
    assert all(any(name in text for text in said) for name in offices)


def test_a_letter_of_an_earlier_scan_is_said(tmp_path: Path) -> None:
    list(letters.write(batch(hostile(0, "ก"), hostile(1, "ข")), tmp_path, None))
    left = list(letters.write(batch(hostile(0, "ก")), tmp_path, None))
    undecided = [error for error in left if error.what == letters.UNDECIDED]
    earlier = [Path(error.where).name for error in left if error.what != letters.UNDECIDED]
    assert len(undecided) == 1
    assert [name for name in earlier if letters.ALL["th"] not in name] == ["ข.docx"]
    assert len(earlier) == 2  # the file of all letters holds that one too


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("../../etc/passwd.pdf", "etc/passwd.pdf"),
        ("/etc/passwd.pdf", "etc/passwd.pdf"),
        ("a/../b.pdf", "a/b.pdf"),
        ("a\0b.pdf", "ab.pdf"),
        ("new\nline.pdf", "new\nline.pdf"),
    ],
)
def test_a_copy_never_leads_out_of_its_folder(path: str, inside: str) -> None:
    assert marked.inside(path) == Path(inside)


def test_a_name_of_three_hundred_bytes_is_cut_and_told_from_its_like() -> None:
    one, two = (marked.inside("ก" * 100 + end + ".pdf").name for end in ("ข", "ค"))
    assert one != two
    assert max(len(one.encode()), len(two.encode())) <= MOST_BYTES
    assert one.endswith(".pdf") and two.endswith(".pdf")
