"""Sara ams of which the file says the ring and the rest apart.

HarfBuzz parts sara am into a ring and sara aa; fpdf2 then calls the ring sara am, and sara aa by
any free code: `ดำ/เนินการ`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ita_checker.read.layer.clusters import FLOOR, hovering
from ita_checker.read.layer.galley import Galley, Mask
from ita_checker.read.layer.letters import AA, AM, Letter

LEVEL, RIGHT_AFTER = 0.2, 0.3  # of the letter size: where the rest of a ring stands
FARTHEST = 2  # letters after its ring: a tone may come first


def whole_sara_ams(letters: Sequence[Letter]) -> Galley:
    """Return the letters with sara am as one letter where the file says it for the ring alone and
    anything for the rest of it.
    """
    galley = Galley.of(letters)
    if AM not in galley.texts:
        return galley
    high: Mask = galley.y - galley.inks[:, 3] > FLOOR * galley.size
    among = np.flatnonzero(high & (galley.codes == ord(AM))).tolist()
    rings = [ring for ring in among if galley.texts[ring] == AM]
    rests = [(ring, rest) for ring in rings if (rest := _rest(galley, high, ring)) is not None]
    return _joined(galley, rests) if rests else galley


def _joined(galley: Galley, rests: Sequence[tuple[int, int]]) -> Galley:
    """Return the letters, each ring and its rest as one."""
    made = _Made(galley)
    kept = made.kept
    for ring, rest in reversed(rests):
        above = kept[ring + 1 : rest]
        if ring and made.ink(kept[ring - 1]) == made.ink(kept[ring]):
            # the tone was said with the ring, so what hovers after it is that tone
            made.inkless.add(kept[ring - 1])
            above = []
            if rest + 1 < len(kept) and made.hovers(kept[rest + 1]):
                del kept[rest + 1]  # … also where it is drawn last
        made.whole(kept[rest])
        kept[ring : rest + 1] = [*above, kept[rest]]
    return made.galley()


class _Made:
    """Letters while some are made one: those that are `kept`, in their order, and those whose ink
    tells nothing any more.
    """

    def __init__(self, galley: Galley) -> None:
        self.of, self.texts, self.raws = galley, galley.texts.copy(), dict(galley.raws)
        self.kept = list(range(len(galley)))
        self.inkless: set[int] = set()
        self._hover = hovering(galley)

    def ink(self, at: int) -> list[float] | None:
        """Return the ink of a letter."""
        if at in self.inkless or not self.of.inked[at]:
            return None
        ink: list[float] = self.of.inks[at].tolist()
        return ink

    def hovers(self, at: int) -> bool:
        """Tell whether a letter is drawn like a mark."""
        return at not in self.inkless and bool(self._hover[at])

    def whole(self, at: int) -> None:
        """Have a letter said to be a sara am."""
        self.raws[at] = AM + self.texts[at]
        self.texts[at] = AM
        self.inkless.add(at)

    def galley(self) -> Galley:
        """Return the letters that are kept."""
        inks = self.of.inks.copy()
        inks[sorted(self.inkless)] = np.nan
        made = Galley(self.texts, self.of.sides, self.of.font, inks, self.raws)
        return made.ordered(np.array(self.kept, np.int64))


def _rest(galley: Galley, high: Mask, ring: int) -> int | None:
    """Return where the rest of a sara am stands: after its ring, and after what hovers there."""
    for at in range(ring + 1, min(ring + FARTHEST + 1, len(galley))):
        if _is_rest(galley, high, at, ring):
            return at
        if not high[at]:
            return None
    return None


def _is_rest(galley: Galley, high: Mask, at: int, ring: int) -> bool:
    """Tell whether a letter stands where a ring's sara aa must: on the line, right after it, and
    it is no other Thai letter.
    """
    text, size = galley.texts[at], galley.size[at]
    if (
        abs(galley.y[at] - galley.y[ring]) > LEVEL * size
        or (text == " " and galley.raws.get(at, "") in ("", " "))
        or high[at]
    ):
        return False
    if text not in (AA, AM) and "ก" <= text <= "๛":
        return False
    left, _, right, _ = galley.inks[ring].tolist()
    over = galley.x0[at] <= left and right <= galley.x1[at]
    return bool(over or abs(galley.x0[at] - right) < RIGHT_AFTER * size)
