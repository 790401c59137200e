"""Letters as a page draws them: what the engines hand to the repair."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Misdrawn = Callable[[Sequence[tuple[int, str]]], Sequence[str]]

DOUBLED = 0.3  # of a letter's width: fake bold draws each letter twice, a hair apart
# of the letter size above the base line: marks stand higher than the consonants' bodies, quotes
# hang lower
FLOOR = 0.36
# Thai marks take no room of their own: they stand above or below the letter they belong to.
BELOW = frozenset("\u0e38\u0e39\u0e3a")
ABOVE = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d")
TOP = frozenset("\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e")
TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
MARKS = BELOW | ABOVE | TOP
NIKHAHIT, AA, AM = "\u0e4d", "\u0e32", "\u0e33"
CONSONANTS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
# Letters whose ink is not asked for: no font misuses their codes for a mark.
PLAIN = (
    frozenset(
        map(
            chr,
            (*range(0x0E01, 0x0E5C), *range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B)),
        )
    )
    - MARKS
    - {AM}
)


Picture = npt.NDArray[np.uint8]


class Ink(NamedTuple):
    """Where a letter is really drawn, in points from the page's top left."""

    x0: float
    top: float
    x1: float
    bottom: float


class Letter(NamedTuple):
    """One letter: what the file says it is, the room it takes from x0 to x1 on the base line y,
    and its ink where that matters.

    `ink` is known for marks, spaces and strange letters only, and not for letters whose reading
    the file itself gives (/ActualText).
    `raw` is what the file said, where `text` has been mended.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: int
    ink: Ink | None = None
    raw: str = ""

    def read_as(self, text: str) -> Letter:
        """Return the letter as the one it stands for, with the way back to what the file said."""
        said, x0, x1, y, size, font, ink, raw = self
        return Letter(text, x0, x1, y, size, font, ink, raw or said)


class Shape(NamedTuple):
    """Width, height and distance of the ink from the base line, as shares of the letter size."""

    wide: float
    high: float
    up: float


Known = Mapping[str, Sequence[Shape]]  # the shapes in which a font draws each of its marks


class Rule(NamedTuple):
    """A drawn straight line: upright if x0 equals x1, level if top equals bottom."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as an engine sees it.

    `turned`: letters of texts turned clockwise by so many quarters, in a frame in which they run
    from left to right. `unmapped`: the (font, letter) pairs for which the file gives no reading.
    `pictures`: the share of the page under pictures. `drawn`: whether anything is drawn at all.
    `picture`: a place as it is drawn, in grey, where the engine can show it. `embedded`: the shapes
    of the marks of a font, as its own file tells them. `misdrawn`: which of some fonts' digits are
    drawn as others. `leans`: how far the
    letters of each font lean to the right, as a share of their height; ink is told as if they stood
    upright. `thick`: the fonts whose letters are drawn bold though they are not. `shades`: the
    edges of filled areas without a line. `hidden`: how many letters the file holds that the page
    does not show; `contradicted`: how many letters an /ActualText says that are not those drawn
    under it. `unseen`: what the hidden ones say, in the file's order, `mixed`: whether
    any stand beside shown ones. `apart`: the letters of
    watermarks; `slanted`: those of texts across the page, by the degrees by which they are turned,
    in such a frame. `shaped`: the points of all filled areas that are no boxes. `small`: where
    paths are drawn as small as boxes to tick and ticks; `banners`: where pictures as low and wide
    as lines.
    """

    number: int
    width: float
    height: float
    letters: Sequence[Letter]
    rules: tuple[Rule, ...]
    fonts: tuple[str, ...]
    turned: Mapping[int, tuple[Letter, ...]] = field(default_factory=dict)
    unmapped: frozenset[tuple[int, str]] = frozenset()
    pictures: float = 0.0
    drawn: bool = True
    picture: Callable[[Ink], Picture] | None = field(default=None, compare=False, repr=False)
    embedded: Callable[[int], Known] | None = field(default=None, compare=False, repr=False)
    misdrawn: Misdrawn | None = field(default=None, compare=False, repr=False)
    shades: tuple[Rule, ...] = ()
    leans: tuple[float, ...] = ()
    thick: frozenset[int] = frozenset()
    hidden: int = 0
    contradicted: int = 0
    unseen: str = ""
    mixed: bool = False
    apart: Sequence[Letter] = ()
    slanted: Mapping[int, tuple[Letter, ...]] = field(default_factory=dict)
    shaped: int = 0
    small: Sequence[Ink] = ()
    banners: Sequence[Ink] = ()
