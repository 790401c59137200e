"""A report's text as numbers that can be compared: what is compared, shingles of it as hashes, its
numbers and days.

What tells one office or year from another is left out before: names, places, persons, numbers,
years, months. What a scan loses first is too: tones, and the difference between letters that look
alike. A shingle is a run of letters, not of words: a letter misread spoils one dozen of them and
moves no word's border.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ita_checker.text.compare import ALIKE, BARE
from ita_checker.text.flow import Flow
from ita_checker.text.gazetteer import known
from ita_checker.text.months import MONTHS
from ita_checker.text.patterns import any_of, built, pattern_of
from ita_checker.words import lists_of

Hashes = npt.NDArray[np.uint64]
SHORT, LONG = 14, 40  # letters: some three words, some nine
ONE_IN, ONE_LONG_IN = 8, 16  # shingles kept: a share is estimated to 3 points on three pages
LONGEST_PLACE, SHORTEST_PLACE = 24, 2
WORDS = lists_of("beside")
PLACE = built("{places}", WORDS)
PERSON = built("{persons}(?=[\u0e01-\u0e2e\u0e40-\u0e44])(?!{no_person})", WORDS)
PERSON_REACH = 36  # letters: a first and a last name
MONTH = pattern_of(lambda: "|".join(sorted(map(re.escape, MONTHS()), key=len, reverse=True)))
SHORTEST_MONTH = 4  # letters: มค stands in other words too
WHOLE_MONTH = pattern_of(
    lambda: "|".join(
        re.escape(name)
        for name in sorted(MONTHS(), key=len, reverse=True)
        if len(name) >= SHORTEST_MONTH or "." in name
    )
)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
DAY = pattern_of(
    lambda: rf"(\d{{1,2}})(?:-\d{{1,2}})?{any_of(WORDS['month'])}?({MONTH.pattern})\.?"
)
# Telephone and document numbers, sections of laws, rounds, headings: every report has them.
NO_DETAIL = pattern_of(
    lambda: (
        r"0[\d-]{8,12}|(?<!\d)\d+(?:/\d+)+|(?<!\d)\d+\.\d+\.\d+"
        rf"|{any_of(WORDS['numbered'])}\d+|(?<![\d.])100(?![\d.])"
    )
)
# Days on which fiscal years, halves and submissions begin and end.
EVERYBODYS_DAYS = frozenset({"1/10", "30/9", "31/3", "1/4", "30/4", "31/12", "1/1"})
UNIT = 3  # letters after a number that say what it counts
YEARS = range(2400, 2700)
SALT = np.uint64(0x9E3779B97F4A7C15)
# code points of the letters compared: Thai ones, and small Latin ones after folding
THAI_LETTERS, LATIN_LETTERS = (0x0E01, 0x0E4E), (ord("a"), ord("z"))
TELLING = 3  # digits from which a number says something without its unit


def mixed(numbers: npt.NDArray[Any]) -> Hashes:
    """Return the numbers scattered over 64 bits (splitmix64), the same on every machine."""
    with np.errstate(over="ignore"):
        n = numbers.astype(np.uint64) + SALT
        n = (n ^ (n >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        n = (n ^ (n >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        result: Hashes = n ^ (n >> np.uint64(31))
    return result


def compared(
    flow: Flow, names: Iterable[tuple[int, int]], words: Sequence[str]
) -> npt.NDArray[np.bool_]:
    """Return which letters of a flow are compared: letters but those of names (given by place, or
    by `words` wherever they stand), of places, persons and months.
    """
    text = flow.text
    codes = _codes(text)
    keep = _within(codes, THAI_LETTERS) | _within(codes, LATIN_LETTERS)
    keep &= ~np.isin(codes, np.array([ord(mark) for mark in BARE_MARKS], dtype=np.uint32))
    for start, end in names:
        keep[start:end] = False
    for word in words:
        for hit in re.finditer(re.escape(word), text) if word else ():
            keep[hit.start() : hit.end()] = False
    for hit in WHOLE_MONTH.finditer(text):
        keep[hit.start() : hit.end()] = False
    for hit in PLACE.finditer(text):
        keep[hit.start() : _place_end(text, hit.end())] = False
    for hit in PERSON.finditer(text):
        keep[hit.start() : _person_end(flow, hit.end())] = False
    return keep


BARE_MARKS = tuple(chr(code) for code, to in BARE.items() if to is None)


def _within(codes: npt.NDArray[np.uint32], letters: tuple[int, int]) -> npt.NDArray[np.bool_]:
    return (letters[0] <= codes) & (codes <= letters[1])


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4")


def _place_end(text: str, start: int) -> int:
    for length in range(LONGEST_PLACE, SHORTEST_PLACE - 1, -1):
        if known(text[start : start + length]):
            return start + length
    return start


def _person_end(flow: Flow, start: int) -> int:
    """Return where a person's name ends: at the second white space, or the line's end."""
    spaces = 0
    for at in range(start + 1, min(start + PERSON_REACH, len(flow.text))):
        gap = flow.gap(at)
        spaces += bool(gap)
        if "\n" in gap or flow.text[at] in "\t\f()" or spaces == 2:
            return at
    return min(start + PERSON_REACH, len(flow.text))


def shingles(
    text: str, keep: npt.NDArray[np.bool_], length: int
) -> tuple[Hashes, npt.NDArray[np.intp]]:
    """Return the hash of every run of `length` compared letters, and where in the flow each
    begins.
    """
    at = np.flatnonzero(keep)
    if len(at) < length:
        return np.empty(0, np.uint64), at[:0]
    letters = mixed(_codes(text.translate(BARE_LETTERS).translate(ALIKE))[at])
    count = len(letters) - length + 1
    with np.errstate(over="ignore"):
        total = np.zeros(count, np.uint64)
        for offset in range(length):
            total = total * np.uint64(0x100000001B3) + letters[offset : offset + count]
    return mixed(total), at[:count]


# Marks keep their place here (they are never compared); only ำ is written as its bare form.
BARE_LETTERS = {code: to for code, to in BARE.items() if to is not None}


def sampled(hashes: Hashes, one_in: int) -> npt.NDArray[np.bool_]:
    """Return which hashes belong to the sample: the same in every report that has them."""
    chosen: npt.NDArray[np.bool_] = hashes < np.uint64(2**64 // one_in)
    return chosen


def details(text: str) -> Hashes:
    """Return the hashes of a flow's numbers (even) and days (odd).

    Years, telephone and document numbers, and numbers of one digit say nothing; a number of two
    digits counts with what it counts (45คน), a day with its month and without its year.
    """
    days, taken = set(), list[tuple[int, int]]()
    for hit in NO_DETAIL.finditer(text):
        taken.append(hit.span())
    for hit in DAY.finditer(text):
        month = MONTHS()[hit[2]]
        days.add(f"{int(hit[1])}/{month}")
        taken.append(hit.span())
    numbers = set()
    for hit in NUMBER.finditer(text):
        if any(start < hit.end() and hit.start() < end for start, end in taken):
            continue
        value = hit[0].replace(",", "").rstrip(".")
        whole = value.split(".")[0].lstrip("0")
        if "." not in value and (
            len(whole) < 2 or int(whole) in YEARS or int(whole) in range(1950, 2050)
        ):
            continue
        unit = (
            text[hit.end() : hit.end() + UNIT] if len(whole) < TELLING and "." not in value else ""
        )
        numbers.add(value + unit.translate(BARE))
    days -= EVERYBODYS_DAYS
    one = np.uint64(1)
    found: Hashes = np.union1d(hashed(days) | one, hashed(numbers) & ~one)
    return found


def hashed(words: Iterable[str]) -> Hashes:
    """Return the sorted hashes of short texts."""
    out = [0]
    for word in set(words):
        value = 0
        for letter in word:
            value = (value * 0x100000001B3 + ord(letter) + 1) % 2**64
        out.append(value)
    return np.unique(mixed(np.array(out[1:], np.uint64)))


def packed(hashes: Hashes) -> bytes:
    """Return hashes as a sketch keeps them: sorted, each once."""
    return np.unique(hashes).astype("<u8").tobytes()


def unpacked(data: bytes) -> Hashes:
    """Return the hashes of a sketch."""
    return np.frombuffer(data, dtype="<u8")
