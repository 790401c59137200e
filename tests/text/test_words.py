"""Words are cut as a reader would, also where spaces are lost."""

from hypothesis import strategies as some
from untimed import given

from ita_checker.text.flow import Flow
from ita_checker.text.tokens import (
    add_words,
    boundaries,
    is_boundary,
    known,
    splits,
    tokens,
)


def test_lost_spaces_abbreviations_and_numbers_do_not_run_together() -> None:
    assert tokens("ประจำปีงบประมาณพ.ศ.๒๕๖๔ เมื่อ ๓เม.ย.๖๔ สำนักงานป.ป.ช. ITA85.15") == [
        "ประจำปีงบประมาณ", "พ.ศ.", "2564", "เมื่อ", "3", "เม.ย.", "64", "สำนักงาน", "ป.ป.ช.", "ita",
        "85.15",
    ]  # fmt: skip


def test_boundaries_are_flow_indexes_and_hold_every_end_of_a_cell() -> None:
    flow = Flow("กองคลัง\tสำนัก ปลัด")
    assert boundaries(flow) == {0, 7, 8, 17}


@given(some.text("กองคลังสำนักปลัด.พศ1aม \t", max_size=16))
def test_a_place_is_a_boundary_whether_asked_for_alone_or_with_all(printed: str) -> None:
    flow = Flow(printed)
    alone = {at for at in range(len(flow.text) + 1) if is_boundary(flow, at)}
    assert alone == boundaries(flow)


def test_single_letters_are_no_words_and_words_put_together_split() -> None:
    assert (known("ค"), known("อำนาจรัฐ"), splits("อำนาจรัฐ"), splits("คอำนาจ")) == (
        False,
        False,
        True,
        False,
    )


def test_an_added_name_is_one_word_from_then_on() -> None:
    before = tokens("ตำบลฉิมพลีศรีกฤต")
    add_words(["ฉิมพลีศรีกฤต", "ตำบลใหญ่"])
    assert (len(before) > 2, tokens("ตำบลฉิมพลีศรีกฤต"), known("ตำบลใหญ่")) == (
        True,
        ["ตำบล", "ฉิมพลีศรีกฤต"],
        False,
    )
