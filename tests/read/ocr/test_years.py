"""Figures that stand where a year does, and are none, are doubted."""

from __future__ import annotations

import pytest

from ita_checker.read.ocr.letters import years
from ita_checker.read.ocr.letters.letter import Letter


def unsure(text: str) -> str:
    """Return the letters of a text that are unsure, though the reader was sure of all."""
    read = [Letter(letter, at / 100, (at + 1) / 100, 0.99, "") for at, letter in enumerate(text)]
    return "".join(each.letter for each in years.doubted(read) if each.confidence < 0.95)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("พ.ศ. ๒", "๒"), ("กุมภาพันธ์ ๒๕๕", "๒๕๕"), ("ประจำปี พ.ศ.25655", "25655"), ("เมษายน 256", "256"),
    ],
)  # fmt: skip
def test_a_year_that_lost_figures_or_has_too_many_is_doubted(text: str, doubted: str) -> None:
    assert unsure(text) == doubted


@pytest.mark.parametrize(
    "text",
    ["พ.ศ. 2566", "พ.ศ. ๖๗", "มกราคม 67", "มกราคม ๒๕๖๗", "ในเดือนมีนาคม 1,250 คน", "ใน พ.ศ. 1.5"],
)
def test_years_short_ones_and_amounts_are_not(text: str) -> None:
    assert unsure(text) == ""
