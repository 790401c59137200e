"""What one page's picture may take: past it the page is given up with the reason, and the file goes
on.
"""

from __future__ import annotations

from ita_checker.model import Words

MOST_PIECES = 30_000  # of ink; real pages have 2,500, dense ones with all their dust 9,000
MOST_PAIRS = 30_000_000  # of marks and the rows they may belong to: 240 MB
# pixels of the strips' length at the reader's height: real pages have 50,000, on their side 110,000
MOST_COLUMNS = 400_000


class GivenUp(Exception):
    """A page's picture asks for more than a page may take; `reason` says what of."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def within(count: int, most: int) -> None:
    """Raise GivenUp where there is more than a page of print holds."""
    if count > most:
        raise GivenUp(
            Words(
                "ภาพของหน้านี้มีจุดหรือเส้นมากเกินกว่าจะเป็นตัวหนังสือ",
                "the picture of this page holds more specks or strokes than print does",
            )
        )
