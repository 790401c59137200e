"""The same numbers in other digits; the same report some years earlier or later."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace

from lab.mistakes.places_of import ARABIC, THAI
from lab.papers import Look
from lab.sheets import Sheet
from lab.variations import Varied, Vary

# Years in which the items bear the same numbers, so that a report of one could be of another.
ALIKE = range(2563, 2567)
# What owns a year of its own: it stays when the report's years move.
OWNED = re.compile(
    r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|ระเบียบ|ข้อบังคับ|กฎกระทรวง|รัฐธรรมนูญ|ประมวล)[^\n]{0,70}?"
    r"พ\.ศ\. ?[0-9๐-๙]{4}"
)
YEAR = re.compile(r"(?<![0-9๐-๙/.])(?:25|๒๕)[0-9๐-๙]{2}(?![0-9๐-๙])")
SHORT = re.compile(r"(?<=[คพยมก]\. )[0-9๐-๙]{2}(?![0-9๐-๙])")  # ต.ค. 64
KEEP = "\ue000{}\ue001"


def _thai(sheet: Sheet, chance: random.Random) -> Varied | None:
    made = sheet.mapped(lambda text: text if "O4" in text else text.translate(THAI))
    return None if made == sheet else (made, Look())


def _arabic(sheet: Sheet, chance: random.Random) -> Varied | None:
    made = sheet.mapped(lambda text: text.translate(ARABIC))
    return None if made == sheet else (made, Look())


def _shifted(by: int) -> Vary:
    def vary(sheet: Sheet, chance: random.Random) -> Varied | None:
        year = sheet.truth.fiscal_year
        foreign = any(one.code == "YEA007" for one in sheet.truth.expected)
        if year not in ALIKE or year + by not in ALIKE or foreign:  # a year of another era stays
            return None
        made = sheet.mapped(lambda text: moved(text, by))
        return replace(made, truth=replace(made.truth, fiscal_year=year + by)), Look()

    return vary


def moved(text: str, by: int) -> str:
    """Return a text whose years are all later by so many, save those of laws."""
    laws: list[str] = []

    def keep(match: re.Match[str]) -> str:
        laws.append(match[0])
        return KEEP.format(len(laws) - 1)

    def later(match: re.Match[str]) -> str:
        year = int(match[0].translate(ARABIC)) + by
        return str(year).translate(THAI) if match[0][0] > "9" else str(year)

    text = SHORT.sub(later, YEAR.sub(later, OWNED.sub(keep, text)))
    for number, law in enumerate(laws):
        text = text.replace(KEEP.format(number), law)
    return text


VARIATIONS: Mapping[str, Vary] = {
    "digits-arabic": _arabic,
    "digits-thai": _thai,
    "years-earlier": _shifted(-1),
    "years-later": _shifted(1),
}
