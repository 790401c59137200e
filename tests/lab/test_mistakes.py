"""Mistakes are planted where the truth says, and variations change what they say they change."""

from __future__ import annotations

import random

import pytest

from lab.known import FIXED
from lab.mistakes import mistakes, plant
from lab.papers import Look, written
from lab.sheets import Sheet
from lab.texts import HOME, texts
from lab.variations import variations, vary
from lab.variations.numbers import moved

HOUSE = texts(HOME / FIXED)


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", mistakes())
def test_a_mistake_stands_in_the_text_and_in_its_truth_and_somewhere_there_is_room(
    name: str,
) -> None:
    planted = [(sheet, made) for sheet in HOUSE if (made := plant(name, sheet))]
    assert planted, "no text gives room for it"
    for sheet, made in planted:
        mistake = made.truth.expected[-1]
        assert mistake.code == name.split("-")[0]
        assert bare(mistake.quote) in bare(made.text)
        assert made.text != sheet.text
        assert made.truth.expected[:-1] == sheet.truth.expected
        assert not any(mark.code == mistake.code for mark in made.truth.forbidden)


@pytest.mark.parametrize("name", variations())
def test_a_variation_changes_the_paper_and_not_the_truth(name: str) -> None:
    varied = [(sheet, made) for sheet in HOUSE if (made := vary(name, sheet))]
    assert varied, "no text gives room for it"
    changed = 0
    for sheet, (made, look) in varied:
        changed += written(made, look) != written(sheet, Look())
        assert [one.code for one in made.truth.expected] == [
            one.code for one in sheet.truth.expected
        ]
    assert changed or name == "rows-whole"


def test_the_same_seed_plants_the_same_mistake() -> None:
    for name in mistakes():
        assert [plant(name, sheet) for sheet in HOUSE] == [plant(name, sheet) for sheet in HOUSE]


def test_years_move_and_those_of_laws_stay() -> None:
    text = "ปีงบประมาณ พ.ศ. ๒๕๖๔ (ต.ค. 63) พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 ที่ 12/2564"
    assert moved(text, 1) == (
        "ปีงบประมาณ พ.ศ. ๒๕๖๕ (ต.ค. 64) พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 ที่ 12/2564"
    )


def test_an_office_under_another_name_leaves_nothing_of_the_old_one() -> None:
    sheet: Sheet = HOUSE[0]
    made = vary("office", sheet, seed=random.Random(1).randrange(99))
    assert made is not None
    for old in ("หนองสะแก", "โพนทอง", "ร้อยเอ็ด"):
        assert old in sheet.text
        assert old not in made[0].text
