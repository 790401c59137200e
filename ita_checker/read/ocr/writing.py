"""Letters read to the page's lines: their places in points, doubts, dots counted again; and what
is no writing left out.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import pairwise

from ita_checker.model import Box, Doubtful, Line
from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.letters import years
from ita_checker.read.ocr.letters.alike import told_apart
from ita_checker.read.ocr.letters.alphabet import THAI_DIGITS
from ita_checker.read.ocr.letters.counted import counted
from ita_checker.read.ocr.letters.letter import ROW, Letter
from ita_checker.read.ocr.letters.worded import settled
from ita_checker.read.ocr.paper.picture import Picture

DOUBTED = 0.9  # a letter less sure than this is marked
DIGIT_DOUBTED = 0.95  # a digit sooner: no word around it helps
SETTLED = 0.85  # how sure one may be of a letter that words settled, or a streak ran through
DIGITS = frozenset("0123456789" + THAI_DIGITS)
ILLEGIBLE = 0.6  # how sure the reader is of what is no print at most
NUMBER = 3  # letters: a day; longer numbers are doubted digit by digit
PENNED = 0.3  # how sure one may be of a number written by hand
DOT = 2.6  # points from dot to dot in a row of dots
Placed = tuple[
    str, float, float, float, str
]  # letter, x0 and x1 in points, how sure, what else it may be


def placed(letters: Sequence[Letter], crop: Crop, picture: Picture) -> list[Placed]:
    """Return the strip's letters with their places on the page."""
    wide, middle = crop.x1 - crop.x0, (crop.top + crop.bottom) / 2
    made: list[Placed] = []
    left, right = (picture.point(x, middle)[0] for x in (crop.x0, crop.x0 + wide))
    for letter in years.doubted(counted(told_apart(letters), crop.ink)):
        x0, x1 = (left + share * (right - left) for share in (letter.x0, letter.x1))
        if letter.letter in ("…", ROW):
            count = max(len(ROW) if letter.letter == ROW else 3, round((x1 - x0) / DOT))
            made += [
                (
                    ".",
                    x0 + (x1 - x0) * i / count,
                    x0 + (x1 - x0) * (i + 1) / count,
                    letter.confidence,
                    "",
                )
                for i in range(count)
            ]
        else:
            made.append((letter.letter, x0, x1, letter.confidence, letter.others))
    return streaked(widened(made), picture)


def streaked(letters: list[Placed], picture: Picture) -> list[Placed]:
    """Return the letters, those through which a streak ran less sure: nobody knows what it hid."""
    if not picture.streaks:
        return letters
    streaks = [(x0 / picture.scale, x1 / picture.scale) for x0, x1 in picture.streaks]
    return [
        (*each[:3], min(each[3], SETTLED), each[4])
        if any(each[1] < x1 and x0 < each[2] for x0, x1 in streaks)
        else each
        for each in letters
    ]


def widened(letters: list[Placed]) -> list[Placed]:
    """Return the letters reaching to each other's edges: what is read off a picture is only the
    middle of each.
    """
    edges = [(a[2] + b[1]) / 2 for a, b in pairwise(letters)]
    starts, ends = (
        [letters[0][1], *edges] if letters else [],
        [*edges, letters[-1][2]] if letters else [],
    )
    return [
        (p[0], min(s, e), max(s, e), p[3], p[4])
        for p, s, e in zip(letters, starts, ends, strict=True)
    ]


def line(parts: Sequence[tuple[Sequence[Letter], Crop]], picture: Picture) -> Line:
    """Return strips of one row as one line, a space between two."""
    letters: list[Placed] = []
    for read, crop in parts:
        more = placed(read, crop, picture)
        if letters and more:
            letters.append((" ", letters[-1][2], more[0][1], 1.0, ""))
        letters += more
    while letters and letters[-1][0] == " ":
        letters.pop()
    while letters and letters[0][0] == " ":
        letters.pop(0)
    letters = worded(letters)
    box = surrounding([crop for _, crop in parts], picture)
    text = "".join(letter for letter, *_ in letters)
    edges = array("f", [edge for _, x0, x1, _, _ in letters for edge in (x0, x1)])
    return Line(text, box, edges, text, doubtful=tuple(doubts(letters)))


def worded(letters: Sequence[Placed]) -> list[Placed]:
    """Return the letters, the unsure ones as the words say that they stand in; they name what was
    read instead.
    """
    told = settled([(letter, sure, others) for letter, _, _, sure, others in letters])
    return [
        one
        if one[0] == new
        else (new, *one[1:3], min(one[3], SETTLED), one[0] + one[4].replace(new, "", 1))
        for one, new in zip(letters, told, strict=True)
    ]


def doubts(letters: Sequence[Placed]) -> list[Doubtful]:
    """Return the letters the reader is not sure of."""
    unsure = []
    letters = penned(letters)
    for index, (letter, _, _, confidence, others) in enumerate(letters):
        digit = letter in DIGITS or any(other in DIGITS for other in others)
        least = DIGIT_DOUBTED if digit else DOUBTED
        if letter != " " and (
            confidence < least
            or (digit and others and letter not in DIGITS and alone(letters, index))
        ):
            unsure.append(Doubtful(index, round(confidence, 3), others))
    return unsure


def penned(letters: Sequence[Placed]) -> list[Placed]:
    """Return the letters, those of a lone number nobody can read doubted altogether: a day written
    by hand into a printed date. So is a number in digits of two scripts, which nobody prints.
    """
    made = list(letters)
    for start, end in words(letters):
        digits = [letters[index] for index in range(start, end) if letters[index][0] in DIGITS]
        scripts = {letter in THAI_DIGITS for letter, *_ in digits}
        unread = end - start <= NUMBER and any(sure < ILLEGIBLE for *_, sure, _ in digits)
        if digits and (unread or (len(scripts) > 1 and len(digits) == end - start)):
            for index in range(start, end):
                letter, x0, x1, sure, others = letters[index]
                made[index] = letter, x0, x1, min(sure, PENNED), others
    return made


def words(letters: Sequence[Placed]) -> list[tuple[int, int]]:
    """Return where each run of letters between spaces begins and ends."""
    spaces = [-1, *(i for i, each in enumerate(letters) if each[0] == " "), len(letters)]
    return [(a + 1, b) for a, b in pairwise(spaces) if b > a + 1]


def alone(letters: Sequence[Placed], index: int) -> bool:
    """Tell whether a letter is all its line or its brackets hold, as numbers of rows and points
    are: (ต) is (๓) as a rule.
    """
    before = letters[index - 1][0] if index else ""
    after = letters[index + 1][0] if index + 1 < len(letters) else ""
    return (before, after) in (("", ""), ("(", ")"), ("", ")"))


def surrounding(crops: Sequence[Crop], picture: Picture) -> Box:
    """Return the rectangle around the crops, in points."""
    sides = (
        min(c.x0 for c in crops),
        min(c.top for c in crops),
        max(c.x1 for c in crops),
        max(c.bottom for c in crops),
    )
    return picture.box(*sides)
