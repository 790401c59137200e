"""Stretches of a text, asked whether places lie in them."""

from hypothesis import given
from hypothesis import strategies as st

from ita_checker.text.stretches import Stretches

PARTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).map(tuple))


@given(PARTS)
def test_a_place_is_in_them_that_lies_in_one_of_them(parts: list[tuple[int, int]]) -> None:
    together = Stretches(parts)
    inside = [at in together for at in range(42)]
    assert inside == [any(start <= at < end for start, end in parts) for at in range(42)]
