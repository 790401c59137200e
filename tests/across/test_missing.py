"""What an office must submit and has not: SET001."""

from __future__ import annotations

from ita_checker.across.missing import items
from ita_checker.model import Sketch
from ita_checker.rulebook import load

PACKS = {pack.name: pack for pack in load()}
PLAN = Sketch("O39.pdf", fiscal_year=2566, pack="obec-2566", claimed=("O36",))


def missing(*sketches: Sketch) -> list[str]:
    return [held.item for held in items(sketches, PACKS, True) if held.missing]


def test_a_school_assessed_for_the_first_time_has_no_last_year_to_analyse() -> None:
    first = Sketch(
        "O36.pdf", fiscal_year=2566, pack="obec-2566", claimed=("O36",), first_assessment=True
    )
    assert (missing(PLAN), missing(first)) == (["O42", "O43"], [])
