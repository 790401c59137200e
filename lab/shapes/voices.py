"""Voices of report writers: their measures, what came of each by round, and the words they use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FIRST = "first"
FILES = {
    FIRST: "voices.yaml",
    "second": "further_voices.yaml",
    "third": "third_voices.yaml",
    "fourth": "fourth_voices.yaml",
    "fifth": "fifth_voices.yaml",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """One measure as a writer sets it, and what was done and what came of it by round."""

    name: str
    steps: str
    who: str
    when: str
    done: Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Voice:
    """A writer: the office, the words for a table's fields, how measures are counted and rounds
    are named.
    """

    name: str
    scheme: str
    organisation: str
    district: str
    province: str
    counted: str
    ordinals: tuple[str, ...]
    called: Mapping[str, str]
    round: str
    promise: str
    plan_heading: str
    results_heading: str
    measures: tuple[Planned, ...]
    round_names: Mapping[int, str] = field(default_factory=dict)

    def called_round(self, months: int) -> str:
        """Return one round in this writer's words."""
        return self.round_names.get(months) or self.round.format(months)

    def rounds(self, months: tuple[int, ...]) -> str:
        """Return several rounds in this writer's words."""
        return " และ".join(map(self.called_round, months))

    def promised(self, months: tuple[int, ...]) -> str:
        """Return the promise to report in these rounds."""
        return f"{self.promise} {self.rounds(months)}"


@cache
def voices(name: str = FIRST) -> tuple[Voice, ...]:
    """Return the writers of a set (`first` to `fifth`), in their file's order."""
    home = Path(__file__).with_name(FILES[name])
    return tuple(_voice(one) for one in yaml.safe_load(home.read_text(encoding="utf-8")))


def _voice(data: Mapping[str, Any]) -> Voice:
    own = {key: value for key, value in data.items() if key not in ("voice", "measures")}
    own["ordinals"] = tuple(own["ordinals"])
    return Voice(name=data["voice"], measures=tuple(map(_planned, data["measures"])), **own)


def _planned(data: Mapping[str, Any]) -> Planned:
    done = {months: (did, came) for months, (did, came) in data["done"].items()}
    return Planned(data["name"], data["steps"], data["who"], data["when"], done)
