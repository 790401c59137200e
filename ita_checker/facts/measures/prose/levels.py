"""Numbers by level: which lines go on below a numbered measure ("3.1.2" below "3.1"), and which go
on after measures or the section that counts them ("2.3" and "3." after 2.1 and 2.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from string import ascii_lowercase

from ita_checker.facts.tables import Prose
from ita_checker.text.flow import Flow, fold
from ita_checker.words import of_words, words_of

LETTERS = of_words(lambda: tuple(map(fold, words_of("measures.letters"))))
LONGEST_WORD, FARTHEST = 10, 14  # letters of "ส่วนที่", and of one with its count
THAI = re.compile(r"[\u0e01-\u0e4e]+")
LEVELS = re.compile(r"\(?(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?![\d.])")
SEVERAL = 2  # measures that one section counts

Number = tuple[int, ...]


def number(text: str, start: int = 0) -> Number:
    """Return the number, level by level, that stands at a place of a text; () for none."""
    found = LEVELS.match(text, start)
    return tuple(map(int, found[1].split("."))) if found else ()


def siblings(text: str, one: int, other: int) -> bool:
    """Tell whether the same section counts two measures: "3.1" and "3.2"."""
    own, beside = number(text, one), number(text, other)
    return len(own) > 1 and own[:-1] == beside[:-1]


def below(text: str, line: int, name: int) -> bool:
    """Tell whether a line's number goes on below a measure's own ("1.1.2" below "1."): whatever it
    says, it tells of that measure.
    """
    own, over = number(text, line), number(text, name)
    return bool(over) and len(own) > len(over) and own[: len(over)] == over


def over(text: str, at: int, names: Iterable[int]) -> bool:
    """Tell whether a number is that of the section that counts several measures: "2." over "2.1"
    and "2.2".
    """
    own = number(text, at)
    below = [one for one in (number(text, name) for name in names) if one[: len(own)] == own]
    return bool(own) and sum(len(one) > len(own) for one in below) >= SEVERAL


def goes_on(text: str, line: int, names: Iterable[int]) -> bool:
    """Tell whether a line's number goes on from measures' own ("2.3 การกำกับติดตาม" below 2.1 and
    2.2), or from that of the section over several ("4." after "3. มาตรการ", if they bear none): it
    tells of all of them, not of the last.
    """
    own, names = number(text, line), list(names)
    if not own:
        return False
    over = [number(text, one) for one, other in pairwise(names) if not number(text, other)]
    if any(len(one) == 1 and own == (one[0] + 1,) for one in over):
        return True
    counted = [one for start in names if len(one := number(text, start)) > 1]
    level = len(own) - 1
    after = [
        one
        for one in counted
        if 0 <= level < len(one) and one[:level] == own[:level] and one[level] < own[level]
    ]
    alike = any(len(one) == len(own) for one in after)
    return alike or len(after) >= SEVERAL


def next_section(text: str, line: int, names: Sequence[int], between: Iterable[int]) -> bool:
    """Tell whether a line opens the section after the one that counts several measures ("3." after
    2.1 and 2.2), whatever it says; where lines between them bear such numbers, it may be one of a
    measure's steps.
    """
    own, last = number(text, line), number(text, names[-1]) if names else ()
    if len(last) != len(own) + 1 or not own or own != (*last[:-2], last[-2] + 1):
        return False
    beside = [one for one in names if siblings(text, one, names[-1])]
    return len(beside) >= SEVERAL and not any(len(number(text, at)) == len(own) for at in between)


def next_part(flow: Flow, line: Prose, above: Sequence[Prose], names: Sequence[int]) -> int:
    """Return how many letters count a part of a paper, of a line that opens the one after that
    which names measures, whatever parts are called ("ตอน ค" after "ตอน ข", "ส่วน C" after "ส่วน B"):
    the line with the count before stands above the last name and names none itself. 0 for none.
    """
    own = _part(flow, line) if names else None
    if own is None:
        return 0
    word, count, length = own
    before = next(
        (one for one in reversed(above) if _counted(flow, one) == (word, count - 1)), None
    )
    if (
        before is None
        or before.end > names[-1]
        or any(before.start <= name < before.end for name in names)
    ):
        return 0
    return length


def _counted(flow: Flow, line: Prose) -> tuple[str, int] | None:
    part = _part(flow, line)
    return part[:2] if part else None


def _part(flow: Flow, line: Prose) -> tuple[str, int, int] | None:
    """Return the word and the count with which a line begins, white space behind each, and their
    letters: "ตอน ก".
    """
    last = min(line.end, line.start + FARTHEST)
    first = flow.next_gap(line.start + 1, last)
    second = flow.next_gap(first + 1, last)
    if second >= last or first - line.start > LONGEST_WORD:
        return None
    word, count = flow.text[line.start : first], flow.text[first:second].strip(".:)")
    if not THAI.fullmatch(word):
        return None
    length = second - line.start
    if count.isdecimal():
        return word, int(count), length
    in_order = (LETTERS(), tuple(ascii_lowercase))
    return next(((word, own.index(count) + 1, length) for own in in_order if count in own), None)
