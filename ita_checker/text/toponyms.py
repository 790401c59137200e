"""Is it a name, or words? How likely letters are a name, against ordinary Thai words.

Places are made of words (หนอง, บ้าน, ใหญ่), so a dictionary cannot tell; but their letters follow one
another otherwise than those of running text. Letters in a row are counted in the names of
provinces, districts and subdistricts (geothai) and in the dictionary's words, alone and in pairs.
Schools and hospitals have names of their own making (พิทยาคม, อนุสรณ์), counted in the titles of Thai
Wikipedia that PyThaiNLP ships.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from ita_checker.text.flow import fold
from ita_checker.text.gazetteer import gazetteer
from ita_checker.text.patterns import any_of
from ita_checker.text.tokens import plain
from ita_checker.words import kept, words_of

ROW = 4  # letters looked at together
BACKED = 4.0  # how much the shorter row counts where the longer one is rare
LETTERS = 90  # different signs a Thai text may hold
WORDS = 4_000  # of the dictionary, evenly chosen, and as many pairs
ENDS = "\x02", "\x03"  # before a name's first letter, after its last
PAST = "\x04"  # what follows the last name of all
PLACES, INSTITUTIONS, ORDINARY = "places", "institutions", "ordinary"
TWICE = 2  # how often an institution's name counts beside a place's: there are fewer of them


@kept(maxsize=1 << 12)
def likelihood(name: str, institution: bool = False) -> float:
    """Return how much likelier a folded text is a name (a place's, or an institution's) than words,
    in nats: above 0 a name, below 0 words.
    """
    letters, kind = f"{ENDS[0]}{name}{ENDS[1]}", INSTITUTIONS if institution else PLACES
    return sum(_nats(kind, letters[max(0, at - ROW + 1) : at + 1]) for at in range(1, len(letters)))


@kept(maxsize=1 << 14)  # names share most of their rows
def _nats(kind: str, row: str) -> float:
    """Return how much likelier a row's last letter follows the others in names than in words."""
    before, letter = row[:-1], row[-1]
    chance = _chance(_rows(kind), before, letter)
    return math.log(chance) - math.log(_chance(_rows(ORDINARY), before, letter))


def _chance(rows: Mapping[str, int], before: str, letter: str) -> float:
    """Return how often a letter follows others, the shorter rows filling in for rare ones."""
    if not before:
        return (rows.get(letter, 0) + 1) / (rows[""] + LETTERS)
    own, seen = rows.get(before + letter, 0), rows.get(before, 0)
    return (own + BACKED * _chance(rows, before[1:], letter)) / (seen + BACKED)


def _rows(kind: str) -> dict[str, int]:
    """Return how often each row of letters stands in names, or in words."""
    return _of_institutions() if kind == INSTITUTIONS else _of_all(kind)


@kept(maxsize=None)
def _of_institutions() -> dict[str, int]:
    rows = dict(_of_all(PLACES))
    for row, count in _counted(_institutions()).items():
        rows[row] = rows.get(row, 0) + TWICE * count
    return rows


@cache
def _of_all(kind: str) -> dict[str, int]:
    return _counted(_names() if kind == PLACES else _words())


def _counted(texts: Iterable[str]) -> dict[str, int]:
    """Return how often each row of letters stands in the texts. The longest rows are counted, one
    from every letter on; the shorter ones are what they begin with.
    """
    first, last = ENDS
    whole = "".join([f"{first}{text}{last}" for text in texts])
    padded = whole + PAST * (ROW - 1)
    counts: dict[str, int] = Counter(
        map("".join, zip(*(padded[at:] for at in range(ROW)), strict=False))
    )
    rows = dict[str, int]()
    for length in range(ROW, 0, -1):
        rows |= counts
        shorter = dict[str, int]()
        for row, count in counts.items():
            shorter[row[: length - 1]] = shorter.get(row[: length - 1], 0) + count
        counts = shorter
    across = last + first
    rows = {row: count for row, count in rows.items() if across not in row and row[-1] != PAST}
    rows[""] = len(whole) - rows.get(first, 0)  # of a name's letters all but the first follow one
    return rows


def _names() -> Iterable[str]:
    places = gazetteer()
    return sorted({*places.provinces, *places.districts, *places.subdistricts})


def _institutions() -> Iterable[str]:
    """Yield the names of schools, hospitals and colleges among the titles, none where the package
    ships no titles.
    """
    named = re.compile(f"\n{any_of(words_of('offices.titled'))}([\u0e01-\u0e4e]{{3,}})")
    for titles in (files("pythainlp") / "corpus").iterdir():
        if titles.name.startswith("wikipedia_titles"):
            yield from map(fold, sorted(named.findall("\n" + titles.read_bytes().decode("utf-8"))))


def _words() -> Iterable[str]:
    known = sorted(word for word in plain().words if word >= "ก")
    step = max(1, len(known) // WORDS)
    chosen = [fold(word) for word in known[::step]]
    return [*chosen, *(one + other for one, other in zip(chosen, reversed(chosen), strict=True))]
