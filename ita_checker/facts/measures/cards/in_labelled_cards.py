"""Measures in cards without a frame: under each name lines that begin with the same words, card
after card ("มือทำ: … จะดูว่าเดินจริงไหม: …"). That they come again makes labels of them, whatever the
words; what stands behind them says what they label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.cards.card_names import names_of
from ita_checker.facts.measures.cards.labels_meant import meant
from ita_checker.facts.measures.cards.reading_cards import Card, cards
from ita_checker.facts.measures.cards.recurring_labels import A_ROUND_OF
from ita_checker.facts.measures.naming.indicator_names import NAMES, names_one
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    OWN_FIELDS,
    RESULT_FIELDS,
    TOPIC,
    Stretch,
    look,
    named_together,
    said,
)
from ita_checker.model import Facts

CARDS, LABELS = 2, 2  # so many cards with so many labels in common are no chance
BRACKET = re.compile(r"\([^()]{4,}\)$")
SAME_WORD = 4  # letters with which names begin that an office counts
ALIKE = 0.05  # of the page's width within which names stand alike
ABOVE = "^"  # what leads to the lines above all labels
BELOW = "/"  # behind a label whose first line alone it labels, for the lines below


@dataclass(frozen=True, slots=True)
class LabelledCard:
    """One card: its measure's name, what stands behind each field's label, what stands behind
    labels of which nothing says what they label, and where the card ends.
    """

    name: Stretch
    fields: Mapping[str, Sequence[Stretch]]
    unplaced: tuple[Stretch, ...]
    end: int

    @property
    def known(self) -> bool:
        """Tell whether enough is known of it to say that it plans or reports."""
        own = set(self.fields) & OWN_FIELDS
        return len(own) >= LABELS or bool(own & set(RESULT_FIELDS))


def labelled_cards(facts: Facts) -> tuple[tuple[LabelledCard, ...], ...]:
    """Return the measures in cards of recurring labels, in order; those together that belong
    together.
    """
    return facts.once(_labelled_cards)


def _labelled_cards(facts: Facts) -> tuple[tuple[LabelledCard, ...], ...]:
    made = list[tuple[LabelledCard, ...]]()
    for run in _runs(facts, list(cards(facts))):
        _part_from_topics(facts, run)
        _with_lines_above(facts, run)
        names = _named_by_label(facts, run)
        values = dict[str, list[list[Stretch]]]()
        for label, parts in (part for card in run for part in card.parts):
            values.setdefault(label, []).append(parts)
        fields = meant(facts, values, A_ROUND_OF)
        pairs = zip(run, names, strict=True)
        made.append(tuple(_made(facts, card, name, fields) for card, name in pairs))
    return tuple(made)


def _named_by_label(facts: Facts, run: Sequence[Card]) -> Sequence[Stretch]:
    """Return the names of cards; where each stands under the indicator that it answers, what the
    first label leads to is its name, and the indicator what it is about.
    """
    names = names_of(flow(facts), [(card.title.start, card.title.end) for card in run])
    headed = all(NAMES.fullmatch(flow(facts).text, *name) for name in names)
    first = {card.parts[0][0] for card in run}
    if not headed or len(first) > 1 or not all(len(card.parts) > LABELS for card in run):
        return names
    called = list[Stretch]()
    for card, name in zip(run, names, strict=True):
        _, parts = card.parts.pop(0)
        card.above.append(name)
        called.append((parts[0][0], parts[-1][1]))
    return called


def _part_from_topics(facts: Facts, run: Sequence[Card]) -> None:
    """Part what stands below a label from what it says a measure is about, where nothing else
    labels it: "ปลดล็อก การใช้อำนาจ" over the steps.
    """
    texts = dict[str, list[bool]]()
    for label, parts in (part for card in run for part in card.parts):
        if len(parts) > 1:
            texts.setdefault(label, []).append(look(said(facts, parts[:1])) == TOPIC)
    about = {label for label, own in texts.items() if len(own) >= CARDS and all(own)}
    for card in run:
        card.parts = [
            part
            for label, parts in card.parts
            for part in (
                [(label, parts[:1]), (label + BELOW, parts[1:])]
                if label in about and len(parts) > 1
                else [(label, parts)]
            )
        ]


def _with_lines_above(facts: Facts, run: Sequence[Card]) -> None:
    """Take the lines between the titles and the first labels for what a label of their own would
    lead to, where most cards have such lines and name no indicator in them.
    """
    told = [[one for one in card.above if not names_one(facts, one)] for card in run]
    if CARDS * sum(map(bool, told)) > len(run):
        for card, own in zip(run, told, strict=True):
            if own:
                card.parts.insert(0, (ABOVE, own))
                card.above = [one for one in card.above if one not in own]


def _made(facts: Facts, card: Card, name: Stretch, meant: Mapping[str, str]) -> LabelledCard:
    fields, unplaced = dict[str, list[Stretch]](), list[Stretch]()
    for label, parts in card.parts:
        held = meant.get(label, "")
        several = [one for one in named_together(label) if one in OWN_FIELDS]
        for one in several if len(several) > 1 else [held]:
            (fields.setdefault(one, []) if one else unplaced).extend(parts)
    about = [one for one in card.above if names_one(facts, one)]
    unplaced = [one for one in card.above if one not in about] + unplaced
    bracket = BRACKET.search(flow(facts).text, *name)
    if bracket and names_one(facts, bracket.span()):
        about, name = [*about, bracket.span()], (name[0], bracket.start())
    if about:
        fields.setdefault(TOPIC, []).extend(about)
    return LabelledCard(name, fields, tuple(unplaced), card.parts[-1][1][-1][1])


def _runs(facts: Facts, cards: Sequence[Card]) -> Iterator[list[Card]]:
    """Yield the cards one after the other that have labels in common."""
    run = list[Card]()
    for card in cards:
        if run and (len(card.labels & run[-1].labels) < LABELS or card.led != run[-1].led):
            yield from _set_alike(facts, run)
            run = []
        run.append(card)
    yield from _set_alike(facts, run)


def _set_alike(facts: Facts, run: list[Card]) -> Iterator[list[Card]]:
    """Yield cards where all their names stand alike over their labels, or all in the middle, or
    begin alike: a name set in where the others are not is something told beside a label.
    """
    within = [card.title.left - card.at.left for card in run if card.at]
    middles = [(card.title.left + card.title.right) / 2 for card in run]
    heads = {flow(facts).text[card.title.start :][:SAME_WORD] for card in run}
    alike = any(
        max(each, default=0.0) - min(each, default=0.0) <= ALIKE for each in (within, middles)
    )
    if len(run) >= CARDS and (alike or len(heads) == 1):
        yield run
