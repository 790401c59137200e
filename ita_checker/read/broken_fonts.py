"""Fonts whose codes are broken all over a file: pages set in them are doubted together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ita_checker.model import Page, Source, Words
from ita_checker.read.layer.galley import Galley
from ita_checker.read.strangers import share

PROVEN = 0.08  # of the letters in no word: pages of names alone have less
SAME_FONTS = Words(
    "หน้าอื่นของไฟล์ที่ใช้ฟอนต์เดียวกันมีคำที่ไม่มีในพจนานุกรมมาก รหัสตัวอักษรอาจเสีย",
    "other pages set in the same fonts hold many words of no dictionary: the character codes may "
    "be broken",
)


class Fonts:
    """The fonts of a file whose pages hold so many such words that their codes must be broken: what
    they set on other pages, however little, is no better.
    """

    def __init__(self) -> None:
        self.broken: set[str] = set()
        self.told_by = 0  # the number of the last page that told of any

    def doubt(self, letters: Galley, names: Sequence[str]) -> Words | None:
        """Return why a page is doubted for its fonts; None where they set little of it."""
        if not self.broken:
            return None
        broken = [number for number, name in enumerate(names) if name in self.broken]
        set_in = int(np.isin(letters.font[~letters.spaces], broken).sum())
        return SAME_FONTS if set_in > len(letters) // 2 else None

    def learn(self, made: Page, letters: Galley, names: Sequence[str]) -> None:
        """Take the fonts of a page with many such words for broken."""
        if share(line.text for line in made.lines) > PROVEN:
            held = {names[number] for number in np.unique(letters.font).tolist()}
            if held - self.broken:
                self.broken, self.told_by = self.broken | held, made.number

    def believed_before(self, page: Page) -> bool:
        """Tell whether a page was believed before a later one told of broken fonts."""
        early = page.number < self.told_by and page.source is Source.TEXT
        return early and page.reason is None and bool(page.lines)
