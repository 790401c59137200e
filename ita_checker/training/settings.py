"""Everything a training depends on, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """From how many lines on, how long lines are at most, and how badly they are damaged (1 = as
    the worst scans).
    """

    after: int
    longest: int
    strength: float


@dataclass(frozen=True, slots=True)
class Settings:
    """`lines`: how many to learn from. The rate rises over `warm` lines, stays, and falls to
    nothing over the last `falling` of all.
    """

    seed: int = 2564
    lines: int = 350_000
    rate: float = 1.5e-3
    warm: int = 1_000
    falling: float = 0.4
    decay: float = 0.01
    average: float = (
        0.999  # of the weights, step by step; the averaged ones are measured and shipped
    )
    stages: tuple[Stage, ...] = (
        Stage(0, 12, 0.15),
        Stage(5_000, 24, 0.4),
        Stage(15_000, 40, 0.7),
        Stage(45_000, 48, 1.0),
    )
    measured_lines: int = 300
    measured_every: int = 3_000

    def stage(self, seen: int) -> Stage:
        """Return the stage after so many lines."""
        return max(
            (stage for stage in self.stages if stage.after <= seen), key=lambda stage: stage.after
        )

    def rate_at(self, seen: int) -> float:
        """Return the learning rate after so many lines."""
        left = max(0.0, (self.lines - seen) / (self.lines * self.falling))
        return self.rate * min(1.0, (seen + 100) / self.warm, max(0.01, left))
