"""All rows of a page are set at once as each would be set alone: the two ways say the same of every
kind of row.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.page.lines import box, line
from ita_checker.read.page.rows import Row, row_of, rows_of, runs, segments
from ita_checker.read.page.setting import box as box_of_rows
from ita_checker.read.page.setting import lines

BOLD = frozenset((1,))
WORDS = (("กก", 0.0), ("ที่", 0.0), (" ", 4.0), ("ข", 0.0))


def _set(said: Sequence[tuple[str, float]], x: float, y: float, font: int = 0) -> list[Cluster]:
    """Return clusters of 8 points, each after a gap."""
    made = []
    for text, gap in said:
        x += gap
        made.append(Cluster(text, x, x + 8, y, 16, font))
        x += 8
    return made


ROWS = {
    "letters without gaps": [("ก", 0), ("ข", 0), ("ค", 0)],
    "a gap between words": [("ก", 0), ("ข", 0), ("ค", 5), ("ง", 0)],
    "a space of the file": [("ก", 0), (" ", 0), ("ค", 0)],
    "letters spread out": [("ก", 4), ("ข", 4), ("ค", 4), ("ง", 4), ("จ", 4), ("ฉ", 14)],
    "clusters of many letters": [("ที่", 0), ("นี้", 5), ("ก", 0)],
    "ring and rest apart": [("ดํ", 0), ("า", 0), ("เ", 0)],
    "a ring far from the next vowel": [("ดํ", 0), ("า", 20), ("ก", 0)],
    "a ring by itself": [("ก", 0), ("ํ", 0), ("า่", 0)],
    "two sara es": [("เ", 0), ("เ", 0), ("ก", 0)],
    "two sara es with a gap": [("เ", 0), ("เ", 6), ("ก", 0)],
    "letters drawn twice": [("ก", 0), ("ก", -7), ("ข", 0)],
    "dots under letters": [("ก", 0), (".", -6), ("ข", 0), (".", 0), ("ค", 0)],
    "dots after letters": [("ก", 0), (".", 0), (".", 0), ("ค", 0)],
    "a word that is broken": [("ด", 0), ("ำ", 5), ("น", 0), (" ", 5), ("า", 0), ("น", 0)],
    "a letter that reaches over the next": [("ก", 0), ("ข", -2), ("ค", 0)],
    "spaces at both ends": [(" ", 0), ("ก", 0), (" ", 9)],
}


@pytest.mark.parametrize("said", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("font", [0, 1])
def test_rows_set_together_are_those_set_alone(
    said: Sequence[tuple[str, float]], font: int
) -> None:
    around = [*_set([("ฮ", 0), ("ฮ", 9)], 50, 50), *_set([("ฮ", 0), ("ฮ", 9)], 50, 200)]
    letters = [*around[:2], *_set(said, 50, 100, font), *around[2:]]
    page = Galley.of(letters).read_as({2: letters[2].text})
    found = [row_of(page, [0, 1]), row_of(page, range(2, len(letters) - 2))]
    found.append(row_of(page, [len(letters) - 2, len(letters) - 1]))
    assert lines(found, BOLD) == [line(list(row), BOLD) for row in found]
    assert box_of_rows(found) == box([one for row in found for one in row])


def test_what_the_file_said_of_mended_letters_stays_beside_what_is_read() -> None:
    page = Galley.of(_set([("ก", 0), ("ข", 0)], 50, 100)).read_as({1: "ค"})
    (made,) = lines([row_of(page, [0, 1])])
    assert (made.text, made.raw) == ("กค", "กข")


def test_a_row_of_runs_side_by_side_is_parted_as_its_letters_are() -> None:
    def parted(row: Row) -> list[str]:
        return [part.text for part in segments(row)]

    side_by_side = [*_set([("ก", 0), ("ข", 0)], 50, 100), *_set([("ค", 0)], 90, 100)]
    side_by_side += _set([(" ", 0), ("ง", 0)], 118, 100)
    (row,) = rows_of(runs(side_by_side))
    assert [part.text for part in row.parts] == ["กข", "ค", " ง"]
    assert parted(row) == parted(row_of(row.page, row.places)) == ["กข", "ค", "ง"]


def test_runs_that_lie_over_each_other_are_one_row_from_left_to_right() -> None:
    letters = [*_set([("ก", 0), ("ข", 8), ("ค", 8)], 50, 100), *_set([("ง", 0)], 58, 100)]
    (row,) = rows_of(runs(letters))
    assert (row.text, row.parts) == ("กงขค", ())


@pytest.mark.parametrize("twice", ["", "ง"])
def test_letters_set_closer_than_their_font_tells_hide_no_space_and_no_dot(twice: str) -> None:
    row, x = list[Cluster](), 10.0
    for letter in "พ.ศ. 2566 กขคจง":
        step = 3.0 if letter in ". " else 6.0
        if letter != " ":
            row += [Cluster(letter, x, x + step * 1.4, 100, 16, 0)]
        x += step
    row += [row[-1]._replace(x0=row[-1].x0 + 0.1) for _ in twice]
    (made,) = lines(rows_of(runs(row)))
    assert made.text == "พ.ศ. 2566 กขคจง"


def test_a_point_that_its_font_tucks_under_a_letter_is_none_of_a_forms_dots() -> None:
    page = Galley.of(
        _set([("7", 0), (".", -3.5), ("7", -5), ("5", 0), (",", -1), ("0", 0)], 50, 100)
    )
    (made,) = lines([row_of(page, range(len(page)))])
    assert made.text == "7.75,0"


def test_dots_of_a_form_under_what_was_filled_in_are_left_out() -> None:
    dots = [Cluster(".", x, x + 4, 100, 16, 0) for x in range(50, 90, 4)]
    page = Galley.of([*dots, *_set([("ก", 0), ("ข", 0)], 53, 100)])
    places = sorted(range(len(page)), key=page.x0.tolist().__getitem__)
    (made,) = lines([row_of(page, places)])
    assert made.text == ".กข....."


@pytest.mark.parametrize(("font", "read"), [(1, ".7 มี 4.5...."), (0, ".7..มี..4..5....")], ids=str)
def test_dots_of_a_form_are_a_space_between_words_of_another_font(font: int, read: str) -> None:
    dots = [Cluster(".", x, x + 4, 100, 16, 0) for x in range(50, 122, 4)]
    said = [("7", 0), ("มี", 7), ("4", 7), (".", 0), ("5", 0)]
    page = Galley.of([*dots, *_set(said, 53, 100, font)])
    places = sorted(range(len(page)), key=page.x0.tolist().__getitem__)
    (made,) = lines([row_of(page, places)])
    assert made.text == read


@pytest.mark.parametrize(("gap", "read"), [(0.0, "กขคง จฉชซ"), (1.3, "กขคงจฉชซ")], ids=str)
@pytest.mark.parametrize("twice", ["", "ซ"])
def test_narrow_white_between_letters_that_stand_close_parts_two_words(
    gap: float, read: str, twice: str
) -> None:
    # Distiller keeps no spaces, and those of some faces are narrow; letters spread out are one word
    letters = _set([(letter, 2.5 if letter == "จ" else gap) for letter in "กขคงจฉชซ"], 50, 100)
    letters += [letters[-1]._replace(x0=letters[-1].x0 + 0.1) for _ in twice]
    (made,) = lines(rows_of(runs(letters)))
    assert made.text == read
