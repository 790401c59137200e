"""What is asked: items of a scheme and year, rules, packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ita_checker.model.answers import Severity
from ita_checker.model.pages import Words

SEPTEMBER = 9  # with which a fiscal year ends


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a scheme in one fiscal year. Years are offsets from the fiscal year: 0 is N, -1
    is N-1.

    `also`: years that it may cover instead of `covers`.
    `must`: every organisation submits it as a file; `not_first`: not at its first assessment.
    `requires`: what the assessor looks for, bullet by bullet.
    """

    code: str
    title: str
    kind: str
    titles: tuple[str, ...] = ()
    covers: int = 0
    analyses: int | None = None
    must: bool = False
    requires: tuple[str, ...] = ()
    also: tuple[int, ...] = ()
    not_first: bool = False

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years it may cover, as offsets, the usual one first."""
        return (self.covers, *self.also)


@dataclass(frozen=True, slots=True)
class Rule:
    """One question put to a report. `check` names the kind of check; `item` is None for rules of
    every report.
    """

    id: str
    check: str
    params: Any
    item: str | None
    severity: Mapping[str, Severity]
    source: str
    verified: bool
    message: Words | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a pack of one's own does to a rule it inherits: `to` is off, zero, advice or changed;
    `reason` is shown in every output.
    """

    rule: str
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one scheme and fiscal year. `closes`: the last day of submission, such as
    2564-04-30 (Buddhist era); None where nobody knows it.

    `titles`: what reports of a kind of item are called, whatever their item's own title is.
    `offices`: the class words of the offices that answer to its scheme; `others`: all else do.
    `pages`: items answered by a web page, `unread`: items whose criteria nobody read yet; both by
    code, with what they are. `school_years`: its reports may be of a school year. `year_ends`: the
    month with which its reports of the whole year end. `vocabulary`: words that it adds to lists of
    the vocabulary, by the lists' names; in force for its reports alone.
    """

    name: str
    scheme: str
    fiscal_year: int
    items: tuple[Item, ...]
    rules: tuple[Rule, ...]
    sha256: str
    closes: str | None = None
    changes: tuple[Change, ...] = ()
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offices: tuple[str, ...] = ()
    others: bool = False
    pages: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    school_years: bool = False
    year_ends: int = SEPTEMBER
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def item(self, code: str) -> Item | None:
        """Return the item of that code."""
        return next((item for item in self.items if item.code == code), None)
