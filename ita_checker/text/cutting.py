"""Cuts runs of Thai letters into words as newmm does: from each place at which one word must end,
the fewest words of a dictionary to the next such place, each ended where a cluster of letters ends.

newmm's own rules, in a third of its time: clusters are found by one search, and what words a text
may begin with is kept by its first letters. `tests/text/test_cutting.py` holds both side by side.
"""

from __future__ import annotations

import re
from bisect import insort

from ita_checker.text.starts import HEAD, Starts

MOST_STEPS = 50  # words tried before a place is sure; past it only the shortest of each place
SHORT = re.compile("[ก-ฮ]{1,2}")  # such words do not end what no word begins
_TAIL = "(?:[ก-ฮ][ก-ฮ]?[ุูิ]?์)?"  # letters silenced at the end
_TONE = "[่-๋]?"
_OF_E = (
    "C็CK CCTาะK CCีTยะK CCีTย(?=[เ-ไก-ฮ]|$)K CC็CK CิC์CK CิTCK CีTยะ?K CืTอะ?K"
    " C[ิีุู]Tย(?=[เ-ไก-ฮ]|$)K CTา?ะ?K"
)  # after a leading sara e, in the order they are tried
_OF_CONSONANTS = "ัTวะK [ัื]TC[ุิะ]?K [ิุู]์ [ะ-ู]TK รรC์ ็ T[ะาำ]?K"  # after a consonant
_OF_AE = "C็C CC์ CTะ CC็C CCC์ CT"


def _spelled(ways: str) -> str:
    """Return the regex source of ways to go on, C for a consonant, T for a tone, K for a tail."""
    source = "|".join(ways.split())
    for sign, letters in (("C", "[ก-ฮ]"), ("T", _TONE), ("K", _TAIL)):
        source = source.replace(sign, letters)
    return f"(?:{source})"


# A cluster of letters; one that begins none stands alone.
CLUSTER = re.compile(
    f"[ก-ฮ]{_spelled(_OF_CONSONANTS)}|เ{_spelled(_OF_E)}|แ{_spelled(_OF_AE)}"
    f"|โ{_spelled('CTะ CT')}|[ใไ]{_spelled('CT')}|.",
    re.DOTALL,
)


class _Run:
    """A run of Thai letters, and where a word of it may end."""

    def __init__(self, text: str, words: Starts) -> None:
        self.text, self._starts, self._words = text, words, words.words
        self.ends = {match.end() for match in CLUSTER.finditer(text)}

    def steps(self, at: int) -> list[int]:
        """Return where the words end that stand at a place, the shortest first."""
        text, ends, words = self.text, self.ends, self._words
        return [
            end
            for length in self._starts.lengths(text[at : at + HEAD])
            if (end := at + length) in ends and (length < HEAD or text[at:end] in words)
        ]

    def unknown(self, start: int) -> int:
        """Return where letters end that no word begins with: where a word begins of more than two
        consonants.
        """
        for at in range(start + 1, len(self.text)):
            if at in self.ends and any(
                not SHORT.fullmatch(self.text, at, end) for end in self.steps(at)
            ):
                return at
        return len(self.text)


def cut(text: str, words: Starts) -> list[str]:
    """Return the words of a run of Thai letters; what no word begins is one up to where one of
    more than two consonants does.
    """
    run, at, found = _Run(text, words), 0, list[str]()
    while at < len(text):
        steps = run.steps(at) or [run.unknown(at)]
        for end in steps if len(steps) == 1 else _way(run, at, steps):
            found.append(text[at:end])
            at = end
    return found


def _way(run: _Run, start: int, steps: list[int]) -> list[int]:
    """Return where the fewest words end from a place on, at which several begin, to the next place
    at which a word ends whichever was taken.
    """
    graph, tried = {start: steps}, len(steps)
    ahead = steps.copy()
    while len(ahead) > 1:
        at = ahead.pop(0)
        onward = run.steps(at)
        if tried + len(onward) > MOST_STEPS:
            onward = onward[: max(1, MOST_STEPS + 1 - tried)]
        tried += len(onward)
        graph[at] = onward
        for end in onward:
            if end not in ahead:
                insort(ahead, end)
    return _fewest(graph, start, ahead[0])


def _fewest(graph: dict[int, list[int]], start: int, goal: int) -> list[int]:
    """Return the places on the way of fewest words, of several the one whose words are shorter
    first.
    """
    before = {start: start}
    queue = [start]
    for at in queue:
        onward = graph.get(at, ())
        if goal in onward:
            return [*_back(before, at, start), goal]
        for end in onward:
            if end not in before:
                before[end] = at
                queue.append(end)
    raise AssertionError("no way leads where all ways lead")


def _back(before: dict[int, int], at: int, start: int) -> list[int]:
    """Return the places on the way from `start`, left out, to another."""
    way: list[int] = []
    while at != start:
        way.append(at)
        at = before[at]
    return way[::-1]
