"""Whose text is this? SET003 another office's, SET004 last year's own, DOC008 that of another item.

Text alone accuses nobody: thousands fill in one template. It is weighed by how few offices have
it, and a second sign is asked for: the numbers and days, or what was done and what came of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ita_checker.across.likeness import Likeness, Reports
from ita_checker.across.rarity import candidates
from ita_checker.across.signs import (
    FEWEST_SHARED,
    HARDLY_ANY,
    OTHER_ITEM,
    OTHER_OFFICE,
    OTHER_YEAR,
    OTHER_YEARS_PLAN,
    strongest,
)
from ita_checker.model import Certainty, Sketch
from ita_checker.text.names import Nearness, nearness

FEWEST = 400  # letters compared: in less nothing is told


class Kind(StrEnum):
    """Why two reports belong beside each other."""

    OTHER_OFFICE = "SET003"
    OTHER_YEAR = "SET004"
    OTHER_ITEM = "DOC008"


@dataclass(frozen=True, slots=True)
class Match:
    """Two reports (by number) that tell the same; `on` which of the two it is said of."""

    kind: Kind
    first: int
    second: int
    likeness: Likeness
    certainty: Certainty
    on: tuple[int, ...]


def copies(all_reports: Reports) -> tuple[Match, ...]:
    """Return all pairs that tell the same, each report with its best of each kind."""
    found = [*_other_offices(all_reports), *_own(all_reports)]
    best: dict[tuple[Kind, int], Match] = {}
    for match in found:
        for number in match.on:
            known = best.get((match.kind, number))
            if known is None or _rank(match) > _rank(known):
                best[match.kind, number] = match
    kept = []
    for match in found:
        on = tuple(number for number in match.on if best[match.kind, number] is match)
        if on:
            kept.append(
                Match(match.kind, match.first, match.second, match.likeness, match.certainty, on)
            )
    return tuple(sorted(kept, key=lambda match: (match.kind, match.first, match.second)))


def _rank(match: Match) -> tuple[bool, float, int, int]:
    likeness = match.likeness
    return (
        match.certainty is Certainty.SURE,
        likeness.text + likeness.details,
        -match.first,
        -match.second,
    )


def _other_offices(all_reports: Reports) -> Iterator[Match]:
    sketches = all_reports.sketches
    for first, second in candidates(all_reports.stretches, all_reports.office_of):
        one, other = sketches[first], sketches[second]
        if min(one.letters, other.letters) < FEWEST or not _two_offices(all_reports, first, second):
            continue
        if not any(_may_be(all_reports, *pair) for pair in ((first, second), (second, first))):
            continue
        likenesses = [all_reports.likeness(first, second), all_reports.likeness(second, first)]
        signs = [strongest(OTHER_OFFICE, likeness, all_reports.text.all) for likeness in likenesses]
        on = [number for number, sign in zip((first, second), signs, strict=True) if sign]
        if on:
            later = _copier(one, other)
            on = [
                number for number in on if later is None or number == (first, second)[later]
            ] or on
            at = 0 if on[0] == first else 1
            certainty = signs[at] or Certainty.LIKELY
            yield Match(Kind.OTHER_OFFICE, first, second, likenesses[at], certainty, tuple(on))


def _may_be(all_reports: Reports, first: int, second: int) -> bool:
    """Tell whether the numbers and days of the first let any row of OTHER_OFFICE hold: a quick
    look, before the texts are held together.
    """
    own, share = all_reports.details_of(first, second)
    return own <= HARDLY_ANY or share >= FEWEST_SHARED


def _two_offices(all_reports: Reports, first: int, second: int) -> bool:
    """Tell whether two reports are of two offices, not of one that was not known again."""
    one = all_reports.offices[all_reports.office_of[first]]
    other = all_reports.offices[all_reports.office_of[second]]
    if not one.proper or not other.proper:
        return False
    if nearness(one.proper, other.proper) is Nearness.OTHER:
        return True
    return bool(one.district and other.district) and (
        nearness(one.district or "", other.district or "") is Nearness.OTHER
    )


def _copier(one: Sketch, other: Sketch) -> int | None:
    """Return which of two reports took the other's text (0 or 1), None where nothing tells: the
    one that still names the other's office, else the one of a later year.
    """
    names = (other.proper in one.others, one.proper in other.others)
    if names[0] != names[1]:
        return 0 if names[0] else 1
    if one.fiscal_year and other.fiscal_year and one.fiscal_year != other.fiscal_year:
        return 0 if one.fiscal_year > other.fiscal_year else 1
    return None


def _own(all_reports: Reports) -> Iterator[Match]:
    """Yield the pairs of reports of one office that tell the same."""
    members: dict[int, list[int]] = defaultdict(list)
    for number, office in enumerate(all_reports.office_of):
        members[office].append(number)
    for numbers in members.values():
        for at, first in enumerate(numbers):
            for second in numbers[at + 1 :]:
                match = _own_pair(all_reports, first, second)
                if match:
                    yield match


def _own_pair(all_reports: Reports, first: int, second: int) -> Match | None:
    one, other = all_reports.sketches[first], all_reports.sketches[second]
    if min(one.letters, other.letters) < FEWEST:
        return None
    if years := _years_apart(one, other):
        first, second = (first, second) if years > 0 else (second, first)
        likeness = all_reports.likeness(second, first)
        rows = OTHER_YEAR if likeness.filled_shingles else OTHER_YEARS_PLAN
        sign = strongest(rows, likeness, all_reports.text.all)
        if sign:
            return Match(Kind.OTHER_YEAR, first, second, likeness, sign, (second,))
    elif one.fiscal_year == other.fiscal_year and _items(one) != _items(other):
        return _other_item(all_reports, first, second)
    return None


def _items(sketch: Sketch) -> tuple[str, ...]:
    return sketch.claimed or tuple(one.item for one in sketch.held)


def _years_apart(one: Sketch, other: Sketch) -> int:
    """Return by how many years the second covers a later year for an item of the same kind; 0
    where the two do not tell of the same in two years.
    """
    years = {held.kind: held.year for held in one.held if held.year}
    apart = [
        held.year - years[held.kind] for held in other.held if held.year and held.kind in years
    ]
    return next((years for years in apart if years), 0) if 0 not in apart else 0


def _other_item(all_reports: Reports, first: int, second: int) -> Match | None:
    one, other = all_reports.sketches[first], all_reports.sketches[second]
    if one.sha256 == other.sha256:
        return None  # twins.py tells of files that are the same to the byte
    likenesses = [all_reports.likeness(first, second), all_reports.likeness(second, first)]
    signs = [strongest(OTHER_ITEM, likeness, all_reports.text.all) for likeness in likenesses]
    if None in signs:
        return None
    certainty = Certainty.SURE if set(signs) == {Certainty.SURE} else Certainty.LIKELY
    return Match(Kind.OTHER_ITEM, first, second, likenesses[0], certainty, (first, second))
