"""Which report is this? What it was handed in as comes first, what it says of itself after; one
pack is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.items import demanded, held
from ita_checker.facts.organisation import reporter
from ita_checker.facts.years import fiscal_year
from ita_checker.model import Case, Document, Facts, Item, Pack, Submission
from ita_checker.rulebook import choose, general

NACC = "nacc"
# Who answers to which scheme: FINDINGS "Schemes"; a body of none of these kinds is the NACC's.
SCHEMES = {"โรงเรียน": "obec", "วิทยาลัย": "ovec", "โรงพยาบาล": "moph", "สำนักงานสาธารณสุข": "moph"}


def identify(document: Document, submission: Submission, packs: Sequence[Pack]) -> Case:
    """Return the case to judge: fiscal year, scheme, pack and the items the file holds.

    The general pack stands in, with no items, where no pack fits.
    """
    facts = Facts(document, submission)
    stated = fiscal_year(facts)
    for scheme in _schemes(facts):
        for year in _years(submission, stated):
            pack = choose(packs, scheme, year)
            items = held(facts, pack) if pack else ()
            if pack and items and (submission.fiscal_year or _covers(items, year, stated)):
                return Case(facts, pack, year, scheme, items, None, demanded(facts, pack))
    likeliest, told = _schemes(facts)[0], submission.fiscal_year or stated
    stand_in = (choose(packs, likeliest, told) if told else None) or general(packs)
    return Case(facts, stand_in, told, likeliest)


def _schemes(facts: Facts) -> tuple[str, ...]:
    """Return the schemes to try, the likeliest first."""
    if facts.submission.scheme:
        return (facts.submission.scheme,)
    who = facts.once(reporter)
    own = [scheme for kind, scheme in SCHEMES.items() if who and who.full.startswith(kind)]
    if any(code.startswith("MOIT") for code in facts.submission.items):
        own.insert(0, "moph")
    return tuple(dict.fromkeys([*own, NACC]))


def _years(submission: Submission, stated: int | None) -> tuple[int, ...]:
    """Return the fiscal years to try. A results report may state the year before the one it is
    handed in for.
    """
    if submission.fiscal_year:
        return (submission.fiscal_year,)
    return (stated, stated + 1) if stated else ()


def _covers(items: Sequence[Item], year: int, stated: int | None) -> bool:
    return any(year + item.covers == stated for item in items)
