"""Two pages on one sheet are read one after the other, each by itself."""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.read.layer.letters import Rule
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page import sheets
from ita_checker.read.page.rows import runs

WIDTH = 842.0
TEXTS = ["บันทึกข้อความ", *["ก" * 40] * 4, "ขนาด", "ผู้ลงนาม"]


def _page(x: float, texts: Sequence[str], y: float = 60.0) -> list[Cluster]:
    return [
        Cluster(letter, x + 8 * i, x + 8 * i + 8, y + 18 * row, 11, 0)
        for row, text in enumerate(texts)
        for i, letter in enumerate(text)
    ]


def _parts(letters: Sequence[Cluster], rules: Sequence[Rule] = ()) -> list[tuple[int, int]]:
    """Return how many lines and runs each part of a sheet holds."""
    found = sheets.parts(rules, [], runs(letters), WIDTH)
    return [(len(part.rules), len(part.runs)) for part in found]


def test_two_pages_that_the_file_draws_one_after_the_other_are_two_parts() -> None:
    table = [Rule(460, y, 780, y) for y in (300, 320)]
    both = [*_page(40, TEXTS), *_page(460, TEXTS, 66)]
    assert _parts(both, table) == [(0, 7), (2, 7)]


def test_lines_of_two_columns_that_are_drawn_row_by_row_are_one_part() -> None:
    rows = zip(TEXTS, range(60, 300, 18), strict=False)
    assert len(_parts([one for t, y in rows for x in (40, 460) for one in _page(x, [t], y)])) == 1


def test_what_reaches_over_the_middle_makes_one_page() -> None:
    both = [*_page(40, TEXTS), *_page(460, TEXTS, 66)]
    assert len(_parts([*_page(200, ["ก" * 50], 20), *both])) == 1
    assert len(_parts(both, [Rule(300, 50, 700, 50)])) == 1


def test_short_labels_beside_a_text_are_no_page() -> None:
    assert len(_parts([*_page(250, ["ชื่อ"] * 9), *_page(460, TEXTS)])) == 1
