"""The number of a page behind the words of its running head or foot: it is no part of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ita_checker.facts.page.flow import flow
from ita_checker.facts.page.lines import Placed, every_line
from ita_checker.model import Facts

NUMBER = re.compile(r"[0-9]{1,3}$")


def folios(facts: Facts) -> frozenset[int]:
    """Return where page numbers begin behind the words of heads and feet that differ in nothing
    else, and count on from page to page, as the flow's letters.
    """
    return facts.once(_folios)


def _folios(facts: Facts) -> frozenset[int]:
    text = flow(facts).text
    copies: dict[str, list[tuple[int, int, Placed]]] = defaultdict(list)
    for line in every_line(facts):
        said = text[line.start : line.end]
        if line.cell is None and said[-1].isdigit() and (number := NUMBER.search(said)):
            at = line.start + number.start()
            copies[said[: number.start()]].append((at, int(number[0]), line))
    return frozenset(at for same in copies.values() if _count_on(same) for at, _, _ in same)


def _count_on(copies: Sequence[tuple[int, int, Placed]]) -> bool:
    """Tell whether one of the lines is a running one, and each page has the next number."""
    if len(copies) < 2 or not any(line.running for _, _, line in copies):
        return False
    return all(
        above.page < below.page and below.page - above.page == second - first
        for (_, first, above), (_, second, below) in pairwise(copies)
    )
