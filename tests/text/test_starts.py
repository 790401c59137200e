"""Words by how they begin answer newmm as PyThaiNLP's trie does, and a fold may leave plain words
as they are.
"""

from __future__ import annotations

from hypothesis import strategies as some
from pythainlp.util import Trie
from untimed import given

from ita_checker.text.flow import Flow, fold
from ita_checker.text.starts import Starts
from ita_checker.text.tokens import Dictionary

LETTERS = some.text("กขมาำะเแีุ่้๋ํๅ์ๆฯ1๑Aa ,.-", max_size=9)


@given(some.lists(some.text("กขา", min_size=1, max_size=8)), some.text("กขา", max_size=14))
def test_prefixes_are_those_of_a_trie(words: list[str], text: str) -> None:
    starts, trie = Starts(words), Trie(words)
    for at in range(len(text) + 1):
        assert starts.prefixes(text, at) == trie.prefixes(text, at)


@given(LETTERS)
def test_a_fold_is_the_flow_of_the_text(text: str) -> None:
    assert fold(text) == Flow(text).text


def test_a_word_added_later_is_cut_at_once() -> None:
    dictionary = Dictionary()
    assert dictionary.cut("ใจดีมาก") != ["ใจดีมาก"]
    assert dictionary.add(["ใจดีมาก"])
    assert dictionary.cut("ใจดีมาก") == ["ใจดีมาก"]


@given(some.lists(some.text("กขา", min_size=1, max_size=8)), some.text("กขา", max_size=14))
def test_a_text_is_parted_where_words_of_two_letters_or_more_reach_its_end(
    words: list[str], text: str
) -> None:
    starts = Starts(words)
    reached = {0}
    for at in range(len(text)):
        ends = [at + len(word) for word in starts.prefixes(text, at) if len(word) > 1]
        reached |= set(ends) if at in reached else set()
    assert starts.part(text) == (len(text) in reached)
