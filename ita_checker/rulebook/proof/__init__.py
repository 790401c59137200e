"""Finds the mistakes of meaning in a pack whose form is right: names of nothing, changes without a
reason, rules without examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.errors import RuleError
from ita_checker.rulebook.marked import Map
from ita_checker.rulebook.mistakes import mistakes
from ita_checker.rulebook.proof.added import added
from ita_checker.rulebook.proof.pack import item, key_of, reports, words_of_examples
from ita_checker.rulebook.proof.rules import changes, rule
from ita_checker.rulebook.sheets import ItemSheet, PackSheet, RuleSheet
from ita_checker.rulebook.shelf import Draft


def proof(draft: Draft, seen: set[int]) -> Iterator[RuleError]:
    """Yield every mistake in a pack. `seen` holds the items and rules looked through already,
    shared between packs.
    """
    said = draft.said
    shallow = Map(said.where)
    for key, value in said.items():
        shallow.put(
            key,
            Map(said.lines[key]) if key in ("items", "rules") and isinstance(value, Map) else value,
            said.lines[key],
        )
    form = list(mistakes(shallow, PackSheet, said.where))
    yield from form
    if not form:
        yield from key_of(draft)
        yield from words_of_examples(draft)
        yield from added(draft)
        yield from reports(draft)
    for name, kind, look in (("items", ItemSheet, item), ("rules", RuleSheet, rule)):
        group = said.get(name)
        if not isinstance(group, Map):
            continue
        for key, value in group.items():
            if id(value) in seen:
                continue
            seen.add(id(value))
            found = list(mistakes(value, kind, group.lines[key]))
            yield from found or look(draft, key, value)
    yield from changes(draft)
