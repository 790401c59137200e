"""Measures counted one after the other in prose ("เรื่องแรก …", "ประการที่สอง …", "(3) …"): a series of
the same word with ordinals that rise, whatever the word is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from ita_checker.facts.measures.naming.labels import CALLED, ORDINALS, no_name, section_mode
from ita_checker.facts.measures.naming.names import SHORTEST, umbrella
from ita_checker.facts.measures.naming.quoted_names import Quoted, quoted
from ita_checker.facts.measures.naming.told_parts import set_off, tells, told_parts
from ita_checker.facts.page import CELL, CONTENTS, HEADING, SIGNATURE, Block, blocks, flow, note_at
from ita_checker.facts.tables import (
    LABEL,
    MONITORING,
    RESPONSIBLE,
    Stretch,
    look,
    tells_of_done,
)
from ita_checker.model import Facts
from ita_checker.model.records import record
from ita_checker.text.bullets import BULLETS
from ita_checker.text.flow import Flow, fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import lists_of, of_words, words_of

COUNTING = lists_of("measures.counting")
FIRST = of_words(lambda: any_of(COUNTING["first"]))
NEXT = of_words(lambda: any_of(COUNTING["next"]))
COUNT = pattern_of(
    lambda: (
        rf"(?P<word>[\u0e01-\u0e4e]{{2,10}}?){any_of(words_of('measures.counts'))}?"
        rf"(?:(?P<first>{FIRST()})|(?P<next>{NEXT()})|(?P<spelled>{any_of(ORDINALS())})|(?P<number>\d{{1,2}}))"
        rf"(?![\d.])[.:)-]?{any_of(COUNTING['is_called'])}?"
        r"|(?P<open>\(?)(?P<bare>\d{1,2})(?P<close>[.)])(?=[\u0e01-\u0e4e])"
    )
)
# Without one of these within so many letters of a place, nothing counts there.
NUMBER = pattern_of(lambda: rf"\d|{FIRST()}|{NEXT()}|{any_of(ORDINALS())}")
NEAR = of_words(lambda: 10 + max(map(len, map(fold, words_of("measures.counts"))), default=0))
MARK = re.compile(
    r"\((?![a-z])|:|-(?![a-z])"
)  # what closes a name; "(No Gift Policy)" is part of one
STOPS = pattern_of(lambda: any_of(COUNTING["name_ends"]))
BULLET = re.compile(f"[{BULLETS}]")
LONGEST_NAME, TWO = 120, 2
SHORT_LEAD = 60  # letters of a line that heads a series
LEADS = pattern_of(lambda: any_of(COUNTING["leads"]) + "[:-]?$")
NO_MEASURES = pattern_of(lambda: any_of(words_of("measures.no_measures")))
OF_MEASURES = pattern_of(lambda: CALLED())


@dataclass(frozen=True, slots=True)
class Item:
    """One of a series: where its count begins, its name, the pieces after it with what they look
    like, and where its paragraph ends.
    """

    start: int
    name: Stretch
    given: tuple[tuple[str, Stretch], ...]
    end: int
    done: bool

    @property
    def promised(self) -> bool:
        """Tell whether it says who does it or how it is watched."""
        return any(held in (RESPONSIBLE, MONITORING) for held, _ in self.given)


@record(frozen=True, slots=True)
class Count:
    """A count at the head of a sentence: its kind, its number, where it stands."""

    kind: str
    number: int
    start: int
    end: int
    block: Block


def series(facts: Facts) -> tuple[tuple[Item, ...], ...]:
    """Return the series of measures in prose, in order."""
    return facts.once(_series)


def _series(facts: Facts) -> tuple[tuple[Item, ...], ...]:
    found = []
    for run in (*runs_of(counts(facts)), *_bulleted(facts)):
        ends = [min(one.start, last.block.end) for last, one in pairwise(run)]
        items = tuple(
            item
            for one, end in zip(run, [*ends, run[-1].block.end], strict=True)
            if (item := _item(facts, one, end))
        )
        named = all(OF_MEASURES.match(flow(facts).text, item.name[0]) for item in items)
        if NO_MEASURES.match(run[0].kind) and not named:
            continue  # "ขั้นแรก …", "ขั้นต่อไป …": steps
        if len(items) == len(run) and _of_measures(facts, items):
            found.append(items)
    for names in quoted(facts):
        items = tuple(_item_of_quoted(facts, one) for one in names)
        if _of_measures(facts, items):
            found.append(items)
    return tuple(found)


def _item_of_quoted(facts: Facts, one: Quoted) -> Item:
    """Return the measure whose name stands in quotation marks; who does it may stand before
    them.
    """
    text, (start, end) = flow(facts), one.name
    before = [(RESPONSIBLE, part) for part in ((one.lead, start - 1),) if _gives(text, part)]
    given = (*before, *told_parts(text, end + 1, one.end))
    return Item(one.start, one.name, given, one.end, tells_of_done(text.text[end : one.end]))


def _gives(text: Flow, part: Stretch) -> bool:
    """Tell whether what stands before a name gives the measure to an office."""
    return part[0] < part[1] and tells(text.text[slice(*part)]) == RESPONSIBLE


def counts(facts: Facts) -> tuple[Count, ...]:
    """Return the counts that begin a paragraph outside tables, or stand in it after white space."""
    return facts.once(_counts)


def _counts(facts: Facts) -> tuple[Count, ...]:
    text, found, last = flow(facts), list[Count](), dict[str, str]()
    for block in blocks(facts):
        if block.kind in (CELL, CONTENTS) or block.zone == SIGNATURE:
            continue
        for at in _places(text, block):
            hit = COUNT.match(text.text, at, block.end)
            if not hit:
                continue
            said = text.text[at : hit.end() + SHORTEST]
            if last.get(_kind(hit)) != said:  # else the same one's next line: it counts no further
                found.append(Count(_kind(hit), _number(hit), at, hit.end(), block))
            last[_kind(hit)] = said
    return tuple(found)


def _places(text: Flow, block: Block) -> Iterator[int]:
    """Yield where a piece begins and where white space stands in it, a number soon behind."""
    number, near = NUMBER.search(text.text, block.start, block.end), NEAR()
    for at in (block.start, *text.gaps(block.start + 1, block.end)) if number else ():
        if number and number.start() < at:
            number = NUMBER.search(text.text, at, block.end)
        if number is None:
            return
        if number.start() <= at + near:
            yield at


def _bulleted(facts: Facts) -> Iterator[list[Count]]:
    """Yield the pieces side by side that one bullet marks and the word for a measure begins."""
    text, run = flow(facts).text, list[Count]()
    for block in (*blocks(facts), None):
        hit = BULLET.match(text, block.start, block.end) if block else None
        if hit and block and (not run or run[-1].kind == hit[0]):
            run.append(Count(hit[0], len(run) + 1, block.start, hit.end(), block))
            continue
        if len(run) >= TWO and all(OF_MEASURES.match(text, one.end) for one in run):
            yield run
        run = [Count(hit[0], 1, block.start, hit.end(), block)] if hit and block else []


def counted_at(facts: Facts) -> Mapping[int, int]:
    """Return where what is counted from the first on begins ("… ดังนี้ (1) … (2) …"), with where its
    count does.
    """
    return {one.end: one.start for run in runs_of(counts(facts)) for one in run}


def _kind(hit: re.Match[str]) -> str:
    return hit["word"] or f"{hit['open']}#{hit['close']}"


def _number(hit: re.Match[str]) -> int:
    """Return the number of a count; 0 for "the next" and "the last"."""
    if hit["first"]:
        return 1
    if hit["next"]:
        return 0
    return ORDINALS()[hit["spelled"]] if hit["spelled"] else int(hit["number"] or hit["bare"])


def runs_of(found: Sequence[Count]) -> Iterator[list[Count]]:
    """Yield the counts of one kind that rise by one from the first on."""
    for kind in dict.fromkeys(one.kind for one in found):
        run: list[Count] = []
        for one in (one for one in found if one.kind == kind):
            if run and one.number in (0, len(run) + 1):
                run.append(one)
            elif one.number == 1:
                if len(run) >= TWO:
                    yield run
                run = [one]
        if len(run) >= TWO:
            yield run


def _item(facts: Facts, one: Count, end: int) -> Item | None:
    text = flow(facts)
    cut = _name_end(text, one.end, end)
    note = note_at(facts, one.end, cut)
    cut, after = note.mark if note else (cut, cut)
    if not SHORTEST <= cut - one.end <= LONGEST_NAME or _is_no_name(text, (one.end, cut)):
        return None
    given = list(told_parts(text, one.end if cut == end else after, end))
    given += told_parts(text, note.start, note.end) if note else ()
    return Item(one.start, (one.end, cut), tuple(given), end, tells_of_done(text.text[cut:end]))


def _is_no_name(text: Flow, part: Stretch) -> bool:
    """Tell whether what a count stands before is no measure's name: a title of all, a label that
    stands apart, a section's heading, a sentence that goes on.
    """
    called = text.text[slice(*part)]
    label = LABEL.match(called)
    labelled = label and (label.end() == len(called) or set_off(text, part[0] + label.end()))
    return bool(
        umbrella(called)
        or STOPS.match(called)
        or no_name(called)
        or labelled
        or section_mode(called) is not None
    )


def _name_end(text: Flow, start: int, end: int) -> int:
    """Return where a name ends: at a bracket, colon or dash, before a word that goes on from it
    after white space, or at the first white space.
    """
    mark = MARK.search(text.text, start + SHORTEST, end)
    spaces = text.gaps(start + SHORTEST, end)
    stops = (at for at, after in pairwise([*spaces, end]) if _stops(text, at, after))
    first = (*([mark.start()] if mark else []), *islice(stops, 1))
    if near := [at for at in first if at - start <= LONGEST_NAME]:
        return min(near)
    return next((at for at in spaces if "\n" not in text.gap(at)), end)


def _stops(text: Flow, at: int, end: int) -> bool:
    """Tell whether a name is over before a place: another measure or a field begins there; where a
    line is full, the name may go on in the next one with the word that some label is.
    """
    if STOPS.match(text.text, at) or OF_MEASURES.match(text.text, at):
        return True
    label, held = LABEL.match(text.text, at), look(text.text[at:end])
    if label and "\n" in text.gap(at) and not held:
        return set_off(text, label.end())
    return label is not None or held == RESPONSIBLE


def _of_measures(facts: Facts, items: tuple[Item, ...]) -> bool:
    """Tell whether a series is one of measures: two signs of three. Most say who does it or how it
    is watched; they are called measures, or what leads to the first says so; names come again.
    """
    text = flow(facts).text
    promised = TWO * sum(item.promised for item in items) >= len(items)
    named = all(OF_MEASURES.match(text, item.start) for item in items) or all(
        OF_MEASURES.match(text, item.name[0]) for item in items
    )
    again = sum(text.find(text[slice(*item.name)], item.end) >= 0 for item in items)
    signs = (promised, named or announced(facts, items[0].start), TWO * again >= len(items))
    offices = all(look(text[slice(*item.name)]) == RESPONSIBLE for item in items)
    return sum(signs) >= TWO and not offices  # "เรื่องแรกกองคลังเป็นเจ้าของเรื่อง" names no measure


def announced(facts: Facts, start: int) -> bool:
    """Tell whether the piece before a place heads measures, or is a sentence that leads to them."""
    before = next((one for one in reversed(blocks(facts)) if one.start < start), None)
    if before is None or before.kind in (CELL, CONTENTS):
        return False
    text = flow(facts).text[before.start : min(before.end, start)]
    led = before.kind == HEADING or len(text) <= SHORT_LEAD or LEADS.search(text)
    return bool(led and OF_MEASURES.search(text))
