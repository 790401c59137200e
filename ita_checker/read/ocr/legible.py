"""Which strips are print: not handwriting, seals, or pieces of pictures that look like a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from statistics import fmean

from ita_checker.read.layer.boxes.ticks import EMPTY, TICKED, TICKS
from ita_checker.read.ocr.ink.crops import Crop
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.letters.alike import DIGITS
from ita_checker.read.ocr.letters.alphabet import ABOVE, BELOW
from ita_checker.read.ocr.letters.letter import ROW, Letter

# mean sureness below which a strip is no print: handwriting, a stamp, a piece of a picture
WORTHY = 0.78
LONE_WORTHY = 0.85  # of one or two letters
# of one or two letters where print is expected: an empty cell would accuse, a date without its day
# is none
EXPECTED_WORTHY = 0.6
FEW, HUGE = 3, 1.8  # letters; times as tall as the page's usual letters
MARKED = 1.6  # times as tall again may a letter be that has grown together with its marks
# body heights around a strip in which a picture's other pieces stand: an emblem's, a photograph's
NEAR, WIDELY = 1.0, 5.0
# a number stands level with words: so many body heights from them at most, its feet so many off
# theirs, and so many times as tall or as low
BESIDE, LEVEL, TALLER = 12.0, 0.2, 1.4
Read = Mapping[Strip, tuple[list[Letter], Crop]]
BOXES = frozenset((EMPTY, TICKED))
SHOWN = 0.9  # how sure a number shown large and alone is on the whole
SIGNS = frozenset(".,%")  # of numbers
CERTAIN = 0.98  # how sure the reader is of a word of two letters, beside tall ones, on the whole
STROKES = frozenset(" -–_=~….")  # what lines of drawings are read as
LONE = 3  # letters: a strip of fewer stands alone


def printed(letters: Sequence[Letter], expected: bool = False) -> bool:
    """Tell whether a strip is print: its letters are mostly sure, and there is one that bears
    meaning.
    """
    bearing = [letter for letter in letters if letter.letter.strip() and letter.letter != ROW]
    if not bearing:
        return False
    mean = sum(letter.confidence for letter in bearing) / len(bearing)
    lone = EXPECTED_WORTHY if expected else LONE_WORTHY
    return mean >= (lone if len(bearing) < LONE else WORTHY) and not all(
        letter.letter in ABOVE or letter.letter in BELOW or letter.letter in "'`\","
        for letter in bearing
    )


def print_in(
    read: Read,
    expected: Set[Strip] = frozenset(),
    cells: Set[Strip] = frozenset(),
    coloured: bool = False,
) -> Read:
    """Return the strips read surely, and no lone sign much larger than the page's letters (an
    emblem, a pen) but for boxes, in cells ticks (a pen's reach from line to line), and on coloured
    pages numbers, which are shown large.
    """
    bodies = sorted(strip.body for strip, (letters, _) in read.items() for _ in letters)
    usual = bodies[len(bodies) // 2] if bodies else 0
    return {
        strip: (letters, cut)
        for strip, (letters, cut) in read.items()
        if printed(letters, strip in expected)
        and (
            len(letters) > FEW
            or strip.body <= HUGE * usual * (MARKED if marked(letters) else 1)
            or (coloured and is_shown(letters))
            or {each.letter for each in letters} <= (BOXES | TICKS if strip in cells else BOXES)
        )
    }


def legible(read: Read, coloured: bool = False) -> float:
    """Return which share of strips, by their length, is print; on a coloured page of those alone
    that may be words, if there are any: the others are pieces of photographs.
    """
    if coloured:
        words = {strip: found for strip, found in read.items() if len(found[0]) > FEW}
        read = words or read
    length = sum(strip.x1 - strip.x0 for strip in read)
    return sum(strip.x1 - strip.x0 for strip in print_in(read)) / max(1, length)


def marked(letters: Sequence[Letter]) -> bool:
    """Tell whether marks stand above or below the letters."""
    return any(letter.letter in ABOVE or letter.letter in BELOW for letter in letters)


def outside_pictures(sure: Read, read: Read, cells: Set[Strip], coloured: bool = False) -> Read:
    """Return what was read surely, but for the lone letters outside tables amid more ink that
    cannot be read: emblems, seals, pens; on a coloured page photographs.
    """
    near = WIDELY if coloured else NEAR
    unread = [strip for strip in read if strip not in sure]
    words = [
        strip
        for strip, (letters, _) in sure.items()
        if len(letters) > FEW and not (coloured and _are_strokes(letters))
    ]
    return {
        strip: found
        for strip, found in sure.items()
        if not (coloured and strip not in cells and _is_drawn(strip, found[0], words))
        and (
            len(found[0]) > FEW
            or strip in cells
            or (coloured and is_shown(found[0]))
            or around(strip, unread, near) <= max(area(strip), around(strip, words))
            or _is_number_among(strip, found[0], words)
        )
    }


def sureness(letters: Sequence[Letter]) -> float:
    """Return how sure letters are on the whole."""
    return fmean(each.confidence for each in letters if each.letter != " ")


def is_word(letters: Sequence[Letter]) -> bool:
    """Tell whether letters are a word, be it one of two letters that were read beyond doubt."""
    short = sum(each.letter != " " for each in letters) > 1 and sureness(letters) >= CERTAIN
    return len(letters) > FEW or short


def is_number(letters: Sequence[Letter]) -> bool:
    """Tell whether letters are a number, of two signs at least, and nothing else."""
    signs = [each.letter for each in letters if each.letter != " "]
    digits = sum(each in DIGITS for each in signs)
    return len(signs) > 1 <= digits and all(each in DIGITS | SIGNS for each in signs)


def is_shown(letters: Sequence[Letter]) -> bool:
    """Tell whether letters are a number beyond doubt, as slides show them, large and alone."""
    return is_number(letters) and sureness(letters) >= SHOWN


def _are_strokes(letters: Sequence[Letter]) -> bool:
    return {each.letter for each in letters} <= STROKES


def _is_drawn(strip: Strip, letters: Sequence[Letter], words: Sequence[Strip]) -> bool:
    """Tell whether letters are nothing but strokes, and level with no words: arrows, frames, rows
    of dots of a drawing.
    """
    middle = (strip.body_top + strip.body_bottom) / 2
    return _are_strokes(letters) and not any(
        max(strip.x0 - each.x1, each.x0 - strip.x1) <= BESIDE * each.body
        and each.body_top <= middle <= each.body_bottom
        for each in words
    )


def numbers_in_line(read: Read, sure: Read) -> frozenset[Strip]:
    """Return the strips read less surely that are numbers on the base line of words beside them."""
    words = [strip for strip, (letters, _) in sure.items() if len(letters) > FEW]
    return frozenset(
        strip
        for strip, (letters, _) in read.items()
        if strip not in sure and _is_number_among(strip, letters, words)
    )


def _is_number_among(strip: Strip, letters: Sequence[Letter], words: Sequence[Strip]) -> bool:
    number = bool(letters) and all(each.letter.isdigit() for each in letters)
    return number and any(
        max(strip.x0 - each.x1, each.x0 - strip.x1) <= BESIDE * each.body and is_level(strip, each)
        for each in words
    )


def is_level(strip: Strip, words: Strip) -> bool:
    """Tell whether a strip stands on the base line of words, about as tall as they are."""
    level = abs(strip.body_bottom - words.body_bottom) <= LEVEL * words.body
    return level and strip.body <= TALLER * words.body <= TALLER**2 * strip.body


def around(strip: Strip, others: Sequence[Strip], near: float = NEAR) -> int:
    """Return how much room the other strips so many body heights beside it take, in pixels."""
    reach = near * strip.body
    beside = (
        other
        for other in others
        if max(other.x0 - strip.x1, strip.x0 - other.x1) <= reach
        and max(other.top - strip.bottom, strip.top - other.bottom) <= reach
    )
    return sum(map(area, beside))


def area(strip: Strip) -> int:
    """Return a strip's room in pixels."""
    return (strip.x1 - strip.x0) * (strip.bottom - strip.top)
