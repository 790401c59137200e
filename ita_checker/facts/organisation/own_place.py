"""Does an office stand where the reporting one belongs? What is learned of the clauses in which
reports name their own office, and of those in which they name others, says how likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from ita_checker.facts.organisation.mentions import ZONE, Mention
from ita_checker.facts.organisation.relations import Relation, Reporter, relation
from ita_checker.facts.organisation.standing import standings
from ita_checker.facts.organisation.surroundings import POST
from ita_checker.facts.organisation.words import some
from ita_checker.facts.page import CELL, PERSON, block_at, flow, pieces_at
from ita_checker.model import Facts
from ita_checker.text.around import bounds, clause, signs
from ita_checker.text.learned import learned
from ita_checker.text.patterns import pattern_of
from ita_checker.text.tokens import tokens
from ita_checker.words import of_words

WEIGHTS = "own_place"
NEAR = 60  # letters between a person's name and the office: the name, perhaps a post
# A person and a post in one line, no signature: a guest or a speaker, whose office is any.
INTRODUCED = pattern_of(lambda: f"{PERSON()}[^)\\t\\f]*{POST.pattern}")
# "พนักงานของ X ทุกคน", "บุคลากรทุกคนของ X", "ครู X ทุกคน": whom a report binds are the own office's
STAFF = of_words(lambda: some("organisation.staff.people"))
ALL = of_words(lambda: some("organisation.staff.all"))
OF = of_words(lambda: some("organisation.staff.of"))
BINDS_ALL = pattern_of(lambda: f"{STAFF()}{ALL()}{OF()}?$")
BINDS, ALL_BEHIND = pattern_of(lambda: f"{STAFF()}{OF()}?$"), pattern_of(ALL)
AND_ZONES = pattern_of(lambda: f"{some('organisation.joins')}?{ZONE.pattern}")
DASHES = ("-", "–", "—")
COLON, APART = ":", ("", *"(,;|·\t\f")
SIDE_BY_SIDE = 14  # letters between the own name and another's that are held against each other
OWN = (Relation.OWN, Relation.SLIP)


def as_own(facts: Facts, place: tuple[int, int], own: Reporter | None = None) -> float:
    """Return how much speaks for what stands at the flow's letters [start, end), an office with
    its address, standing where the reporting one belongs, in nats; `own`: which one that is, once
    it is known.
    """
    return learned(WEIGHTS).nats(place_signs(facts, place, own))


def introduced(facts: Facts, at: int) -> bool:
    """Tell whether the words before an office introduce a person by a post in it."""
    piece = pieces_at(facts)(at)
    low, text = max(at - NEAR, piece.start if piece else 0), flow(facts).text
    words = accumulate(map(len, tokens(text[low:at])), initial=low)
    return any(INTRODUCED.match(text, begun, at) for begun in words)


def bound(facts: Facts, mention: Mention) -> bool:
    """Tell whether all staff of an office is spoken of, as a report does of its own."""
    text = flow(facts).text
    low = max(0, mention.start - NEAR)
    if BINDS_ALL.search(text, low, mention.start):
        return True
    behind = ALL_BEHIND.match(text, mention.place.end)
    return behind is not None and BINDS.search(text, low, mention.start) is not None


def as_label(facts: Facts, place: tuple[int, int]) -> bool:
    """Tell whether an office at [start, end) opens its line as a label, a colon or a dash behind
    it: what follows tells what it did or is for the reporting one ("X – ต้นแบบระบบยืมพัสดุ").
    """
    (start, end), letters = place, flow(facts)
    piece = pieces_at(facts)(start)
    opens = "\n" in letters.gap(start) or (piece is not None and piece.start == start)
    dash = letters.text[end : end + 1]
    return opens and (dash == COLON or (dash in DASHES and bool(letters.gap(end))))


def behind_label(facts: Facts, place: tuple[int, int]) -> bool:
    """Tell whether an office at [start, end) is all that stands behind a label's colon or in a
    cell, remarks in brackets aside: where the label or the cell's head is not known to ask who
    reports, it says what else the office is ("คู่คิด: …").
    """
    (start, end), letters = place, flow(facts)
    piece = pieces_at(facts)(start)
    cell = piece is not None and piece.kind == CELL and piece.start == start
    whole = letters.text[end : end + 1] in APART or "\n" in letters.gap(end)
    return whole and (cell or letters.text.endswith(COLON, 0, start))


def of_several(facts: Facts, mention: Mention) -> bool:
    """Tell whether an area's office is one of several told in one breath ("เขต 1 และเขต 3")."""
    return AND_ZONES.match(flow(facts).text, mention.end) is not None


def side_by_side(facts: Facts, own: Reporter, mention: Mention) -> bool:
    """Tell whether the own office is named next to another in the same piece: compared, no slip."""
    text = flow(facts).text
    for one in (standing.mention for standing in standings(facts)):
        first, last = sorted((one.whole, mention.whole))
        between = text[first[1] : last[0]]
        near = 0 < len(between) <= SIDE_BY_SIDE and not set("\t\f") & set(between)
        if (
            near
            and relation(own, one) is Relation.OWN
            and block_at(facts, first[0]) == block_at(facts, last[0])
        ):
            return True
    return False


def place_signs(
    facts: Facts, place: tuple[int, int], own: Reporter | None = None
) -> frozenset[str]:
    """Return what stands around an office named: words, the piece, offices named beside it."""
    start, end = place
    piece = pieces_at(facts)(start)
    low, high = bounds(flow(facts), start, end, (piece.start, piece.end) if piece else None)
    within = clause(flow(facts), start, end, low, high)
    beside = [
        one.mention
        for one in standings(facts)
        if low <= one.mention.start < high
        and one.mention.start != start
        and one.mention.kind.family != "region"
    ]
    found = [
        *signs(flow(facts), start, end, low, high),
        *_offices(own, beside, start, within),
        *_at_home(facts, own, start),
    ]
    return frozenset([*found, f"is {piece.kind}"] if piece else found)


def _at_home(facts: Facts, own: Reporter | None, at: int) -> Iterator[str]:
    """Yield whether the address behind the office at a letter is the reporting one's: a template's
    name is put right less often than the address behind it.
    """
    place = next((one.mention.place for one in standings(facts) if one.mention.start == at), None)
    if own is None or place is None:
        return
    pairs = [(place.district, own.district), (place.province, own.province)]
    same = [told.name == right for told, right in pairs if told and right]
    if same:
        yield "at home" if all(same) else "elsewhere"


def _offices(
    own: Reporter | None, beside: Sequence[Mention], at: int, within: tuple[int, int]
) -> Iterator[str]:
    """Yield which offices are named beside it: the reporting one, others; before, behind; in the
    same clause.
    """
    for mention in beside if own else ():
        side = "before" if mention.start < at else "behind"
        who = "own" if own and relation(own, mention) in OWN else "other"
        yield f"{who} {side}"
        if within[0] <= mention.start < within[1]:
            yield f"{who} {side} in clause"
