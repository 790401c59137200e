"""Which texts are asked for a part, what they are without it, how much speaks for it in them."""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.facts.items import likely_part
from ita_checker.facts.page import logical
from ita_checker.model import Facts, Submission
from lab.mistakes import mistakes, plant
from lab.papers import paper
from lab.sheets import Sheet
from lab.trial import packs

PLANTED = {"analysis": "SEC001-analysis", "weak_points": "SEC001-analysis", "use": "",
           "measures": "", "results": "SEC001-results"}  # fmt: skip


def asked(sheet: Sheet) -> set[str]:
    """Return the kinds of the items that a text is handed in for."""
    truth = sheet.truth
    return {
        item.kind
        for pack in packs()
        if (pack.scheme, pack.fiscal_year) == (truth.scheme, truth.fiscal_year)
        for item in pack.items
        if item.code == truth.item
    }


def without(sheet: Sheet, meaning: str) -> Iterator[Sheet]:
    """Yield the text with the part taken out, where it gives room for that."""
    name = PLANTED[meaning]
    if name in mistakes() and (made := plant(name, sheet)):
        yield made


def weight(sheet: Sheet, meaning: str) -> float:
    """Return how much speaks for a part in a text."""
    document = logical(paper(sheet))
    facts = Facts(document, Submission(document.path, sheet.truth.fiscal_year))
    found = likely_part(facts, meaning)
    return found.weight if found else 0.0
