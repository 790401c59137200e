"""What a task may take, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, runtime_checkable

SECONDS, MEMORY = 120.0, 2 * 1024**3
MOST_SECONDS = 3600.0  # a page of OCR may ask for time, two thousand of them not for half a day

LimitPassed = Literal["time", "memory", "crash"]
# Where a task of parts was when it was lost: before any of it began, at its opening, at one of its
# parts, closing it, or at what is made of all parts.
Stage = Literal["before", "opening", "part", "closing", "whole"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds on the clock, with those it asks for `most` in all, bytes of
    memory; a worker is replaced after so many tasks.
    """

    seconds: float = SECONDS
    memory: int = MEMORY
    tasks: int = 200
    most: float = MOST_SECONDS


@dataclass(frozen=True, slots=True)
class Done:
    """What the task returned; `lost` workers died before it did."""

    value: Any
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a task gave nothing: it ran out of time or memory, or its worker died; `detail` says
    how, `trace` where in the code, as far as the worker could still tell. `stage` and `at`: where
    in the task it was, and at which part, or after how many; `fresh`: its worker had done nothing
    before.
    """

    limit: LimitPassed
    detail: str
    trace: str = field(default="", compare=False)
    at: int = field(default=0, compare=False)
    stage: Stage = field(default="before", compare=False)
    fresh: bool = field(default=True, compare=False)


Outcome = Done | Lost


@runtime_checkable
class Resumable(Protocol):
    """A task that may be tried again otherwise, where it was lost."""

    def after(self, lost: Lost) -> Resumable | None:
        """Return what to try now; None where the task is to be given up."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a worker sends: that it is at work, where in its task, wants more time, or has ended it
    and how.
    """

    kind: Literal["ready", "at", "more", "done", "memory", "crash"]
    detail: str = ""
    seconds: float = 0.0
    value: bytes = b""
    part: int = 0
    stage: Stage = "before"
