"""Patterns of Thai words, matched against a flow: built from words, never by a text normaliser run
over regex source.

`fold()` reads a lone sign between sara am and a letter as half a glyph, so `คำนำ|สารบัญ` once lost
its bar and matched neither word. Here only runs of Thai letters are folded; every other sign of the
source, and whatever stands in a character class, is left as written.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Any

from ita_checker.text.firsts import compiled
from ita_checker.text.flow import fold
from ita_checker.words.in_force import OfWords, before_any
from ita_checker.words.in_force import make_all as make_all

PIECES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[\u0e01-\u0e5b]+|[ \n]+", re.DOTALL)
THAI = "\u0e01"
LETTERS = {
    "letter": "[\u0e01-\u0e4e]",
    "consonant": "[\u0e01-\u0e2e]",
    "no_letter": "[^\u0e01-\u0e4e]",
    "initial": "[\u0e01-\u0e2e\u0e40-\u0e44]",
}  # of Thai, with its signs
NAMED = re.compile(r"\{(?P<before><[!=])?(?P<name>[a-z_]+)(?P<loose>~)?\}")
NOTATION = re.compile(r"[()\[\]|]|[^()\[\]|]+")
OPENING = re.compile(r"\[(?P<some>[^\[\]]*)\]|\((?P<one>[^()]*)\)|(?P<plain>[^()\[\]|]+)")
ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")  # of a pattern
NO_GROUP, BARS = re.compile(r"[^()\[\]]*"), re.compile(r"^[^()\[\]]*\||[)\]][^()\[\]]*\|")
SIGNS = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}


def places(
    text: str, word: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[tuple[int, int]]:
    """Yield where a word's letters stand in a text, from and to, none overlapping another."""
    at = text.find(word, start, end)
    while at >= 0 and word:
        yield at, at + len(word)
        at = text.find(word, at + len(word), end)


def standing(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where one of many words stands in a text, from and to, of those at one place the
    longest, none overlapping another: as their pattern would find them, and it need not be made.
    """
    taken, found = 0, list[tuple[int, int]]()
    for word in words:
        at = text.find(word) if word else -1
        while at >= 0:
            found.append((at, -len(word)))
            at = text.find(word, at + 1)
    for at, letters in sorted(found):
        if at >= taken:
            taken = at - letters
            yield at, taken


@lru_cache(maxsize=1 << 12)
def pattern(source: str) -> re.Pattern[str]:
    """Return the compiled pattern of a regex over a flow's letters; white space in it is layout."""
    return compiled(folded(source))


def folded(source: str) -> str:
    """Return regex source with its words as a flow writes them, everything else untouched."""
    return PIECES.sub(_piece, source)


def any_of(words: Iterable[str]) -> str:
    """Return regex source that matches one of the words, the longest first; words, not regexes."""
    return f"(?:{_tree({fold(word) for word in words})})"


def _tree(words: Set[str]) -> str:
    """Return regex source of the words in which what several begin with stands once: an engine
    tries the few letters that one may begin with, not every word. Of words that are beginnings of
    each other the longest is tried first.
    """
    rests: dict[str, set[str]] = {}
    for word in sorted(words - {""}):
        rests.setdefault(word[0], set()).add(word[1:])
    branches = [re.escape(letter) + _tree(after) for letter, after in rests.items()]
    if len(branches) == 1 and "" not in words:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in words else "") if branches else ""


def loose(words: Iterable[str]) -> str:
    """Return regex source that matches one of the abbreviations, their dots missing or doubled."""
    unique = dict.fromkeys(fold(word) for word in words)
    several = sorted(unique, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\.", r"\.{0,3}") for word in several) + ")"


class Pattern(OfWords[re.Pattern[str]]):
    """A pattern made of words: for each vocabulary compiled once, used as any other. Each use first
    asks which vocabulary is in force, as shortly as can be: a report asks thousands of times. As
    long as no pack of this process has added a word, none asks.
    """

    def __init__(self, source: Callable[[], str], flags: int = 0) -> None:
        super().__init__(lambda: compiled(source(), flags))

    def ready(self) -> None:
        """Be asked as the usual pattern itself is."""
        vars(self).update({name: getattr(self.usual, name) for name in ASKED})
        before_any(self.ask)

    def ask(self) -> None:
        """Ask from now on which vocabulary is in force."""
        vars(self).clear()

    @property
    def now(self) -> re.Pattern[str]:
        """Return the pattern as the vocabulary in force makes it."""
        return self()

    @property
    def pattern(self) -> str:
        """Return its source."""
        return self().pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return where it is first found."""
        return self().search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what it is at the beginning."""
        return self().match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what it is of the whole."""
        return self().fullmatch(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return all places where it is found."""
        return self().finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        """Return all that is found."""
        return self().findall(text, start, end)

    def split(self, text: str) -> list[Any]:
        """Return what stands between the places where it is found."""
        return self().split(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return a text with what is found replaced."""
        return self().sub(by, text, count)


def pattern_of(source: Callable[[], str], flags: int = 0) -> Pattern:
    """Return the pattern of regex source that is made of words, anew for each vocabulary."""
    return Pattern(source, flags)


Listed = Mapping[str, Iterable[str]]


def built(source: str, words: Listed | Callable[[], Listed] = MappingProxyType({})) -> Pattern:
    """Return a pattern made of words: `{name}` in the source stands for any word of that list,
    `{name~}` for any of its abbreviations however dotted, `{<!name}` for none of them just before,
    `{<=name}` for one; `{letter}`, `{consonant}` and `{initial}` (that a
    word begins with) for one of Thai. Lists that are put together of
    others are told by a function, which each vocabulary asks anew.
    """
    return Pattern(lambda: source_of(source, words() if callable(words) else words))


def source_of(source: str, words: Mapping[str, Iterable[str]]) -> str:
    """Return the regex source of a pattern made of words."""

    def one(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in words:
            return LETTERS[name]
        if match["before"]:
            just = [f"(?{match['before']}{re.escape(fold(word))})" for word in words[name]]
            return f"(?:{'|'.join(just)})" if match["before"] == "<=" else "".join(just)
        return loose(words[name]) if match["loose"] else any_of(words[name])

    return NAMED.sub(one, source)


def spelled(phrases: Iterable[str]) -> str:
    """Return regex source that matches one of the phrases, in their order. In a phrase "[…]" may be
    missing and "(a|b)" is one of several; every other sign of it is itself. Phrases that begin
    alike are told apart letter by letter: an engine passes over letters with which none begins.
    """
    return f"(?:{_either([way for phrase in phrases for way in _ways(phrase)])})"


def each_with(*told: tuple[Iterable[str], str]) -> str:
    """Return regex source that matches one of the phrases of several lists, in their order, with
    the source that belongs behind those of its list: one search for all of them passes over letters
    with which none begins.
    """
    every = [(phrase, after) for phrases, after in told for phrase in phrases]
    ways = [(first, rest + after) for phrase, after in every for first, rest in _ways(phrase)]
    return f"(?:{_either(ways)})"


def _ways(phrase: str) -> list[tuple[str, str]]:
    """Return the letters with which a phrase may begin, each with the source of the rest."""
    first = OPENING.match(phrase)
    group = first and (first["some"] or first["one"])
    if first is None or (group and not NO_GROUP.fullmatch(group)) or BARS.search(phrase):
        return [("", NOTATION.sub(_notation, phrase))]
    rest = phrase[first.end() :]
    choices = (group or first["plain"] or "").split("|") + [""] * (first["some"] is not None)
    return [
        way
        for choice in choices
        for way in ([(fold(choice), NOTATION.sub(_notation, rest))] if choice else _ways(rest))
    ]


def _either(ways: Sequence[tuple[str, str]]) -> str:
    """Return regex source of one of the ways to begin, in their order: of those that begin with
    different letters it does not matter.
    """
    if len(ways) == 1:
        return re.escape(ways[0][0]) + ways[0][1]
    branches = list[str]()
    for lettered, own in groupby(ways, key=lambda way: way[0] != ""):
        after = dict[str, list[tuple[str, str]]]()
        for letters, rest in own if lettered else ():
            after.setdefault(letters[0], []).append((letters[1:], rest))
        branches += [re.escape(letter) + _grouped(rests) for letter, rests in after.items()]
        branches += [] if lettered else [rest for _, rest in own]
    return "|".join(branches)


def _grouped(ways: Sequence[tuple[str, str]]) -> str:
    return _either(ways) if len(ways) == 1 else f"(?:{_either(ways)})"


def begun(source: str, letters: Iterable[str]) -> str:
    """Return regex source that is tried only where one of the letters stands: what it may begin
    with, each a letter or more, told where it may be empty (of others `firsts` finds it).
    """
    first = "".join(sorted({letter[0] for letter in letters}))
    return f"(?=[{re.escape(first)}])(?:{source})"


def first_letters(phrases: Iterable[str]) -> set[str]:
    """Return the letters with which phrases may begin, spelled as `spelled` reads them."""
    return {fold(piece)[0] for phrase in phrases for piece in _beginnings(phrase)}


def _beginnings(phrase: str) -> Iterator[str]:
    """Yield the pieces of a phrase one of which it begins with: those that may be missing, and the
    first that may not.
    """
    for match in OPENING.finditer(phrase):
        yield from (match["some"] or match["one"] or match["plain"]).split("|")
        if not match["some"]:
            return


def _notation(match: re.Match[str]) -> str:
    piece = match[0]
    return SIGNS[piece] if piece in SIGNS else re.escape(fold(piece))


def _piece(match: re.Match[str]) -> str:
    piece = match[0]
    if piece[0] in " \n":
        return ""
    return fold(piece) if piece >= THAI else piece
