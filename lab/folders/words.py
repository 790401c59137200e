"""The words folders are composed of (words.yaml), and slots filled in."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SLOT = re.compile(r"\{(\w+)\}")


@cache
def words() -> dict[str, Any]:
    """Return all words by name."""
    said: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    )
    return said


def filled(text: str, chance: random.Random, year: int) -> str:
    """Return a sentence with numbers, days and places of one office's own."""

    def value(slot: re.Match[str]) -> str:
        name = slot[1]
        if name == "n":
            return str(chance.choice([chance.randint(3, 99), chance.randint(10, 480)]))
        if name == "money":
            return f"{chance.randint(3, 890) * 500 + chance.choice([0, 50, 250]):,}"
        if name == "score":
            return f"{chance.uniform(60, 99):.2f}"
        if name == "day":
            return day(chance, year)
        options: list[str] = words()[f"{name}s"]
        return chance.choice(options)

    return SLOT.sub(value, text)


def day(chance: random.Random, year: int) -> str:
    """Return a day of the fiscal year."""
    month = chance.randrange(12)
    return f"{chance.randint(1, 28)} {words()['months'][month]} {year - (month < 3)}"
