"""Notes at the foot of a page: lines in smaller letters, numbered through, whose numbers stand
right behind words of the text above ("ให้ครบ๑ เพื่อ…"). Such a number is part of no other
number or name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.lines import Placed, outside
from ita_checker.model import Facts
from ita_checker.text.flow import Flow

SMALLER = 0.95  # of the letters above: as high as a note's are at most
FEWEST = 2  # a line that begins with a number may be anything
OPENS = re.compile(r"(\d{1,2})(?=[\u0e01-\u0e4e])")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BEFORE = re.compile(r"[\u0e01-\u0e4e)\"”\d]")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: where its number stands in the text above, and the note itself behind its number."""

    mark: tuple[int, int]
    start: int
    end: int


def notes(facts: Facts) -> tuple[Note, ...]:
    """Return the notes whose marks stand in the text, in order."""
    return facts.once(_notes)


def note_at(facts: Facts, start: int, end: int) -> Note | None:
    """Return the note whose mark stands in a stretch, None for none."""
    return next((one for one in notes(facts) if start <= one.mark[0] < end), None)


def _notes(facts: Facts) -> tuple[Note, ...]:
    text, own = flow(facts), outside(facts)
    found: list[Note] = []
    for run in _runs(text, own):
        heads = [own[at] for at in run]
        marks = _marks(text, heads)
        above = [line.height for line in own if any(line.start <= at < line.end for at, _ in marks)]
        low = max(line.height for line in heads) <= SMALLER * min(above, default=0.0)
        if len(marks) == len(heads) and low:
            ends = [*(line.start for line in heads[1:]), _end(own, run[-1])]
            found += [
                Note(mark, line.start + len(str(number)), end)
                for number, (mark, line, end) in enumerate(
                    zip(marks, heads, ends, strict=True), start=1
                )
            ]
    return tuple(found)


def _runs(text: Flow, own: Sequence[Placed]) -> list[list[int]]:
    """Return the lines that are numbered from 1 on, by their indexes."""
    found: list[list[int]] = []
    for at, line in enumerate(own):
        opens = OPENS.match(text.text, line.start, line.end)
        number = int(opens[1]) if opens else 0
        if number == 1:
            found.append([at])
        elif found and number == len(found[-1]) + 1:
            found[-1].append(at)
    return [run for run in found if len(run) >= FEWEST]


def _marks(text: Flow, heads: Sequence[Placed]) -> list[tuple[int, int]]:
    """Return where the notes' numbers stand above them, one behind the other, in the same digits
    and with no white space before; fewer than there are notes where one is not found.
    """
    marks, after, below = list[tuple[int, int]](), 0, heads[0].start
    for number, line in enumerate(heads, start=1):
        size = len(str(number))
        wanted = _source(text, line.start, line.start + size)
        place = next(
            (
                hit.start()
                for hit in re.finditer(
                    f"{number}|{str(number).translate(RAISED)}", text.text[:below]
                )
                if hit.start() >= after and _is_mark(text, hit.start(), size, wanted)
            ),
            None,
        )
        if place is None:
            break
        after = place + size
        marks.append((place, after))
    return marks


def _is_mark(text: Flow, at: int, size: int, wanted: str) -> bool:
    """Tell whether digits stand right behind a word, or a number in other digits, and before white
    space.
    """
    before, own = _source(text, at - 1, at), _source(text, at, at + size)
    if own == str(int(wanted)).translate(RAISED):
        return bool(text.gap(at + size))
    other = not before.isdigit() or before.isascii() != own.isascii()
    glued = at > 0 and not text.gap(at) and BEFORE.match(text.text, at - 1) is not None
    return own == wanted and glued and other and bool(text.gap(at + size))


def _source(text: Flow, start: int, end: int) -> str:
    return "".join(text.source[text.starts[at]] for at in range(max(start, 0), end))


def _end(own: Sequence[Placed], last: int) -> int:
    """Return where the last note ends: with the lines of its page in letters as small."""
    head, end = own[last], own[last].end
    for line in own[last + 1 :]:
        if line.page != head.page or line.height > head.height / SMALLER:
            break
        end = line.end
    return end
