"""Lines of a terminal: how wide a text is, and where its words let it break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wcwidth import wcswidth

from ita_checker.text.flow import Flow
from ita_checker.text.tokens import boundaries

OPENING, CLOSING = "“‘(", "”’).,:;…/ฯๆ"


def width(text: str) -> int:
    """Return the columns a text takes on a terminal: Thai marks take none."""
    return max(0, wcswidth(text))


def wrap(text: str, room: int) -> list[str]:
    """Return the text in lines of at most `room` columns, broken where words end; a word wider
    than that is cut between letters.
    """
    lines, line = [], ""
    for word in _words(text):
        for piece in [word] if width(word) <= room else _letters(word):
            if line and width(line + piece.rstrip()) > room:
                lines.append(line.rstrip())
                line = ""
            line += piece if line or piece.strip() else ""
    return [*lines, line] if line or not lines else lines


def _words(text: str) -> list[str]:
    """Return the text cut where words begin, as printed: a space stays at the end of the word
    before it.
    """
    flow = Flow(text)
    cuts = sorted(
        {0, len(text)}
        | {at for at in _starts(flow) if text[at] not in CLOSING and text[at - 1] not in OPENING}
    )
    return [text[start:end] for start, end in pairwise(cuts)]


def _starts(flow: Flow) -> Iterator[int]:
    return (flow.starts[at] for at in boundaries(flow) if 0 < at < len(flow.text))


def _letters(word: str) -> list[str]:
    """Return a word's letters, each with the marks it bears."""
    letters: list[str] = []
    for letter in word:
        if letters and not width(letter):
            letters[-1] += letter
        else:
            letters.append(letter)
    return letters
