"""Does a stretch of a report name an office, a post or a committee?"""

from __future__ import annotations

from ita_checker.facts.page import flow
from ita_checker.facts.tables import OFFICE
from ita_checker.model import Facts


def names_office(facts: Facts, start: int, end: int) -> bool:
    """Tell whether a stretch holds a word for an office, a post or a committee."""
    return OFFICE.search(flow(facts).text, start, end) is not None
