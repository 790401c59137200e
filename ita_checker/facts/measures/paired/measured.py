"""What each layout tells, as measures: headings in prose, series, cards."""

from __future__ import annotations

from dataclasses import replace

from ita_checker.facts.measures.cards.in_cards import Card
from ita_checker.facts.measures.cards.in_labelled_cards import LabelledCard
from ita_checker.facts.measures.naming.names import core
from ita_checker.facts.measures.naming.record import Measure, by_field, number_in, together
from ita_checker.facts.measures.naming.series import Item
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.tables import ACTIVITY, GUIDELINE, STEPS, said
from ita_checker.model import Facts

A_SENTENCE = 15  # letters under a name that are more than its last word


def from_prose(facts: Facts, one: Told) -> Measure:
    fields = {held: tuple(parts) for held, parts in one.fields.items()}
    fields = together(by_field(one.given), fields)
    said_under = tuple(one.body)
    if not set(fields) & {STEPS, GUIDELINE, ACTIVITY} and (
        not one.fields or len(said(facts, said_under)) >= A_SENTENCE
    ):
        fields |= {ACTIVITY: said_under} if said_under else {}
    text = said(facts, [one.name])
    number = number_in(text) if one.number is None else one.number
    return Measure(one.name, core(text), fields, 0, False, number=number, unplaced=said_under)


def from_series(facts: Facts, item: Item) -> Measure:
    """Return the measure that one of a series in prose names."""
    text = said(facts, [item.name])
    rest = tuple(part for _, part in item.given)
    fields = by_field(item.given)
    return Measure(item.name, core(text), fields, 0, False, unplaced=rest)


def from_card(facts: Facts, card: Card) -> Measure:
    """Return the measure that a card is about."""
    fields = {held: tuple(parts) for held, parts in card.fields.items()}
    text = said(facts, [card.name])
    return Measure(card.name, core(text), fields, 0, True, number=number_in(text))


def from_labelled(facts: Facts, card: LabelledCard) -> Measure:
    """Return the measure that a card of recurring labels is about."""
    fields = {held: tuple(parts) for held, parts in card.fields.items()}
    text = said(facts, [card.name])
    made = Measure(card.name, core(text), fields, 0, True, labelled=True)
    return replace(made, number=number_in(text), unplaced=card.unplaced)
