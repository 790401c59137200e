"""A text without white space and in one form, every letter of which knows where it stood.

Thai text layers lose spaces, gain spaces and break lines between any two letters; so everything is
looked for in the flow, where there are none. Tabs (ends of table cells) and form feeds (ends of
pages) stay: no phrase crosses them.
"""

from __future__ import annotations

import re
import string
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from ita_checker.text.firsts import compiled

if TYPE_CHECKING:
    from ita_checker.text.offsets import Kinds, Table

CONTROLS = frozenset(
    map(chr, (*range(9), 11, *range(14, 32), 127))
)  # fonts with a broken map leave them among letters
DROPPED = CONTROLS | frozenset(
    " \n\r\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff\u3000\u2002\u2003\u2009"
)
TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b")
HOOKED = frozenset("\u0e31\u0e49")  # a vowel and a tone that are drawn alike
ABOVE_OR_BELOW = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4c\u0e4d")
# fpdf2 gives the second half of a sara am any free code: "ดำ*เนินการ". No sign stands there between
# two Thai letters.
HALVES = frozenset("!#$%&'*+,:;<=>?@^`|~\"")
NIKHAHIT, AA, AM, E, AE = "\u0e4d", "\u0e32", "\u0e33", "\u0e40", "\u0e41"
JOINING = TONES | ABOVE_OR_BELOW | {AA, AM, E}  # letters that may be one with the one before
SAME = {ord(thai): str(value) for value, thai in enumerate("๐๑๒๓๔๕๖๗๘๙")} | dict.fromkeys(
    map(ord, "–—‐‑−"), "-"
)
SAME |= {
    ord("\uff0f"): "/",
    ord("’"): "'",
    ord("‘"): "'",
    ord("“"): '"',
    ord("”"): '"',
    ord("\uf0b7"): "•",
}
# ① to ⑳, ⓵ to ⓾, ❶ to ❿, ➀ to ➓: they begin items of a list, and are no digits of a number beside
CIRCLED = (range(0x2460, 0x2474), range(0x24F5, 0x24FF), range(0x2776, 0x2794))
SAME |= dict.fromkeys((letter for letters in CIRCLED for letter in letters), "•")
WRITTEN = SAME | {letter: chr(letter).lower() for letter in range(ord("A"), ord("Z") + 1)}
OTHERWISE_WRITTEN = compiled(f"[{re.escape(''.join(map(chr, sorted(WRITTEN))))}]+")
# What may be dropped, or be one with the letter before it; all else is copied in one go. What the
# pattern may begin with stands first, so that the engine skips everything else at a glance.
MAY_FOLD = re.compile(
    f"(?=[{re.escape(''.join(sorted(DROPPED | HALVES)))}\u0e31\u0e33-\u0e3a\u0e40\u0e47-\u0e4d])"
    f"(?:[{re.escape(''.join(sorted(DROPPED | HALVES)))}]+|\u0e40\u0e40|\u0e4d\u0e32"
    "|[\u0e48-\u0e4b][\u0e31\u0e32\u0e34-\u0e3a\u0e47\u0e4c\u0e4d]"
    "|([\u0e31\u0e33-\u0e3a\u0e47-\u0e4d])\\1)[\u0e31-\u0e3a\u0e47-\u0e4d]*"
)
MANY = 400  # letters, from which they are asked for all at once
KEPT = re.compile(f"[^{re.escape(''.join(sorted(DROPPED)))}]+")


@dataclass(frozen=True)
class Flow:
    """`text` in one form: Arabic digits, ำ and แ, vowel before tone, lower case, no white space."""

    source: str
    text: str = field(init=False)
    starts: array[int] = field(init=False, repr=False)
    ends: array[int] = field(init=False, repr=False)
    _parted: list[int] = field(init=False, repr=False)  # letters before which white space was

    def __post_init__(self) -> None:
        source = self.source
        found = None if HALF.search(source) else _apart(source)
        laid = found or _woven(source, _written(source))
        for name, value in zip(("text", "starts", "ends", "_parted"), laid, strict=True):
            object.__setattr__(self, name, value)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in `source` of the flow's letters [start, end)."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.source)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def index(self, offset: int) -> int:
        """Return the flow index of the first letter at or after an offset of `source`."""
        return bisect_left(self.starts, offset)

    def indexes(self, offsets: list[int]) -> list[int]:
        """Return the same of many offsets."""
        if len(self.source) < MANY:
            return [bisect_left(self.starts, offset) for offset in offsets]
        from ita_checker.text.offsets import indexes

        return indexes(self.starts, offsets)

    def gap(self, index: int) -> str:
        """Return the white space dropped before the flow's letter `index`, '' where none was."""
        if index <= 0 or index >= len(self.text):
            return ""
        low, high = self.ends[index - 1], self.starts[index]
        return self.source[low:high] if low < high else ""

    def next_gap(self, start: int, end: int) -> int:
        """Return the first index within [start, end) before which white space was dropped, `end`
        where there is none.
        """
        at = self._flags.find(1, start, end)
        return at if at >= 0 else end

    @cached_property
    def _flags(self) -> bytes:
        """1 for each letter before which white space was, else 0: a byte is found in no time."""
        flags = bytearray(len(self.text))
        for at in self._parted:
            flags[at] = 1
        return bytes(flags)

    def gaps(self, start: int, end: int) -> list[int]:
        """Return the indexes within [start, end) before which white space was dropped."""
        low = bisect_left(self._parted, start)
        return self._parted[low : bisect_left(self._parted, end, low)]


# letters, where each begins and ends, those before which white space was
Laid = tuple[str, "array[int]", "array[int]", list[int]]


def _apart(source: str) -> Laid | None:
    """Return the letters of a text in which each stands for itself, as in most; None where one may
    be folded into those before it.
    """
    if len(source) >= MANY:
        laid = _left_of_many(source)
        return None if _woven_of_many(laid[0]) else laid
    laid = _left(_written(source))
    return None if WOVEN.search(laid[0]) else laid


def _written(source: str) -> str:
    """Return a text with each letter in one form."""
    return OTHERWISE_WRITTEN.sub(lambda found: found[0].translate(WRITTEN), source)


def _left_of_many(source: str) -> Laid:
    """Return what `_left` does of a long text; what does so takes longer to load than most do."""
    from ita_checker.text.offsets import laid

    return laid(source, _looked_up()[0])


def _woven_of_many(text: str) -> bool:
    """Tell of a long text whether `WOVEN` stands in it."""
    from ita_checker.text.offsets import beside

    return NIKHAHIT in text or beside(text, _looked_up()[1])


@cache
def _looked_up() -> tuple[Table, Kinds]:
    """Return how letters are written, and which may be one with the next."""
    from ita_checker.text.offsets import kinds, table

    return table(_EACH), kinds({E, *TONES, *_TWICE}, TONES, _BELOW)


def _left(written: str) -> Laid:
    """Return a text's letters without those that are dropped, piece by piece."""
    offsets = array("L", range(len(written) + 1))
    pieces: list[str] = []
    starts, ends, parted = array("L"), array("L"), list[int]()
    for match in KEPT.finditer(written):
        low, high = match.span()
        pieces.append(match[0])
        parted.append(len(starts))
        starts += offsets[low:high]
        ends += offsets[low + 1 : high + 1]
    return "".join(pieces), starts, ends, parted[1:]


def _woven(source: str, written: str) -> Laid:
    """Return the letters of a text in which some are one with those before them."""
    taken, at = _Letters(source), 0
    for match in MAY_FOLD.finditer(written):
        low, high = match.span()
        taken.plain(written, at, low)
        for at in range(low, high):
            if written[at] not in DROPPED:
                taken.one(written[at], at)
        at = high
    taken.plain(written, at, len(written))
    starts, ends = taken.starts, taken.ends
    pairs = enumerate(zip(ends, starts[1:], strict=False), start=1)
    parted = [at for at, (last, own) in pairs if last < own]
    return "".join(taken.letters), starts, ends, parted


class _Letters:
    """The letters of a flow while it is made, each with its offsets in the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.letters: list[str] = []
        self.starts, self.ends = array("L"), array("L")
        self.offsets = array("L", range(len(source) + 1))

    def plain(self, written: str, low: int, high: int) -> None:
        """Take letters that stay as they are, but for the first of them."""
        if low < high and written[low] in JOINING:
            self.one(written[low], low)
            low += 1
        if low < high:
            self.letters += written[low:high]
            self.starts += self.offsets[low:high]
            self.ends += self.offsets[low + 1 : high + 1]

    def one(self, letter: str, offset: int) -> None:
        """Take a letter where it is one of its own, and make it one with those before it where
        it is not.
        """
        letters = self.letters
        if letter in HALVES and _half(self.source, offset):
            return
        if letters and _joins(letters, letter):
            self.ends[-1] = offset + 1
            return
        if letters and letter in ABOVE_OR_BELOW and letters[-1] in TONES:
            letters[-1], letter = letter, letters[-1]
        letters.append(letter)
        self.starts.append(offset)
        self.ends.append(offset + 1)


def _joins(letters: list[str], letter: str) -> bool:
    """Fold a letter into the ones before it where both write one thing; tell whether it was
    folded.
    """
    last = letters[-1]
    if letter == AA and last == NIKHAHIT:
        letters[-1] = AM
    elif letter == AA and last in TONES and len(letters) > 1 and letters[-2] == NIKHAHIT:
        letters[-2:] = [last, AM]
    elif letter == E and last == E:
        letters[-1] = AE
    elif letter == last and (letter in TONES or letter in ABOVE_OR_BELOW or letter == AM):
        pass
    else:
        return False
    return True


def _half(source: str, offset: int) -> bool:
    """Tell whether a sign stands right between a sara am and another Thai letter."""
    return (
        source[offset - 1 : offset] == AM
        and "\u0e01" <= source[offset + 1 : offset + 2] <= "\u0e46"
    )


PLAIN = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4c]*")  # each its own letter, as in a dictionary


# What is folded letter by letter into those around it; all else is where each letter is looked up.
# Each way begins with one letter, so that the engine skips everything else at a glance.
_BELOW = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4c"  # what stands before a tone
_TWICE = _BELOW + AM
WOVEN = re.compile(
    "|".join(
        [
            E + E,
            NIKHAHIT,
            *(f"{tone}[{_BELOW}{tone}]" for tone in sorted(TONES)),
            *(letter + letter for letter in _TWICE),
        ]
    )
)
HALF = re.compile(f"{AM}[{re.escape(''.join(sorted(HALVES)))}‘’“”]")
_EACH: dict[int, str | None] = {ord(letter): letter.lower() for letter in string.ascii_uppercase}
_EACH |= SAME | dict.fromkeys(map(ord, DROPPED))
MAPPED = re.compile(f"[{re.escape(''.join(map(chr, sorted(_EACH))))}]")


@lru_cache(maxsize=1 << 15)  # the same titles, names and words are folded for every report
def fold(text: str) -> str:
    """Return a text's flow: how two spellings of the same thing compare equal."""
    if len(text) >= MANY:
        from ita_checker.text.offsets import written

        plain = written(text, _looked_up()[0])
        return Flow(text).text if _woven_of_many(plain) or HALF.search(text) else plain
    plain = text
    if not PLAIN.fullmatch(text):
        plain = text.replace(" ", "")
        if MAPPED.search(plain):  # a lookup for each letter
            plain = plain.translate(_EACH)
    return Flow(text).text if WOVEN.search(plain) or HALF.search(text) else plain
