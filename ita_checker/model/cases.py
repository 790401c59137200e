"""What is held against what: how a file was handed in, its facts, the case made of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ita_checker.model.document import Document
from ita_checker.model.packs import Item, Pack

Answered = TypeVar("Answered")


@dataclass(frozen=True, slots=True)
class Submission:
    """What a file was handed in as, as far as options, list, folders and its name tell. `folders`:
    the nearest first. `first_assessment`: the office was never assessed before. `by_name`: its
    items are known by its name or a folder's alone.
    """

    path: str
    fiscal_year: int | None = None
    scheme: str | None = None
    items: tuple[str, ...] = ()
    organisation: str | None = None
    register: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    first_assessment: bool = False
    by_name: bool = False


@dataclass(frozen=True)
class Facts:
    """What one document says, found once and kept, whatever rules and items ask of it.

    Nothing here knows a pack or an item, so nothing kept here can depend on which one asks.
    """

    document: Document
    submission: Submission
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, find: Callable[[Facts], Answered]) -> Answered:
        """Return find(self), computed once per document."""
        try:
            known: Answered = self.kept[find]
        except KeyError:
            pass
        else:
            return known
        answer = self.kept[find] = find(self)
        return answer


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of one document, and the pack, year and items it is held against. `demanded`: codes
    of the items it is for; what is missing is a gap of these alone (of all, where there are none).
    """

    facts: Facts
    pack: Pack | None
    fiscal_year: int | None
    scheme: str
    items: tuple[Item, ...] = ()
    item: Item | None = None
    demanded: frozenset[str] = frozenset()

    @property
    def document(self) -> Document:
        """Return the document as read."""
        return self.facts.document

    @property
    def submission(self) -> Submission:
        """Return what the file was handed in as."""
        return self.facts.submission

    @property
    def reported_year(self) -> int | None:
        """Return the year the item must cover: N, or N-1 for results items from 2567 on."""
        item = self.item or (self.items[0] if self.items else None)
        return None if self.fiscal_year is None else self.fiscal_year + (item.covers if item else 0)
