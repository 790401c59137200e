"""Numbered items begun anew for each measure, as in a project's paper: "1. ชื่อ …", "2. วิธีทำ …",
"3. ผู้รับผิดชอบ …", and again from 1. That the same words stand behind the same numbers makes labels of
them, whatever they are; what counts the sheets above ("แบบเสนอ ลำดับ 2") names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_checker.facts.measures.cards.recurring_labels import Label
from ita_checker.facts.measures.prose.indented import follows
from ita_checker.facts.page import flow
from ita_checker.facts.tables import NAME, OWN_FIELDS, PERIOD, Prose, row_field
from ita_checker.model import Facts

ITEM = re.compile(r"\(?(\d{1,2})[.)](?!\d)")
DIGITS = re.compile(r"\d+")
RUNS, ITEMS = 2, 3  # that are begun anew, and of each: at least
SHORTEST, LONGEST = 2, 40  # letters of a label
Title = tuple[Prose, int | None]


@dataclass(frozen=True, slots=True)
class BegunAnew:
    """The labels of such items by where their lines begin; the title that each run's first item
    gives, and where its card ends; where the other lines of the runs begin, which bear no label.
    """

    labels: Mapping[int, Label]
    titles: Mapping[int, Title]
    told: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered line: its place among the lines, its number, and where its words begin."""

    index: int
    number: int
    at: int


def begun_anew(facts: Facts, lines: Sequence[Prose]) -> BegunAnew:
    """Return the labels and titles of numbered items that are begun anew."""
    labels, titles, told = dict[int, Label](), dict[int, Title](), set[int]()
    for runs in _alike(facts, lines, list(_runs(facts, lines))):
        cuts = [_cut(facts, lines, column) for column in zip(*runs, strict=True)]
        named = row_field(cuts[0][0][0])
        if named != NAME and named in OWN_FIELDS | {PERIOD}:
            continue
        for run, own in zip(runs, zip(*cuts, strict=True), strict=True):
            labels |= {
                lines[item.index].start: label for item, label in zip(run[1:], own[1:], strict=True)
            }
        begins = _begins(facts, lines, runs)
        titles |= _titles(lines, runs, begins, cuts[0])
        told |= {one.start for one in lines[runs[0][0].index : begins[-1]]}
    return BegunAnew(labels, titles, frozenset(told - labels.keys()))


def _runs(facts: Facts, lines: Sequence[Prose]) -> Iterator[list[_Item]]:
    """Yield the items that count on from 1, those of one run together."""
    text, run = flow(facts).text, list[_Item]()
    for index, line in enumerate(lines):
        hit = ITEM.match(text, line.start, line.end)
        if not hit:
            continue
        item = _Item(index, int(hit[1]), hit.end())
        if run and item.number == run[-1].number + 1:
            run.append(item)
        elif item.number == 1:
            yield run
            run = [item]
    yield run


def _alike(
    facts: Facts, lines: Sequence[Prose], runs: Sequence[list[_Item]]
) -> Iterator[list[list[_Item]]]:
    """Yield the runs one after the other that have as many items behind which the same words
    stand.
    """
    together = list[list[_Item]]()
    for run in [*runs, []]:
        if together and not (
            len(run) == len(together[0])
            and all(_cut(facts, lines, pair) for pair in zip(together[0], run, strict=True))
            and all(
                _cut(facts, lines, (*own, one)) for *own, one in zip(*together, run, strict=True)
            )
        ):
            if len(together) >= RUNS and len(together[0]) >= ITEMS:
                yield together
            together = []
        if run:
            together.append(run)


def _cut(facts: Facts, lines: Sequence[Prose], items: Sequence[_Item]) -> list[Label]:
    """Return the label that the same items of all runs have in common, and where what it labels
    begins: up to a colon or white space in all of them, as far as the words are known to say
    something; nothing where they begin otherwise.
    """
    letters = flow(facts)
    first = items[0]
    ends = [*letters.gaps(first.at + 1, lines[first.index].end), lines[first.index].end]
    shared = [end - first.at for end in ends if _shared(facts, lines, items, end - first.at)]
    own = [long for long in shared if SHORTEST <= long <= LONGEST]
    if not own:
        return []
    said = [letters.text[first.at : first.at + long] for long in own]
    long = next((one for one, label in zip(own, said, strict=True) if row_field(label)), own[0])
    label = letters.text[first.at : first.at + long].strip(":")
    return [(label, item.at + long) for item in items]


def _shared(facts: Facts, lines: Sequence[Prose], items: Sequence[_Item], long: int) -> bool:
    """Tell whether all items begin with the same letters, and white space or a line's end parts
    them from what follows.
    """
    letters = flow(facts)
    label = letters.text[items[0].at : items[0].at + long]
    return all(
        letters.text.startswith(label, item.at, lines[item.index].end)
        and (item.at + long == lines[item.index].end or letters.gap(item.at + long))
        for item in items
    )


def _begins(facts: Facts, lines: Sequence[Prose], runs: Sequence[Sequence[_Item]]) -> list[int]:
    """Return the index of the line with which each run begins: the one above its first item, where
    these differ by their numbers alone; behind them that of the line after all. The last item has
    as many lines as in another run, and those that go on from them.
    """
    text, first = flow(facts).text, [run[0].index for run in runs]
    above = [lines[at - 1] if at else None for at in first]
    heads = {DIGITS.sub("", text[one.start : one.end]) if one else "" for one in above}
    begins = [at - 1 for at in first] if len(heads) == 1 and all(above) else first
    pairs = zip(runs[:-1], begins[1:], strict=True)
    end = runs[-1][-1].index + max(begin - run[-1].index for run, begin in pairs)
    while end < len(lines) and follows(lines, end):
        end += 1
    return [*begins, min(end, len(lines))]


def _titles(
    lines: Sequence[Prose],
    runs: Sequence[Sequence[_Item]],
    begins: Sequence[int],
    first: Sequence[Label],
) -> dict[int, Title]:
    """Return what the runs are called: what stands behind the first label."""
    ends = [lines[at].start if at < len(lines) else None for at in begins[1:]]
    return {
        lines[run[0].index].start: (
            replace(lines[run[0].index], start=at, end=lines[run[1].index - 1].end),
            until,
        )
        for run, (_, at), until in zip(runs, first, ends, strict=True)
    }
