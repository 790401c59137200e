"""Monitoring rounds: promised, reported, due."""

from __future__ import annotations

from ita_checker.facts.rounds.due import due, early, unsure
from ita_checker.facts.rounds.named import VALID, Round, Side, claims, over, repeats, rounds, within

__all__ = [
    "VALID",
    "Round",
    "Side",
    "claims",
    "due",
    "early",
    "over",
    "repeats",
    "rounds",
    "unsure",
    "within",
]
