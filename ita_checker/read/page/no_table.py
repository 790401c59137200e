"""What stands side by side on a page and is no table: contents, page numbers, people who sign."""

from __future__ import annotations

import re
from collections.abc import Sequence

PAGE_DIGITS = 4  # of a page's number at most
PAGE = re.compile(r"(?:เลข\s?)?หน้า(?:\s?ที่)?")
LEADERS = re.compile(r"(?:[.…_]\s?){5}|…{2}")


def is_none(rows_of_texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether what stands side by side is no table: dots lead from title to page number, or
    the last column holds page numbers and no heading but one that says so, or people sign,
    their names in brackets.
    """
    if any(LEADERS.search(text) for row in rows_of_texts for text in row):
        return True
    if _pages([row[-1].strip() for row in rows_of_texts]):
        return True
    return any(sum(text.lstrip().startswith("(") for text in row) >= 2 for row in rows_of_texts)


def _pages(column: Sequence[str]) -> bool:
    """Tell whether a column holds the numbers of pages that follow each other, and nothing else but
    what says that they are.
    """
    column = column[1:] if PAGE.fullmatch(column[0]) else column
    if not all(text.isdecimal() and len(text) <= PAGE_DIGITS for text in column):
        return False
    numbers = list(map(int, column))
    return numbers[0] < numbers[-1] and numbers == sorted(numbers)
