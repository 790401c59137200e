"""What the code maps (ToUnicode) of a file's fonts say, of digits above all.

Fonts number their digits one after the other, and most producers keep the numbers. Where the codes
of digits do not follow each other as the digits do, or two codes say one digit, a map may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.read.layer.native.digits import DIGITS

_PARTS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.S)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_EACH = re.compile(rb"<([0-9A-Fa-f]*)>")
MOST, WIDEST = 1 << 18, 255  # bytes of a map, and codes of a range less one: no font has more
_EVERY = re.compile(rb"beginbfrange\s*<0000>\s*<FFFF>\s*<0000>\s*endbfrange", re.I)
_CODES = {ord(digit): digit for digit in DIGITS}


FEW = 3  # digits: fewer stand one after the other by chance


@dataclass(frozen=True, slots=True)
class Doubtful:
    """The digits that a font's map says for two codes; those whose codes are out of order."""

    twice: frozenset[str] = frozenset()
    unordered: frozenset[str] = frozenset()

    def __or__(self, other: Doubtful) -> Doubtful:
        """Return the digits of either."""
        return Doubtful(self.twice | other.twice, self.unordered | other.unordered)


def doubtful(content: bytes) -> Doubtful:
    """Return of which digits a code map may not be right."""
    said = set(_said(content[:MOST]))
    digits = [digit for _, digit in said]
    unordered: set[str] = set()
    for kind in (DIGITS[:10], DIGITS[10:]):
        own = {(code, digit) for code, digit in said if digit in kind}
        starts = {code - kind.index(digit) for code, digit in own}
        if len(starts) > 1 or len(own) < FEW:
            unordered |= {digit for _, digit in own}
    twice = frozenset(digit for digit in digits if digits.count(digit) > 1)
    return Doubtful(twice, frozenset(unordered))


def plain(content: bytes) -> bool:
    """Tell whether a code map says of every code that it is its letter, and nothing else: so mPDF
    and its kin write, and pdfium believes none of it.
    """
    only = content.count(b"beginbf") == 1 and b"begincid" not in content
    return only and _EVERY.search(content) is not None


def _said(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield the codes that a map says digits for."""
    for part in _PARTS.finditer(content):
        if part[1] == b"char":
            pairs = ((int(code, 16), int(to, 16)) for code, to in _PAIR.findall(part[2]))
            yield from ((code, _CODES[to]) for code, to in pairs if to in _CODES)
            continue
        for first, last, start, each in _RANGE.findall(part[2]):
            low, high = int(first, 16), min(int(last, 16), int(first, 16) + WIDEST)
            told = [int(to or b"0", 16) for to in _EACH.findall(each)]
            told = told or [int(start, 16) + at for at in range(high - low + 1)]
            yield from ((low + at, _CODES[to]) for at, to in enumerate(told) if to in _CODES)
