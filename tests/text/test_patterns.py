"""Patterns are made of words: no normaliser runs over a regex, so no alternative is lost."""

from __future__ import annotations

import importlib
import re

import pytest
from hypothesis import settings
from hypothesis import strategies as some
from untimed import given

from ita_checker.text.flow import fold
from ita_checker.text.patterns import (
    any_of,
    begun,
    built,
    first_letters,
    folded,
    pattern,
    pattern_of,
    spelled,
)
from ita_checker.words import in_force, speaking, words_of

# A piece of a phrase: letters, what may be missing, one of several.
CHOICES = some.lists(some.text("กขค", min_size=1, max_size=2), min_size=1, max_size=3)
PART = some.one_of(
    some.text("กขค.", min_size=1, max_size=2),
    CHOICES.map(lambda words: f"[{'|'.join(words)}]"),
    CHOICES.map(lambda words: f"({'|'.join(words)})"),
)
# Alternatives that a normaliser run over regex source had deleted: room, pattern, words.
LOST = [
    ("measures.naming.weak_words", "WEAK", "คะแนนต่ำที่สุด"),
    ("measures.naming.weak_words", "WEAK", "คะแนนน้อยที่สุด"),
    ("measures.naming.weak_words", "WEAK", "ต่ำกว่าร้อยละ"),
    ("measures.naming.weak_words", "WEAK", "น้อยกว่าร้อยละ"),
    ("measures.naming.weak_words", "STOP", "จึงจัดทำ"),
    ("measures.naming.weak_words", "STOP", "แนวทางการนำ"),
    ("measures.naming.weak_words", "STOP", "แนวทางการพัฒนา"),
    ("items.leads", "REPORTS", "ผลการนำ"),
    ("items.leads", "REPORTS", "ผลของ"),
    ("tables.labels", "GOES_ON", "ประจำ"),
    ("tables.labels", "GOES_ON", "ปี"),
    ("measures.naming.labels", "NO_NAME", "แนวทางการนำ"),
    ("measures.naming.labels", "NO_NAME", "การวิเคราะห์"),
    ("measures.naming.names", "EVERYWHERE", "จัดทำ"),
    ("measures.naming.names", "EVERYWHERE", "ประกาศ"),
    ("page.official", "OTHER_PART", "คำนำ"),
    ("page.official", "OTHER_PART", "สารบัญ"),
    ("measures.told.outcomes", "ROUND", "ประจำรอบ 6 เดือน"),
    ("measures.told.outcomes", "ROUND", "ทุกรอบ 6 เดือน"),
]


@pytest.mark.parametrize(("room", "name", "words"), LOST)
def test_no_alternative_is_lost(room: str, name: str, words: str) -> None:
    compiled = getattr(importlib.import_module(f"ita_checker.facts.{room}"), name)
    assert compiled.fullmatch(fold(words)), compiled.pattern


@pytest.mark.parametrize("words", ["คำนำ", "บทนำ"])
def test_a_heading_of_its_own_closes_a_section(words: str) -> None:
    sections = importlib.import_module("ita_checker.facts.measures.naming.labels").SECTIONS()
    assert any(compiled.match(fold(words)) for _, compiled in sections)


@pytest.mark.parametrize(
    ("pattern_source", "words"),
    [
        ("(ต่ำ|น้อย)ที่สุด", "ต่ำที่สุด"),
        ("คำนำ|สารบัญ", "สารบัญ"),
        ("จัดทำ?(แผน)", "จัดทแผน"),
        ("ดำ.เนิน", "ดำxเนิน"),
        ("ทำ[+*]แล้ว", "ทำ*แล้ว"),
        (r"ปี\S{2}\D", "ปีxyz"),
        ("รอบ 6 เดือน | ราย ปี", "รายปี"),
    ],
)
def test_signs_of_a_regex_are_left_as_written(pattern_source: str, words: str) -> None:
    assert pattern(pattern_source).fullmatch(words)


def test_words_are_folded_wherever_they_stand() -> None:
    assert folded("(?:ดําเนินการ|เเผน)+") == "(?:ดำเนินการ|แผน)+"
    assert folded("[ัิ]") == "[ัิ]"


def test_words_are_no_regexes_and_the_longest_is_tried_first() -> None:
    found = re.compile(any_of(["ก.", "ก.พ.", "คำ นำ"]))
    assert found.fullmatch("ก.พ.") and found.fullmatch("คำนำ") and not found.fullmatch("กข")
    assert (hit := found.search("สำนักงานก.พ.")) and hit[0] == "ก.พ."


WORDS = {"era": ["พ.ศ."], "do": ["ทำ", "จัดทำ"], "plain": ["ของ", "ตาม"]}


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (r"{do}+\d", "จัดทำทำ1", True),
        (r"{era~}\d{4}", "พ.ศ2564", True),
        (r"{era~}\d{4}", "พ.ศ...2564", True),
        (r"{era}\d{4}", "พศ2564", False),
        (r"^.*{<!plain}{do}$", "งานจัดทำ", True),
        (r"^.{3}{<!plain}{do}$", "ของทำ", False),
        (r"^.*{<=plain}{do}$", "ของทำ", True),
        (r"^.*{<=plain}{do}$", "งานจัดทำ", False),
        (r"{consonant}{letter}{2}", "กิ่", True),
        (r"{consonant}{letter}{2}", "ิก่", False),
    ],
)
def test_a_pattern_is_built_of_lists_of_words(source: str, text: str, found: bool) -> None:
    assert bool(built(source, WORDS).search(text)) is found


def test_a_list_that_is_not_there_is_said_when_the_pattern_is_made() -> None:
    with pytest.raises(KeyError):
        built("{nowhere}", WORDS).search("ทำ")


@pytest.mark.parametrize(
    "said", ["การแก้ปัญหา", "การแก้ไขปัญหา", "ต้องพัฒนา", "ควรได้รับการแก้ไข", "นาย ก. (ครู)"]
)
def test_a_phrase_says_what_may_be_missing_and_which_words_may_stand(said: str) -> None:
    phrases = ["การแก้[ไข]ปัญหา", "(ต้อง|ควร)[ได้รับการ](พัฒนา|แก้ไข)", "นาย ก. "]
    found = re.match(spelled(phrases), fold(said))
    assert found and (found.end() == len(fold(said)) or found[0] == "นายก.")


def test_what_a_phrase_does_not_offer_is_not_met() -> None:
    assert not re.fullmatch(spelled(["(ต้อง|ควร)พัฒนา"]), fold("พัฒนา"))
    assert not re.fullmatch(spelled(["ก.พ."]), "กxพx")


@pytest.mark.parametrize(
    ("phrases", "letters"),
    [
        (["จุดอ่อน", "ต่ำสุด"], {"จ", "ต"}),
        (["[ที่][จะ](ต้อง|ควร)พัฒนา"], {"ท", "จ", "ต", "ค"}),
        (["(ใน|ของ)การ"], {"ใ", "ข"}),
    ],
)
def test_a_pattern_of_phrases_is_tried_only_where_one_may_begin(
    phrases: list[str], letters: set[str]
) -> None:
    assert first_letters(phrases) == letters
    tried = re.compile(begun(spelled(phrases), letters))
    text = "ก".join(phrase.replace("|", "").translate(NO_SIGNS) for phrase in phrases)
    assert [hit.span() for hit in tried.finditer(text)] == [
        hit.span() for hit in re.finditer(spelled(phrases), text)
    ]


@settings(deadline=None)
@given(
    some.lists(some.lists(PART, min_size=1, max_size=4).map("".join), min_size=1, max_size=5),
    some.text("กขค.", max_size=14),
)
def test_phrases_laid_together_are_found_as_one_after_the_other_is(
    phrases: list[str], text: str
) -> None:
    signs = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}
    apart = "|".join(
        "".join(signs.get(sign) or re.escape(sign) for sign in phrase) for phrase in phrases
    )
    assert [hit.span() for hit in re.finditer(spelled(phrases), text)] == [
        hit.span() for hit in re.finditer(apart, text)
    ]


NO_SIGNS = str.maketrans("", "", "[]()")


def test_of_words_that_begin_alike_the_longest_is_tried_first_as_in_a_list_of_all() -> None:
    words = ["ตำบล", "ต.", "ตำ", "อำเภอ", "อำ", "จังหวัด", "จ.", "ก"]
    listed = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    text = "ต.ตำบลตำอำเภออำก จังหวัดจ.กอำเภ"
    found = [match.span() for match in re.finditer(any_of(words), text)]
    assert found == [match.span() for match in listed.finditer(text)]
    assert re.fullmatch(any_of(["ก", ""]) + "ข", "ข")
    assert re.search(f"(?<!{any_of(['กข', 'กค'])})ง", "กคง") is None


def test_a_pattern_asks_whose_words_are_in_force_from_the_first_pack_s_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(in_force, "_ADDED", [])
    monkeypatch.setattr(in_force, "_WAITING", [*in_force._WAITING])  # the words' own lists too
    monkeypatch.setattr(in_force, "_vocabulary", in_force._vocabulary.__wrapped__)
    early, unmade = (pattern_of(lambda: any_of(words_of("layout.page"))) for _ in range(2))
    assert early.search("ใบที่") is None
    assert early.search == early.usual.search
    with speaking({"layout.page": ("ใบที่",)}):
        late = pattern_of(lambda: any_of(words_of("layout.page")))
        each = early, unmade, late
        assert [one.search("ใบที่") is not None for one in each] == [True, True, True]
    assert [one.search("ใบที่") for one in each] == [None, None, None]
    assert [one.search("หน้า") is not None for one in each] == [True, True, True]
    assert early.search != early.usual.search
