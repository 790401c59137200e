"""The number of a page behind the words of its running head or foot: it is no part of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.lines import Placed, every_line
from ita_checker.model import Facts

SLIDES = 3  # that are counted, and lines between two of them
NUMBER = re.compile(r"[0-9]{1,3}$")


class _Copy(NamedTuple):
    """A line that ends in a number: where that begins, the number, which line it is."""

    at: int
    number: int
    order: int
    line: Placed


def folios(facts: Facts) -> frozenset[int]:
    """Return where page numbers begin behind the words of heads and feet that differ in nothing
    else, and count on from page to page, as the flow's letters.
    """
    return facts.once(_folios)


def _folios(facts: Facts) -> frozenset[int]:
    text = flow(facts).text
    copies: dict[str, list[_Copy]] = defaultdict(list)
    for order, line in enumerate(every_line(facts)):
        if line.cell is None and text[line.end - 1].isdigit():
            said = text[line.start : line.end]
            number = NUMBER.search(said)
            if number:
                at = line.start + number.start()
                copies[said[: number.start()]].append(_Copy(at, int(number[0]), order, line))
    return frozenset(
        one.at
        for words, same in copies.items()
        if _count_on(same) or (_of_slides(same) and _alone(facts, words))
        for one in same
    )


def _alone(facts: Facts, words: str) -> bool:
    """Tell whether a line says these words without a number behind them."""
    text = flow(facts).text
    return not NUMBER.search(words) and any(
        line.cell is None and text[line.start : line.end] == words for line in every_line(facts)
    )


def _count_on(copies: Sequence[_Copy]) -> bool:
    """Tell whether one of the lines is a running one, and each page has the next number."""
    if len(copies) < 2 or not any(one.line.running for one in copies):
        return False
    return all(
        above.line.page < below.line.page
        and below.line.page - above.line.page == below.number - above.number
        for above, below in pairwise(copies)
    )


def _of_slides(copies: Sequence[_Copy]) -> bool:
    """Tell whether lines that stand elsewhere without a number count on one by one, text between
    them: feet of slides, several to a page.
    """
    return len(copies) >= SLIDES and all(
        below.number - above.number == 1 and below.order - above.order > SLIDES
        for above, below in pairwise(copies)
    )
