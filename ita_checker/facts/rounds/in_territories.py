"""Which rounds are told of each measure in its territories: the pieces under its name, whatever the
layout. A round that stands alone and has something told behind it, or before it in its cell, is
told; rounds named in one breath only list what is reported when.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from ita_checker.facts.measures import Territory, plan, results, territories
from ita_checker.facts.page import block_at, blocks, flow
from ita_checker.facts.rounds.breaths import enough, orders, promises, says, tells
from ita_checker.facts.rounds.doing import ITS_MONTHS, tells_what_was_done
from ita_checker.facts.rounds.in_place import NOT_YET, waits
from ita_checker.facts.rounds.named import Round, between, in_one_breath, rounds, within
from ita_checker.facts.rounds.sides import Side
from ita_checker.facts.rounds.told import (
    over,
    says_only_when,
)
from ita_checker.facts.tables import Stretch, grids
from ita_checker.facts.years import Kind, Place, place, places
from ita_checker.model import Facts

START = attrgetter("start")
ABOVE = 160  # letters at most between a line that names a round and the names that it heads
LONGEST = 160  # letters of such a line
ENDS = 2  # letters that end a cell and a page


@dataclass(slots=True)
class ToldOf:
    """One measure: where its name heads what is told, its rounds told, one by one, and the months
    that may be told beside them: of a heading, or named in one breath. `done`: rounds told with
    something done; `soft`: months that quarters or spans of months name;
    `promised`: rounds named for what is still to be reported; `listed`: those named in one breath.
    """

    key: str
    names: list[Stretch] = field(default_factory=list)
    told: list[Round] = field(default_factory=list)
    perhaps: set[int] = field(default_factory=set)
    done: list[Round] = field(default_factory=list)
    soft: set[int] = field(default_factory=set)
    promised: list[Round] = field(default_factory=list)
    listed: list[Sequence[Round]] = field(default_factory=list)

    @property
    def months(self) -> set[int]:
        """Return the months of the rounds told."""
        return {one.months for one in self.told}


def told_there(facts: Facts) -> tuple[ToldOf, ...]:
    """Return what is told of each measure's rounds in its territories, measure by measure."""
    return facts.once(_told_there)


def _told_there(facts: Facts) -> tuple[ToldOf, ...]:
    found, end = dict[str, ToldOf](), 0
    heading: Sequence[Round] = ()
    for one in territories(facts):
        own = found.setdefault(one.key, ToldOf(one.key))
        own.names.append(one.name)
        own.soft |= _soft(facts, one)
        heading = _heading(facts, end, one.name[0]) or heading
        if one.across:
            _across(facts, one, own)
            continue
        breaths = _breaths(facts, one)
        if breaths and _heads_what_follows(facts, breaths[-1], one):
            following = breaths.pop()
        else:
            following = heading
        before = len(own.told)
        _read(facts, one, breaths, own)
        _columns(facts, one, own)
        if len(own.told) == before and says(facts, one.parts):
            own.told += heading
        else:
            own.perhaps |= {each.months for each in heading}
        heading, end = following, one.parts[-1][1]
    for own in found.values():
        _resolve(own)
    if not any(own.told for own in found.values()):
        for own in found.values():
            own.perhaps |= own.soft
    return tuple(found.values())


def listed(facts: Facts) -> frozenset[Round]:
    """Return the rounds that running text beside the measures names in one breath, with nothing
    done: what is reported when, of all of them.
    """
    return facts.once(_listed)


def _listed(facts: Facts) -> frozenset[Round]:
    own = [part for one in territories(facts) for part in one.parts]
    own += [part for one in (*plan(facts), *results(facts)) for part in one.own]
    return frozenset(
        one
        for one in rounds(facts)
        if one.meant and not one.soft and says_only_when(facts, one)
        if not any(start <= one.start < end for start, end in own)
    )


def _soft(facts: Facts, one: Territory) -> set[int]:
    return {each.months for each in within(facts, one.parts) if each.soft}


def _heading(facts: Facts, low: int, high: int) -> list[Round]:
    """Return the round that a line alone names right above the names that it heads."""
    near = between(facts, max(low, high - ABOVE), high)
    told = [one for one in near if one.meant and not one.soft and one.side is not Side.PROMISED]
    told = [one for one in told if not NOT_YET.match(flow(facts).text, one.end)]
    for one in told[-1:]:
        own = place(facts, one.start)
        alone = len({each.months for each in in_one_breath(facts, one)}) == 1
        beside = own.start <= high < own.end  # in the same piece, before the name it leads to
        short = min(own.end, high if own.kind is Kind.PROSE else own.end) - own.start <= LONGEST
        if (_set_apart(facts, own) or beside) and short and alone:
            return [one]
    return []


def _breaths(facts: Facts, one: Territory) -> list[Sequence[Round]]:
    """Return the rounds of a territory, those named in one breath together, and its name's."""
    spread = (one.name[0], one.parts[-1][1])
    own = [
        each
        for each in between(facts, *spread)
        if each.meant and not each.soft and not _over_cells(facts, each)
    ]
    found = list[Sequence[Round]]()
    for each in own:
        if not (found and each in found[-1]):
            found.append([other for other in in_one_breath(facts, each) if other in own])
    return found


def _over_cells(facts: Facts, one: Round) -> bool:
    """Tell whether a round stands in the heading of a column."""
    own = place(facts, one.start)
    return own.row < 0 <= own.grid


def _heads_what_follows(facts: Facts, breath: Sequence[Round], one: Territory) -> bool:
    """Tell whether a territory ends with a round alone on its line: it heads the next names."""
    own, end = place(facts, breath[0].start), _before_row(facts, one.parts[-1][1])
    behind = ITS_MONTHS.sub("", flow(facts).text[breath[-1].end : end])
    return (
        _set_apart(facts, own)
        and own.end - own.start <= LONGEST
        and own.start > one.name[1]
        and not enough(behind)
        and len({each.months for each in breath}) == 1
    )


def _before_row(facts: Facts, at: int) -> int:
    """Return where the row begins in which a name stands: a label on its left is told of nothing
    before.
    """
    ends = flow(facts).text[at : at + ENDS]
    own = block_at(facts, at + len(ends) - len(ends.lstrip("\t\f")))
    if own is None or not own.cell:
        return at
    return min(facts.once(_rows)[(own.page, *own.cell[:2])][0], at)


def _set_apart(facts: Facts, own: Place) -> bool:
    """Tell whether a piece is a line or a paragraph, or the only cell of its row."""
    return own.kind is Kind.PROSE or own.start in facts.once(_across_tables)


def _across_tables(facts: Facts) -> frozenset[int]:
    """Return where cells begin beside which their rows have no others."""
    rows = facts.once(_rows).values()
    return frozenset(cells[0] for cells in rows if len(cells) == 1)


def _rows(facts: Facts) -> dict[tuple[int, ...], list[int]]:
    """Return where the cells of each row of a frame begin."""
    rows = dict[tuple[int, ...], list[int]]()
    for one in blocks(facts):
        if one.cell:
            rows.setdefault((one.page, *one.cell[:2]), []).append(one.start)
    return rows


def _resolve(own: ToldOf) -> None:
    """Take rounds listed in one breath for a promise where those told one by one are fewer."""
    for breath in own.listed:
        months = {each.months for each in breath}
        if own.told and months > own.months:
            own.promised += breath
        else:
            own.perhaps |= months


def _read(facts: Facts, one: Territory, breaths: Sequence[Sequence[Round]], own: ToldOf) -> None:
    """Add the rounds that a territory tells, those that it promises, those that it only lists."""
    ends = [breath[0].start for breath in breaths[1:]]
    for breath, behind in zip(breaths, [*ends, one.parts[-1][1]], strict=False):
        months = {each.months for each in breath}
        done = tells_what_was_done(flow(facts).text[breath[-1].end : behind])
        if promises(facts, breath, behind, done):
            own.promised += breath
            continue
        told = None if not done and orders(facts, breath) else tells(facts, breath, behind)
        if told and len(months) == 1:
            own.told.append(breath[0])
            own.done += breath[:1] if done else ()
        elif told is None or (told and done):
            own.perhaps |= months
        elif told:
            own.listed.append(breath)


def _columns(facts: Facts, one: Territory, own: ToldOf) -> None:
    """Add the rounds that headings over a territory's cells name."""
    low, high, known = one.parts[0][0], one.parts[-1][1], places(facts)
    first = bisect_left(known, low, key=START)
    for cell in known[first : bisect_left(known, high, first, key=START)]:
        if cell.grid < 0 or cell.row < 0:
            continue
        part = (cell.start, cell.end)
        if not waits(facts, cell.start) and not NOT_YET.match(flow(facts).text, cell.start):
            own.told += (
                Round(months, *part, None, Side.REPORTED) for months in over(facts, [part])
            )


def _across(facts: Facts, one: Territory, own: ToldOf) -> None:
    """Add the rounds that begin the rows in which something stands under a name."""
    for part in one.parts:
        if not says(facts, [part]):
            continue
        done = tells_what_was_done(flow(facts).text[slice(*part)])
        for months, start, end in _row_heads(facts, part):
            made = Round(months, start, end, None, Side.REPORTED)
            own.told.append(made)
            own.done += [made] if done else []


def _row_heads(facts: Facts, part: Stretch) -> Iterator[tuple[int, int, int]]:
    """Yield the rounds that the first cells of a cell's row name."""
    own = place(facts, part[0])
    if own.grid < 0 or own.row < 0:
        return
    for slot in grids(facts)[own.grid].rows[own.row].slots:
        if part in slot.parts:
            return
        for one in rounds(facts):
            own_row = any(start <= one.start < end for start, end in slot.parts)
            if own_row and one.meant and not one.soft:
                yield one.months, one.start, one.end
