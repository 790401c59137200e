"""Runs of Thai letters are cut as PyThaiNLP's newmm cuts them, whatever letters they are."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pythainlp.tokenize import newmm

from ita_checker.text.cutting import cut
from ita_checker.text.starts import Starts
from ita_checker.text.tokens import plain

LETTERS = "กขคงจชตนบปมรลวสหอาิีึืุูะัำเแโใไ็่้๊์ํๆฯ"
SENTENCES = (
    "องค์การบริหารส่วนตำบลได้จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสในการดำเนินงาน",
    "หน่วยงานของท่านเปิดโอกาสให้ผู้มีส่วนได้ส่วนเสียเข้าไปมีส่วนร่วมในการแก้ไขปัญหาการทุจริต",
    "เกษตรกรเพชรบูรณ์เคลื่อนย้ายเรือเปล่าเสียหายเพราะเข็นเหนื่อยแต่เธอเดินเร็วเกินไป",
    "ตากลมตากลมมานานาตากลม" * 12,
    "ฉฬ" * 9 + "กรรมการ" + "ณฏฐ์",
)


def as_newmm(text: str, words: Starts) -> list[str]:
    return newmm.segment(text, words)


def as_ours(text: str, words: Starts) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *cut(text, words)])]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_cut_as_newmm_does(text: str) -> None:
    assert as_ours(text, plain()) == as_newmm(text, plain())


@settings(deadline=None)  # the dictionary is loaded when the first word is asked for
@given(some.text(LETTERS, min_size=1, max_size=40))
def test_letters_that_are_no_words_are_cut_as_newmm_does(text: str) -> None:
    assert as_ours(text, plain()) == as_newmm(text, plain())


@settings(deadline=None)
@given(
    some.lists(some.text("กขา", min_size=1, max_size=7), min_size=1),
    some.text("กขา", min_size=1, max_size=60),
)
def test_what_can_be_cut_in_many_ways_is_cut_as_newmm_does(words: list[str], text: str) -> None:
    own = Starts(words)
    assert as_ours(text, own) == as_newmm(text, own)
