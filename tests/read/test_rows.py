"""Letters stand in rows by their base lines, and rows in flows as the file draws them."""

from __future__ import annotations

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page.flows import flows
from ita_checker.read.page.lines import line
from ita_checker.read.page.pages import _tip
from ita_checker.read.page.rows import Row, row_of, rows, runs, segments


def _set(text: str, x: float, y: float, size: float = 16) -> list[Cluster]:
    return [Cluster(letter, x + 8 * i, x + 8 * i + 8, y, size, 0) for i, letter in enumerate(text)]


def _texts(found: list[Row]) -> list[str]:
    return [row.text for row in found]


def test_rows_go_down_and_their_letters_right_however_the_file_draws_them() -> None:
    assert _texts(rows([*_set("ขค", 90, 200), *_set("กก", 50, 200), *_set("งง", 50, 100)])) == [
        "งง",
        "กกขค",
    ]


def test_lines_side_by_side_that_are_a_little_apart_stay_apart() -> None:
    assert _texts(rows([*_set("กกก", 50, 100), *_set("ขขข", 60, 106)])) == ["กกก", "ขขข"]


def test_a_raised_letter_stays_in_the_row_that_it_touches() -> None:
    assert _texts(rows([*_set("กก", 50, 100), *_set("2", 66, 95, 10), *_set("ขข", 74, 100)])) == [
        "กก2ขข"
    ]


def test_raised_letters_leave_a_line_of_many_runs_whole() -> None:
    line = [
        *_set("กก", 50, 100),
        *_set("ขข", 66.5, 100.5),
        *_set("2", 82, 95, 10),
        *_set("คค", 91, 100),
        *_set("3", 107, 95, 10),
    ]
    assert _texts(rows(line)) == ["กกขข2คค3"]


def test_a_wide_gap_parts_a_row_into_segments() -> None:
    page = Galley.of([*_set("กก ข", 50, 100), *_set("คค", 130, 100)])
    assert _texts(segments(row_of(page, range(len(page))))) == ["กกข", "คค"]


def test_columns_that_the_file_draws_one_after_the_other_are_flows_of_their_own() -> None:
    left = [one for line in range(3) for one in _set("กกกก", 50, 100 + 20 * line)]
    right = [one for line in range(3) for one in _set("ขขขข", 200, 103 + 20 * line)]
    found = flows(runs([*right, *left]))
    assert [_texts(flow) for flow in found] == [["กกกก"] * 3, ["ขขขข"] * 3]


def test_a_heading_over_columns_comes_first() -> None:
    body = [
        one
        for x in (50, 200)
        for line in range(2)
        for one in _set("กกกก", x, 100 + 20 * line + x / 100)
    ]
    assert (
        _texts(
            [
                run
                for flow in flows(runs([*body, *_set("คคคคคคคคคคคคคคคคคคคค", 50, 60)]))
                for run in flow
            ]
        )[0]
        == "ค" * 20
    )


def test_the_tip_of_a_letter_whose_line_stands_overleaf_is_no_line() -> None:
    def reads(text: str, x1: float) -> bool:
        return not _tip(line([Cluster(text, 50, x1, 790, 17, 0)]))

    def tips(*words: tuple[str, float]) -> bool:
        apart = zip(words, (50, 284, 321), strict=False)
        return _tip(line([Cluster(said, x, x + wide, 790, 17, 0) for (said, wide), x in apart]))

    assert tips(("ยื่", 0.7), ("มื่", 0.7), ("ที่", 0.8))
    assert tips(("รื่", 0.8), ("ตั้", 5.8))
    assert not tips(("มี", 7.0), ("ที่", 7.0))
    assert not tips(("ยื่", 0.7), ("น", 7.0))
    assert not reads("ที่", 51.4)
    assert not reads("ซื้", 54.5)
    assert reads("ที่", 57)
    assert reads("ก", 51.4)
