"""How alike two texts are. Numbers are compared exactly and first, words nearly and after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from ita_checker.text.flow import AA, AM, fold
from ita_checker.text.numbers import runs

# one wrong letter in ten is near (90); tests/text/test_compare.py holds neighbours on both sides
NEAR_ENOUGH = 88.0
MARK = (
    0.25  # a lost or changed mark counts a quarter of a letter: text layers and OCR lose them first
)
ALSO_RIGHT = (("ดุลยพินิจ", "ดุลพินิจ"), ("ดุลย์พินิจ", "ดุลพินิจ"))
MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d"
BARE = str.maketrans(dict.fromkeys(MARKS) | {AM: AA})
MARKED = re.compile(f"[{MARKS}{AM}]")
CONFUSED = (
    "คดตฅ",
    "ถภก",
    "ฎฏ",
    "บป",
    "ขฃชซ",
    "ผฝ",
    "พฟฬ",
    "ลส",
    "อฮ",
    "ณญ",
    "ฤฦ",
    "ไใ",
    "\u0e31\u0e34\u0e35\u0e36\u0e37",
    "\u0e38\u0e39",
)
ALIKE = str.maketrans({letter: group[0] for group in CONFUSED for letter in group})


def plain(text: str) -> str:
    """Return a text's flow with one spelling for words that have two right ones (ดุลยพินิจ is ดุลพินิจ),
    tabs left out.
    """
    folded = fold(text).replace("\t", "").replace("\f", "")
    for other, usual in ALSO_RIGHT:
        folded = folded.replace(other, usual)
    return folded


def bare(text: str) -> str:
    """Return a text without tone and silencing marks and with า for ำ: what a bad text layer
    leaves of it.
    """
    for mark in MARKS:
        text = text.replace(mark, "")
    return text.replace(AM, AA)


def marks(text: str) -> str:
    """Return the letters that `bare` takes away, in order."""
    return "".join(MARKED.findall(text))


@dataclass(frozen=True, slots=True)
class _Held:
    """A text as it is held against others: plain, its letters and its marks apart, its numbers."""

    plain: str
    bare: str
    marks: str
    runs: tuple[str, ...]


@lru_cache(maxsize=1 << 12)  # each name is held against all others
def _held(text: str) -> _Held:
    own = plain(text)
    return _Held(own, bare(own), marks(own), runs(own))


def cost(wanted: str, seen: str) -> float:
    """Return how many letters one text is from the other, both folded; a mark counts a quarter."""
    return _cost(bare(wanted), marks(wanted), bare(seen), marks(seen))


def _cost(letters: str, signs: str, other_letters: str, other_signs: str) -> float:
    """Return what `cost` does of texts whose letters and marks are apart."""
    return Levenshtein.distance(letters, other_letters) + MARK * Levenshtein.distance(
        signs, other_signs
    )


def score(first: str, second: str) -> float:
    """Return 0 to 100: how alike two texts are, blind to white space; 0 where their numbers
    differ, 100 where they are the same.
    """
    one, other = _held(first), _held(second)
    if one.plain == other.plain:
        return 100.0
    if one.runs != other.runs or not (one.plain and other.plain):
        return 0.0
    far = _cost(one.bare, one.marks, other.bare, other.marks)
    return max(0.0, 100 - 100 * far / max(len(one.bare), len(other.bare), 1))


def distance(first: str, second: str) -> int:
    """Return how many letters must be put in, left out or changed to make one text the other,
    blind to white space.
    """
    return Levenshtein.distance(plain(first), plain(second))


def lookalike(first: str, second: str) -> bool:
    """Tell whether two texts differ by nothing but marks and letters that OCR and the eye confuse
    (ด/ค, ถ/ภ, ครั่ง/ครั้ง).
    """
    one, other = _held(first), _held(second)
    return one.runs == other.runs and one.bare.translate(ALIKE) == other.bare.translate(ALIKE)
