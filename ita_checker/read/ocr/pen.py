"""What a pen wrote behind printed words, into blanks and into cells: no reader of print knows it,
so it is marked as such and never read as words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby
from statistics import fmean, median

from ita_checker.model import PEN
from ita_checker.read.layer.boxes.strokes import MARKS, SLASH, sign
from ita_checker.read.layer.boxes.ticks import EMPTY, TICKED, TICKS
from ita_checker.read.ocr.ink.strips import Strip
from ita_checker.read.ocr.legible import FEW, Read, area, around, is_level
from ita_checker.read.ocr.letters import alphabet
from ita_checker.read.ocr.letters.alike import DIGITS, SEPARATORS
from ita_checker.read.ocr.letters.letter import ROW, Letter

# how sure the reader is of a page's print, else its doubts tell nothing of a pen; of a word of
# strokes at most, of a short one, of one beside it; of a word of print at least
WELL_READ, PENNED, FEW_PENNED, NEXT, PRINTED = 0.95, 0.8, 0.7, 0.9, 0.95
GUESSED = 0.5  # how sure of a number that is strokes: of print it is surer, whatever the face
LONG = 4  # letters: of print a word as long is read more surely
SURE = 0.3  # how sure one may be of what stands there
# times the height of a page's letters: as wide is a line that was written, or that a stroke runs
# through, wherever it stands; of what a stroke leaves of letters the height is so much lower
LONG_STROKES, LOW = 12.0, 0.8
LEAST, MOST, WIDE = 0.6, 2.5, 1.0  # of the height of a page's letters: strokes as tall, as wide
EDGE = 0.1  # of a strip's width
WAVE = "~"  # how a pen's line ends; of print it stands before numbers
TICKED_BY_PEN, TALL = MARKS | {SLASH}, 3.5  # … and times as tall as print it is at most
BOXES, LATIN_LETTERS = TICKS | {EMPTY, TICKED} | TICKED_BY_PEN, frozenset(alphabet.LATIN)
# of a Latin word's letters, digits and signs aside, are Latin, and how sure one is of a word that
# holds others (of strokes 0.67 at most are, and those were read less surely); words of one letter
MOSTLY, MIXED, ONE_LETTER = 0.6, 0.7, frozenset("ณๆฯ")
NUMERALS, SIGNS = frozenset(alphabet.DIGITS), frozenset(alphabet.SIGNS)


def by_hand(
    sure: Read,
    read: Read,
    cells: Set[Strip],
    rows: Iterable[Sequence[Strip]],
    *,
    alone: bool = True,
) -> Read:
    """Return the strips that are print, what is written by hand behind their words marked, and what
    is written by hand behind print, alone in cells, and in lines of its own; unless `alone`, what
    was read in cells only: pieces of drawings stand elsewhere.
    """
    means = [_mean(word) for found, _ in sure.values() for word in _words(found) if _is_long(word)]
    if not means or median(means) < WELL_READ:
        return sure
    behind = {strip for row in rows for strip in _behind(row, sure)} if alone else set()
    filled = behind | cells
    made = {
        strip: (_marked(found, strip in filled) if alone or strip in cells else found, cut)
        for strip, (found, cut) in sure.items()
    }
    bodies = sorted(strip.body for strip, (found, _) in sure.items() for _ in found)
    usual = bodies[len(bodies) // 2]
    unread = [strip for strip in read if strip not in sure] if alone else []
    words = [strip for strip, (found, _) in sure.items() if len(found) > FEW]
    for strip in unread:
        found, cut = read[strip]
        long = strip.x1 - strip.x0 >= LONG_STROKES * usual
        if strip not in filled and not long:
            continue
        if any(map(_is_print, _words(found))):
            made[strip] = _marked(found, True), cut
        elif around(strip, unread) <= area(strip) and (
            _is_written(strip, LOW * usual if long else usual)
            or any(is_level(strip, each) for each in words)
        ):
            made[strip] = [Letter(PEN, EDGE, 1 - EDGE, SURE, "")], cut
    return made


def with_ticks(sure: Read, read: Read, cells: Set[Strip]) -> Read:
    """Return the strips that are print, and those that are but one stroke of a pen in a cell and
    look like a tick, as such.
    """
    bodies = sorted(strip.body for strip, (found, _) in sure.items() for _ in found)
    if not bodies:
        return sure
    usual, made = bodies[len(bodies) // 2], dict(sure)
    for strip in cells:
        found, cut = read[strip]
        known = strip in sure and _mean(found) >= FEW_PENNED
        if known or len(found) > FEW or not LEAST * usual <= strip.body <= TALL * usual:
            continue
        said = sign(255 - cut.ink)
        if said in TICKED_BY_PEN:
            made[strip] = [Letter(said, EDGE, 1 - EDGE, SURE, "")], cut
    return made


def _behind(row: Sequence[Strip], sure: Read) -> Iterator[Strip]:
    """Yield the strips of a row that stand behind words of print."""
    after = False
    for strip in row:
        if after:
            yield strip
        after |= strip in sure and len(sure[strip][0]) > FEW


def _is_written(strip: Strip, usual: float) -> bool:
    """Tell whether a strip is as tall and wide as writing is; `usual`: how tall a page's letters
    are.
    """
    return LEAST * usual <= strip.body <= MOST * usual and strip.x1 - strip.x0 >= WIDE * usual


def _words(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Return the words of a strip: its letters from space to space."""
    parts = groupby(letters, lambda one: one.letter == " ")
    return [list(word) for space, word in parts if not space]


def _mean(word: Sequence[Letter]) -> float:
    return fmean(each.confidence for each in word)


def _is_long(word: Sequence[Letter]) -> bool:
    return len(word) >= LONG


def _is_print(word: Sequence[Letter]) -> bool:
    return _is_long(word) and _mean(word) >= PRINTED


def _is_strokes(word: Sequence[Letter]) -> bool:
    """Tell whether a word is none of print. Ticks are, and numbers if they are not mere guesses,
    whose letters are doubted one by one, and Latin words, of which the reader knows little.
    """
    said = {each.letter for each in word}
    if TICKS & said and len(word) > 1 and not said & {EMPTY, TICKED}:
        return True  # ticks that hang together, or with letters, are a signature's strokes
    if ROW in said or _is_latin(word) or said <= BOXES or said <= ONE_LETTER:
        return False
    if said <= DIGITS | SEPARATORS:
        return bool(said & DIGITS) and _mean(word) < GUESSED
    if WAVE in said and len(word) < FEW and not said & DIGITS:
        return True
    return _mean(word) < (PENNED if _is_long(word) else FEW_PENNED)


def _is_latin(word: Sequence[Letter]) -> bool:
    """Tell whether a word is Latin on the whole: in brackets, with digits that its letters were
    taken for ("C0S0"), and with the one or other Thai letter ("(Chaป)").
    """
    said = [each.letter for each in word]
    letters = [letter for letter in said if letter not in SIGNS | NUMERALS]
    latin = sum(letter in LATIN_LETTERS for letter in letters)
    digits = sum(letter in NUMERALS for letter in said)
    least = GUESSED if latin == len(letters) else MIXED
    return (
        len(word) >= FEW
        and latin + digits >= FEW - 1
        and latin > MOSTLY * len(letters)
        and _mean(word) >= least
    )


def _marked(letters: list[Letter], behind: bool) -> list[Letter]:
    """Return a strip's letters, the words of strokes behind print and what stands beside them as
    one sign; `behind`: whether the strip itself stands behind print, or in a cell.
    """
    words = _words(letters)
    print_from = (
        0 if behind else next((at for at, word in enumerate(words) if _is_print(word)), len(words))
    )
    strokes = [at >= print_from and _is_strokes(word) for at, word in enumerate(words)]
    if not any(strokes):
        return letters
    for step in (1, -1):
        before = False
        for at in range(len(words))[::step]:
            strokes[at] |= before and not _is_long(words[at]) and _mean(words[at]) < NEXT
            before = strokes[at]
    made: list[Letter] = []
    for stroke, run in groupby(zip(strokes, words, strict=True), lambda each: each[0]):
        told = [word for _, word in run]
        if stroke:
            told = [[Letter(PEN, told[0][0].x0, told[-1][-1].x1, SURE, "")]]
        for word in told:
            if made:
                made.append(Letter(" ", made[-1].x1, word[0].x0, 1.0, ""))
            made += word
    return made
