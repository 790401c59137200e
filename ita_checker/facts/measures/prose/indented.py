"""Lines that stand where paragraphs begin: as far right of the lines below them as a report sets
its paragraphs in. However far the line above reaches, such a line goes on with nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita_checker.facts.measures.prose.labelled import FULL, line_text
from ita_checker.facts.page import block_at, flow, opens_piece
from ita_checker.facts.tables import Prose, prose
from ita_checker.model import Facts

INDENT = 0.04  # of the page's width by which a paragraph's first line is set in, at least
SAME = 0.01  # … and within which lines begin at the same place


def indented(facts: Facts) -> frozenset[int]:
    """Return where the lines begin that stand where paragraphs do."""
    return facts.once(_indented)


def _indented(facts: Facts) -> frozenset[int]:
    lines = prose(facts)
    over = list(_runs_on(facts, lines))
    first = sorted(one.left for one, other in over if one.left - other.left >= INDENT)
    below = sorted(other.left for one, other in over if other.left - one.left >= SAME)
    lefts = {line.left for line in lines} if first else ()
    set_in = {left for left in lefts if _beside(left, first) > _beside(left, below)}
    return frozenset(line.start for line in lines if line.left in set_in)


def _runs_on(facts: Facts, lines: Sequence[Prose]) -> Iterator[tuple[Prose, Prose]]:
    """Yield the lines that reach across their page, each with the one it runs on into."""
    text = flow(facts).text
    for one, other in pairwise(lines):
        wraps = one.right >= FULL and other.page == one.page and other.start == one.end
        if wraps and not opens_piece(text[other.start : other.end]):
            yield one, other


def _beside(left: float, places: Sequence[float]) -> int:
    """Return how many of the places, in order, a line that begins so far right begins at."""
    return bisect_right(places, left + SAME) - bisect_left(places, left - SAME)


def rests(lines: Sequence[Prose], index: int) -> bool:
    """Tell whether a line may be a paragraph's last: the one before reaches across the page."""
    before = lines[index - 1] if index else None
    return before is not None and before.page == lines[index].page and before.right >= FULL


def wrapped(facts: Facts, lines: Sequence[Prose], index: int) -> bool:
    """Tell whether a line stands in the middle of a paragraph: it and the one before reach across
    the page, and it is not set in as paragraphs are.
    """
    full = lines[index].right >= FULL and rests(lines, index)
    return full and lines[index].start not in indented(facts)


def hangs(facts: Facts, first: Prose | None, lines: Sequence[Prose], index: int) -> bool:
    """Tell whether a line stands left of one that is set in as paragraphs are, below a full one: it
    goes on with that paragraph, on the next page too.
    """
    line, before = lines[index], lines[index - 1]
    own = block_at(facts, before.start)
    full = before.right >= FULL or (own is not None and own.start < line.start < own.end)
    return (
        first is not None
        and first.start in indented(facts)
        and full
        and line.page - first.page <= 1
        and first.left - line.left >= INDENT
        and not opens_piece(line_text(facts, line))
    )


def follows(lines: Sequence[Prose], index: int) -> bool:
    """Tell whether a line goes on from the one before, which reaches across the page."""
    before, own = lines[index - 1], lines[index]
    return before.page == own.page and before.end == own.start and before.right >= FULL
