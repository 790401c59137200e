"""Every code is known with its level and its words, and messages read well with and without what
was found.
"""

from __future__ import annotations

import re

import pytest

from ita_checker.model import Finding, Severity, Span, Words
from ita_checker.rulebook import catalogue, say
from ita_checker.rulebook.kinds import codes_of
from ita_checker.rulebook.wording import dates, worded

ZERO = """DOC001 DOC002 DOC003 DOC005 DOC006 DOC009 ORG002 ORG003 ORG004 ORG006 ORG008 YEA001
YEA002 YEA003 YEA004 YEA005 RND001 RND003 RND004
MEA001 MEA002 MEA004 MEA005 MEA006 SEC001 TXT001 SET001 SET002 SET004"""
ADVICE = (
    "DOC004 DOC007 DOC008 DOC010 ORG001 ORG005 ORG007 YEA006 YEA007 YEA008 RND002 RND005 MEA003"
    " SEC002 TXT002 TXT003 SET003"
)
NEUTRAL = re.compile(r"^(พบ|ไม่พบ|ไม่สามารถ|มี|อ่าน|หยุด)")


def test_every_code_has_the_level_it_always_had() -> None:
    levels = {code: entry.severity for code, entry in catalogue().items()}
    assert levels == dict.fromkeys(ZERO.split(), Severity.ZERO) | dict.fromkeys(
        ADVICE.split(), Severity.ADVICE
    )


def test_the_codes_of_a_kind_of_check_are_known() -> None:
    assert codes_of("rounds") == ("RND002", "RND003", "RND004", "RND005")
    assert codes_of("no_such_check") == ()


@pytest.mark.parametrize("code", list(catalogue()))
@pytest.mark.parametrize("full", [True, False])
def test_a_message_reads_well_with_and_without_what_was_found(code: str, full: bool) -> None:
    finding = Finding(code, (Span(0, 4, "ข้อความ"),), "หัวข้อ", "ก", "ข") if full else Finding(code)
    said = say(catalogue()[code].message, finding)
    for text in (said.th, said.en):
        assert not re.search(r"[\[\]{}]|  |“”|\(\)| :|,,|พ\.ศ\.\s*(\)|$)", text), text
    assert NEUTRAL.search(said.th.removeprefix("หัวข้อ: ").removeprefix("มาตรการ “หัวข้อ”: ")), said.th


@pytest.mark.parametrize("code", list(catalogue()))
def test_every_code_says_in_both_languages_what_why_and_what_to_do(code: str) -> None:
    entry = catalogue()[code]
    for words in (entry.title, entry.message, entry.why, entry.do):
        assert re.search("[ก-๙]", words.th)
        assert re.search("[A-Za-z]{3}", words.en)


def test_a_part_with_an_empty_word_is_left_out_or_gives_way() -> None:
    template = "พบ[ “{found}” |ชื่ออื่น ]ใน[ {subject}]"
    assert worded(template, {"found": "ก", "subject": "ข"}, "th") == "พบ “ก” ใน ข"
    assert worded(template, {"found": None, "subject": ""}, "th") == "พบชื่ออื่น ใน"


def test_braces_in_what_was_found_are_only_letters() -> None:
    finding = Finding("ORG002", found="{expected} [x]", expected="ข")
    assert say(Words("พบ {found} ควรเป็น {expected}", "found {found}"), finding) == Words(
        "พบ {expected} [x] ควรเป็น ข", "Found {expected} [x]"
    )


@pytest.mark.parametrize(
    ("iso", "thai", "english"),
    [
        ("2563-04-17", "17 เมษายน 2563", "17 April 2563"),
        ("2563-04", "เดือนเมษายน 2563", "April 2563"),
        (
            "2563-10-01/2564-09-30",
            "1 ตุลาคม 2563 – 30 กันยายน 2564",
            "1 October 2563 – 30 September 2564",
        ),
        ("2563", "2563", "2563"),
        ("2563-13", "2563-13", "2563-13"),
        ("ที่ 52/2568", "ที่ 52/2568", "ที่ 52/2568"),
        ("6/12 เดือน", "6/12 เดือน", "6/12 เดือน"),
        ("ชื่อ/นามสกุล", "ชื่อ/นามสกุล", "ชื่อ/นามสกุล"),
    ],
)
def test_dates_are_said_as_people_say_them(iso: str, thai: str, english: str) -> None:
    assert (dates(iso, "th"), dates(iso, "en")) == (thai, english)
