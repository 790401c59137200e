"""Numbers that stand alone, of a digit or two, as in the cells of a table: the network, which reads
lines, knows them better in a line of copies of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import fmean

import numpy as np

from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.ocr.letters.recogniser import once, sure
from ita_checker.read.ocr.letters.windows import SURE
from ita_checker.read.raster import Grey

NARROW = 1.6  # body heights: a digit or two are no wider
LEAST, TALLEST = 0.7, 1.5  # times the height of the page's letters: dust is lower, drawings taller
COPIES, WHITE = 3, (0, 12)  # of a number in one line, and so many columns between them
MOST = 80  # numbers of a page: of more, what is small is dust
# of the copies so many must be read as one number; of so many it is as good as read twice
AGREED, CERTAIN = 3, 5
Read = tuple[str, float]


def with_numbers(
    strips: Sequence[Strip], pictures: Sequence[Grey], read: Sequence[list[Letter]]
) -> list[list[Letter]]:
    """Return what was read, narrow strips that were read unsurely or not at all as the number that
    most of their copies in a line are.
    """
    bodies = sorted(
        strip.body for strip, letters in zip(strips, read, strict=True) for _ in letters
    )
    usual = bodies[len(bodies) // 2] if bodies else 0
    asked = [
        at
        for at, (strip, letters) in enumerate(zip(strips, read, strict=True))
        if strip.x1 - strip.x0 <= NARROW * strip.body
        and LEAST * usual <= strip.body <= TALLEST * usual
        and not strip.dots
        and (not letters or min(each.confidence for each in letters) < SURE)
    ]
    made = list(read)
    if not 0 < len(asked) <= MOST:
        return made
    lines = [_copies(pictures[at], white) for at in asked for white in WHITE]
    looks = [sure(each) for each in once(lines)]
    for number, at in enumerate(asked):
        seen = looks[number * len(WHITE) : (number + 1) * len(WHITE)]
        told = _told([each for look in seen for each in _parts(look)], read[at])
        if told is not None:
            made[at] = told
    return made


def _copies(picture: Grey, white: int) -> Grey:
    """Return a line of copies of a picture."""
    one = np.pad(picture, ((0, 0), (0, white)))
    return np.hstack([one] * COPIES)


def _parts(look: Sequence[Letter]) -> list[Read]:
    """Return what each copy in a line is read as, and how surely."""
    parts: defaultdict[int, list[Letter]] = defaultdict(list)
    for each in look:
        if each.letter != " ":
            parts[int((each.x0 + each.x1) / 2 * COPIES)].append(each)
    return [
        ("".join(each.letter for each in part), min(each.confidence for each in part))
        for part in parts.values()
    ]


def _told(copies: Sequence[Read], read: Sequence[Letter]) -> list[Letter] | None:
    """Return the number that most copies are, its digits as they were read, or are most often;
    None where it is none.
    """
    numbers = [(text, chance) for text, chance in copies if text.isdecimal()]
    values = Counter(_value(text) for text, _ in numbers)
    if not values:
        return None
    value, agreed = values.most_common(1)[0]
    if agreed < AGREED or agreed <= len(copies) / 2:
        return None
    own = "".join(each.letter for each in read)
    same = [(text, chance) for text, chance in numbers if _value(text) == value]
    usual = Counter(text for text, _ in same).most_common(1)[0][0]
    text = own if own.isdecimal() and _value(own) == value else usual
    chance = fmean(chance for _, chance in same)
    chance = (1 + chance) / 2 if agreed >= CERTAIN else chance
    wide = 1 / len(text)
    return [Letter(digit, at * wide, (at + 1) * wide, chance, "") for at, digit in enumerate(text)]


def _value(number: str) -> str:
    """Return a number in Arabic digits."""
    return "".join(str(int(digit)) for digit in number)
