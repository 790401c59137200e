"""Numbers in Thai or Arabic digits."""

from __future__ import annotations

import re

from ita_checker.text.firsts import compiled
from ita_checker.text.flow import SAME

RUN = compiled(r"\d+")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def value(text: str) -> int | None:
    """Return the whole number that the text writes in either or both scripts ("๒๕๖๔", "1,250"), or
    None if it writes none.
    """
    plain = text.strip().translate(SAME)
    return int(plain.replace(",", "")) if NUMBER.fullmatch(plain) else None


def runs(text: str) -> tuple[str, ...]:
    """Return every run of digits as Arabic digits, in order: what two texts must have in common
    before nearness counts.
    """
    return tuple(run.translate(SAME) for run in RUN.findall(text))
