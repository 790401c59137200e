"""What a glance passes over, a closer look would not have found either."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from hypothesis import strategies as some
from untimed import given

from ita_checker.facts.measures.naming.how_many import BEHIND, SO_MANY, _ends_in_a_number
from ita_checker.facts.measures.naming.labels import (
    ASKED,
    ONE_QUESTION,
    ORDINALS,
    SECTIONS,
    behind_mark,
    is_question,
    number_soon,
    section_mode,
)
from ita_checker.facts.measures.naming.series import COUNT, _places
from ita_checker.facts.measures.naming.short_names import _stands_in
from ita_checker.facts.measures.told.outcomes import REPEATED, _cut, _nearly_there
from ita_checker.facts.measures.weakness.weak_chain import names_in, names_in_parts
from ita_checker.facts.organisation.addresses import BETWEEN, MAY_STAND_BETWEEN
from ita_checker.facts.organisation.looking import Look
from ita_checker.facts.page.grouping import LEADERS, PAGE_LETTERS
from ita_checker.facts.page.zones import IN_SIGNATURES, SIGNED
from ita_checker.facts.rounds.calls import LAST, RANGE, _ranged
from ita_checker.facts.rounds.told import CONSONANT, ENOUGH, WORDS_OF_ITS_OWN
from ita_checker.facts.tables import BULLET
from ita_checker.text.compare import score
from ita_checker.text.flow import Flow

PIECES = some.lists(
    some.sampled_from(
        (
            "เรื่อง",
            "มาตรการ",
            "ที่",
            "แรก",
            "สอง",
            "ประเด็นสำคัญ",
            "1",
            "12",
            ".",
            ")",
            ":",
            "ก",
            " ",
            "a",
        )
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("module", "name", "letters"),
    [
        ("naming.labels", "COUNTED_SO", 10),
        ("naming.labels", "NUMBERED", 10),
        ("naming.names", "NUMBERING", 10),
        ("prose.nested", "MARK", 10),
        ("cards.titles_over", "COUNTED", 12),
        ("naming.beside_anchors", "COUNTED", 12),
    ],
)
@given(said=PIECES)
def test_a_word_counts_the_same_with_and_without_a_glance_for_its_number(
    module: str, name: str, letters: int, said: str
) -> None:
    pattern = getattr(import_module(f"ita_checker.facts.measures.{module}"), name).now
    glance = number_soon(letters)
    assert glance in pattern.pattern
    closer, text = pattern.pattern.replace(glance, ""), Flow(said).text
    looked = import_module("re").match(closer, text)
    hit = pattern.match(text)
    assert (hit and (hit.span(), hit.groups())) == (looked and (looked.span(), looked.groups()))


@given(PIECES)
def test_no_count_stands_where_no_number_is_near(said: str) -> None:
    text = Flow(said)
    block = SimpleNamespace(start=0, end=len(text.text))
    every = [0, *text.gaps(1, block.end)]
    asked = list(_places(text, block))
    counted = [at for at in every if COUNT.match(text.text, at, block.end)]
    assert set(counted) <= set(asked) <= set(every)


@given(
    some.text("ใครทำอะไร?\t:1ตอบ", max_size=9)
    | some.sampled_from(["ใครทำ?\t", "ตอบ:", "เพื่ออะไร\f"])
)
def test_a_line_asks_as_its_pattern_says(said: str) -> None:
    looked = ASKED.match(said) or ONE_QUESTION.match(said)
    assert is_question(said) == (looked is not None)


@pytest.mark.parametrize(("said", "ends"), [("มี 3", True), ("ทั้งสาม", True), ("มี 3 ข้อ", False)])
def test_a_number_stands_right_before_a_place_in_digits_or_words(said: str, ends: bool) -> None:
    text = Flow(said).text
    assert _ends_in_a_number(text, len(text)) is ends
    assert "สาม" in ORDINALS()


@given(some.text("กขาิ1 a", max_size=14))
def test_words_are_enough_where_so_many_consonants_are(said: str) -> None:
    enough = len(CONSONANT.findall(said)) >= WORDS_OF_ITS_OWN
    assert (ENOUGH.match(said) is not None) == enough


@pytest.mark.parametrize(
    ("part", "stands"),
    [("จัดซื้อจัดจ้าง", True), ("จัดซื้อจัดจ้างx", True), ("จัดซื้อของใช้ทุกชนิด", False), ("อาหารกลางวัน", False)],
)
def test_most_letters_of_a_part_stand_in_a_name_in_runs(part: str, stands: bool) -> None:
    assert _stands_in(part, "ส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง") is stands


@given(
    some.lists(some.integers(0, 9), max_size=6).map(sorted),
    some.lists(some.tuples(some.integers(0, 9), some.integers(0, 9)), max_size=3),
)
def test_names_in_a_stretch_are_those_that_begin_there(
    starts: list[int], parts: list[tuple[int, int]]
) -> None:
    named = [(str(index), (at, at + 2)) for index, at in enumerate(starts)]
    for low, high in parts:
        within = [one for one in named if low <= one[1][0] < high]
        assert list(names_in(named, low, high)) == within
    within = [one for one in named if any(low <= one[1][0] < high for low, high in parts)]
    assert names_in_parts(named, parts) == within


@given(some.lists(some.sampled_from(("ส่วนที่", "1", ".", "ผล", "การดำเนินการ", "มาตรการ", "บทนำ"))))
def test_a_heading_turns_to_the_first_section_whose_words_it_begins_with(words: list[str]) -> None:
    said = "".join(words)
    modes = [mode for mode, heading in SECTIONS() if heading.match(said)]
    assert section_mode(said) == next(iter(modes), None)


NAME = "ส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง"


@given(
    some.lists(some.tuples(some.integers(0, len(NAME) - 1), some.text("กิ่", max_size=1)), max_size=5)
)
def test_a_name_with_as_few_slips_as_a_copy_has_is_always_looked_for(
    slips: list[tuple[int, str]],
) -> None:
    spoiled = NAME
    for at, letter in slips:
        spoiled = spoiled[:at] + letter + spoiled[at + 1 :]
    if score(spoiled, NAME) >= REPEATED:
        assert _nearly_there(f"ได้{spoiled}แล้ว", NAME)
    if not _nearly_there(spoiled, NAME):
        assert _cut(spoiled, NAME) == spoiled


@given(
    some.lists(some.sampled_from(("ทั้ง", "สอง", "3", " ", "25", "เรื่อง", "ข้อ", "ที่", "มี"))).map(
        "".join
    )
)
def test_no_number_of_measures_stands_behind_without_a_unit_or_a_word_for_all(said: str) -> None:
    assert SO_MANY.search(said.replace(" ", "")) or not BEHIND.match(said)


@given(some.lists(some.sampled_from(("ต.ค.", "มีนาคม", "-", " ", "25", "ก.ย", "และ"))).map("".join))
def test_no_range_of_months_stands_where_none_is_right_before_a_dash(said: str) -> None:
    assert any(map(_ranged, LAST.finditer(said))) or not RANGE.search(said)


@given(
    some.lists(some.sampled_from(("1", "12", ".", "(", ")", "-", "•", "o", "ก", "ข.", "๑", "x")))
)
def test_what_marks_an_item_is_seen_by_its_first_letter(pieces: list[str]) -> None:
    said = "".join(pieces)
    marked = BULLET.match(said)
    assert marked and behind_mark(f"ก{said}ก", 1, 1 + len(said)) == 1 + marked.end()


@given(
    some.lists(
        some.sampled_from(
            ("(", ")", "ลงชื่อ", "ลงนาม", "นาย", "ประกาศ", "สั่ง", "ให้ไว้", "ณวันที่", "......")
        )
    )
)
def test_nobody_signs_a_line_without_a_bracket_or_a_word_for_it(words: list[str]) -> None:
    said = "".join(words)
    assert not SIGNED.search(said) or any(word in said for word in IN_SIGNATURES())


@given(
    some.lists(
        some.sampled_from(
            ("(มหาชน)", "(อบต.)", "เลขที่", "หมู่ที่", "12", "/", ",", "ถนน", "อาคาร", "ก", "ตำบล", "เขต")
        )
    )
)
def test_between_a_name_and_its_place_stands_nothing_that_begins_with_another_letter(
    words: list[str],
) -> None:
    said = "".join(words)
    between = BETWEEN.match(said)
    assert between
    assert not between.end() or said[0] in MAY_STAND_BETWEEN()


@pytest.mark.parametrize(
    ("module", "pattern", "words"),
    [
        ("organisation.located", "LOCATED", "SAYS"),
        ("organisation.given", "WATCHERS", "WATCHING"),
        ("items.by_number", "LABELLED", "LABELS"),
        ("rounds.labels", "QUARTER", "QUARTERS"),
        ("rounds.calls", "QUARTERS_END", "QUARTERS"),
        ("rounds.calls", "HALF", "HALVES"),
        ("rounds.calls", "HALF_PAST", "HALVES"),
        ("rounds.calls", "WHOLE", "YEARS"),
    ],
)
@given(
    said=some.lists(
        some.sampled_from(
            (
                "ตั้งอยู่",
                "ที่ตั้ง",
                "อำเภอ",
                "ศูนย์ดำรงธรรม",
                "ข้อที่ใช้ตอบ",
                "ตอบข้อ",
                ":",
                "o43",
                "สิ้น",
                "ไตรมาส",
                "ที่",
                "2",
                "ครบ",
                "ครึ่ง",
                "ทั้ง",
                "แรก",
                "ปี",
                "งบประมาณ",
            )
        ),
        max_size=6,
    ).map("".join)
)
def test_nothing_stands_in_a_text_that_lacks_the_words_for_it(
    module: str, pattern: str, words: str, said: str
) -> None:
    held = import_module(f"ita_checker.facts.{module}")
    text = Flow(said).text
    there = any(word in text for word in getattr(held, words)())
    assert there or not getattr(held, pattern).search(text)


@given(
    some.lists(some.sampled_from(("ก", "ข", ".", "…", "12", "หน้า", "·", "อ")), max_size=8).map(
        "".join
    )
)
def test_dots_lead_to_a_number_or_a_letter_of_a_page_alone(said: str) -> None:
    led = said[-1:].isdecimal() or said[-1:] in PAGE_LETTERS()
    assert led or not LEADERS.search(said)


@given(some.text("ก\t\f", max_size=9), some.integers(0, 9), some.integers(0, 9))
def test_the_letters_beside_an_office_are_those_of_its_cell(
    text: str, at: int, length: int
) -> None:
    rows = SimpleNamespace(broken=frozenset())
    seen = Look(text, rows, frozenset(), (), (0, 0), lambda _: None, str, (), {})
    before, after = text[max(0, at - length) : at], text[at : at + length]
    assert seen.before(at, length) == before.replace("\f", "\t").split("\t")[-1]
    assert seen.after(at, length) == after.replace("\f", "\t").split("\t")[0]
