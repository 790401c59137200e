"""Where a measure's name heads a piece outside the plan: a line, a cell, a card's title, a clause.
Whatever the layout, what is told of a measure is told under its name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ita_checker.facts.measures.naming.beside_anchors import COUNTED, pieces, siblings
from ita_checker.facts.measures.naming.labels import MEASURE
from ita_checker.facts.measures.naming.name_keys import (
    CLAUSE,
    FEWEST,
    LINE,
    LONGEST,
    PIECE,
    SHORTEST,
    Anchor,
    Name,
    key_of,
)
from ita_checker.facts.measures.naming.names import SURELY, alike, bare
from ita_checker.facts.measures.naming.series import counted_at
from ita_checker.facts.measures.naming.short_names import short_names
from ita_checker.facts.page import (
    CELL,
    CONTENTS,
    RUNNING,
    SIGNATURE,
    Row,
    block_at,
    flow,
    rows,
)
from ita_checker.facts.tables import Stretch, grids, tells_of_done
from ita_checker.model import Facts
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import any_of, standing
from ita_checker.text.stretches import Stretches

LEAD = 26  # letters at most before a name that heads its piece: a number, a word or two
ALIAS = re.compile(r"[\u0e01-\u0e4e]{3}.{2}")  # what counts a name in words
CODE = re.compile(r"[\u0e01-\u0e2ea-z]{1,3}[-.]?\d{1,2}|\d{1,2}")


def anchors(facts: Facts, known: Sequence[Name], own: Sequence[Stretch]) -> tuple[Anchor, ...]:
    """Return where the measures' names head pieces outside the plan, whose fields are its `own`,
    in order; clauses where pieces and lines are headed by few of them.
    """
    found = _by_letters(facts, known)
    left = [name for name in known if name not in {one.of for one in found}]
    found += _nearly(facts, left, known)
    found += _short(facts, known, own, {one.start for one in found})
    if len({one.of for one in found}) < FEWEST:
        found = list(_by_mark(facts, known)) or found
    return _with_siblings(facts, found)


def by_letters(facts: Facts, known: Sequence[Name]) -> tuple[Anchor, ...]:
    """Return where names head pieces letter by letter, or by what counts them in words."""
    return _with_siblings(facts, _by_letters(facts, known))


def _by_letters(facts: Facts, known: Sequence[Name]) -> list[Anchor]:
    found = list(_by_alias(facts, known))
    counted = {one.start for one in found}
    found += (one for one in _by_name(facts, known) if one.start not in counted)
    found = _told_in_turn(facts, found)
    apart = [one for one in found if one.heads < CLAUSE]
    if 2 * len({one.of for one in apart}) > len(known):
        found = apart
    return found


def _with_siblings(facts: Facts, every: Sequence[Anchor]) -> tuple[Anchor, ...]:
    found = _without_lists(facts, every)
    found += siblings(facts, found)
    return tuple(sorted(found, key=lambda one: one.at))


def _without_lists(facts: Facts, found: Sequence[Anchor]) -> list[Anchor]:
    """Return the names without those of a paragraph that lists several which all head something
    elsewhere too: a sentence that says which measures there are.
    """
    kept, text = list(found), flow(facts).text
    for block in dict.fromkeys(block_at(facts, at) for at in sorted(one.at[0] for one in found)):
        if block is None or block.kind in (CELL, CONTENTS, RUNNING) or block.zone == SIGNATURE:
            continue
        inside = [one for one in kept if block.start <= one.at[0] < block.end]
        if not inside:
            continue
        said = text[block.start : block.end]
        if sum(one.key in said for one in {other.of for other in kept}) < FEWEST:
            continue
        outside = [one for one in kept if one not in inside]
        if _told_one_by_one(text, inside, block.end):
            continue
        if {one.of for one in inside} <= {one.of for one in outside}:
            kept = outside
    return kept


def _told_in_turn(facts: Facts, found: Sequence[Anchor]) -> list[Anchor]:
    """Return the names, those of a paragraph that tells of several of them one after the other all
    as lines: where a line ends there is chance.
    """
    made, text = list[Anchor](), flow(facts).text
    for block, own in groupby(found, lambda one: block_at(facts, one.at[0])):
        names = list(own)
        several = block and block.kind != CELL and len({one.of for one in names}) >= FEWEST
        told = several and block and _told_one_by_one(text, names, block.end)
        made += (replace(one, heads=min(one.heads, LINE)) if told else one for one in names)
    return made


def _told_one_by_one(text: str, inside: Sequence[Anchor], end: int) -> bool:
    """Tell whether something done stands behind most of a paragraph's names: it lists none."""
    ends = [*(one.start for one in inside[1:]), end]
    behind = (text[one.at[1] : stop] for one, stop in zip(inside, ends, strict=True))
    return 2 * sum(map(tells_of_done, behind)) > len(inside)


def _by_name(facts: Facts, known: Sequence[Name]) -> Iterator[Anchor]:
    """Yield where names head pieces letter by letter; of two at one place the longer."""
    text = flow(facts).text
    keys = {bare(name.key): name for name in known} | {name.key: name for name in known}
    set_at = Stretches(part for name in known for part in name.set_at)
    for start, end in standing(text, keys):
        if start not in set_at and (headed := _headed(facts, start)):
            at = _from_word(text, start), end
            yield Anchor(keys[text[start:end]], at, *headed)


def _by_alias(facts: Facts, known: Sequence[Name]) -> Iterator[Anchor]:
    """Yield the pieces headed by what counts the names where they are set, in words ("เรื่องหนึ่ง",
    "ภารกิจ A").
    """
    aliases = {name.mark: name for name in known if ALIAS.match(name.mark)}
    if len(aliases) < max(FEWEST, len(known)):
        return
    token = re.compile(rf"{any_of(tuple(aliases))}(?![\d.])")
    set_at = Stretches(_set_at(facts, known))
    for one in pieces(facts):
        hit = token.match(flow(facts).text, one.start, one.end)
        if hit and one.start not in set_at:
            yield Anchor(aliases[hit[0]], hit.span(), one.start, PIECE)


def _set_at(facts: Facts, known: Iterable[Name]) -> list[Stretch]:
    """Return where names are set: their own letters, in a table the whole table."""
    own = [part for name in known for part in name.set_at]
    tables = [(grid.start, grid.end) for grid in grids(facts)]
    starts = sorted(at for at, _ in own)
    inside = [bisect_left(starts, end) - bisect_left(starts, start) for start, end in tables]
    return own + [one for one, times in zip(tables, inside, strict=True) if times >= FEWEST]


def _from_word(text: str, at: int) -> int:
    """Return where the word for a measure begins that stands right before a name, else the name."""
    return next((at - len(word) for word in MEASURE() if text.endswith(word, 0, at)), at)


def _headed(facts: Facts, at: int) -> tuple[int, int] | None:
    """Return where what a name at a place heads begins, and what it is: a piece, a line, a clause;
    None where it stands in the middle of one.
    """
    own, letters = block_at(facts, at), flow(facts)
    if own is None or own.kind in (CONTENTS, RUNNING) or own.zone == SIGNATURE:
        return None
    if at - own.start <= LEAD:
        return own.start, PIECE
    if counted := facts.once(counted_at).get(_from_word(letters.text, at)):
        return counted, LINE
    line = rows(facts).rows[rows(facts).at(at)]
    if at - line.start <= LEAD:
        return line.start, LINE
    gaps = letters.gaps(max(line.start, at - LEAD), at + 1)
    return (gaps[-1], CLAUSE) if gaps else None


def _nearly(facts: Facts, left: Sequence[Name], known: Sequence[Name]) -> Iterator[Anchor]:
    """Yield the pieces that names head nearly, or by a part of them that no other name has."""
    if not left:
        return
    set_at = Stretches(_set_at(facts, known))
    for block in pieces(facts):
        if block.start in set_at:
            continue
        said = _head(flow(facts).text[block.start : block.end])
        key = key_of(said)[0] if len(said) < LONGEST else ""
        own = [name for name in left if _nearly_same(key, name, known)]
        if len(own) == 1:
            at = block.start, block.start + len(said)
            yield Anchor(own[0], at, block.start, PIECE)


def _short(
    facts: Facts, known: Sequence[Name], planned: Sequence[Stretch], taken: set[int]
) -> Iterator[Anchor]:
    """Yield the pieces headed by parts of names, but for those of the plan."""
    own = Stretches([*planned, *_set_at(facts, known)])
    free = [one for one in pieces(facts) if one.start not in own]
    for one in short_names(facts, known, free):
        if one.start not in taken:
            yield Anchor(one.of, (one.start, one.end), one.start, PIECE)


def _head(said: str) -> str:
    """Return what stands before a piece's colon, or all of it where it is short."""
    return said[:LONGEST].split(":")[0].split("\t")[0]


def _nearly_same(own: str, name: Name, known: Sequence[Name]) -> bool:
    if len(own) < SHORTEST:
        return False
    if alike(own, name.key) >= SURELY:
        return True
    return own in name.key and sum(own in other.key for other in known) == 1


def _lines(facts: Facts) -> Iterator[Row]:
    """Yield the lines of those pieces."""
    within = [(one.start, one.end) for one in pieces(facts)]
    at = 0
    for line in rows(facts).rows:
        while at < len(within) and within[at][1] <= line.start:
            at += 1
        if at < len(within) and within[at][0] <= line.start:
            yield line


def _by_mark(facts: Facts, known: Sequence[Name]) -> Iterator[Anchor]:
    """Yield the pieces behind the plan that the names' marks head, or one word with their
    numbers.
    """
    text, set_at = flow(facts).text, _set_at(facts, known)
    behind = max((end for _, end in set_at), default=0)
    pieces = [one for one in _lines(facts) if one.start >= behind]
    coded = {name.mark: name for name in known if CODE.fullmatch(name.mark)}
    if coded and len(coded) == len(known) and not all(map(str.isdigit, coded)):
        token = re.compile(rf"{any_of(tuple(coded))}(?!\d|\.\d)")
        for one in pieces:
            hit = token.search(text, one.start, min(one.end, one.start + LEAD))
            if hit and _apart(flow(facts), one, hit):
                yield Anchor(coded[hit[0]], hit.span(), one.start, PIECE)
        return
    yield from _by_number(facts, known, pieces)


def _apart(letters: Flow, piece: Row, code: re.Match[str]) -> bool:
    """Tell whether a code is no part of a longer word: its piece, white space or a mark is before
    it.
    """
    at = code.start()
    return at == piece.start or bool(letters.gap(at)) or not letters.text[at - 1].isalnum()


def _by_number(facts: Facts, known: Sequence[Name], pieces: Sequence[Row]) -> Iterator[Anchor]:
    """Yield the pieces that one word and the names' numbers head, all of them."""
    text, found = flow(facts).text, dict[str, list[Anchor]]()
    numbers = {name.number: name for name in known}
    for one in pieces:
        hit = COUNTED.match(text, one.start, one.end)
        if hit and int(hit["number"]) in numbers:
            anchor = Anchor(numbers[int(hit["number"])], hit.span(), one.start, PIECE)
            found.setdefault(hit["word"], []).append(anchor)
    for same in found.values():
        if len({one.of for one in same}) == len(numbers):
            yield from same
            return
