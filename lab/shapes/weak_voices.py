"""What each writer calls weak, and the measures that answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lab.shapes.voices import Voice, voices

HOME = Path(__file__).with_name("weak_voices.yaml")


@dataclass(frozen=True, slots=True)
class Answer:
    """A measure: a name that says nothing of what it answers, a plain one, steps, an office."""

    name: str
    plain: str
    steps: str
    who: str


@dataclass(frozen=True, slots=True)
class Point:
    """One weak point: its indicator or the writer's own word for it, this year's score and the one
    before, why, and the measure that answers it.
    """

    indicator: str
    topic: str
    score: str
    before: str
    why: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class WeakVoice:
    """A writer's words for what is weak and what answers it."""

    voice: Voice
    analysis: str
    heading: str
    strong: str
    verdicts: tuple[str, str]
    sentence: str
    lowest: str
    loss: str
    weakest: str
    use: str
    use_heading: str
    answers: str
    about: str
    bracket: str
    told: str
    ordered: str
    points: tuple[Point, ...]
    extra: Answer
    scores: Mapping[str, tuple[str, str]]  # of the other indicators: this year's and the one before


@cache
def weak_voices() -> tuple[WeakVoice, ...]:
    """Return the writers, in the file's order."""
    return tuple(_voice(one) for one in yaml.safe_load(HOME.read_text(encoding="utf-8")))


def _voice(data: Mapping[str, Any]) -> WeakVoice:
    own = dict(data)
    name = own.pop("voice")
    voice = next(one for one in voices() if one.name == name)
    own["verdicts"] = tuple(own["verdicts"])
    own["points"] = tuple(map(_point, own["points"]))
    own["extra"] = Answer(**own["extra"])
    own["scores"] = {name: tuple(both) for name, both in own["scores"].items()}
    return WeakVoice(voice=voice, **own)


def _point(data: Mapping[str, Any]) -> Point:
    own = dict(data)
    answer = Answer(*(own.pop(key) for key in ("name", "plain", "steps", "who")))
    return Point(answer=answer, **own)
