"""Where a report names the year it is about and where others: each place at which it names its own
is one in which another would be left in from last year's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ita_checker.facts.page import flow
from ita_checker.facts.years import Year, years
from ita_checker.facts.years import YearRole as Role
from ita_checker.facts.years.own_year import WEIGHTS, year_signs
from ita_checker.model import Facts, Submission
from ita_checker.text.days import Era
from lab.learning import Example, Question
from lab.likeness import plain
from lab.mistakes.places_of import covered
from lab.papers import paper
from lab.sheets import Sheet
from lab.trial import packs

CODES = ("YEA002", "YEA003")
OWN, OTHER = "own", "other"
SHOWN = 60


def examples(sheets: Sequence[Sheet]) -> Iterator[Example]:
    """Yield the fiscal years that texts name below their titles: the one they are about, those
    that the truth says stand in its place, and others.
    """
    packs()  # their phrases are words of the dictionary, as they are when a report is judged
    for sheet in sheets:
        if not sheet.pieces:
            continue
        document = paper(sheet)
        facts = Facts(document, Submission(document.path, sheet.truth.fiscal_year))
        about = covered(sheet)
        for year in years(facts):
            if year.role is not Role.FISCAL or year.on_title or year.era is Era.SHORT:
                continue
            if year.value in (sheet.truth.fiscal_year, about) and year.value != about:
                continue  # the year handed in for stands beside the one reported
            planted = _planted(sheet, facts, year)
            own = year.value == about
            yield Example(
                sheet.author,
                year_signs(facts, year),
                own or planted,
                OWN if own else OTHER,
                _shown(sheet, facts, year),
            )


def _planted(sheet: Sheet, facts: Facts, year: Year) -> bool:
    """Tell whether the truth says that a year is a mistake."""
    printed = plain(flow(facts).text[year.start : year.end])
    quotes = [plain(mark.quote) for mark in sheet.truth.expected if mark.code in CODES]
    return any(quote and (quote in printed or printed in quote) for quote in quotes)


def _shown(sheet: Sheet, facts: Facts, year: Year) -> str:
    text = flow(facts).text
    before = text[max(0, year.start - SHOWN) : year.start]
    behind = text[year.end : year.end + SHOWN]
    shown = f"{before} [{text[year.start : year.end]}] {behind}"
    shown = shown.replace("\t", "|").replace("\f", "|")
    return f"{sheet.author}/{sheet.name} {year.role}: {shown}"


QUESTIONS: Mapping[str, Question] = {WEIGHTS: examples}
