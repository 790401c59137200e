"""The edges of shaded areas that close a table whose first or last row no line closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ita_checker.model import Box
from ita_checker.read.layer.letters import Rule

NEAR = 3.0  # points: so near an edge of a table a line runs along it


class Boxed(Protocol):
    """A table that lines draw."""

    @property
    def box(self) -> Box:
        """Return where it stands."""


def closing(
    shades: Iterable[Rule], rules: Sequence[Rule], tables: Sequence[Boxed]
) -> Iterator[Rule]:
    """Yield the level edges of areas along the top or bottom of a table where no line is drawn: a
    head is filled whose own lines are white, and the table's begin below it.
    """
    ends = [end for table in tables for end in (table.box.top, table.box.bottom)]
    drawn = [rule.top for rule in rules if rule.top == rule.bottom]
    open_ends = [end for end in ends if not any(abs(end - at) <= NEAR for at in drawn)]
    for edge in shades if open_ends else ():
        if edge.top == edge.bottom and any(abs(edge.top - end) <= NEAR for end in open_ends):
            yield edge
