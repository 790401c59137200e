"""Days of the Buddhist era as people read them."""

from __future__ import annotations

from ita_checker.rulebook.wording import MONTHS, dates

__all__ = ["MONTHS", "spoken"]


def spoken(text: str, lang: str) -> str:
    """Return the text with 2563-10-01/2564-09-30 said as 1 ตุลาคม 2563 – 30 กันยายน 2564, and
    2563-04 as เดือนเมษายน 2563.
    """
    return dates(text, lang)
