"""Differences between two programs, and letters read wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lab.comparing import changes, tree
from lab.producers import Job, lacking, produce, producers
from lab.producers.damaged import DAMAGE, _lie, _map
from lab.reading import Read, compared, rows
from lab.rendered import Specimen
from lab.sheets import Kind, Sheet, Table, Text
from lab.truth import Mistake, Truth

TRUTH = Truth(2564, "nacc", "O43", "อบต.โคกแดง", expected=(Mistake("ORG002", "หนองบัว"),))
SHEET = Sheet(
    "me",
    "a",
    "memo",
    TRUTH,
    (
        Text(Kind.TITLE, ("รายงานผลการดำเนินการ",)),
        Table((("มาตรการ", "ผลลัพธ์"), ("เผยแพร่ข้อมูล", "ประชาชนพอใจมากขึ้น"))),
    ),
)


def report(*findings: tuple[str, str], **more: Any) -> dict[str, Any]:
    """A report as scoring and comparing ask for it."""
    return {
        "status": "gaps",
        "results": [],
        "pages_unread": [],
        "findings": [
            {"code": code, "quote": quote, "severity": "zero", "message_en": ""}
            for code, quote in findings
        ],
        **more,
    }


def test_what_came_and_went_is_told_with_what_it_comes_to() -> None:
    old = {"a.pdf": report(("RND003", "รอบ 6 เดือน"), ("YEA005", "มีนาคม 2563"))}
    new = {"a.pdf": report(("RND003", "รอบ ๖ เดือน"), ("ORG002", "หนองบัว"), district="เมือง")}
    specimen = Specimen("a.pdf", "me", "a", "x", TRUTH)
    assert [(one.sign, one.outcome, one.code) for one in changes(old, new, [specimen])] == [
        ("-", "missed", "ORG002"),
        ("-", "false sure", "YEA005"),
        ("-", "", "district"),
        ("+", "found sure", "ORG002"),
        ("+", "", "district"),
    ]


def test_without_truth_the_findings_themselves_are_compared() -> None:
    found = changes({"a.pdf": report()}, {"a.pdf": report(("YEA006", "31 เมษายน"))})
    assert [(one.sign, one.outcome, one.code, one.quote) for one in found] == [
        ("+", "sure", "YEA006", "31 เมษายน")
    ]


def test_a_file_that_one_program_lost_is_told() -> None:
    assert "LOST" in [one.code for one in changes({"a.pdf": report()}, {})]


def test_what_is_neither_folder_nor_revision_is_refused() -> None:
    with pytest.raises(ValueError, match="no folder and no revision"), tree("no-such-thing"):
        pass


def test_letters_that_are_read_rightly_wherever_they_stand_are_not_wrong() -> None:
    read = "ผลลัพธ์\nมาตรการ เผยแพร่ข้อ\n- 2 -\nมูล ประชาชน พอใจมากขึ้น\nรายงานผลการดำเนินการ"
    letters, wrong, surplus = compared(SHEET, read)
    assert (letters, wrong) == (65, 0)
    assert surplus == len("-2-")


def test_a_letter_read_wrongly_and_one_lost_are_two_wrong() -> None:
    read = "รายงานผลการด าเนินการ มาตรการ ผลลัพธ์ เผยแพร่ข้อมูล ประชาชนพอใจมากขึน"
    assert compared(SHEET, read)[1] == 2


def test_the_table_of_reading_names_median_and_worst() -> None:
    one, two = Read("a", "x", 100, 0, 1, 1, 0), Read("b", "x", 100, 4, 1, 2, 1)
    assert list(rows([one, two]))[1] == ("x", "2", "3", "2.00", "2.00", "4.00", "10.0", "1")


def test_damage_makes_the_codes_lie() -> None:
    assert _lie("ทำ", DAMAGE["lost-am"]) == "ท า"
    assert _lie("ที่", DAMAGE["cid"]) is None
    ranges = b"1 beginbfrange\n<0001> <0003> <0E47>\nendbfrange"
    assert _map(ranges, DAMAGE["cid"]) == b"1 beginbfchar\n<0001> <0E47>\nendbfchar"
    assert b"<F70A>" in _map(ranges, DAMAGE["pua"])


def test_a_producer_that_is_missing_is_said_and_harms_no_other(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<p>ก</p>", "utf-8")
    failed = produce([Job("no-such-producer", page, tmp_path / "a.pdf")])
    assert "no such producer" in failed[tmp_path / "a.pdf"]


@pytest.mark.parametrize("name", ["reportlab", "fpdf2", "typst", "xelatex"])
def test_a_typesetter_sets_every_word(name: str, tmp_path: Path) -> None:
    if lacking([name]):
        pytest.skip(lacking([name])[name])
    from ita_checker.read import read

    pdf = tmp_path / "a.pdf"
    assert produce([Job(name, tmp_path / "none.html", pdf, 1, SHEET)]) == {}
    assert compared(SHEET, read(pdf).text)[1] == 0


def test_every_producer_names_what_it_lacks_or_nothing() -> None:
    assert len(producers()) >= 19
    assert all(why is None or why for why in lacking(producers()).values())
