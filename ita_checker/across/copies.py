"""Whose text is this? SET003 another office's, SET004 last year's own, DOC008 that of another item.

Text alone accuses nobody: thousands fill in one template. It is weighed by how few offices have
it, and a second sign is asked for: the numbers and days, or what was done and what came of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from ita_checker.across.families import Office
from ita_checker.across.rarity import Table, boilerplate, candidates, table
from ita_checker.model import Certainty, Sketch
from ita_checker.text.names import Nearness, nearness

FEWEST = 400  # letters compared: in less nothing is told
RESULTS = "results"


class Kind(StrEnum):
    """Why two reports belong beside each other."""

    OTHER_OFFICE = "SET003"
    OTHER_YEAR = "SET004"
    OTHER_ITEM = "DOC008"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the first report is in the second: shares (0 to 1) of its text and of its filled
    text by weight, of its numbers and days; how many of these it has and shares.
    """

    text: float
    filled: float
    details: float
    own_details: int
    same_details: int
    own_days: int
    same_days: int
    filled_shingles: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two reports (by number) that tell the same; `on` which of the two it is said of."""

    kind: Kind
    first: int
    second: int
    likeness: Likeness
    certainty: Certainty
    on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """All reports of a scan, with the tables of their shingles and the number of each one's
    office.
    """

    sketches: Sequence[Sketch]
    office_of: Sequence[int]
    offices: Sequence[Office]
    text: Table
    filled: Table
    details: Table
    stretches: Table

    def likeness(self, first: int, second: int) -> Likeness:
        """Return how much of the first is in the second."""
        text = self.text.shared(first, second)
        filled = self.filled.shared(first, second)
        details = self.details.shared(first, second)
        return Likeness(
            _share(text[0], text[1]),
            _share(filled[0], filled[1]),
            _share(details[0], details[1]),
            len(self.details.own[first]),
            details[2],
            int(self.details.odd[self.details.own[first]].sum()),
            details[3],
            len(self.filled.own[first]),
        )

    def may_be(self, first: int, second: int) -> bool:
        """Tell whether the numbers and days of the first let any row of OTHER_OFFICE hold: a quick
        look, before the texts are held together.
        """
        details = self.details.shared(first, second)
        return (
            len(self.details.own[first]) <= HARDLY_ANY
            or _share(details[0], details[1]) >= FEWEST_SHARED
        )


def _share(common: float, alone: float) -> float:
    return common / (common + alone) if common > 0 else 0.0


def reports(
    sketches: Sequence[Sketch], office_of: Sequence[int], offices: Sequence[Office]
) -> Reports:
    """Return the reports with their tables."""
    short, long = boilerplate()
    none = np.empty(0, np.uint64)
    return Reports(
        sketches,
        office_of,
        offices,
        table([one.sample for one in sketches], office_of, short),
        table([one.filled for one in sketches], office_of, short),
        table([one.details for one in sketches], office_of, none),
        table([one.stretches for one in sketches], office_of, long),
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """What must be the same before a pair is spoken of: shares of the text, of what was filled in
    and of numbers and days, how many of these, how many days; `most_details` where there are
    hardly any; `offices` beside the two that must be there to tell what is rare.
    """

    certainty: Certainty
    text: float
    details: float = 0.0
    same_details: int = 0
    same_days: int = 0
    filled: float = 0.0
    most_details: int = 10**9
    offices: int = 0


# Rows from the surest, fitted on the even seeds of lab/folders: there honest reports on one template
# share up to 0.9 of their text, 0.6 of what is filled in and 0.2 of numbers and days; copies with a
# third put otherwise 0.4 of the text and 0.8 of the numbers.
OTHER_OFFICE = (
    # names changed, sentences put otherwise: numbers and days were left as they were
    Sign(Certainty.SURE, 0.30, details=0.70, same_details=6, same_days=1),
    Sign(Certainty.SURE, 0.40, details=0.80, same_details=4, same_days=1),
    Sign(Certainty.LIKELY, 0.30, details=0.85, same_details=4),
    Sign(Certainty.LIKELY, 0.40, details=0.60, same_details=4),
    # some numbers are its own, but what was done is told in the same rare words
    Sign(Certainty.LIKELY, 0.40, details=0.50, same_details=4, filled=0.50, offices=6),
    # hardly any number at all: what was done and came of it is the same, nobody else's is
    Sign(Certainty.LIKELY, 0.55, filled=0.60, most_details=3, offices=8),
)
HARDLY_ANY = max(row.most_details for row in OTHER_OFFICE if not row.details)
FEWEST_SHARED = min(row.details for row in OTHER_OFFICE if row.details)
OTHER_YEAR = (
    Sign(Certainty.SURE, 0.75, details=0.85, same_details=6, same_days=1, filled=0.75),
    Sign(Certainty.LIKELY, 0.75, details=0.75, same_details=4, filled=0.70),
)
# A plan may be repeated, its budget with it; the scores it goes back to and its day may not.
OTHER_YEARS_PLAN = (Sign(Certainty.LIKELY, 0.85, details=0.90, same_details=6, same_days=1),)
OTHER_ITEM = (
    Sign(Certainty.SURE, 0.90, details=0.90, same_details=3),
    Sign(Certainty.SURE, 0.97, most_details=2),
    Sign(Certainty.LIKELY, 0.75, details=0.75, same_details=5),
)
FEW_FILLED = 20  # shingles: in less text filled in nothing is seen
OWN_DAYS = 0.4  # a report most of whose days (two or more) are its own was not copied


def holds(sign: Sign, likeness: Likeness, offices: int) -> bool:
    """Tell whether a likeness shows all that a row asks for."""
    return (
        likeness.text >= sign.text
        and (not sign.filled or _tells_the_same(sign, likeness))
        and (likeness.own_days < 2 or likeness.same_days >= OWN_DAYS * likeness.own_days)
        and likeness.details >= sign.details
        and likeness.same_details >= sign.same_details
        and likeness.same_days >= sign.same_days
        and likeness.own_details <= sign.most_details
        and max(0, offices - 2) >= sign.offices
    )


def _tells_the_same(sign: Sign, likeness: Likeness) -> bool:
    return likeness.filled >= sign.filled and likeness.filled_shingles >= FEW_FILLED


def strongest(rows: Sequence[Sign], likeness: Likeness, offices: int) -> Certainty | None:
    """Return how surely a likeness shows what the rows are about, None where it does not."""
    return next((row.certainty for row in rows if holds(row, likeness, offices)), None)


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
        if not any(all_reports.may_be(*pair) for pair in ((first, second), (second, first))):
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
