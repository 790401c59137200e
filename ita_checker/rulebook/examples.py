"""The examples of a rule, with years and names filled in for a pack and an item."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ita_checker.model import Item

WORD = re.compile(r"\{([^{}\n]+)\}")
YEAR = re.compile(r"(N|covered)([+-]\d)?")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def placeholders(report: str) -> tuple[str, ...]:
    """Return the names that stand in braces, in order; `thai` in front of a year asks for Thai
    digits.
    """
    return tuple(word.removeprefix("thai ") for word in WORD.findall(report))


def filled(report: str, words: Mapping[str, str], fiscal_year: int, item: Item | None) -> str:
    """Return an example's text for a fiscal year and an item: {N}, {N-1}, {covered}, {thai N},
    {title}, {code} and the pack's words.
    """

    def said(match: re.Match[str]) -> str:
        name = match[1].removeprefix("thai ")
        year = YEAR.fullmatch(name)
        if not year:
            return WORD.sub(said, known[name].rstrip("\n")) if name in known else match[0]
        value = (
            fiscal_year + (item.covers if item and year[1] == "covered" else 0) + int(year[2] or 0)
        )
        return str(value).translate(THAI) if match[1].startswith("thai ") else str(value)

    known = dict(words) | ({"title": item.title, "code": item.code} if item else {})
    return WORD.sub(said, report)
