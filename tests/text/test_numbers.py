"""Numbers in both scripts."""

from ita_checker.text.numbers import runs, value


def test_a_number_has_one_value_in_every_script() -> None:
    assert [value(text) for text in ("๒๕๖๔", "2564", "256๔", " 1,250 ", "๑,๒๕๐,๐๐๐", "12a", "",
    "1,25")] == [
        2564, 2564, 2564, 1250, 1250000, None, None, None,
    ]  # fmt: skip


def test_runs_of_digits_come_in_order() -> None:
    assert runs("รอบ ๓/6/๑๒ เดือน") == ("3", "6", "12")
