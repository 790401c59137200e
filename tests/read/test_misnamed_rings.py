"""Rings of sara ams that a file calls sara i."""

from __future__ import annotations

import pytest

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import Letter
from ita_checker.read.layer.marks.misnamed_rings import mended


def _read(*clusters: str) -> str:
    letters = [Letter(one, 8 * at, 8 * at + 8, 100, 14, 0) for at, one in enumerate(clusters)]
    return "".join(mended(Galley.of(letters)).texts)


SAID = ("สิ", "า", "นั", "ก", "งา", "น", "ก", "ร", "ะ", "ทิ", "า", "นิ้", "า")


def test_rings_that_a_page_calls_sara_i_make_sara_ams() -> None:
    assert _read(*SAID, "ที่", "ดิ", "น") == "สำนักงานกระทำน้ำที่ดิน"


@pytest.mark.parametrize("more", [("คำ",), ("คํ", "า")])
def test_pages_with_other_sara_ams_stay_as_they_are(more: tuple[str, ...]) -> None:
    assert _read(*SAID, *more) == "".join((*SAID, *more))


def test_two_slips_are_none() -> None:
    assert _read(*SAID[:11]) == "".join(SAID[:11])
