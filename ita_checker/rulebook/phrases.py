"""The packs' own words for the dictionary: a phrase a rule looks for is cut where its words are,
whatever it is made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from ita_checker.model import Pack
from ita_checker.text.tokens import add_words

WRONG = "misspelt_terms"  # its words are wrong ones


def teach(packs: Sequence[Pack]) -> None:
    """Let the dictionary know the phrases of all packs, each phrase once: the same words whichever
    report comes first.
    """
    new = [pack for pack in packs if pack.sha256 not in _taught()]
    said = {phrase for pack in new for phrase in phrases(pack)} - _taught()
    _taught().update(said, (pack.sha256 for pack in new))
    if said:
        add_words(sorted(said))


def phrases(pack: Pack) -> Iterator[str]:
    """Yield what a pack's items are called and what its rules look for."""
    for item in pack.items:
        yield from (item.title, *item.titles)
    for rule in pack.rules:
        if rule.check != WRONG:
            yield from _texts(rule.params)


def _texts(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for name, value in held.items():
            yield from (*_texts(name), *_texts(value))
    elif isinstance(held, (tuple, list, frozenset)):
        for value in held:
            yield from _texts(value)
    elif is_dataclass(held):
        for part in fields(held):
            yield from _texts(getattr(held, part.name))


@cache
def _taught() -> set[str]:
    """Return the packs and phrases already taught in this process."""
    return set()
