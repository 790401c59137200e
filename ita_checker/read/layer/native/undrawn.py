"""What fields and typed-on texts say that their file does not draw: the program that opens it sets
it for whoever looks. Its letters are set here as such programs would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_checker.read.layer.galley import Galley, codes_of
from ita_checker.read.layer.letters import MARKS, Letter, Misdrawn, Sheet
from ita_checker.read.layer.native.frame import Frame
from ita_checker.read.layer.native.typed import Said

SIZE = re.compile(r"(?<![0-9.])([0-9]{0,3}\.?[0-9]{1,4})\s{1,9}Tf")
USUAL, FILLS = 12.0, 0.75  # points; share of the height of its line
WIDE, PADDED = 0.5, 2.0  # of the letter size: how wide a letter is; points
MIDDLE = 0.3  # of the letter size: a base line stands so far under the middle of its line
LOWEST = 5.0  # points: no line is lower
BLANK = codes_of(frozenset(" .…_"))
NAME = "typed on"


def written(sheet: Sheet, said: Sequence[Said], frame: Frame) -> tuple[Sheet, bool]:
    """Return the sheet with the letters of what nothing draws, and whether that is all of it: some
    has no room where it stands, or other letters stand there.
    """
    if not said or frame.turn:
        return sheet, not said
    fonts, own = len(sheet.fonts), list[Letter]()
    every = Galley.of(sheet.letters)
    shown, middles = ~every.among(BLANK), (every.x0 + every.x1) / 2
    whole = True
    for one in said:
        letters = list(_set(one, frame, fonts))
        box = frame.box(*one[2:])
        taken = shown & (box.x0 < middles) & (middles < box.x1)
        free = not (taken & (box.top < every.y) & (every.y < box.bottom)).any()
        fits = bool(letters) and max(each.x1 for each in letters) <= box.x1 + PADDED
        whole &= fits and free
        own += letters if fits and free else []
    if not own:
        return sheet, whole
    made = replace(
        sheet,
        letters=every.followed_by(Galley.of(own)),
        fonts=(*sheet.fonts, NAME),
        misdrawn=_as_said(sheet.misdrawn, fonts),
        drawn=True,
    )
    return made, whole


def _set(said: Said, frame: Frame, font: int) -> Iterator[Letter]:
    """Yield the letters of a text, line by line."""
    lines = [line.strip() for line in re.split(r"[\r\n]+", said.text) if line.strip()]
    box = frame.box(*said[2:])
    step = (box.bottom - box.top) / max(1, len(lines))
    if step < LOWEST:
        return
    asked = SIZE.search(said.drawn_as)
    size = min(float(asked[1]) if asked and float(asked[1]) else USUAL, FILLS * step)
    for number, line in enumerate(lines):
        x, y = box.x0 + PADDED, box.top + (number + 0.5) * step + MIDDLE * size
        for text in line:
            wide = 0.0 if text in MARKS else WIDE * size
            yield Letter(text, x, x + wide, y, size, font)
            x += wide


def _as_said(misdrawn: Misdrawn | None, fonts: int) -> Misdrawn | None:
    """Return what tells of digits drawn as others, but for those that nothing draws."""
    if misdrawn is None:
        return None

    def told(pairs: Sequence[tuple[int, str]]) -> Sequence[str]:
        known = iter(misdrawn([pair for pair in pairs if pair[0] < fonts]))
        return [next(known) if pair[0] < fonts else "" for pair in pairs]

    return told
