"""A composed folder of forty offices: all that was planted is found, nothing else is said."""

from __future__ import annotations

from side import packs

from lab.folders.compose import folder
from lab.folders.score import CODES, beside, score


def test_what_is_planted_is_found_and_honest_look_alikes_are_silent() -> None:
    made = folder(2)
    counts, lines = score(made, dict(beside(made, packs()).findings))
    assert lines == []
    assert all(counts[f"{code} planted"] > 0 for code in CODES)
