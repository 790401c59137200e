"""Where a line is looked at again: about its unsure letters, with as much of the line to each side
as the network needs to read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_checker.read.ocr.letters.agreement import agreed
from ita_checker.read.ocr.letters.letter import Letter

SURE = 0.95  # about a letter less likely than this it is looked again
ROOM = 96  # columns of a line HEIGHT pixels high to each side: the network sees no farther
CORE = 40  # columns to each side of unsure letters are settled anew with them: their neighbours
EDGE = 16  # columns from where a line was cut: letters cut through are compared with nothing
MOST = 0.6  # of a line's columns: where windows cover more, the whole line is looked at again


@dataclass(frozen=True, slots=True)
class Window:
    """Columns of a line's picture, from `start` to `end`, and what part of them is settled anew."""

    start: int
    end: int
    settled: tuple[float, float]

    def holds(self, letter: Letter, wide: int) -> bool:
        """Tell whether a letter of the line stands in the window, away from its cut edges."""
        middle = (letter.x0 + letter.x1) / 2 * wide
        start, end = self.start + EDGE * (self.start > 0), self.end - EDGE * (self.end < wide)
        return start <= middle <= end

    def put_back(self, letter: Letter, wide: int) -> Letter:
        """Return a letter read in the window, its place told as shares of the whole line."""
        share = (self.end - self.start) / wide
        x0, x1 = (self.start / wide + x * share for x in (letter.x0, letter.x1))
        return replace(letter, x0=x0, x1=x1)


def windows(read: Sequence[Letter], wide: int) -> list[Window]:
    """Return the windows about a line's unsure letters; `wide`: the columns of its picture."""
    made: list[Window] = []
    unsure = [letter for letter in read if letter.confidence < SURE]
    for letter in sorted(unsure, key=lambda each: each.x0):
        x0, x1 = letter.x0 * wide, letter.x1 * wide
        start, end = max(0, int(x0 - ROOM)), min(wide, int(x1 + ROOM) + 1)
        settled = x0 - CORE, x1 + CORE
        if made and start <= made[-1].end:
            last = made.pop()
            start, end = last.start, max(end, last.end)
            settled = last.settled[0], max(settled[1], last.settled[1])
        made.append(Window(start, end, settled))
    if sum(window.end - window.start for window in made) > MOST * wide:
        return [Window(0, wide, (0.0, float(wide)))]
    return made


def settled(
    read: Sequence[Letter],
    at: Sequence[Window],
    looks: Sequence[Sequence[Sequence[Letter]]],
    wide: int,
) -> list[Letter]:
    """Return a line's letters, those in the windows as the looks agree on them; `looks`: for each
    window what each further look at it read.
    """
    made = list(read)
    for window, seen in reversed(list(zip(at, looks, strict=True))):
        here = [index for index, letter in enumerate(read) if window.holds(letter, wide)]
        low, high = window.settled
        middles = [(read[index].x0 + read[index].x1) / 2 * wide for index in here]
        core = [index for index, x in zip(here, middles, strict=True) if low <= x <= high]
        if not core:
            continue
        first, last = here[0], here[-1] + 1
        back = ([window.put_back(letter, wide) for letter in look] for look in seen)
        more = [[letter for letter in look if window.holds(letter, wide)] for look in back]
        decided = (core[0] - first, core[-1] + 1 - first)
        made[first:last] = agreed([read[first:last], *more], decided)
    return made
