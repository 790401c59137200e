"""Numbers held against their ink: where as many shapes stand on the paper as were read, a point
that was passed over is put in, a comma that stands on no ink taken out, a plus that was taken for
a digit is a plus. A number that cannot be one is doubted. No digit is ever made up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from ita_checker.read.ocr.letters.alphabet import DIGITS, LATIN, THAI_DIGITS
from ita_checker.read.ocr.letters.figures import HANGING, Inked, Shape, inked, pieces, side_by_side
from ita_checker.read.ocr.letters.letter import Letter
from ita_checker.read.raster import Grey

FIGURES, POINTS = frozenset(DIGITS + THAI_DIGITS), frozenset(".,")
RUN = re.compile(r"[+-]{0,2}[0-9๐-๙][0-9๐-๙.,/+:%-]*[0-9๐-๙]")
AMID = re.compile(f"(?<=[{DIGITS}])[{LATIN}{THAI_DIGITS}](?=[{DIGITS}]{{2}})")
INK = 110  # of 255: darker is ink
# how sure one may be of what the ink alone says, and the grammar with it
HELD, SETTLED = 0.85, 0.96
# commas that part no thousands, or some and not all; signs that never stand side by side
IMPOSSIBLE = re.compile(
    r"(?<![\d,])\d{1,3},\d{1,2},\d{3}(?!\d)|,\d{3},\d{1,2}(?![\d,])|[.,:/]{2}"
    r"|(?<![\d.])\d{1,3}\.\d{3}\.\d{2}(?![\d.])|,\d{3},\d{4,}|(?<!\d)\d{4,},\d{3}(?!\d)"
)
THOUSANDS = re.compile(r"\d{3}(?!\d)")
LEADING = re.compile(r"(?<![\d.,])[+-]?[1-9๑-๙]\d{0,2}([.,]\d{3})*$")
YEAR = re.compile(r"[2๒][45๔๕]\d\d")
POSSIBLE = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?")


def counted(letters: Sequence[Letter], ink: Grey) -> list[Letter]:
    """Return a strip's letters, its numbers as their ink has them; those that cannot be numbers
    doubted.
    """
    letters = amid_digits(letters)
    made: list[Letter] = []
    done = 0
    for run in RUN.finditer(text_of(letters)):
        start, end = run.span()
        right = (letters[end - 1].x1 + letters[end].x0) / 2 if end < len(letters) else 1.0
        last = round(min(right, 1.0) * ink.shape[1])
        dark = ink[:, _first(letters, start, ink) : last] > INK
        number = list(letters[start:end])
        bodies = sum(each.letter not in POINTS for each in number)
        seen = inked(dark, side_by_side(dark))
        if seen and len(seen.bodies) < bodies:  # letters that lean reach over each other
            seen = inked(dark, pieces(dark)) or seen
        made += [*letters[done:start], *_doubted(held(number, seen) if seen else number)]
        done = end
    return [*made, *letters[done:]]


def amid_digits(letters: Sequence[Letter]) -> list[Letter]:
    """Return the letters, one amid digits that may be such a digit as that digit, still unsure."""
    made = list(letters)
    for found in AMID.finditer(text_of(letters)):
        read = made[found.start()]
        digit = next((other for other in read.others if other in DIGITS), "")
        if digit:
            others = read.letter + read.others.replace(digit, "")
            sure = min(read.confidence, HELD)
            made[found.start()] = replace(read, letter=digit, confidence=sure, others=others)
    return made


def _first(letters: Sequence[Letter], start: int, ink: Grey) -> int:
    """Return a column before a number's ink: the middle of the widest white between it and the word
    before, so that a sign which was passed over is inside.
    """
    if not start:
        return 0
    before, own = letters[start - 1], letters[start]
    if before.letter != " " or start == 1:
        return int(max(0.0, before.x1 + own.x0) / 2 * ink.shape[1])
    last = letters[start - 2]
    first = int(max(0.0, last.x0 + last.x1) / 2 * ink.shape[1])
    inside = np.flatnonzero(
        (ink[:, first : int((own.x0 + own.x1) / 2 * ink.shape[1])] > INK).any(axis=0)
    ).tolist()
    before_white = max(pairwise(inside), key=lambda pair: pair[1] - pair[0], default=(0, 0))
    return first + sum(before_white) // 2


def held(number: list[Letter], seen: Inked) -> list[Letter]:
    """Return a number's letters as the ink has them; unchanged where not as many shapes as letters
    were made out.
    """
    number = _even(number, seen)
    places = [at for at, each in enumerate(number) if each.letter not in POINTS]
    if len(places) != len(seen.bodies):
        return number
    for body, at in enumerate(places):
        sign = seen.sign(body)
        if sign and sign in number[at].others:
            number[at] = replace(number[at], letter=sign, others=number[at].letter)
    for body in range(len(places) - 1, 0, -1):
        between = number[places[body - 1] + 1 : places[body]]
        point = seen.point(body)
        if point and not between:
            number = _pointed(number, places[body], point, seen)
        elif len(between) == 1 and seen.hooked(body):
            number = _parted(number, places[body] - 1)
        elif len(between) == 1 and not seen.points[body]:
            without = number[: places[body] - 1] + number[places[body] :]
            thousands = THOUSANDS.match(text_of(number[places[body] :]))
            broken = IMPOSSIBLE.search(text_of(number)) and not thousands
            if broken and POSSIBLE.fullmatch(text_of(without)):
                number = without
    return number


def _even(number: list[Letter], seen: Inked) -> list[Letter]:
    """Return the letters, a plus that was read twice once, a slash that was passed over in its
    place.
    """
    bodies = [each for each in number if each.letter not in POINTS]
    more = len(seen.bodies) - len(bodies)
    if more == -1 and number[0].letter == "+" and seen.plus(0):
        twice = number[1].letter == "-" or "+" in number[1].others
        return [number[0], *number[2:]] if twice else number
    if more == 1 and number[0].letter in FIGURES and seen.plus(0):
        own = number[0]
        return [Letter("+", 2 * own.x0 - own.x1, own.x0, SETTLED, ""), *number]
    slashes = [at for at in range(len(seen.bodies)) if seen.slash(at)] if more == 1 else []
    if len(slashes) == 1 and 0 < slashes[0] < len(bodies):
        before = [at for at, each in enumerate(number) if each.letter not in POINTS][slashes[0]]
        if "/" not in text_of(number):
            number = list(number)
            number.insert(before, _made("/", HELD, number, before))
    return number


def _pointed(number: list[Letter], at: int, point: Shape, seen: Inked) -> list[Letter]:
    """Return the letters with the point or comma that stands before one of them, where they make a
    number so: which one it allows, else which it looks like. Others, and what may be a year, are
    doubted.
    """
    for sign in ",." if seen.below(point) > HANGING else ".,":
        made = [*number[:at], _made(sign, SETTLED, number, at), *number[at:]]
        if POSSIBLE.fullmatch(text_of(made)) and not YEAR.fullmatch(text_of(number)):
            return made
    return less_sure(number)


def _parted(number: list[Letter], at: int) -> list[Letter]:
    """Return the letters, what hangs and was read as a point a comma where thousands are parted:
    amounts have two decimals, and what three follow is a comma in faces that draw it small.
    """
    text, made = text_of(number), list(number)
    if text[at] == "." and THOUSANDS.match(text, at + 1) and LEADING.search(text[:at]):
        more = re.search(r"[.,]", text[at + 1 :])
        sure = min(number[at].confidence, SETTLED if more else HELD)
        made[at] = replace(number[at], letter=",", confidence=sure, others=".")
    return made


def _made(letter: str, sure: float, number: Sequence[Letter], at: int) -> Letter:
    before, after = number[at - 1], number[at]
    x0 = (before.x0 + before.x1) / 2
    x1 = (after.x0 + after.x1) / 2
    return Letter(letter, (2 * x0 + x1) / 3, (x0 + 2 * x1) / 3, sure, "")


def _doubted(number: list[Letter]) -> list[Letter]:
    """Return the letters, doubted where they make no number."""
    return less_sure(number) if IMPOSSIBLE.search(text_of(number)) else number


def less_sure(number: Sequence[Letter]) -> list[Letter]:
    """Return letters no surer than what the ink alone says."""
    return [replace(each, confidence=min(each.confidence, HELD)) for each in number]


def text_of(letters: Sequence[Letter]) -> str:
    """Return the letters as a text, rows of dots as spaces."""
    return "".join(each.letter if len(each.letter) == 1 else " " for each in letters)
