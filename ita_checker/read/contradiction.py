"""Does a text layer that nobody sees say what the page shows? A scanner's own reading does, but for
its slips; another report's text does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from ita_checker.model import Page, Words

LEAST = 40  # letters: less is a stamp or a number, and no report's text
THAI = 0.5  # of the letters: with less it is a scanner's gibberish
# of the groups of three letters of the shorter text stand in the other too, or the layer is no
# sense in Thai
FAMILIAR = 0.12
WORD = 8  # letters of a run that is looked for on the page
ALIKE = 62.0  # percent: a run of letters as near as this to a place of the page is shown there
OTHER = 0.12  # of the letters in runs that the page does not show: another text
SURE = 0.97  # a year on the page is held against the layer where its digits are read as surely
NAMED = 3  # years or words named as examples
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_YEAR = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
_NO_LETTER = re.compile(r"[^ก-ฮ0-9A-Za-z]")
_THAI = re.compile("[ก-ฮ]")


def contradiction(layer: str, page: Page) -> Words | None:
    """Return in what an unseen text differs from what was read off the page, with both readings;
    None where it differs by slips only, or is no text.
    """
    said, shown = _bare(layer), _bare(page.text)
    if len(said) < LEAST or not shown or not _is_thai_text(said, shown):
        return None
    years = _other_years(layer, page)
    if years:
        return _told(*years)
    missing = [run for run in _runs(layer) if fuzz.partial_ratio(_bare(run), shown) < ALIKE]
    if sum(map(len, missing)) <= OTHER * sum(map(len, _runs(layer))):
        return None
    shows = " ".join(page.text.split())[:60]
    return _told([" ".join(missing[:NAMED])[:60]], [shows])


def _told(said: Sequence[str], shown: Sequence[str]) -> Words:
    one, other = ", ".join(said), ", ".join(shown)
    return Words(
        f"ชั้นข้อความที่มองไม่เห็นว่า “{one}” แต่หน้ากระดาษแสดง “{other}” จึงยึดตามที่เห็น",
        f"the unseen text layer says “{one}”, the page shows “{other}”; what is seen was read",
    )


def _bare(text: str) -> str:
    """Return the consonants, digits and Latin letters of a text: marks are where layers slip."""
    return _NO_LETTER.sub("", text.translate(_DIGITS))


def _is_thai_text(said: str, shown: str) -> bool:
    """Tell whether letters make Thai sense: most are Thai, and follow each other as on the page."""
    if len(_THAI.findall(said)) < THAI * len(said):
        return False
    groups, there = _threes(said), _threes(shown)
    return len(groups & there) >= FAMILIAR * max(1, min(len(groups), len(there)))


def _threes(text: str) -> set[str]:
    return {text[at : at + 3] for at in range(len(text) - 2)}


def _runs(text: str) -> list[str]:
    """Return the runs of letters between spaces that are long enough to be looked for."""
    return [run for run in text.split() if len(_bare(run)) >= WORD]


def _other_years(layer: str, page: Page) -> tuple[list[str], list[str]] | None:
    """Return the years that only the layer says, and those that only the page shows, surely read;
    None unless there are both.
    """
    said = set(_YEAR.findall(layer.translate(_DIGITS)))
    shown, sure = set(), set()
    for line in page.lines:
        unsure = {one.index for one in line.doubtful if one.confidence < SURE}
        for found in _YEAR.finditer(line.text.translate(_DIGITS)):
            shown.add(found.group())
            if not unsure & set(range(*found.span())):
                sure.add(found.group())
    only_said, only_shown = sorted(said - shown), sorted(sure - said)
    return (only_said[:NAMED], only_shown[:NAMED]) if only_said and only_shown else None
