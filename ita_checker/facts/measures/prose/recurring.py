"""Results told in prose under the names that the plan gave: paragraphs below the plan that begin
with a planned measure's name and tell of something done; and under a heading among theirs that
names a measure which the plan does not have.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ita_checker.facts.measures.naming.labels import (
    CALLED,
    NAMED,
    NUMBERED,
    RESULTS,
    SECTIONS,
    no_name,
    unmarked,
)
from ita_checker.facts.measures.naming.names import SHORTEST, SURELY, alike, bare, core, umbrella
from ita_checker.facts.measures.naming.record import Measure, number_in
from ita_checker.facts.measures.naming.series import COUNT
from ita_checker.facts.measures.prose.same_lines import parted
from ita_checker.facts.page import CELL, CONTENTS, HEADING, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import ACTIVITY, BULLET, ROUND_LABEL, Stretch, tells_of_done
from ita_checker.model import Facts

LARGER = 1.1  # times the size of the text in which a heading is surely set
SLACK = 3  # letters by which a name that comes again may be longer
HALF = 0.5
SOON = 30  # letters behind a name in which a round is labelled: "… — รอบ 6 เดือน: …"
LEAD, SHORTEST_LEAD = 16, 4  # letters in which what leads from a name is sought, and of the least
TOLD_SOON = 200  # letters behind a name in which something done is told
SETS_OFF = re.compile(r"[-:(=]|\d")
LETTERS = re.compile(r"[\u0e01-\u0e4ea-z]+")  # no digit, no mark: a name, no part of a sentence
FEWEST, LONGEST = 2, 120  # headings among which another stands, letters of one
# The number of a heading behind what all of its section bear: "3." and "2" of "3.2".
LEVEL = re.compile(r"(\(?(?:\d{1,2}\.)*)(\d{1,2})(?!\d)")


def recurring(facts: Facts, planned: Sequence[Measure]) -> tuple[Measure, ...]:
    """Return the results that stand under planned measures' names below the plan; none where most
    of what stands there tells of nothing done. What stands under one of the numbered headings of a
    section that tells of it, or behind a round's label, is told as well, in whatever words.
    """
    made = list(_told(facts, planned))
    done = [tells_of_done(_said(facts, one)) for one, _ in made]
    if sum(done) <= HALF * len(made):
        return ()
    return tuple(
        one
        for (one, headed), told in zip(made, done, strict=True)
        if told or headed or ROUND_LABEL.search(_said(facts, one), 0, SOON)
    )


def _said(facts: Facts, one: Measure) -> str:
    return "".join(flow(facts).text[slice(*part)] for part in one.fields[ACTIVITY])


def _told(facts: Facts, planned: Sequence[Measure]) -> Iterator[tuple[Measure, bool]]:
    """Yield what stands under names below the plan, each with whether a heading set as all names
    are, or a numbered one among others, names a planned measure over it.
    """
    below = max((one.name[1] for one in planned), default=0)
    own = [block for block in blocks(facts) if block.start >= below and block.kind != CONTENTS]
    begun = {at: hit for at, block in enumerate(own) if (hit := _named(facts, block, planned))}
    begun = {**_named_in_short(facts, own, planned), **begun} if begun else {}
    begun = dict(sorted(begun.items()))
    headed = all(at and own[at - 1].kind == HEADING for at in begun)  # so each heading ends one
    others = _among(facts, own, begun) or _led(facts, own, begun, _lead(facts, own, begun))
    size = _set_larger([own[at] for at in begun])
    every = dict(sorted({**begun, **others}.items()))
    stops = _next_section(facts, own, every)
    bodies = dict[int, list[Stretch]]()
    for at, (_, name) in every.items():
        parts = [(name[1], own[at].end)] if name[1] < own[at].end else []
        for after, block in enumerate(own[at + 1 :], at + 1):
            if after in every or after == stops or _ends(facts, block):
                break
            if block.kind == HEADING and (headed or round(block.size, 1) >= size):
                break
            parts.append((block.start, block.end))
        bodies[at] = parts
    for at, fields in zip(bodies, parted(facts, [*bodies.values()]), strict=True):
        measure, name = every[at]
        if fields:
            made = replace(
                measure, name=name, fields=fields, table=False, listed=False, unplaced=()
            )
            named = bool(others) and at in begun and _heads_measure(facts, own[at])
            yield made, named or (at in begun and size < math.inf)


def _set_larger(named: Sequence[Block]) -> float:
    """Return the size in which most headings name measures, larger than the text below: another
    heading so large ends what is told of the last one.
    """
    sizes = Counter(round(one.size, 1) for one in named if one.kind == HEADING)
    size, times = next(iter(sizes.most_common(1)), (0.0, 0))
    return size if size >= LARGER and times > HALF * len(named) else math.inf


def _next_section(facts: Facts, own: Sequence[Block], names: Iterable[int]) -> int:
    """Return which piece is the heading whose number goes on from the last numbered one above all
    names ("4. …" below "3. …"): another section, whatever it is called. -1 where there is none.
    """
    text, first = flow(facts).text, min(names, default=0)
    levels = [
        (LEVEL.match(text, one.start) if one.kind == HEADING else None, one.size) for one in own
    ]
    above = [(level, size) for level, size in levels[:first] if level]
    if not above:
        return -1
    last, size = above[-1]
    following = (last[1], int(last[2]) + 1)
    return next(
        (
            at
            for at, (level, own_size) in enumerate(levels[first:], first)
            if level and (level[1], int(level[2])) == following and own_size >= size
        ),
        -1,
    )


def _among(
    facts: Facts, own: Sequence[Block], begun: Mapping[int, tuple[Measure, Stretch]]
) -> Mapping[int, tuple[Measure, Stretch]]:
    """Return the headings that go on from the numbers of those with planned names, and name a
    measure as these do ("3.5 มาตรการ…" below 3.3 and 3.4), with the measure that each names.
    """
    text = flow(facts).text
    levels = [LEVEL.match(text, own[at].start) for at in begun if _heads_measure(facts, own[at])]
    known = {(level[1], int(level[2])) for level in levels if level}
    found = dict[int, tuple[Measure, Stretch]]()
    for at, block in enumerate(own):
        level = None if at in begun else LEVEL.match(text, block.start)
        if level is None or not _heads_measure(facts, block):
            continue
        section, number = level[1], int(level[2])
        beside = {(section, number - 1), (section, number + 1)} & known
        if beside and sum(other == section for other, _ in known) >= FEWEST:
            name = (_name_at(facts, block), block.end)
            called = text[slice(*name)]
            made = Measure(name, core(called), {}, 0, False, number=number_in(called))
            found[at] = (made, name)
    return found


def _lead(facts: Facts, own: Sequence[Block], begun: Mapping[int, tuple[Measure, Stretch]]) -> str:
    """Return what leads from every name to what is told of it ("ในรอบ 6 เดือน", " — รอบ"), '' where
    it differs or is a word of any sentence.
    """
    text = flow(facts).text
    behind = [text[name[1] : min(own[at].end, name[1] + LEAD)] for at, (_, name) in begun.items()]
    same = takewhile(lambda letters: len({*letters}) == 1, zip(*behind, strict=False))
    lead = "".join(first for first, *_ in same) if len(behind) >= FEWEST else ""
    return lead if len(lead) >= SHORTEST_LEAD and SETS_OFF.search(lead) else ""


def _led(
    facts: Facts, own: Sequence[Block], begun: Mapping[int, tuple[Measure, Stretch]], lead: str
) -> Mapping[int, tuple[Measure, Stretch]]:
    """Return the paragraphs among or below those with planned names in which the same words lead
    from a name to something done: it names a measure that the plan does not have.
    """
    text, called = flow(facts).text, re.compile(CALLED())
    all_called = all(called.match(text, own[at].start) for at in begun)
    found = dict[int, tuple[Measure, Stretch]]()
    for at in range(min(begun, default=0), len(own)) if lead else ():
        block = own[at]
        if at in begun or _ends(facts, block):
            continue
        end = text.find(lead, block.start, min(block.end, block.start + LONGEST))
        name = text[block.start : max(end, block.start)]
        if len(name) < SHORTEST or not LETTERS.fullmatch(name) or no_name(name):
            continue
        if (called.match(name) or not all_called) and tells_of_done(text[end : end + TOLD_SOON]):
            made = Measure((block.start, end), core(name), {}, 0, False, number=number_in(name))
            found[at] = (made, (block.start, end))
    return found


def _heads_measure(facts: Facts, block: Block) -> bool:
    """Tell whether a piece is a heading alone that calls what it names a measure."""
    called = flow(facts).text[_name_at(facts, block) : block.end]
    fits = block.kind == HEADING and SHORTEST <= len(called) <= LONGEST
    of_measure = re.match(CALLED(), called) and NAMED.match(called)
    return bool(fits and of_measure) and not (no_name(called) or umbrella(called))


def _name_at(facts: Facts, block: Block) -> int:
    """Return where a numbered heading's name begins."""
    hit = NUMBERED.match(flow(facts).text[block.start : block.end])
    return block.start + (hit.end() if hit else 0)


def _named(
    facts: Facts, block: Block, planned: Sequence[Measure]
) -> tuple[Measure, Stretch] | None:
    """Return the planned measure whose name a paragraph begins with, and where the name stands."""
    if block.kind == CELL or block.zone == SIGNATURE:
        return None
    text = flow(facts).text[block.start : block.end]
    hits = (lead.match(text) for lead in (NUMBERED, COUNT, BULLET))
    for start in dict.fromkeys([*(hit.end() for hit in hits if hit), 0]):
        said = text[start:]
        lengths = [(_begins(said, one), -at) for at, one in enumerate(planned)]
        length, at = max(lengths, default=(0, 0))
        if length:
            return planned[-at], (block.start + start, block.start + start + length)
    return None


def _named_in_short(
    facts: Facts, own: Sequence[Block], planned: Sequence[Measure]
) -> Mapping[int, tuple[Measure, Stretch]]:
    """Return the pieces that say no more than how one planned measure's name ends, among others
    with whole names: "จัดซื้อจัดจ้าง" over what was done for มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง.
    """
    found = dict[int, tuple[Measure, Stretch]]()
    for at, block in enumerate(own):
        if block.kind == CELL or block.zone == SIGNATURE or block.end - block.start > LONGEST:
            continue
        text = flow(facts).text[block.start : block.end]
        hit = NUMBERED.match(text) or COUNT.match(text) or BULLET.match(text)
        said = text[hit.end() :] if hit else text
        ends = [one for one in planned if bare(one.called).endswith(said)]
        if len(said) >= SHORTEST and len(ends) == 1:
            found[at] = (ends[0], (block.end - len(said), block.end))
    return found


def _begins(text: str, one: Measure) -> int:
    """Return how long the measure's name is at the beginning of a text, 0 where it is not there;
    what the plan adds to it in brackets ("(สำหรับตัวชี้วัด…)") need not come again.
    """
    length = _begins_with(text, one.called)
    if length or (name := bare(one.called)) == one.called:
        return length
    return _begins_with(text, name)


def _begins_with(text: str, name: str) -> int:
    if len(name) < SHORTEST:
        return 0
    for lead in (0, text.find(name[:SHORTEST], 0, 2 * SHORTEST)):
        if lead >= 0 and text.startswith(name, lead):
            return lead + len(name)
    whole = text[: len(name) + SLACK]
    return len(whole) if core(whole) and alike(whole, name) >= SURELY else 0


def _is_heading(facts: Facts, block: Block) -> bool:
    """Tell whether a piece is set as a heading and is no label with what it says."""
    return (
        block.kind == HEADING
        and block.centred
        and ":" not in flow(facts).text[block.start : block.end]
    )


def _ends(facts: Facts, block: Block) -> bool:
    """Tell whether a piece ends what is told under a name: a table, a signature, a section's
    heading.
    """
    if block.kind == CELL or block.zone == SIGNATURE or _is_heading(facts, block):
        return True
    bare = unmarked(flow(facts).text[block.start : block.end])
    return any(heading.match(bare) for mode, heading in SECTIONS() if mode != RESULTS)
