"""Offices in every output: what is missing, what contradicts what, whose text it is."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
from report.batches import finding
from side import OWN, PLACE, laid, plan, results

from ita_checker.model import Batch, Decision, Report, Status
from ita_checker.report.beside import letters
from ita_checker.report.formats import html, text, xlsx
from ita_checker.report.formats import json as as_json

DONG = "องค์การบริหารส่วนตำบลดงครั่งน้อย"
MEASURES = (
    "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม",
    "มาตรการจัดการเรื่องร้องเรียนการทุจริต",
    "มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง",
)
TEXTS = {
    "2564/dong/O43.pdf": results(DONG, PLACE, *MEASURES, year=2564),
    "2565/dong/O42.pdf": plan(DONG, PLACE, *MEASURES),
    "2565/dong/O43.pdf": results(DONG, PLACE, *MEASURES[:2], done=OWN),
}


def batch() -> Batch:
    beside = laid(TEXTS, complete=True)
    reports = tuple(
        beside.told(
            Report(path, "ab" * 32, 2, status=Status.CLEAN, fiscal_year=int(path[:4]),
            organisation=DONG)
        )
        for path in sorted(TEXTS)
    )  # fmt: skip
    return Batch(reports, (), "1.2.3", families=beside.families, pairs=beside.pairs)


def test_json_gives_offices_and_pairs() -> None:
    data = json.loads("".join(as_json.render(batch(), "en")))
    (family,) = data["families"]
    assert (family["office"], family["district"], family["paths"]) == (
        DONG, "เกษตรวิสัย", sorted(TEXTS),
    )  # fmt: skip
    assert [(one["fiscal_year"], one["item"]) for one in family["items"] if one["missing"]] == [
        (2564, "O42")
    ]
    (pair,) = data["pairs"]
    assert (pair["code"], pair["paths"]) == (
        "SET002", ["2565/dong/O42.pdf", "2565/dong/O43.pdf"],
    )  # fmt: skip
    assert pair["passages"][0][0]["quote"] == MEASURES[2]


def test_the_gap_list_has_a_section_by_office() -> None:
    listed = "".join(text.render(batch(), "en")).split("Files side by side, by office")[1]
    said = "".join(listed.split())
    assert "noO42" in said
    assert f"has“{MEASURES[2]}”" in said


def test_the_workbook_has_a_sheet_with_a_row_for_each_office_and_year() -> None:
    book = openpyxl.load_workbook(io.BytesIO(b"".join(xlsx.render(batch(), "en"))))
    rows = list(book["Side by side"].iter_rows(values_only=True))[1:]
    assert [(str(row[3]), bool(row[5]), bool(row[6])) for row in rows] == [
        ("2564", True, False),
        ("2565", False, True),
    ]


def test_the_page_holds_offices_with_what_is_missing() -> None:
    page = "".join(html.render(batch(), "th"))
    block = page.split('id="side-by-side">')[1].split("</script>")[0]
    (office,) = json.loads(block)["o"]
    assert (office["n"], len(office["m"]), len(office["c"]), office["t"]) == (DONG, 1, 1, [])


def test_a_letter_speaks_of_the_office_as_a_whole(tmp_path: Path) -> None:
    import docx

    list(letters.write(batch(), tmp_path, None, "th"))
    (path,) = [one for one in tmp_path.glob("*.docx") if DONG[:20] in one.name]
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "เมื่อเทียบเอกสารทั้งหมดของหน่วยงาน" in said


def test_what_shows_beside_other_files_is_not_sent_before_it_was_decided(tmp_path: Path) -> None:
    import docx

    whole = batch()
    first = whole.reports[0]
    made = Decision(first.sha256 or "", "r", "YEA005", "ก", "confirmed")
    told = replace(first, findings=(finding("YEA005", "ก", decision=made),))
    letters_of = replace(whole, reports=(told, *whole.reports[1:]))
    list(letters.write(letters_of, tmp_path, None, "th"))
    for path in tmp_path.glob("*.docx"):
        said = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        assert "เมื่อเทียบเอกสารทั้งหมดของหน่วยงาน" not in said
    assert list(tmp_path.glob("*.docx"))
