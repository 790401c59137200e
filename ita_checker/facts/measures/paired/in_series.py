"""The measures of a plan that running text counts one by one, or names in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.measures.naming.series import Item, series
from ita_checker.facts.measures.paired.measured import from_series
from ita_checker.facts.measures.prose.nested import below_measures
from ita_checker.facts.measures.prose.orders import orders
from ita_checker.facts.page import blocks, flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts


def with_series(facts: Facts, made: list[Measure], reported: Sequence[Stretch]) -> list[Measure]:
    """Return the measures with those counted one by one in prose, where no table or card sets
    any; a heading that was read out of such a series gives way to it. `reported`: the names over
    what tells results under labels of its own.
    """
    if any(one.table and one.sure for one in made):
        return made
    items = [
        item
        for items in (*series(facts), *orders(facts))
        if 2 * sum(item.promised for item in items) >= len(items)
        and not below_measures(facts, items[0].start, [one.name for one in made])
        and (_told_again(facts, items) or _planned(items, reported, made))
        for item in items
    ]
    own = [from_series(facts, item) for item in items]
    apart = [one for one in made if not any(_holds(one, item) for item in items)]
    return apart + own if own else made


def _planned(items: Sequence[Item], reported: Sequence[Stretch], made: Sequence[Measure]) -> bool:
    """Tell whether most of a series is not done yet, and neither results nor measures that labels
    tell are begun by the same names.
    """
    known = (reported, [one.name for one in made])
    begun = (all(any(_begins(name, one) for name in names) for one in items) for names in known)
    return 2 * sum(item.done for item in items) <= len(items) and not any(begun)


def _told_again(facts: Facts, items: Sequence[Item]) -> bool:
    """Tell whether most names begin a paragraph below all of them: what comes first is the plan,
    whatever the report's title says.
    """
    text, below = flow(facts).text, max((item.end for item in items), default=0)
    after = [text[one.start : one.end] for one in blocks(facts) if one.start >= below]
    names = [text[slice(*item.name)] for item in items]
    again = [name for name in names if any(each.startswith(name) for each in after)]
    return 2 * len(again) > len(names)


def _begins(name: Stretch, item: Item) -> bool:
    return item.start <= name[0] < item.end


def _holds(one: Measure, item: Item) -> bool:
    """Tell whether a measure was read out of one of a series: its name or a field lies in it."""
    parts = (one.name, *(part for parts in one.fields.values() for part in parts))
    return any(start < item.end and item.start < max(end, start + 1) for start, end in parts)
