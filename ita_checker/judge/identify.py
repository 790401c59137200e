"""Which report is this? What it was handed in as comes first, what it says of itself after; one
pack is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from ita_checker.facts.items import demanded, held, own_numbers
from ita_checker.facts.organisation import reporter
from ita_checker.facts.years import fiscal_year, school_years
from ita_checker.judge.by_name import alone, believed, letters
from ita_checker.model import Case, Document, Facts, Item, Pack, Submission
from ita_checker.rulebook import choose, general


def identify(document: Document, submission: Submission, packs: Sequence[Pack]) -> Case:
    """Return the case to judge: fiscal year, scheme, pack and the items the file holds.

    The general pack stands in, with no items, where no pack fits.
    """
    facts = Facts(document, submission)
    stated = fiscal_year(facts)
    if not believed(facts, packs, _years(submission, stated)):
        submission = replace(submission, items=())
        facts = Facts(document, submission)
    schemes = _schemes(facts, packs, _years(submission, stated))
    for scheme in schemes:
        if stated is None and any(pack.scheme == scheme and pack.school_years for pack in packs):
            stated = next(iter(school_years(facts)), None)
        for year in _years(submission, stated):
            pack = choose(packs, scheme, year)
            items = held(facts, pack) if pack else ()
            if pack and items and (submission.fiscal_year or _covers(items, year, stated)):
                return Case(facts, pack, year, scheme, items, None, demanded(facts, pack))
    likeliest, told = schemes[0], submission.fiscal_year or stated
    stand_in = (choose(packs, likeliest, told) if told else None) or general(packs)
    return Case(facts, stand_in, told, likeliest)


def identify_as(
    document: Document, submission: Submission, pack: Pack, fiscal_year: int | None
) -> Case:
    """Return the case to judge by a pack that is known: the items of it that the file holds."""
    facts = Facts(document, submission)
    items, asked = held(facts, pack), demanded(facts, pack)
    return Case(facts, pack, fiscal_year, pack.scheme, items, None, asked if items else frozenset())


def _schemes(facts: Facts, packs: Sequence[Pack], years: Sequence[int]) -> tuple[str, ...]:
    """Return the schemes to try, the likeliest first: the one handed in for; else those that know
    the item codes it was handed in for or has printed on it, then the one its office answers to; of
    an office nobody knows the one that alone has such an item in that year (O37 in 2568).
    """
    if facts.submission.scheme:
        return (facts.submission.scheme,)
    who = facts.once(reporter)
    by_office = {
        office: pack.scheme
        for pack in packs
        if who and who.full.startswith(pack.offices)
        for office in pack.offices
        if who.full.startswith(office)
    }
    likely = [by_office[max(by_office, key=len)]] if by_office else []
    others = list(dict.fromkeys(pack.scheme for pack in packs if pack.others))
    printed = own_numbers(facts)
    given = alone(packs, set(map(letters, facts.submission.items)))
    only = given or alone(packs, set(map(letters, printed)))
    if only:
        return tuple(only)  # a number that its pack does not know is never judged as another's
    if not likely:
        of_year = {
            pack.scheme for pack in packs if pack.fiscal_year in years and _has(pack, printed)
        }
        likely = list(of_year) if len(of_year) == 1 else []
    return tuple(dict.fromkeys([*likely, *others])) or ("",)


def _has(pack: Pack, codes: Set[str]) -> bool:
    """Tell whether a pack has one of some items."""
    return any(one in codes for one in (*(i.code for i in pack.items), *pack.pages, *pack.unread))


def _years(submission: Submission, stated: int | None) -> tuple[int, ...]:
    """Return the fiscal years to try. A results report may state the year before the one it is
    handed in for.
    """
    if submission.fiscal_year:
        return (submission.fiscal_year,)
    return (stated, stated + 1) if stated else ()


def _covers(items: Sequence[Item], year: int, stated: int | None) -> bool:
    return any(year + offset == stated for item in items for offset in item.years)
