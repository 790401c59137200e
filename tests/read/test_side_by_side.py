"""Cards and columns side by side are read one after the other where the file draws them so."""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page.columns import blocks

LEFT, STEP = (30, 190, 350), 18


def _line(text: str, x: float, y: float) -> list[Cluster]:
    return [Cluster(letter, x + 6 * i, x + 6 * i + 6, y, 12, 0) for i, letter in enumerate(text)]


def _card(x: float, texts: Sequence[str], y: float = 110) -> list[Cluster]:
    lines = [
        one for row, text in enumerate(texts[1:]) for one in _line(text, x, y + 34 + STEP * row)
    ]
    return [*_line(texts[0], x, y), *lines]


def _read(letters: Sequence[Cluster]) -> list[str]:
    return [line.text for block in blocks(letters) for line in block.lines]


CARDS = [["1", "ก" * 22, "ก" * 21, "ก" * 9], ["2", "ข" * 21, "ข" * 22], ["3", "ค" * 21, "ค" * 22]]
CARDS[2].append("ค" * 3)


def test_three_cards_under_a_title_that_reaches_over_the_second_are_read_one_by_one() -> None:
    title = _line("ง" * 32, 20, 80)
    drawn = [one for x, card in zip(LEFT, CARDS, strict=True) for one in _card(x, card)]
    assert _read([*title, *drawn]) == ["ง" * 32, *CARDS[0], *CARDS[1], *CARDS[2]]


def test_heads_of_columns_that_stand_level_are_no_line() -> None:
    drawn = []
    for x, y, letter in zip(LEFT, (125, 110, 110), "กขค", strict=True):
        drawn += _card(x, [letter * 9, *[letter * 22] * 4], y)
    assert _read(drawn) == [text for letter in "กขค" for text in (letter * 9, *[letter * 22] * 4)]
