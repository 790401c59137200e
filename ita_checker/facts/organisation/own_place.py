"""Does an office stand where the reporting one belongs? What is learned of the clauses in which
reports name their own office, and of those in which they name others, says how likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita_checker.facts.organisation.mentions import Mention
from ita_checker.facts.organisation.relations import Relation, relation
from ita_checker.facts.organisation.standing import Standing, standings
from ita_checker.facts.organisation.weighed import weighed
from ita_checker.facts.page import Block, flow, pieces_at
from ita_checker.model import Facts
from ita_checker.text.around import clause, signs
from ita_checker.text.learned import learned

WEIGHTS = "own_place"
FAR = 200  # letters of a piece that are looked at on each side
OWN = (Relation.OWN, Relation.SLIP)


def own_place(facts: Facts, mention: Mention) -> float:
    """Return how much speaks for an office standing where the reporting one belongs, in nats."""
    return learned(WEIGHTS).nats(place_signs(facts, mention))


def place_signs(facts: Facts, mention: Mention) -> frozenset[str]:
    """Return what stands around an office named: words, the piece, offices named beside it."""
    piece = pieces_at(facts)(mention.start)
    low, high = _bounds(facts, mention, piece)
    start, end = mention.start, mention.place.end
    begins, ends = clause(flow(facts), start, end, low, high)
    beside = [
        one
        for one in standings(facts)
        if low <= one.mention.start < high and one.mention.start != start
    ]
    found = [
        *signs(flow(facts), start, end, low, high),
        *_offices(facts, beside, start, (begins, ends)),
    ]
    if piece:
        found.append(f"is {piece.kind}")
    if mention.place.district or mention.place.province:
        found.append("address")
    return frozenset(found)


def _bounds(facts: Facts, mention: Mention, piece: Block | None) -> tuple[int, int]:
    """Return the letters around a mention that belong to its piece and its cell."""
    text, start, end = flow(facts).text, mention.start, mention.place.end
    low = max(piece.start if piece else 0, start - FAR)
    high = min(max(piece.end if piece else len(text), end), end + FAR)
    low = max(low, *(text.rfind(mark, low, start) + 1 for mark in "\t\f"))
    cuts = [at for mark in "\t\f" if (at := text.find(mark, end, high)) >= 0]
    return low, min([high, *cuts])


def _offices(
    facts: Facts, beside: Sequence[Standing], at: int, own_clause: tuple[int, int]
) -> Iterator[str]:
    """Yield which offices are named beside it: the reporting one, others; before, behind; in the
    same clause.
    """
    own = weighed(facts)
    for one in beside:
        if one.mention.kind.family == "region" or own is None:
            continue
        side = "before" if one.mention.start < at else "behind"
        who = "own" if relation(own, one.mention) in OWN else "other"
        yield f"{who} {side}"
        if own_clause[0] <= one.mention.start < own_clause[1]:
            yield f"{who} {side} in clause"
