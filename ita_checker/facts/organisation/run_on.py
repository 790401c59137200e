"""Where the name of an office without a list ends that was read from a line: what is written on to
it there stands behind it nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.facts.organisation.surroundings import POST
from ita_checker.facts.organisation.words import THAI, some
from ita_checker.text.flow import Flow, fold
from ita_checker.text.patterns import pattern_of, places
from ita_checker.words import of_words, words_of

CLASS = of_words(
    lambda: f"(?!{some('organisation.unlisted.none')}){some('organisation.unlisted.begins')}"
)
RUN = pattern_of(lambda: f"{THAI}+")
FORMED = pattern_of(lambda: f"{CLASS()}{THAI}{{4,60}}?{some('offices.legal_forms')}")
SHORT_FORM = re.compile(r"\([\u0e01-\u0e4ea-z.]{1,12}\)")
# "X เป็นรัฐวิสาหกิจ…", "X หรือ สผข.": behind a name, glued or only behind a space
TELLS = pattern_of(lambda: some("organisation.unlisted.tells"))
TELLS_APART = pattern_of(lambda: some("organisation.unlisted.tells_apart"))
BEGINNING = 10  # letters with which a name is found again
UNLIKE = 3  # ways in which the text goes on behind a name
NEAR = 12  # letters before a name
SHORTEST = 8  # letters of class and name together


def run(letters: Flow, start: int) -> int:
    """Return where the letters end that begin at one and are parted by no white space but a line's
    end.
    """
    match = RUN.match(letters.text, start)
    high = match.end() if match else start
    parted = (at for at in letters.gaps(start + 1, high) if "\n" not in letters.gap(at))
    return next(parted, high)


def name_alone(letters: Flow, piece: tuple[int, int]) -> tuple[int, int]:
    """Return a name's letters without what is written on to it, and without its short form."""
    alone = _before_telling(letters, _as_elsewhere(letters, piece))
    return _without_short(letters, alone)


def _as_elsewhere(letters: Flow, piece: tuple[int, int]) -> tuple[int, int]:
    """Return a name's letters without what runs on behind it here and nowhere else: it ends with
    its legal form; where it stands alone before white space or a bracket twice, or once behind who
    signs; or where something else follows it at each place and white space at some of them.
    """
    text, (start, end) = letters.text, piece
    if formed := FORMED.match(text, start, end):
        return start, formed.end()
    name = text[start:end]
    if text.count(name) > 1 or end - start < SHORTEST + BEGINNING:
        return piece
    found = [at for at, _ in places(text, name[:BEGINNING]) if at != start]
    apart = {length for at in found for length in _apart(letters, at, name)}
    whole = (length for length in apart if _agree(letters, start, found, length))
    return start, start + max(whole, default=len(name))


def _apart(letters: Flow, at: int, name: str) -> Iterator[int]:
    """Yield how many of a name's letters stand at a place before its lines' ends and, last of all,
    before other white space or a bracket.
    """
    high = min(run(letters, at), at + len(name))
    for end in (*letters.gaps(at + BEGINNING, high), high):
        if letters.text.startswith(name[: end - at], at):
            yield end - at


def _agree(letters: Flow, start: int, found: Sequence[int], length: int) -> bool:
    """Tell whether a name ends behind so many letters: at the other places where they stand."""
    text, name, here = letters.text, letters.text[start : start + length], start + length
    ends = [at + length for at in found if text.startswith(name, at)]
    alone = [end for end in ends if run(letters, end - 1) == end]
    lines = [end for end in ends if letters.gap(end) and text[end] != text[here]]
    signs = (
        POST.search(text, max(0, end - length - NEAR), end - length) for end in (*alone, *lines)
    )
    if len(alone) > 1 or any(signs):
        return True
    parted = bool(alone) or len({text[end] for end in ends if letters.gap(end)}) > 1
    behind = {text[end] for end in (*ends, here) if end not in alone}
    return parted and len(alone) + len(behind) >= UNLIKE


def _before_telling(letters: Flow, piece: tuple[int, int]) -> tuple[int, int]:
    """Return a name's letters up to what tells of what kind the office is, or what else it is
    called: "… เป็นรัฐวิสาหกิจตาม…", "… หรือ สผข.".
    """
    start, end = piece
    told = TELLS.search(letters.text, start + SHORTEST, end)
    apart = (
        at
        for at in letters.gaps(start + SHORTEST, end)
        if TELLS_APART.match(letters.text, at, end) is not None
    )
    return start, min(told.start() if told else end, next(apart, end))


def _without_short(letters: Flow, piece: tuple[int, int]) -> tuple[int, int]:
    """Return a name's letters up to its short form in brackets, whatever follows that behind a
    space; its legal form belongs to it.
    """
    forms = {fold(form) for form in words_of("offices.legal_forms")}
    for short in SHORT_FORM.finditer(letters.text, *piece):
        if short[0] not in forms and (short.end() == piece[1] or letters.gap(short.end())):
            return piece[0], short.start()
    return piece
