"""On scans the majority of readings names the office, and one that the picture leaves room for is
no other name.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import case, with_document

from ita_checker.checks import organisation_names
from ita_checker.facts.organisation.reporter import reporter
from ita_checker.model import Case, Doubtful, Verdict
from ita_checker.text.names import majority, similar

REPORT = """
(ocr)
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
# องค์การบริหารส่วนตำบลควนหินราบ
---page---
(ocr)
องค์การบริหารส่วนตำบลควนหินราบ ได้จัดทำรายงาน
องค์การบริหารส่วนตำบล{name} จึงประกาศ
"""


def scan(name: str, *unsure: Doubtful) -> Case:
    """Return the case of a scan that has the name once more, its letters `unsure` by their index
    in the name.
    """
    own = case(REPORT.format(name=name), fiscal_year=2564)
    last = own.document.pages[1].lines[1]
    marked = tuple(replace(one, index=one.index + last.text.index(name)) for one in unsure)
    page = replace(
        own.document.pages[1],
        lines=(own.document.pages[1].lines[0], replace(last, doubtful=marked)),
    )
    return with_document(own, replace(own.document, pages=(own.document.pages[0], page)))


def found(own: Case) -> list[tuple[str, str, str | None]]:
    answer = organisation_names.check(own, organisation_names.Params())
    return [
        (finding.code, finding.subject, finding.doubt.en if finding.doubt else None)
        for finding in answer.findings
    ]


@pytest.mark.parametrize(
    ("name", "unsure"),
    [
        ("ควนทินราบ", (Doubtful(3, 0.7, "ห"),)),  # the own letter is the likeliest other
        ("ควนหินรา", (Doubtful(7, 0.55),)),  # a letter lost where the reader was unsure
        ("ควนหืินราบ", (Doubtful(4, 0.6),)),  # one too many
    ],
)
def test_a_reading_that_may_be_the_own_name_is_no_finding(
    name: str, unsure: tuple[Doubtful, ...]
) -> None:
    own = scan(name, *unsure)
    assert organisation_names.check(own, organisation_names.Params()).verdict is Verdict.MET
    assert found(own) == []


def test_a_look_alike_read_surely_is_said_with_both_readings() -> None:
    assert found(scan("ควนหินราป")) == [
        ("ORG001", "องค์การบริหารส่วนตำบลควนหินราป", "read as ควนหินราป, perhaps ควนหินราบ"),
    ]


def test_one_reading_without_a_vowel_among_many_with_it_is_the_readers() -> None:
    assert found(scan("ควนหนราบ")) != []
    assert (
        found(scan("ควนหินราบ นายกองค์การบริหารส่วนตำบลควนหินราบ ประกาศ\nองค์การบริหารส่วนตำบลควนหนราบ"))
        == []
    )


def test_one_reading_without_letters_in_a_row_is_the_readers() -> None:
    assert found(scan("ควนหิบ", Doubtful(0, 0.8))) == []
    assert [code for code, *_ in found(scan("ควนหนรบ", Doubtful(0, 0.8)))] == ["ORG001"]


def test_another_name_is_another_office_on_a_scan_too() -> None:
    assert [code for code, *_ in found(scan("วานรนิวาส"))] == ["ORG002"]


def test_a_name_badly_read_is_no_other_office() -> None:
    assert [code for code, *_ in found(scan("ควหิรา"))] == ["ORG001"]


def test_the_majority_of_readings_names_the_office_letters_lost_before_letters_put_in() -> None:
    assert majority({"งระกำ": 4, "ทุ่งระกำ": 2}, ["งระกำ", "ทุ่งระกำ"]) == "ทุ่งระกำ"
    assert majority({"ดงครั้งน้อย": 1, "ดงครั่งน้อย": 3}, ["ดงครั้งน้อย", "ดงครั่งน้อย"]) == "ดงครั่งน้อย"
    who = reporter(scan("ควหิรา").facts)
    assert who and who.proper == "ควนหินราบ"


def test_neighbours_told_apart_by_one_word_are_never_one_name_badly_read() -> None:
    assert similar("พรหศรี", "พรหมคีรี")
    assert not similar("ดงครั่งน้อย", "ดงครั่งใหญ่")
    assert not similar("ลำปางเขต1", "ลำปางเขต2")
