"""What stands around a name or a year in its own clause, as signs that can be learned: the words
right before and behind it, the other words of the clause, where the clause begins and ends.

Thai parts clauses by a space; a line's end parts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.text.flow import Flow
from ita_checker.text.tokens import tokens

IN_A_ROW = 3  # words right before or behind that are looked at together
FAR, NEAR = 60, 40  # letters looked at across clauses, and within the own one
WIDE = 200  # letters of a piece that are looked at on each side
NUMBER = "#"


def signs(flow: Flow, start: int, end: int, low: int, high: int) -> Iterator[str]:
    """Yield what stands around the flow's letters [start, end) within [low, high), the paragraph
    or cell they stand in: `<1` to `<3` the words before, `>1` to `>3` those behind, `b` and `a`
    words of the clause before and behind, `_<` and `_>` a space beside, `^` and `$` the ends.
    """
    before = [general(word) for word in tokens(flow.text[max(low, start - FAR) : start])]
    after = [general(word) for word in tokens(flow.text[end : min(high, end + FAR)])]
    for count in range(1, IN_A_ROW + 1):
        if len(before) >= count:
            yield f"<{count}{'|'.join(before[-count:])}"
        if len(after) >= count:
            yield f">{count}{'|'.join(after[:count])}"
    begins, ends = clause(flow, start, end, low, high)
    yield from (
        f"b{general(word)}" for word in tokens(flow.text[max(begins, start - NEAR) : start])
    )
    yield from (f"a{general(word)}" for word in tokens(flow.text[end : min(ends, end + NEAR)]))
    if start == low or _apart(flow, start):
        yield "^" if start == low else "_<"
    if end == high or _apart(flow, end):
        yield "$" if end == high else "_>"


def bounds(flow: Flow, start: int, end: int, piece: tuple[int, int] | None) -> tuple[int, int]:
    """Return the letters around the flow's letters [start, end) that belong to their piece and
    their cell, a paragraph's no farther than so many.
    """
    low, high = piece or (0, len(flow.text))
    low, high = max(low, start - WIDE), min(max(high, end), end + WIDE)
    low = max(low, *(flow.text.rfind(mark, low, start) + 1 for mark in "\t\f"))
    cuts = [at for mark in "\t\f" if (at := flow.text.find(mark, end, high)) >= 0]
    return low, min([high, *cuts])


def clause(flow: Flow, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Return where the clause of the flow's letters [start, end) begins and ends within [low,
    high): at the nearest spaces that do not touch them.
    """
    begins = [at for at in flow.gaps(max(low, start - FAR), start) if _apart(flow, at)]
    ends = (at for at in flow.gaps(end + 1, min(high, end + FAR)) if _apart(flow, at))
    return begins[-1] if begins else low, next(ends, high)


def _apart(flow: Flow, at: int) -> bool:
    gap = flow.gap(at)
    return bool(gap) and gap.strip("\n\r") != ""


def general(word: str) -> str:
    """Return a word as it is learned: any number is as good as another."""
    return NUMBER if word[0].isdigit() else word
