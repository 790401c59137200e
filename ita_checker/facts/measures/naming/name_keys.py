"""By which letters a measure's name is known, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.measures.naming.labels import CALLED
from ita_checker.facts.measures.naming.names import core
from ita_checker.facts.tables import Stretch
from ita_checker.text.patterns import pattern_of

FEWEST = 2  # names that make a list
SHORTEST = 6  # letters by which a name is known
LONGEST = 110  # letters of a piece that may be a name
PIECE, LINE, CLAUSE = range(3)  # what a name heads
LABEL = pattern_of(lambda: rf"^(?P<mark>[^\t\f]{{0,12}}?){CALLED()}[:.]?(?=\D{{{SHORTEST}}})")


@dataclass(frozen=True, slots=True)
class Name:
    """A measure's name: the letters by which it is known, its mark ("2", "m2"), its number in the
    list, where it is set and nothing told, and where a result of it is known to stand.
    """

    key: str
    mark: str
    number: int
    set_at: tuple[Stretch, ...] = ()
    told_at: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a name heads a piece: whose, the name's letters there, where the piece begins, what it
    is.
    """

    of: Name
    at: Stretch
    start: int
    heads: int


def key_of(called: str) -> tuple[str, str]:
    """Return the letters by which a measure is known and the mark before them: the word for a
    measure belongs to none.
    """
    name = core(called)
    hit = LABEL.match(name)
    key = name[hit.end() :] if hit else name
    return (key, hit["mark"].strip(".:)-( ")) if hit else (name, "")
