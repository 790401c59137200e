"""Runs of Thai letters are cut into words as PyThaiNLP's newmm cuts them, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from pythainlp.tokenize import newmm, tcc_p

from ita_checker.text.cutting import CLUSTER, cut
from ita_checker.text.starts import Starts
from ita_checker.text.tokens import plain

PROSE = (
    "องค์การบริหารส่วนตำบลได้จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานเพื่อให้เป็นไปตาม",
    "มากกว่าร้อยละแปดสิบห้าเจ้าหน้าที่ผู้รับผิดชอบได้ดำเนินการเผยแพร่ข้อมูลผ่านเว็บไซต์เรียบร้อยแล้ว",
    "ตากลมโคลงเรือนกเล็กปรมาจารย์เปลี่ยนเปลี้ยสัปดาห์ศุกร์พันธุ์เกียรติ์เพชรเชษฐ์โต๊ะและเยอะแยะก็อึหึ",
)
THAI = "".join(map(chr, (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))))
COMMON = "กขรนมวยสองเแไาำะัิีุู่้์็ๆ"


@given(some.text(THAI, max_size=40))
@example("เกร็ด" * 9)
@example("เพ็ญเพียรเกียะเกี๊ยะเดิร์กเกินเมียเมือเบียเตาะเตรียมเจ๊า")
@example("ตัวกันัวะสัญญิสิทธิ์การณ์ธรรม์กรรมก็ดีกำแข็งแพทย์แหงะแกร็นแสตมป์โต๊ะโลกใจไม่")
def test_clusters_of_letters_are_those_of_pythainlp(text: str) -> None:
    assert CLUSTER.findall(text) == list(tcc_p.tcc(text))


@given(some.text(COMMON, max_size=60) | some.text(THAI, max_size=40))
def test_letters_of_no_language_are_cut_as_newmm_cuts_them(text: str) -> None:
    assert cut(text, plain()) == newmm.segment(text, plain())


@given(
    some.sampled_from(PROSE),
    some.integers(0, 95),
    some.integers(0, 95),
    some.text(THAI, max_size=3),
)
def test_misspelt_prose_is_cut_as_newmm_cuts_it(text: str, start: int, at: int, slip: str) -> None:
    text = text[start:at] + slip + text[at + len(slip) :]
    assert cut(text, plain()) == newmm.segment(text, plain())


@given(some.lists(some.text("กา", min_size=1, max_size=9)), some.text("กา", max_size=120))
def test_words_that_begin_each_other_are_tried_as_newmm_tries_them(
    words: list[str], text: str
) -> None:
    starts = Starts(words)
    assert cut(text, starts) == newmm.segment(text, starts)


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_cut_into_words_that_make_it_whole(text: str) -> None:
    words = cut(text, plain())
    assert "".join(words) == text
    assert len(words) > 10
    assert words == newmm.segment(text, plain())


def test_of_ways_of_as_few_words_the_one_with_the_shorter_first_word_is_taken() -> None:
    assert cut("ตากลม", Starts(["ตา", "ตาก", "กลม", "ลม"])) == ["ตา", "กลม"]


def test_letters_that_no_word_begins_with_end_where_a_word_of_more_than_two_consonants_begins() -> (
    None
):
    assert cut("ขขขกลม", Starts(["กลม"])) == ["ขขข", "กลม"]
    assert cut("ขขขกล", Starts(["กล"])) == ["ขขขกล"]
