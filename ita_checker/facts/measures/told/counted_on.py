"""A result counted on after those of the plan's measures, told as they are, of which the plan says
nothing: "4. การประหยัดพลังงาน" behind the three that are planned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ita_checker.facts.measures.naming.names import SAME, alike
from ita_checker.facts.measures.naming.series import Count, counts
from ita_checker.facts.measures.paired.plan_and_results import plan
from ita_checker.facts.measures.told.territories import Territory, territories
from ita_checker.facts.page import Block, blocks, flow
from ita_checker.facts.tables import Stretch, tells_of_done
from ita_checker.model import Facts

FEWEST = 2  # measures that are counted, and in which a beginning comes again
BEGINNING = 6  # letters by which pieces are seen to begin alike
LONGEST = 110  # letters of a name


def counted_on(facts: Facts) -> Stretch | None:
    """Return the name of a result that is counted on after all those planned; None where there is
    none.
    """
    return facts.once(_counted_on)


def _counted_on(facts: Facts) -> Stretch | None:
    own = {one.number: (one, place) for one, place in _counted(facts)}
    if len(own) < max(FEWEST, len(plan(facts))) or sorted(own) != [*range(1, len(own) + 1)]:
        return None
    last = own[len(own)][0]
    behind = [one for one in counts(facts) if one.kind == last.kind and one.start > last.start]
    following = next((one for one in behind if one.number == last.number + 1), None)
    if following is None or following is not behind[0]:
        return None
    name = _name(facts, following)
    end = next((one.start for one in behind if one.number > following.number), None)
    reach = max(place[1] - place[0] for _, place in own.values())
    inside = _inside(facts, following.end, min(following.end + reach, end or len(flow(facts).text)))
    begun = [{_begins(facts, one) for one in _inside(facts, *place)} for _, place in own.values()]
    often = Counter(each for several in begun for each in several)
    alike_told = {_begins(facts, one) for one in inside} & {
        each for each, times in often.items() if times >= FEWEST
    }
    text = flow(facts).text
    said = text[following.end : inside[-1].end] if inside else ""
    known = any(alike(text[slice(*name)], one.called) >= SAME for one in plan(facts))
    return name if alike_told and tells_of_done(said) and not known else None


def _counted(facts: Facts) -> Iterator[tuple[Count, Stretch]]:
    """Yield the counts that head the measures' territories, with what is told there."""
    heads = {one.end: one for one in counts(facts)}
    found: list[tuple[Count, Territory]] = [
        (heads[at], one)
        for one in territories(facts)
        for at in (one.name[0], one.name[0] - 3)
        if at in heads and one.parts
    ]
    kinds = Counter(count.kind for count, _ in found).most_common(1)
    for count, one in found:
        if count.kind == kinds[0][0]:
            yield count, (one.parts[0][0], one.parts[-1][1])


def _inside(facts: Facts, start: int, end: int) -> list[Block]:
    return [one for one in blocks(facts) if start <= one.start < end]


def _begins(facts: Facts, block: Block) -> str:
    """Return the first letters of a piece behind its number."""
    text = flow(facts).text[block.start : block.end]
    behind = text[:4].rpartition(".")[2] + text[4:]
    return behind[:BEGINNING]


def _name(facts: Facts, one: Count) -> Stretch:
    end = min(one.block.end, one.end + LONGEST)
    bracket = flow(facts).text.find("(", one.end, end)
    return one.end, bracket if bracket > one.end else end
