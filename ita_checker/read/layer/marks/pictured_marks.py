"""What marks look like in the picture of their page, where their boxes do not tell them apart."""

from __future__ import annotations

from collections.abc import Mapping, Set

import numpy as np

from ita_checker.read.layer.letters import Ink, Letter, Picture, Sheet
from ita_checker.read.layer.marks.known_shapes import Samples
from ita_checker.read.layer.native import pictures

LIKE, APART = 0.75, 0.05  # how like two pictures of one mark are, and how much liker than others
OTHER = 0.6  # pictures less alike are of two marks, though they fill the same box


class Pictures:
    """The pictures of a page's marks, each taken once; `samples`: a drawing of each mark that its
    font is known to draw so.
    """

    def __init__(self, sheet: Sheet, samples: Mapping[int, Samples]) -> None:
        self.sheet, self.samples = sheet, samples
        self.normals: dict[Letter, pictures.Normal] = {}

    def likest(self, letter: Letter, allowed: frozenset[str]) -> str | None:
        """Return the allowed mark that a font draws most like this one; None where none is like
        it, or two are.
        """
        like = sorted((share, mark) for mark, share in self._shares(letter, allowed).items())
        if not like or like[-1][0] < LIKE or (len(like) > 1 and like[-1][0] - like[-2][0] < APART):
            return None
        return like[-1][1]

    def is_other(self, letter: Letter, mark: str) -> bool:
        """Tell whether a letter looks otherwise than a mark of its font; what fills its box may be
        any.
        """
        shown = self.of(letter)
        solid = shown.size and (shown < pictures.HALF_GREY).mean() > pictures.SOLID
        return not solid and self._shares(letter, {mark}).get(mark, 1.0) < OTHER

    def of(self, letter: Letter) -> Picture:
        """Return the picture of a mark where its font really draws it."""
        ink, leans = letter.ink, self.sheet.leans
        if ink is None or self.sheet.picture is None:
            return np.zeros((0, 0), np.uint8)
        lean = leans[letter.font] if letter.font < len(leans) else 0.0
        shift = lean * (letter.y - (ink.top + ink.bottom) / 2)
        return self.sheet.picture(Ink(ink.x0 + shift, ink.top, ink.x1 + shift, ink.bottom))

    def _shares(self, letter: Letter, asked: Set[str]) -> dict[str, float]:
        """Return how like some marks of its font a letter looks; nothing without a picture."""
        if self.sheet.picture is None:
            return {}
        here = self._normal(letter)
        return {
            mark: max(pictures.likeness(here, self._normal(one)) for one in drawn)
            for mark, drawn in self.samples.get(letter.font, {}).items()
            if mark in asked
        }

    def _normal(self, letter: Letter) -> pictures.Normal:
        if letter not in self.normals:
            self.normals[letter] = pictures.normal(self.of(letter))
        return self.normals[letter]
