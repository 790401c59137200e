"""A date where it stands: the letters before and after it, its line, its clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ita_checker.facts.page import Block, block_at, flow
from ita_checker.facts.years.clauses import clause
from ita_checker.facts.years.where import Place, line
from ita_checker.model import Facts
from ita_checker.text.days import When

FURTHEST = 600  # letters of a line that are looked at before a date: a paragraph may hold hundreds


@dataclass(frozen=True)
class Asked:
    """A date where it stands, with the letters of its place just `before` and `after` it."""

    facts: Facts
    when: When
    own: Place
    before: str
    after: str

    @cached_property
    def block(self) -> Block | None:
        """Return the page's piece in which the date stands."""
        return block_at(self.facts, self.when.start)

    @cached_property
    def ends_line(self) -> bool:
        """Tell whether nothing follows on its line."""
        own = line(self.facts, self.when.start) or self.own
        return not flow(self.facts).text[self.when.end : own.end].strip(".-)")

    @cached_property
    def led(self) -> str:
        """Return what leads to it on its line; a wrapped line is no line of its own."""
        own = line(self.facts, self.when.start) or self.own
        low = min(own.start, self.block.start) if self.block else own.start
        return flow(self.facts).text[max(low, self.when.start - FURTHEST) : self.when.start]

    @cached_property
    def line_led(self) -> str:
        """Return what leads to it on its own line."""
        own = line(self.facts, self.when.start) or self.own
        return flow(self.facts).text[max(own.start, self.when.start - FURTHEST) : self.when.start]

    @cached_property
    def clause(self) -> str:
        """Return the clause before it."""
        low = self.when.start - len(self.before)
        return flow(self.facts).text[
            clause(flow(self.facts), low, self.when.start) : self.when.start
        ]
