"""The flow: one form for what text layers write in many."""

import pytest

from ita_checker.text.flow import Flow


@pytest.mark.parametrize(
    "printed", ["ดำเนินการ", "ดําเนินการ", "ดำำเนินการ", "ดำ*เนินการ", "ดำ:เนิน การ"]
)
def test_a_sara_am_is_one_letter_however_its_halves_were_written(printed: str) -> None:
    assert Flow(printed).text == "ดำเนินการ"


def test_a_sign_that_is_no_half_of_a_letter_stays() -> None:
    assert Flow("ถ้อยคำ: ก").text == "ถ้อยคำ:ก"
    assert Flow("ประจำ/ปี").text == "ประจำ/ปี"
