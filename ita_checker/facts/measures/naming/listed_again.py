"""The names of measures, whatever they are called and wherever they stand: several that stand
together once (counted one after the other, in quotation marks in one sentence, in the cells of one
row), and come again one by one over what was done.

That they stand together makes a list of them, that they come again makes names of them; that the
list is counted, or that the report says there are as many, makes it the list of its measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.naming.indicator_names import FOLDED
from ita_checker.facts.measures.naming.labels import CALLED, ORDINALS, no_name, section_mode
from ita_checker.facts.measures.naming.named_twice import MARK, count_of
from ita_checker.facts.measures.naming.names import umbrella
from ita_checker.facts.page import CONTENTS, RUNNING, SIGNATURE, Block, block_at, blocks, flow
from ita_checker.facts.tables import (
    A_ROUND,
    BY_LABEL,
    MONITORING,
    NUMBER,
    PERIOD,
    RESPONSIBLE,
    SCORE,
    TOPIC,
    Stretch,
    field,
    look,
    tells_of_done,
)
from ita_checker.model import Facts
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import lists_of

FEWEST, HALF = 2, 0.5  # names that make a list, and share of them that come again
SHORTEST, LONGEST = 6, 90  # letters of a name
MOST = 200  # lists asked, from the first on: what a report tells of it lists before
LEAD = 30  # letters before a name that heads a piece: a day, a round, a word or two
BEFORE = 900  # letters before a list in which the report says how many there are
TOLD = 200  # letters behind a name in which something done is told
OPENS, CLOSES = '"([:-·•./', '"()[]:-·,;\t\f'
CLOSE = re.compile(f"[{re.escape(CLOSES)}]")
QUOTED = re.compile(rf'"([^"\t\f]{{{SHORTEST},{LONGEST}}})"')
LETTERS = re.compile(r"[\u0e01-\u0e4ea-z]")
HOW_MANY = lists_of("measures.how_many")
NO_NUMBER = pattern_of(lambda: any_of(HOW_MANY["no_number"]))
COUNTS_ELSE = pattern_of(lambda: any_of(HOW_MANY["counts_else"]))
NO_NAMES = frozenset({MONITORING, NUMBER, PERIOD, RESPONSIBLE, SCORE, TOPIC})
STARTS = pattern_of(lambda: CALLED())


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a list: where what may be its name begins and ends, and its piece."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class List:
    """Pieces that stand together; `counted`: one after the other, from the first on; `cells`: of
    one row.
    """

    entries: tuple[Entry, ...]
    counted: bool = False
    cells: bool = False

    @property
    def end(self) -> int:
        return max(one.block.end for one in self.entries)


def listed_again(facts: Facts) -> tuple[Stretch, ...]:
    """Return where the first list of names that come again over what was done sets them; the names
    of those that do not come again as well. () where there is none.
    """
    return facts.once(_listed_again)


def _listed_again(facts: Facts) -> tuple[Stretch, ...]:
    found = sorted(_lists(facts), key=lambda one: (one.entries[0].start, not one.counted))
    return next((names for one in found[:MOST] if (names := _names(facts, one))), ())


def _names(facts: Facts, listed: List) -> tuple[Stretch, ...]:
    """Return the names of a list whose names come again, () where too few do."""
    own = [(one, _again(facts, one, listed.end)) for one in listed.entries]
    named = [(one.start, again) for one, again in own if again]
    keys = {flow(facts).text[start:end] for start, end in named}
    if len(keys) < max(FEWEST, HALF * len(own) + 1e-9) or len(keys) < len(named):
        return ()
    strange = sum(look(key) in NO_NAMES for key in keys)
    if strange > HALF * len(keys) or (strange and listed.cells):
        return ()
    if not _of_measures(facts, listed, named) or not _done(facts, keys, listed.end):
        return ()
    closes = [_closed_by(flow(facts), end) for _, end in named]
    by_gap = closes.count(" ") > HALF * len(closes)
    return tuple((one.start, again or _cut(flow(facts), one, by_gap)) for one, again in own)


def _of_measures(facts: Facts, listed: List, named: Sequence[Stretch]) -> bool:
    """Tell whether a list is that of the measures: counted, called so, or as long as it is said."""
    text, size = flow(facts).text, len(listed.entries)
    if all(STARTS.match(text, start) for start, _ in named):
        return True
    return listed.counted or said_so_many(text, size, listed.entries[0].start, listed.end)


def said_so_many(text: str, size: int, start: int, end: int) -> bool:
    """Tell whether the report says before a list, or in it, that there are so many."""
    words = [str(size), *(word for word, number in ORDINALS().items() if number == size)]
    number = re.compile(rf"(?<![\d.,/:])(?:{any_of(words)})(?=[\u0e01-\u0e44])")
    return any(
        not NO_NUMBER.match(text, hit.start()) and not COUNTS_ELSE.match(text, hit.end())
        for hit in number.finditer(text, max(0, start - BEFORE), end)
    )


def _done(facts: Facts, keys: set[str], after: int) -> bool:
    """Tell whether something done is told behind most names where they come again."""
    text = flow(facts).text
    places = sorted((at, key) for key in keys for at in _places(facts, key, after))
    done = set[str]()
    for index, (at, key) in enumerate(places):
        stop = places[index + 1][0] if index + 1 < len(places) else len(text)
        behind = text[at + len(key) : min(stop, at + len(key) + TOLD)]
        if tells_of_done(behind) or tells_of_done(_below(facts, at)):
            done.add(key)
    return len(done) >= max(FEWEST, HALF * len(keys))


def _below(facts: Facts, at: int) -> str:
    """Return what the cells of a column say below a cell."""
    own = block_at(facts, at)
    if own is None or own.cell is None:
        return ""
    table, row, column = own.cell
    below = (
        one
        for one in blocks(facts)
        if one.cell and one.page == own.page
        if (one.cell[0], one.cell[2]) == (table, column) and one.cell[1] > row
    )
    return "\t".join(flow(facts).text[one.start : one.end] for one in below)


def _again(facts: Facts, one: Entry, after: int) -> int:
    """Return where the longest beginning of a piece ends that heads another piece below; 0 where
    none does, or where it is what no measure is called.
    """
    letters = flow(facts)
    if letters.text.find(letters.text[one.start : one.start + SHORTEST], after) < 0:
        return 0
    for end in sorted(_ends(letters, one), reverse=True):
        name = letters.text[one.start : end]
        if next(_places(facts, name, after), None) is not None and may_name(name):
            return end
    return 0


def _ends(letters: Flow, one: Entry) -> Iterator[int]:
    """Yield where a name may end that begins a piece: before white space or a mark."""
    last = min(one.end, one.start + LONGEST)
    yield from letters.gaps(one.start + SHORTEST, last)
    yield from (hit.start() for hit in CLOSE.finditer(letters.text, one.start + SHORTEST, last))
    if one.end <= one.start + LONGEST:
        yield one.end


def may_name(name: str) -> bool:
    """Tell whether letters may be a measure's name: no field's, no round's, no indicator's."""
    bare = name.strip('"()[]:-·, ')
    if len(bare) < SHORTEST or len(LETTERS.findall(bare)) < SHORTEST or bare[0].isdigit():
        return False
    if bare in BY_LABEL() or field(bare) or A_ROUND.search(bare):
        return False
    known = bare in FOLDED() or umbrella(bare) or no_name(bare)
    return not (known or section_mode(bare) is not None)


def _places(facts: Facts, name: str, after: int) -> Iterator[int]:
    """Yield where a name heads a piece, a line or a quotation below a place."""
    letters = flow(facts)
    at = letters.text.find(name, after)
    while at >= 0:
        if _apart(letters, at, at + len(name)) and _heads(facts, at):
            yield at
        at = letters.text.find(name, at + 1)


def _apart(letters: Flow, start: int, end: int) -> bool:
    text = letters.text
    opens = start == 0 or letters.gap(start) or text[start - 1] in OPENS + "\t\f"
    closes = end >= len(text) or letters.gap(end) or text[end] in CLOSES
    return bool(opens and closes)


def _heads(facts: Facts, at: int) -> bool:
    own = block_at(facts, at)
    if own is None or own.kind in (CONTENTS, RUNNING) or own.zone == SIGNATURE:
        return False
    return at - own.start <= LEAD or flow(facts).text[at - 1] in '"[:'


def _closed_by(letters: Flow, at: int) -> str:
    return letters.text[at] if at < len(letters.text) and letters.text[at] in CLOSES else " "


def _cut(letters: Flow, one: Entry, by_gap: bool) -> int:
    """Return where the name of one that does not come again ends: as those of the others do."""
    marks = (at for at in range(one.start + SHORTEST, one.end) if letters.text[at] in CLOSES)
    gaps = letters.gaps(one.start + SHORTEST, one.end) if by_gap else []
    return min([*gaps, next(marks, one.end), one.end])


def _lists(facts: Facts) -> Iterator[List]:
    own = [one for one in blocks(facts) if one.kind != CONTENTS and one.zone != SIGNATURE]
    for entries in _in_cells(facts, own):
        if len(entries) >= FEWEST:
            yield List(tuple(entries), cells=True)
    for entries in _quoted(facts, own):
        if len(entries) >= FEWEST:
            yield List(tuple(entries))
    for entries in _counted(facts, own):
        yield List(tuple(entries), counted=True)


def _in_cells(facts: Facts, own: Sequence[Block]) -> Iterator[list[Entry]]:
    """Yield the cells of each row, all and behind its first."""
    rows = dict[tuple[int, ...], list[Block]]()
    for one in own:
        if one.cell:
            rows.setdefault((one.page, *one.cell[:2]), []).append(one)
    for cells in rows.values():
        entries = [_entry(facts, one) for one in cells]
        yield entries
        yield entries[1:]


def _entry(facts: Facts, one: Block) -> Entry:
    hit = MARK.match(flow(facts).text, one.start, one.end)
    return Entry(hit.end() if hit else one.start, one.end, one)


def _quoted(facts: Facts, own: Sequence[Block]) -> Iterator[list[Entry]]:
    """Yield the names in quotation marks of paragraphs one after the other."""
    run = list[Entry]()
    for one in own:
        hits = [*QUOTED.finditer(flow(facts).text, one.start, one.end)]
        if not hits and run:
            yield run
            run = []
        run += (Entry(*hit.span(1), one) for hit in hits)
    yield run


def _counted(facts: Facts, own: Sequence[Block]) -> Iterator[list[Entry]]:
    """Yield the pieces that count from the first on, in a row."""
    text, runs = flow(facts).text, dict[str, list[Entry]]()
    for one in own:
        hit = MARK.match(text, one.start, one.end)
        if hit is None:
            continue
        kind, number = count_of(hit)
        run = runs.setdefault(kind, [])
        if number == 1 or number != len(run) + 1:
            if len(run) >= FEWEST:
                yield run
            run = runs[kind] = []
        if number == len(run) + 1:
            run.append(Entry(hit.end(), one.end, one))
    yield from (run for run in runs.values() if len(run) >= FEWEST)
