"""The flow: one form for what text layers write in many."""

import pytest
from hypothesis import settings
from hypothesis import strategies as some
from untimed import given

from ita_checker.text import flow as made
from ita_checker.text.flow import Flow


@pytest.mark.parametrize(
    "printed", ["ดำเนินการ", "ดําเนินการ", "ดำำเนินการ", "ดำ*เนินการ", "ดำ:เนิน การ"]
)
def test_a_sara_am_is_one_letter_however_its_halves_were_written(printed: str) -> None:
    assert Flow(printed).text == "ดำเนินการ"


def test_a_sign_that_is_no_half_of_a_letter_stays() -> None:
    assert Flow("ถ้อยคำ: ก").text == "ถ้อยคำ:ก"
    assert Flow("ประจำ/ปี").text == "ประจำ/ปี"


@given(some.text("ก\u0e4d\u0e48\u0e49าำเแ\u0e31\u0e34\u0e47\u0e4cA z*:๕\t\f\n", max_size=14))
def test_letters_copied_in_one_go_are_those_taken_one_by_one(printed: str) -> None:
    one_by_one = made._Letters(printed)
    for offset, letter in enumerate(printed.translate(made.WRITTEN)):
        if letter not in made.DROPPED:
            one_by_one.one(letter, offset)
    flow = Flow(printed)
    assert (flow.text, flow.starts, flow.ends) == (
        "".join(one_by_one.letters),
        one_by_one.starts,
        one_by_one.ends,
    )


@settings(deadline=None)  # numpy is loaded when the first long text is asked for
@given(some.text(some.sampled_from("กา๐zA– \n\t\f\u00a0\ufeff\U0001f600\x7f\u200b/"), max_size=40))
def test_of_a_long_text_the_same_letters_are_left_as_of_a_short_one(printed: str) -> None:
    assert made._left_of_many(printed) == made._left(made._written(printed))
    long = Flow(printed + " ก" * made.MANY)
    assert long.text.endswith("ก" * made.MANY)
    assert all(long.source[at] not in made.DROPPED for at in long.starts)
    assert list(long.ends) == [at + 1 for at in long.starts]


@settings(deadline=None)  # numpy is loaded when it is first asked for
@given(some.text("ก\u0e4d\u0e48\u0e49\u0e33\u0e31\u0e34\u0e38\u0e47\u0e4cเ", max_size=9))
def test_where_no_letter_is_woven_into_another_each_stands_for_itself(printed: str) -> None:
    woven = made._woven(printed, printed)[0]
    assert woven == printed or made.WOVEN.search(printed)
    assert made._woven_of_many(printed) == bool(made.WOVEN.search(printed))
    assert Flow(printed).text == woven


@given(some.text("กา\u0e48 \nเ1", max_size=12))
def test_gaps_are_where_white_space_was_dropped(printed: str) -> None:
    flow = Flow(printed)
    every = [at for at in range(len(flow.text)) if flow.gap(at)]
    assert flow.gaps(0, len(flow.text)) == every
    assert flow.gaps(2, 5) == [at for at in every if 2 <= at < 5]
    assert flow.next_gap(2, 5) == next(iter(flow.gaps(2, 5)), 5)


def test_numbers_in_circles_begin_items_and_are_no_digits() -> None:
    assert Flow("① มาตรการ 2 ข้อ ❿ ➀12").text == "•มาตรการ2ข้อ••12"


@pytest.mark.parametrize("times", [1, 100])
def test_of_many_places_each_is_found_as_if_asked_for_alone(times: int) -> None:
    flow = Flow("ก ข\n\tค 1 ่ " * times)
    offsets = list(range(len(flow.source) + 2))
    assert flow.indexes(offsets) == [flow.index(offset) for offset in offsets]
