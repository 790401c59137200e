"""Monitoring rounds: promised, reported, due."""

from __future__ import annotations

from ita_checker.facts.rounds.due import due, early, rounds_year, unsure
from ita_checker.facts.rounds.in_place import names_row, over_results, waits
from ita_checker.facts.rounds.in_territories import ToldOf, listed, told_there
from ita_checker.facts.rounds.named import VALID, Round, rounds, set_apart, within
from ita_checker.facts.rounds.sides import Side
from ita_checker.facts.rounds.told import claims, over, repeats, says_only_when

__all__ = [
    "VALID",
    "Round",
    "Side",
    "ToldOf",
    "claims",
    "due",
    "early",
    "listed",
    "names_row",
    "over",
    "over_results",
    "repeats",
    "rounds",
    "rounds_year",
    "says_only_when",
    "set_apart",
    "told_there",
    "unsure",
    "waits",
    "within",
]
