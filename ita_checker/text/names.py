"""Are two proper names one name spelled twice, or two names?"""

from __future__ import annotations

from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from ita_checker.text.compare import ALIKE, bare, lookalike
from ita_checker.text.names_places import known
from ita_checker.text.numbers import runs
from ita_checker.text.words import splits

IN_TEN = 2.0  # FINDINGS.md: a slip of one or two letters in ten is near
CONFUSED_COST = 0.3  # ด for ค and the like: OCR and the eye slip there first
SHORT = 6  # below this many letters one slip already makes another real place (นาดี, นาดู): near, with doubt
# Words that tell one place from its neighbour: however near the rest is, these are two places.
OPPOSITES = ("เหนือ", "ใต้", "ใหญ่", "น้อย", "ตะวันออก", "ตะวันตก", "กลาง", "บน", "ล่าง", "นอก", "ใน", "เก่า", "ใหม่", "หลวง")


class Nearness(StrEnum):
    """How two proper names stand to each other. DOUBTFUL is near, but both may be real names."""

    SAME = "same"
    NEAR = "near"
    DOUBTFUL = "doubtful"
    OTHER = "other"


def nearness(first: str, second: str) -> Nearness:
    """Return how two folded proper names stand to each other: numbers exact, marks free, look-alikes cheap, two letters in ten at most."""
    if first == second:
        return Nearness.SAME
    if runs(first) != runs(second) or _opposed(first, second):
        return Nearness.OTHER
    if lookalike(first, second):
        return Nearness.NEAR
    longest = max(len(first), len(second))
    slips = _slips(bare(first), bare(second))
    if slips > max(1.0, longest * IN_TEN / 10):
        return Nearness.OTHER
    both_real = known(first) and known(second)
    return Nearness.DOUBTFUL if both_real or min(len(first), len(second)) < SHORT else Nearness.NEAR


def same_beginning(own: str, other: str) -> bool:
    """Tell whether the other name is the own one run on into the next words (its end was not seen)."""
    rest = other[len(own) :]
    if len(own) < 3 or len(rest) < 2 or not other.startswith(own) or rest.startswith((*OPPOSITES, "เขต")) or rest[0].isdigit():
        return False
    return len(rest) > len(own) or splits(rest)


def _slips(one: str, other: str) -> float:
    cost = 0.0
    for edit in Levenshtein.editops(one, other):
        changed = edit.tag == "replace" and one[edit.src_pos].translate(ALIKE) == other[edit.dest_pos].translate(ALIKE)
        cost += CONFUSED_COST if changed else 1.0
    return cost


def _opposed(first: str, second: str) -> bool:
    ends = [next((word for word in OPPOSITES if name.endswith(word)), "") for name in (first, second)]
    return bool(ends[0] and ends[1] and ends[0] != ends[1])
