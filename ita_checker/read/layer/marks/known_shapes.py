"""What the marks of a page look like: the shapes in which its fonts draw each of them.

A shape is width and height of the ink and its distance from the base line, as shares of the letter
size; the same mark has the same shape wherever its font draws it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from ita_checker.read.layer.galley import Galley, Mask, codes_of
from ita_checker.read.layer.letters import ABOVE, BELOW, TONES, TOP, Ink, Known, Letter, Shape
from ita_checker.read.layer.marks.clusters import Groups

# of the letter size: one mark's boxes differ by 0.01, those of two marks of one font by 0.03 and
# more
ALIKE = 0.028
SMALLEST = 0.7  # of its usual height: marks on marks are not drawn smaller
CELLAR_TO_FLOOR = 0.2  # of the letter size above the base line: no vowel from below reaches there
# of the letter size: how much higher than the marks' floor the ring of a sara am reaches at least;
# and how high the ring of every ำ is, and the า of no font but those whose marks stand higher still
RING, CLEARLY = 0.08, 0.6
LOWEST, ROUND = 0.02, (0.77, 1.2)  # of a ring: its height, its width to its height
STROKE, NARROW = 0.7, 0.1  # of its height, and of the letter size: how wide a mai ek is at most
# of the letter size above the base line: where marks begin in TH Sarabun; each font's own where it
# is known
FLOOR = 0.46
MAI_THO = "\u0e49"  # a nikhahit fills its box
FINE = 1000  # parts of the letter size: the places of one glyph differ by less
_ABOVE, _BELOW, _TONES, _TOP = map(codes_of, (ABOVE, BELOW, TONES, TOP))
SISTERS = re.compile(r"^.*\+|[-, ]?(?:Regular|Bold|Italic|Oblique)")
Glyph = tuple[str, int, int, int, int]
SAME, SAME_HEIGHT = 0.01, 0.03  # of the letter size: what differs by less is the same shape


# TH Sarabun (PSK, New, IT๙), the font that government offices must use: regular, then bold.
SARABUN: dict[str, tuple[Shape, ...]] = {
    "่": (
        Shape(0.035, 0.12, 0.68),
        Shape(0.04, 0.15, 0.48),
        Shape(0.06, 0.13, 0.68),
        Shape(0.06, 0.15, 0.46),
    ),
    "้": (
        Shape(0.23, 0.17, 0.68),
        Shape(0.25, 0.185, 0.48),
        Shape(0.24, 0.19, 0.67),
        Shape(0.26, 0.22, 0.45),
    ),
    "์": (Shape(0.175, 0.2, 0.47), Shape(0.17, 0.19, 0.63)),
    "ํ": (Shape(0.15, 0.16, 0.46), Shape(0.17, 0.18, 0.46)),
    "ั": (Shape(0.28, 0.16, 0.46), Shape(0.3, 0.18, 0.48)),
    "ิ": (Shape(0.295, 0.16, 0.455), Shape(0.32, 0.18, 0.45)),
    "ี": (Shape(0.295, 0.195, 0.455), Shape(0.32, 0.205, 0.45)),
    "ึ": (Shape(0.32, 0.2, 0.455), Shape(0.33, 0.22, 0.45)),
    "็": (Shape(0.24, 0.24, 0.46), Shape(0.27, 0.24, 0.46)),
    "ุ": (Shape(0.11, 0.18, -0.23), Shape(0.12, 0.2, -0.23)),
    "ู": (Shape(0.21, 0.2, -0.24), Shape(0.24, 0.21, -0.25)),
}
Samples = Mapping[str, Sequence[Letter]]


def family(name: str) -> str:
    """Return what the name of a font shares with its bold and leaning sisters."""
    return SISTERS.sub("", name)


def misplaced(letter: Letter) -> bool:
    """Tell whether a vowel that stands below is drawn above, as Word says a mai ek over a tall
    letter, or a tone is drawn below, as some shapers say the vowel of its cluster.
    """
    text, _, _, y, size, _, ink, _ = letter
    if ink is None:
        return False
    if text in BELOW:
        return y - ink[3] > CELLAR_TO_FLOOR * size
    return text in TOP and y < ink[1]


def are_misplaced(held: Galley) -> Mask:
    """Tell which marks are."""
    _, top, _, bottom = held.inks.T
    high = held.y - bottom > CELLAR_TO_FLOOR * held.size
    found: Mask = (held.among(_BELOW) & high) | (held.among(_TOP) & (held.y < top))
    return found


def doubtful(found: Groups) -> Mask:
    """Tell the shape of which marks must be looked at; of most it need not."""
    held = found.held
    x0, top, x1, bottom = held.inks.T
    looked_at: Mask = are_misplaced(held) | ~held.marks
    tho = np.flatnonzero(held.codes == ord(MAI_THO))
    if len(tho):
        size = np.where(held.size[tho] == 0, 1.0, held.size[tho])
        wide, high = (x1 - x0)[tho] / size, (bottom - top)[tho] / size
        low, up = ROUND
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = wide / high
        ringlike = (high > LOWEST) & (ratio > low) & (ratio < up)
        looked_at[tho] |= ringlike & found.before_aa()[tho]
    return looked_at


def shape(letter: Letter) -> Shape:
    """Return the shape of a letter's ink."""
    _, _, _, y, size, _, ink, _ = letter
    if ink is None:
        return Shape(0.0, 0.0, 0.0)
    x0, top, x1, bottom = ink
    size = size or 1.0
    return Shape((x1 - x0) / size, (bottom - top) / size, (y - bottom) / size)


def ringless(found: Groups, sara_ams: Mask) -> Mask:
    """Tell which sara ams are so low that they may be sara aas: lower than a ring where their font
    draws its marks, or than any font's where none tells.
    """
    bases, held = found.bases, found.held
    least = np.full(len(bases), CLEARLY)
    if sara_ams.any():
        above = np.flatnonzero(held.among(_ABOVE) & held.marks & held.inked)
        ups = (held.y[above] - held.inks[above, 3]) / np.where(
            held.size[above], held.size[above], 1
        )
        for font in sorted({*bases.font[sara_ams].tolist()}):
            own = ups[held.font[above] == font]
            if len(own):
                least[bases.font == font] = max(CLEARLY, own.min() + RING)
    low: Mask = sara_ams & (bases.y - bases.inks[:, 1] < least * bases.size)
    return low


def is_round(seen: Shape, lean: float = 0.0) -> bool:
    """Tell whether a shape is as wide as it is high, as a nikhahit is and no tone mark; `lean`: how
    much wider it is in its font for each of its height.
    """
    low, up = ROUND
    return seen.high > LOWEST and low < seen.wide / seen.high < up + lean


def is_stroke(seen: Shape) -> bool:
    """Tell whether a tone is one short upright stroke: only a mai ek is, in every font."""
    return seen.wide < STROKE * seen.high and seen.wide < NARROW


def floor_of(known: Known) -> float:
    """Return where a font's marks begin above the base line."""
    return min((one.up for mark in ABOVE for one in known.get(mark, ())), default=FLOOR)


def glyph_of(letter: Letter, ink: Ink) -> Glyph:
    """Return what all letters have in common that are drawn by one glyph of a font: what is said,
    and the shape.
    """
    text, _, _, y, size, font, _, _ = letter
    x0, top, x1, bottom = ink
    scale = FINE / (size or 1.0)
    return (
        text,
        font,
        int((x1 - x0) * scale),
        int((bottom - top) * scale),
        int((y - bottom) * scale),
    )


def known_marks(found: Groups) -> tuple[Mapping[int, Known], Mapping[int, Samples]]:
    """Return the shapes of the marks of each font, as far as it tells them, and where one of each
    is drawn; tones before า are left out, they may be nikhahits.
    """
    known: dict[int, defaultdict[str, list[Shape]]] = defaultdict(lambda: defaultdict(list))
    samples: dict[int, defaultdict[str, list[Letter]]] = defaultdict(lambda: defaultdict(list))
    held = found.held
    telling = held.marks & held.inked & ~are_misplaced(held)
    rows = np.flatnonzero(telling & ~(held.among(_TONES) & found.before_aa()))
    if not len(rows):
        return known, samples
    x0, top, x1, bottom = held.inks[rows].T
    scale = FINE / np.where(held.size[rows] == 0, 1.0, held.size[rows])
    sides = ((x1 - x0) * scale, (bottom - top) * scale, (held.y[rows] - bottom) * scale)
    parts = held.codes[rows], held.font[rows], *(side.astype(np.int64) for side in sides)
    glyphs = zip(*(part.tolist() for part in parts), strict=True)
    first = dict(zip(reversed(list(glyphs)), reversed(rows.tolist()), strict=True))
    for letter in held.some(sorted(first.values())):  # most are drawn again
        if _learn(known[letter.font][letter.text], shape(letter)):
            samples[letter.font][letter.text].append(letter)
    return known, samples


def _learn(shapes: list[Shape], new: Shape) -> bool:
    """Add a shape to those of a mark; tell whether it is new."""
    if any(
        abs(new.wide - one.wide) < SAME
        and abs(new.high - one.high) < SAME
        and abs(new.up - one.up) < SAME_HEIGHT
        for one in shapes
    ):
        return False
    shapes.append(new)
    return True


def alike(seen: Shape, allowed: frozenset[str], known: Known) -> list[str]:
    """Return the allowed marks of a font whose shape this may be."""
    return [
        mark
        for mark in sorted(allowed)
        if any(far(seen, one) <= ALIKE for one in known.get(mark, ()))
    ]


def nearest(seen: Shape, allowed: frozenset[str], tables: Sequence[Known]) -> str | None:
    """Return the allowed mark whose shape is nearest, in the same font, in a sister of it, or in
    TH Sarabun if it is one.
    """
    shapes = (
        (far(seen, one), mark)
        for table in tables
        for mark in sorted(allowed)
        for one in table.get(mark, ())
    )
    best = min(shapes, default=(1.0, ""))
    return best[1] if best[0] <= ALIKE else None


def smaller(seen: Shape, allowed: frozenset[str], known: Known) -> str | None:
    """Return the mark that a font draws so elsewhere but larger, as many do where no mark is
    below; None if two may be it.
    """
    found: dict[str, float] = {}
    for mark in sorted(allowed):
        for one in known.get(mark, ()):
            scale = seen.high / max(one.high, 0.01)
            if SMALLEST <= scale <= 1.0:
                found[mark] = min(found.get(mark, 1.0), abs(seen.wide - scale * one.wide))
    best = sorted(found, key=lambda mark: found[mark])[:2]
    if (
        not best
        or found[best[0]] > ALIKE
        or (len(best) > 1 and found[best[1]] < found[best[0]] + ALIKE)
    ):
        return None
    return best[0]


def far(seen: Shape, other: Shape) -> float:
    return max(abs(seen.wide - other.wide), abs(seen.high - other.high))
