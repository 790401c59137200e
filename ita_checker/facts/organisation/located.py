"""Where a form's label or a sentence says that the reporting office is: ที่ตั้ง: อำเภอ…, "ตั้งอยู่ใน
อำเภอ…".
"""

from __future__ import annotations

from collections.abc import Iterable

from ita_checker.facts.organisation.addresses import Address, address_of, place
from ita_checker.facts.organisation.ends import Ground
from ita_checker.facts.organisation.letters import letters
from ita_checker.facts.organisation.relations import Relation, Reporter, relation
from ita_checker.facts.organisation.standing import ZONES, standings
from ita_checker.facts.organisation.words import folded, some
from ita_checker.facts.page import flow, rows
from ita_checker.model import Facts
from ita_checker.text.flow import Flow
from ita_checker.text.patterns import pattern_of
from ita_checker.words import of_words

SAYS = of_words(lambda: folded("places.located.says"))
LOCATED = pattern_of(lambda: f"({some('places.located.says')}){some('places.located.at')}*")
SHORTEST_WORD = 4  # letters of a class word by which an office calls itself: "โรงเรียนตั้งอยู่…"
RELATIVE = pattern_of(lambda: some("places.located.relative"))
SEAT = pattern_of(lambda: some("places.located.seat"))
SENTENCE = 160  # letters between an office's name and where it is said to be


def located(facts: Facts, own: Reporter) -> Iterable[Address]:
    """Yield the addresses at which a form's label or a sentence about the organisation says that
    it is (ที่ตั้ง: อำเภอ…, ตั้งอยู่ในอำเภอ…).
    """
    text, lines = flow(facts).text, rows(facts)
    ground, first = Ground(letters(facts)), facts.document.pages[0].number
    for match in LOCATED.finditer(text) if any(word in text for word in SAYS()) else ():
        # "ตั้งอยู่เขตจตุจักร": the word for an area may be the district's own
        told = (place(ground, _over_cell(text, at)) for at in (match.end(), match.end(1)))
        address = next(
            filter(None, (address_of(facts, one, ZONES["passing"]) for one in told)), None
        )
        row = lines.rows[lines.at(match.start())]
        labelled = row.start == match.start() and row.page == first
        if address and (labelled or _said_of(facts, own, match.start())):
            yield address


def _over_cell(text: str, at: int) -> int:
    """Return where a label's value begins: in the next cell, where the label is one."""
    return at + len(text[at : at + 3]) - len(text[at : at + 3].lstrip("\t:"))


def _said_of(facts: Facts, own: Reporter, at: int) -> bool:
    """Tell whether the sentence at a place is about the organisation: it was named last, those
    named in passing aside, or its class word alone is the subject. A main seat is that of the
    office named last, however far above.
    """
    if _by_class_word(facts, own, at) or (own.letters and _named_last(facts, own, at)):
        return True
    seat = SEAT.match(flow(facts).text, at) is not None
    for standing in reversed(standings(facts)):
        mention = standing.mention
        if mention.start >= at or mention.kind.family == "region":
            continue
        far = at - mention.end > SENTENCE and not seat
        if far or "\f" in flow(facts).text[mention.end : at]:
            return False
        if relation(own, mention) in (Relation.OWN, Relation.SLIP, Relation.KIND):
            return True
        between = flow(facts).text[mention.place.end : at]
        if seat or standing.strength or RELATIVE.fullmatch(between):
            return False
    return False


def _by_class_word(facts: Facts, own: Reporter, at: int) -> bool:
    """Tell whether the office calls itself by its class right before a place: "โรงเรียนตั้งอยู่…"."""
    letters_, low = flow(facts), max(0, at - len(own.full))
    begins = (one for one in range(at - 1, low - 1, -1) if _apart(letters_, one))
    start = next(begins, at)
    word = letters_.text[start:at]
    return len(word) >= SHORTEST_WORD and own.full.startswith(word) and own.full != word


def _apart(letters_: Flow, at: int) -> bool:
    return at == 0 or letters_.text[at - 1] in "\t\f" or bool(letters_.gap(at))


def _named_last(facts: Facts, own: Reporter, at: int) -> bool:
    """Tell whether an office that was read from a line is named in the sentence before a place, and
    no other behind it.
    """
    text, low = flow(facts).text, max(0, at - SENTENCE)
    start = text.rfind(own.proper, low, at)
    return start >= 0 and not any(
        start <= one.mention.start < at and one.mention.kind.family != "region"
        for one in standings(facts)
    )
