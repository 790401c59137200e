"""Results by the planned measures' names alone, for reports of whose results no layout is known:
what stands under each name, wherever it heads a piece outside the plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ita_checker.facts.measures.naming.anchors import by_letters
from ita_checker.facts.measures.naming.how_many import how_many
from ita_checker.facts.measures.naming.listed_again import listed_again, said_so_many
from ita_checker.facts.measures.naming.name_keys import FEWEST, SHORTEST, Name, key_of
from ita_checker.facts.measures.naming.names import SAME, alike, core
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.measures.naming.spread import Territory, spread
from ita_checker.facts.measures.paired.told_each import each_told
from ita_checker.facts.measures.prose.same_lines import parted
from ita_checker.facts.page import blocks, flow
from ita_checker.facts.tables import Stretch, said, tells_of_done
from ita_checker.model import Facts

HALF = 0.5  # share of the measures of which something done is told
LEAD, SHORTEST_WORD = 16, 3  # letters in which a count is sought, and of its word
LONGEST_NAME = 60  # letters of a name
BARE = " \t\f-–.:()[]"


def set_again(facts: Facts, read: Sequence[Measure]) -> list[Measure]:
    """Return the measures of the list whose names come again over what was done; none where the
    results that were `read` are of others.
    """
    text, names = flow(facts).text, listed_again(facts)
    called = [core(text[slice(*name)]) for name in names]
    same = sum(any(alike(one.called, name) >= SAME for name in called) for one in read)
    if read and same < FEWEST:
        return []
    return [
        Measure(name, core(text[slice(*name)]), {}, 0, False, listed=True, number=number, mark=mark)
        for number, (name, mark) in enumerate(zip(names, _counts(facts, names), strict=True), 1)
    ]


def _counts(facts: Facts, names: Sequence[Stretch]) -> list[str]:
    """Return what counts each name of a list in words, right before it ("เรื่องหนึ่ง", "ภารกิจ A");
    '' for each where they are not counted so.
    """
    letters = flow(facts)
    leads = list[str]()
    for start, _ in names:
        gaps = letters.gaps(max(0, start - LEAD), start - 1)
        begins = gaps[-1] if gaps else start
        leads.append(letters.text[begins:start].strip(BARE + '"'))
    word = _shared(leads)
    found = [lead[lead.rfind(word) :] for lead in leads]
    fits = len(word) >= SHORTEST_WORD and all(one.startswith(word) for one in found)
    return found if fits and len({*found}) == len(found) else [""] * len(found)


def told_by_name(facts: Facts, planned: Sequence[Measure]) -> list[Measure]:
    """Return what is told under the planned measures' names; nothing where that of most tells of
    nothing done.
    """
    known = [
        Name(key_of(one.called)[0], one.mark, number, (one.name,))
        for number, one in enumerate(planned, start=1)
    ]
    known = [one for one in known if len(one.key) >= SHORTEST]
    if len(known) < FEWEST:
        return []
    last = max(end for one in planned for _, end in (one.name, *one.own, *one.unplaced))
    told = [one for one in spread(facts, known, by_letters(facts, known)) if one.name[0] >= last]
    done = [one for one in told if tells_of_done(said(facts, one.parts))]
    if len({one.key for one in done}) < max(FEWEST, HALF * len(known)):
        return []
    below = [
        one
        for one in told
        if one.name >= done[0].name or (one.across and done[0].across)  # side by side with it
        if _says(facts, one)
    ]
    called = {key_of(one.called)[0]: one for one in planned}
    bodies = parted(facts, [_pieces(facts, one) for one in below])
    return [
        Measure(one.name, _called(facts, one, called), fields, 0, False)
        for one, fields in zip(below, bodies, strict=True)
        if fields
    ]


def _shared(leads: Sequence[str]) -> str:
    """Return the longest letters in a row that all leads have in common."""
    first = leads[0] if leads else ""
    runs = (first[at:end] for at in range(len(first)) for end in range(at + 1, len(first) + 1))
    return max((run for run in runs if all(run in lead for lead in leads)), key=len, default="")


def _called(facts: Facts, one: Territory, planned: Mapping[str, Measure]) -> str:
    """Return what is planned of that name; its own where nothing is."""
    own = core(flow(facts).text[slice(*one.name)])
    return planned[one.key].called if one.key in planned else own


def counted_results(facts: Facts) -> list[Measure]:
    """Return the results of a report that sets no measures: those told one after the other, counted
    to as many as it says there are.
    """
    own, text = each_told(facts), flow(facts).text
    first = own[0][0].block.start if own else 0
    if len(own) not in how_many(facts) and not said_so_many(text, len(own), first, first):
        return []
    bodies = parted(facts, [_within(facts, parts) for _, parts in own])
    made = list[Measure]()
    for (one, _), fields in zip(own, bodies, strict=True):
        start, end = one.name
        if end - start > LONGEST_NAME:  # a paragraph: its first words name what it tells
            gaps = flow(facts).gaps(start + SHORTEST, start + LONGEST_NAME)
            end = gaps[0] if gaps else start + LONGEST_NAME
        called = core(text[start:end])
        if fields:
            made.append(Measure((start, end), called, fields, 0, False, number=one.number))
    return made


def _says(facts: Facts, one: Territory) -> bool:
    return bool(said(facts, one.parts).strip(BARE))


def _pieces(facts: Facts, one: Territory) -> list[Stretch]:
    """Return the pieces, cells and paragraphs, of what stands under a name."""
    return _within(facts, one.parts)


def _within(facts: Facts, parts: Sequence[Stretch]) -> list[Stretch]:
    return [
        (max(start, block.start), min(end, block.end))
        for start, end in parts
        for block in blocks(facts)
        if block.start < end and start < block.end
    ]
