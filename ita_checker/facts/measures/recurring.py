"""Results told in prose under the names that the plan gave: paragraphs below the plan that begin
with a planned measure's name and tell of something done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_checker.facts.measures.labels import NUMBERED, RESULTS, SECTIONS
from ita_checker.facts.measures.names import SHORTEST, SURELY, alike, core
from ita_checker.facts.measures.record import Measure
from ita_checker.facts.measures.series import COUNT
from ita_checker.facts.page import CELL, CONTENTS, HEADING, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import ACTIVITY, BULLET, RESULT, Stretch, tells_of_done
from ita_checker.model import Facts

SLACK = 3  # letters by which a name that comes again may be longer
HALF = 0.5


def recurring(facts: Facts, planned: Sequence[Measure]) -> tuple[Measure, ...]:
    """Return the results that stand under planned measures' names below the plan; none where most
    of what stands there tells of nothing done.
    """
    made = tuple(_told(facts, planned))
    told = [one for one in made if tells_of_done(_said(facts, one))]
    return tuple(told) if made and len(told) > HALF * len(made) else ()


def _said(facts: Facts, one: Measure) -> str:
    return "".join(flow(facts).text[slice(*part)] for part in one.fields[ACTIVITY])


def _told(facts: Facts, planned: Sequence[Measure]) -> Iterator[Measure]:
    below = max((one.name[1] for one in planned), default=0)
    own = [block for block in blocks(facts) if block.start >= below and block.kind != CONTENTS]
    begun = {at: hit for at, block in enumerate(own) if (hit := _named(facts, block, planned))}
    headed = all(at and own[at - 1].kind == HEADING for at in begun)  # so each heading ends one
    for at, (measure, name) in begun.items():
        parts = [(name[1], own[at].end)] if name[1] < own[at].end else []
        for after, block in enumerate(own[at + 1 :], at + 1):
            if after in begun or _ends(facts, block) or (headed and block.kind == HEADING):
                break
            parts.append((block.start, block.end))
        if parts:
            fields = {ACTIVITY: tuple(parts), RESULT: tuple(parts)}
            yield replace(measure, name=name, fields=fields, table=False, listed=False, unplaced=())


def _named(
    facts: Facts, block: Block, planned: Sequence[Measure]
) -> tuple[Measure, Stretch] | None:
    """Return the planned measure whose name a paragraph begins with, and where the name stands."""
    if block.kind == CELL or block.zone == SIGNATURE:
        return None
    text = flow(facts).text[block.start : block.end]
    for lead in (NUMBERED, COUNT, BULLET, None):
        hit = lead.match(text) if lead else None
        if lead and not hit:
            continue
        start = hit.end() if hit else 0
        for one in planned:
            if length := _begins(text[start:], one):
                return one, (block.start + start, block.start + start + length)
    return None


def _begins(text: str, one: Measure) -> int:
    """Return how long the measure's name is at the beginning of a text, 0 where it is not there."""
    name = one.called
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
    bare = BULLET.sub("", flow(facts).text[block.start : block.end])
    return any(heading.match(bare) for mode, heading in SECTIONS() if mode != RESULTS)
