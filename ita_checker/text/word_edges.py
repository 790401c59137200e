"""May a word begin or end at a place of a flow? As the tokeniser cuts, and as the words around
would be read without what was found there.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.text import tokens as words
from ita_checker.text.flow import Flow, fold
from ita_checker.words import of_words, words_of

FOLLOWING = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํๆฯ")
LEADING = frozenset("เแโใไ")
PREFIXES = of_words(lambda: frozenset(map(fold, words_of("edges.prefixes"))))
WORDS_AROUND = 3  # how many words on are read again to see whether a cut leaves whole words


def whole(flow: Flow, start: int, end: int) -> bool:
    """Tell whether the flow's letters [start, end) begin and end where words do."""
    return _parts(flow, start, start, end) and _parts(flow, end, start, end)


def _parts(flow: Flow, at: int, start: int, end: int) -> bool:
    """Tell whether a word may end at `at`, where the hit [start, end) begins or ends."""
    text = flow.text
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if after in FOLLOWING and after not in "ๆฯ":
        return False
    if (
        before in LEADING
        or (before.isdigit() and after.isdigit())
        or (_latin(before) and _latin(after))
    ):
        return False
    if at == start and before in ".," and after.isdigit() and text[at - 2 : at - 1].isdigit():
        return False
    return (
        not (_thai(before) and _thai(after))
        or words.is_boundary(flow, at)
        or _words_around(flow, at, start, end)
    )


def _words_around(flow: Flow, at: int, start: int, end: int) -> bool:
    """Tell whether a cut inside what the tokeniser took for one word leaves words: อำนาจ|รัฐ does,
    ค|รอบ does not.
    """
    inside = next(_stops(flow, at, -1)) <= start and end <= next(_stops(flow, at, 1))
    left = at == start
    outer = [
        flow.text[min(stop, at) : max(stop, at)] for stop in _stops(flow, at, -1 if left else 1)
    ]
    if inside and not flow.gap(at):
        return left and outer[0] in PREFIXES()
    return any(words.splits(piece) for piece in outer)


def _stops(flow: Flow, at: int, step: int) -> Iterator[int]:
    """Yield the next few places where a word begins or ends, from `at` to one side; there is at
    least one inside a word.
    """
    left = WORDS_AROUND
    while left and 0 < at < len(flow.text):
        at += step
        if words.is_boundary(flow, at):
            left -= 1
            yield at


def _thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e4e"


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
