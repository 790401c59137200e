"""A pack that adds a word to a list of the vocabulary is understood in every wing of facts, and
nobody else is: not the next report of the process, not another pack's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ita_checker.judge.judge import judge
from ita_checker.model import Pack, Report, Submission
from ita_checker.rulebook import load
from ita_checker.rulebook.paper import document

Vocabulary = Mapping[str, tuple[str, ...]]
ONE, TWO = "มาตรการตรวจสอบการใช้ดุลพินิจ", "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"
SLOTS = {
    "title": "รายงานผลการดำเนินการตาม",
    "year": "ประจำปีงบประมาณ พ.ศ. 2564",
    "weak": "ได้แก่ ตัวชี้วัดการใช้อำนาจ",
    "who": "ผู้รับผิดชอบ",
    "first": "สำนักปลัด",
    "second": "กองคลัง",
    "promised": "รอบ 6 เดือน",
    "line": "",
}


def report(**slots: str) -> str:
    said = SLOTS | slots
    return f"""# {said["title"]}มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# {said["year"]}
-> เทศบาลตำบลทุ่งแก้ว
-> อำเภอหันคา จังหวัดชัยนาท
---page---
ผลการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2563 {said["weak"]}
มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | {said["who"]} | การกำกับติดตาม
{ONE} | จัดทำคู่มือ | {said["first"]} | รายงานผลการดำเนินงาน // {said["promised"]}
{TWO} | เผยแพร่ข้อมูล | {said["second"]} | รายงานผลการดำเนินงาน // {said["promised"]}

บัดนี้ เทศบาลตำบลทุ่งแก้วได้ดำเนินการตามมาตรการเรียบร้อยแล้ว
มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
{ONE} | จัดทำคู่มือ | {said["promised"]} จัดทำคู่มือแล้ว 1 เล่ม | เจ้าหน้าที่ใช้ดุลพินิจเป็นธรรม
{TWO} | เผยแพร่ข้อมูล | {said["promised"]} เผยแพร่ข้อมูลแล้ว 12 เรื่อง | ประชาชนเข้าถึงข้อมูลได้

{said["line"]}
"""


def packs(**added: Vocabulary) -> tuple[Pack, ...]:
    """Return the packs, some of them with words of their own: nacc_2564={list: words}."""
    own = {name.replace("_", "-"): vocabulary for name, vocabulary in added.items()}
    return tuple(replace(pack, vocabulary=own.get(pack.name, {})) for pack in load())


def judged(text: str, known: tuple[Pack, ...], year: int | None = 2564) -> Report:
    handed = Submission("report.pdf", year, "nacc" if year else None, ("O43",) if year else ())
    return judge(document(text), handed, known)


def found(text: str, known: tuple[Pack, ...], year: int | None = 2564) -> set[tuple[str, str]]:
    return {(one.code, one.subject) for one in judged(text, known, year).findings}


# A wing → words added, a report in which they stand, what is found then, what was found before.
WINGS: dict[str, tuple[Vocabulary, str, set[tuple[str, str]], set[tuple[str, str]]]] = {
    "page": (
        {"blanks.please": ("วาน",), "blanks.fill": ("ขีดเขียน",)},
        report(line="หน่วยงาน (วานขีดเขียน)"),
        {("TXT001", "(วานขีดเขียน)")},
        set(),
    ),
    "tables": (
        {"fields.heads.responsible": ("ถือธง",)},
        report(who="ผู้ถือธง", first="วิชัย", second=""),
        {("MEA004", TWO)},
        set(),
    ),
    "years": (
        {"years.year": ("ขวบ",)},
        report(line="ผลการดำเนินการประจำขวบงบประมาณ พ.ศ. 2562"),
        {("YEA003", "ประจำขวบงบประมาณ พ.ศ. 2562")},
        set(),
    ),
    "rounds": (
        {"rounds.label.round": ("เที่ยว",)},
        report(promised="เที่ยว 5 เดือน"),
        {("RND002", "รอบ 5 เดือน")},
        set(),
    ),
    "organisation": (
        {"offices.kinds.องค์การบริหารส่วนตำบล.short": ("อบลต.",)},
        report(line="รายงานผลของ อบลต.วังตะเคียน อำเภอกบินทร์บุรี จังหวัดปราจีนบุรี"),
        {("ORG002", "องค์การบริหารส่วนตำบลวังตะเคียน")},
        set(),
    ),
    "measures": (
        {"indicators.weak": ("จุดโหว่",)},
        report(weak="จุดโหว่ ได้แก่ ตัวชี้วัดการใช้ทรัพย์สินของราชการ"),
        {("MEA006", "การใช้ทรัพย์สินของราชการ")},
        set(),
    ),
    "items": (
        {"items.reports.words": ("ปูมการลงมือทำ",)},
        report(title="ปูมการลงมือทำตาม"),
        set(),
        {("SEC001", "ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อน หรือที่จะต้องพัฒนาให้ดีขึ้น")},
    ),
    "text: months": (
        {"months.spoken.1": ("ยี่เป็ง",)},
        report(line="ประกาศ ณ วันที่ 32 ยี่เป็ง พ.ศ. 2564"),
        {("YEA006", "2564-01-32")},
        set(),
    ),
    "text: places": (
        {"places.short_provinces.ฉะเชิงเทรา": ("เมืองแปดริ้วใหม่",)},
        report(line="หน่วยงานตั้งอยู่ที่ตำบลทุ่งแก้ว อำเภอหันคา จังหวัดเมืองแปดริ้วใหม่"),
        {("ORG006", "เทศบาลตำบลทุ่งแก้ว")},
        set(),
    ),
}


@pytest.mark.parametrize("wing", WINGS)
def test_a_word_of_a_pack_changes_what_is_found(wing: str) -> None:
    added, text, more, fewer = WINGS[wing]
    before, after = found(text, packs()), found(text, packs(nacc_2564=added))
    assert (after - before, before - after) == (more, fewer)


@pytest.mark.parametrize("wing", WINGS)
def test_a_word_of_a_pack_is_in_force_for_no_other(wing: str) -> None:
    added, text, _, _ = WINGS[wing]
    usual = judged(text, packs())
    mine = judged(text, packs(nacc_2564=added))
    assert mine != usual
    # The same process, right after: with the packs as they are, and beside a pack that has words.
    assert judged(text, packs()) == usual
    assert judged(text, packs(nacc_2565=added)) == usual
    other = {"joins.dangling": ("ฆฅฆฅฆ",)}
    assert judged(text, packs(nacc_2565=added, nacc_2564=other)) == usual
    assert judged(text, packs(nacc_2564=added)) == mine


def test_a_report_that_only_a_packs_words_make_known_is_that_packs() -> None:
    text = report(year="ขวบ ๖๔").replace("พ.ศ. 2563", "")
    assert judged(text, packs(), year=None).pack == "general"
    added = {"years.year": ("ขวบ",)}
    for known in (
        packs(nacc_2564=added),
        packs(nacc_2564=added, obec_2564={"years.year": ("ปูม",)}),
    ):
        own = judged(text, known, year=None)
        assert (own.pack, own.fiscal_year, own.items) == ("nacc-2564", 2564, ("O42", "O43"))


def test_a_check_that_breaks_leaves_the_words_of_no_pack_in_force() -> None:
    added, text, more, _ = WINGS["tables"]

    def breaking(case: object) -> bytes:
        raise KeyboardInterrupt

    handed = Submission("report.pdf", 2564, "nacc", ("O43",))
    with pytest.raises(KeyboardInterrupt):
        judge(document(text), handed, packs(nacc_2564=added), breaking)
    assert not more & found(text, packs())
