"""Is the item number in a file's name believed? It is one sign of what the file is for, weighed
against what the report says of itself: its office, the numbers printed on it, its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import cache, lru_cache

from ita_checker.facts.items import named, own_numbers
from ita_checker.facts.organisation import reporter
from ita_checker.model import Facts, Pack

PACKS = 1 << 7  # whose codes are kept
# What speaks for or against a number, or the scheme that its letters are of (EB, MOIT)
NAME = 1.0  # that it stands in the name of the file or its folder
PRINTED = 2.0  # a number on cover or title
OFFICE = 2.0  # an office of a class that the scheme is for, or is not
UNLISTED = 0.5  # an office of no listed class: which scheme it is of is less sure
TITLED = 1.0  # a title found letter for letter
MARGIN = 1.0  # by which it must be outweighed: where signs are even nobody judges by either
EXACT = 100.0  # the score of a title found letter for letter


def believed(facts: Facts, packs: Sequence[Pack], years: Sequence[int]) -> bool:
    """Tell whether the numbers that a file was handed in for stand: they were given, or nothing in
    the report outweighs that its name tells them.
    """
    codes = facts.submission.items
    if not codes or not facts.submission.by_name:
        return True
    scheme = next(iter(alone(packs, set(map(letters, codes)))), None)
    if scheme is None:
        return _none_of_them(facts, packs, years, codes)
    of_it = [pack for pack in packs if pack.scheme == scheme]
    others = [pack for pack in packs if pack.scheme != scheme]
    printed = set(map(letters, own_numbers(facts)))
    for_it = [NAME, _office(facts, of_it), _titled(facts, of_it, years)]
    against = [_titled(facts, others, years)]
    if printed:
        known = any(knows(pack, printed) for pack in of_it)
        (for_it if known else against).append(PRINTED)
    return sum(against) - sum(for_it) < MARGIN


def _none_of_them(
    facts: Facts, packs: Sequence[Pack], years: Sequence[int], codes: Sequence[str]
) -> bool:
    """Tell whether numbers stand that several schemes have: one that a pack of the year has an item
    for is held against it, whatever the report says; any other is weighed.
    """
    own = [pack for pack in packs if pack.fiscal_year in years]
    if any(item.code in codes for pack in own for item in pack.items):
        return True
    printed = own_numbers(facts)
    signs = (
        PRINTED if any(item.code in printed for pack in own for item in pack.items) else 0.0,
        _titled(facts, own, years),
    )
    return sum(signs) - NAME < MARGIN


def _office(facts: Facts, packs: Iterable[Pack]) -> float:
    """Return what the office says of a scheme: less than nothing where it is of another class."""
    who = facts.once(reporter)
    if who is None or any(pack.others for pack in packs):
        return 0.0
    if any(who.full.startswith(office) for pack in packs for office in pack.offices):
        return OFFICE
    return -OFFICE if who.classes else -UNLISTED


def _titled(facts: Facts, packs: Iterable[Pack], years: Sequence[int]) -> float:
    """Return what a title says for some packs: one of theirs of the year, letter for letter."""
    own = (pack for pack in packs if pack.fiscal_year in years)
    exact = any(one.score >= EXACT for pack in own for one in named(facts, pack.items))
    return TITLED if exact else 0.0


def alone(packs: Sequence[Pack], begun: Set[str]) -> list[str]:
    """Return the one scheme that has items whose codes begin so (MOIT); none where several have."""
    found = list[str]()
    for pack in packs if begun else ():
        if pack.scheme not in found and knows(pack, begun):
            found.append(pack.scheme)
            if len(found) > 1:
                return []
    return found


def knows(pack: Pack, begun: Set[str]) -> bool:
    """Tell whether a pack has items whose codes begin with one of some letters."""
    codes = (*[item.code for item in pack.items], *pack.pages, *pack.unread)
    return not begun.isdisjoint(_all_letters(codes))


@lru_cache(maxsize=PACKS)
def _all_letters(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(letters, codes))


@cache
def letters(code: str) -> str:
    """Return what an item's code begins with, before its number."""
    return code.rstrip("0123456789")
