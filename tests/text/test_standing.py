"""Many words are looked for in a text without a pattern made of them."""

import re

from hypothesis import strategies as some
from untimed import given

from ita_checker.text.patterns import standing
from ita_checker.text.tokens import first, tokens


@given(some.text("กขค", max_size=12), some.sets(some.text("กขค", min_size=1, max_size=4)))
def test_words_stand_where_a_pattern_of_them_the_longest_first_would_find_them(
    text: str, words: set[str]
) -> None:
    pattern = "|".join(sorted(words, key=len, reverse=True)) or "(?!)"
    assert list(standing(text, words)) == [hit.span() for hit in re.finditer(pattern, text)]


@given(some.text("กองคลังสำนักปลัด.พศ1aม \t", max_size=16))
def test_the_first_word_alone_is_the_first_of_all(printed: str) -> None:
    assert first(printed) == (tokens(printed) or [""])[0]
