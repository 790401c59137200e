"""How far two reviewers agree: the share of findings on which they decided alike, and Cohen's
kappa, which takes off what chance alone would give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from ita_checker.model import Decision
from ita_checker.scan.decided import Key, key_of


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers: on how many findings both decided, on how many alike; `kappa` is None where
    chance alone would have them agree on all.
    """

    first: str
    second: str
    both: int
    alike: int
    kappa: float | None

    @property
    def share(self) -> float:
        """Return the share decided alike, 0 to 1; 0 where they share no finding."""
        return self.alike / self.both if self.both else 0.0


def agreements(decisions: Iterable[Decision]) -> Iterator[Agreement]:
    """Yield how far each two reviewers agree, those who share no finding too."""
    people: dict[str, dict[Key, str]] = {}
    for decision in decisions:
        people.setdefault(decision.by or "?", {})[key_of(decision)] = decision.kind
    for first, second in combinations(sorted(people), 2):
        yield _between(first, people[first], second, people[second])


def _between(
    first: str, one: Mapping[Key, str], second: str, other: Mapping[Key, str]
) -> Agreement:
    shared = sorted(one.keys() & other.keys())
    alike = sum(one[key] == other[key] for key in shared)
    if not shared:
        return Agreement(first, second, 0, 0, None)
    counts = Counter(one[key] for key in shared), Counter(other[key] for key in shared)
    chance = sum(counts[0][kind] * counts[1][kind] for kind in counts[0]) / len(shared) ** 2
    kappa = (alike / len(shared) - chance) / (1 - chance) if chance < 1 else None
    return Agreement(first, second, len(shared), alike, kappa)
