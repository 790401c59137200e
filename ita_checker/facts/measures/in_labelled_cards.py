"""Measures in cards without a frame: under each name lines that begin with the same words, card
after card ("มือทำ: … จะดูว่าเดินจริงไหม: …"). That they come again makes labels of them, whatever the
words; what stands behind them says what they label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ita_checker.facts.measures.card_names import lines_of, may_name, names_of
from ita_checker.facts.measures.indented import follows, hangs
from ita_checker.facts.measures.labelled import line_text
from ita_checker.facts.measures.labels_meant import meant
from ita_checker.facts.measures.named_twice import named_at
from ita_checker.facts.page import HEADING, SIGNATURE, block_at, flow
from ita_checker.facts.tables import (
    A_ROUND,
    BULLET,
    BY_LABEL,
    MONITORING,
    OWN_FIELDS,
    PERIOD,
    RESPONSIBLE,
    RESULT_FIELDS,
    Prose,
    Stretch,
    field,
    grids,
    look,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_below, words_of

CARDS, LABELS = 2, 2  # so many cards with so many labels in common are no chance
LINES = 2  # after a name's first line: its second, and the label below
A_ROUND_OF = "#"  # the label that every round is: "รอบ 6 เดือน …", "รอบ 12 เดือน …"
COLON = re.compile(r"([^:\d]{2,40}):")
DASHED = re.compile(r"([\u0e01-\u0e4e]{3,40})[–-]")
SHORTEST_OPENING, LONGEST_OPENING = 6, 24  # letters that open lines, and no mark closes
SHORTEST_ALONE, SHORTEST_TOLD = 4, 3  # letters on a line of their own, before offices or months
COUNT = re.compile(r"(?:\d{1,2}|[a-z\u0e01-\u0e2e])[.):·–-](?![\u0e01-\u0e2e]\.)")  # no "ม.ค."
DIGIT = re.compile(r"\d")
ALONE = re.compile(r"\d{1,2}(?!\d)")
MONTH = pattern_of(lambda: any_of(words_below("months.full")))
COUNTS = pattern_of(lambda: f"{any_of(words_of('measures.counts'))}$")
Label = tuple[str, int]  # its letters, and where what it labels begins


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


@dataclass
class _Card:
    """A card while it is being read: its title, and each label with what stands behind it."""

    title: Prose
    parts: list[tuple[str, list[Stretch]]]
    led: str = ""  # the label before its name: "ทำจริง: …"
    first: str = ""  # how the first line under its name begins
    at: Prose | None = None  # the line of its last label

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(label for label, _ in self.parts)

    @property
    def bare(self) -> bool:
        """Tell whether nothing stands behind the last label yet: it has a line of its own."""
        return bool(self.parts) and all(start >= end for start, end in self.parts[-1][1])


def labelled_cards(facts: Facts) -> tuple[tuple[LabelledCard, ...], ...]:
    """Return the measures in cards of recurring labels, in order; those together that belong
    together.
    """
    return facts.once(_labelled_cards)


def _labelled_cards(facts: Facts) -> tuple[tuple[LabelledCard, ...], ...]:
    made = list[tuple[LabelledCard, ...]]()
    for run in _runs(list(_cards(facts))):
        values = dict[str, list[list[Stretch]]]()
        for label, parts in (part for card in run for part in card.parts):
            values.setdefault(label, []).append(parts)
        fields = meant(facts, values, A_ROUND_OF)
        names = names_of(flow(facts), [(card.title.start, card.title.end) for card in run])
        pairs = zip(run, names, strict=True)
        made.append(tuple(_made(card, name, fields) for card, name in pairs))
    return tuple(made)


def _made(card: _Card, name: Stretch, meant: Mapping[str, str]) -> LabelledCard:
    fields, unplaced = dict[str, list[Stretch]](), list[Stretch]()
    for label, parts in card.parts:
        held = meant.get(label, "")
        (fields.setdefault(held, []) if held else unplaced).extend(parts)
    return LabelledCard(name, fields, tuple(unplaced), card.parts[-1][1][-1][1])


def _runs(cards: Sequence[_Card]) -> Iterator[list[_Card]]:
    """Yield the cards one after the other that have labels in common."""
    run = list[_Card]()
    for card in cards:
        if run and (len(card.labels & run[-1].labels) < LABELS or card.led != run[-1].led):
            if len(run) >= CARDS:
                yield run
            run = []
        run.append(card)
    if len(run) >= CARDS:
        yield run


def _cards(facts: Facts) -> Iterator[_Card]:
    """Yield each title with the labelled lines under it."""
    lines = lines_of(facts)
    labels = _recurring(facts, lines)
    times = Counter(label for label, _ in labels.values())
    if sum(count >= CARDS for count in times.values()) < LABELS:
        return  # no two cards have enough in common
    card: _Card | None = None
    for index, line in enumerate(lines):
        if card and line.end <= card.title.end:
            continue  # the second line of its name
        found = labels.get(line.start)
        again = found and card and found[0] in (card.labels | {card.led}) - {A_ROUND_OF}
        goes_on = card and not again and not _table_before(facts, lines, index)
        if card and found and goes_on:
            card.first, card.at = card.first or _opening(facts, found), line
            card.parts.append((found[0], [(found[1], line.end)]))
            continue
        title = _title(facts, card, lines, index, labels)
        under = (labels.get(one.start) for one in lines[index + 1 :] if one.end > title.end)
        over, at = next(under, None), card.at if card else None
        wraps = _runs_on(facts, card, lines, index) or hangs(facts, at, lines, index)
        wraps = wraps and not _over_next(facts, card, over)
        below = wraps or (card is not None and card.bare)
        if card and card.parts and goes_on and below:
            card.parts[-1][1].append((line.start, line.end))
            continue
        if card and card.parts:
            yield card
        led = _leads(facts, found, line.end) if found else ""
        own = replace(title, start=found[1]) if found and led else title
        opens = over is not None and bool(led or not found) and not wraps
        card = _Card(own, [], led) if opens and may_name(line_text(facts, own)) else None
    if card and card.parts:
        yield card


def _title(
    facts: Facts,
    card: _Card | None,
    lines: Sequence[Prose],
    index: int,
    labels: Mapping[int, Label],
) -> Prose:
    """Return a line with the one that it runs on into, where the next card's first label stands
    below that: a name of two lines.
    """
    line, after = lines[index], lines[index + 1 : index + 3]
    if len(after) < LINES or after[0].start in labels:
        return line
    own = block_at(facts, line.start)
    label = labels.get(after[1].start)
    if own and own.kind == HEADING and own.start <= after[0].start < own.end:
        below = label is not None
    else:
        below = follows(lines, index + 1) and _over_next(facts, card, label)
    return replace(line, end=after[0].end) if below else line


def _recurring(facts: Facts, lines: Sequence[Prose]) -> dict[int, Label]:
    """Return the labels with which more than one line begins, by where the line does."""
    names = named_at(facts)
    own = {one.start: found for one in lines if (found := _label(facts, one))}
    counting = _counting(facts, (found for start, found in own.items() if start not in names))
    own = {at: one for at, one in own.items() if at not in names and one[0] not in counting}
    times = Counter(label for label, _ in own.values())
    again = [label for label, count in times.items() if count >= CARDS]
    rest = [line for line in lines if again and line.start not in own and line.start not in names]
    own |= {line.start: found for line in rest if (found := _label(facts, line, again))}
    known = {label: _known_as(label, again) for label, _ in own.values()}
    return {start: (known[label], at) for start, (label, at) in own.items() if known[label]}


def _counting(facts: Facts, labels: Iterable[Label]) -> frozenset[str]:
    """Return the openings behind which a number of its own rises from 1, line by line ("มาตรการ 1
    การใช้ทรัพย์สิน", "มาตรการ 2 …"): they count measures, and label nothing.
    """
    text, counts = flow(facts), dict[str, list[int]]()
    for label, at in labels:
        hit = ALONE.match(text.text, at)
        apart = hit and text.gap(hit.end()) and not MONTH.match(text.text, hit.end())
        counts.setdefault(label, []).append(int(hit[0]) if hit and apart else 0)
    return frozenset(
        label
        for label, own in counts.items()
        if len(own) >= CARDS and own == [*range(1, len(own) + 1)]
    )


def _known_as(label: str, recurring: Sequence[str]) -> str:
    """Return the label that comes again in a label's place: itself, or the one with which it ends
    ("ชาวบ้านได้อะไร", elsewhere "ได้อะไร"); '' for none.
    """
    if label in recurring:
        return label
    ends = [one for one in recurring if len(one) >= SHORTEST_OPENING and label.endswith(one)]
    return max(ends, key=len, default="")


def _label(facts: Facts, line: Prose, known: Sequence[str] = ()) -> Label | None:
    """Return what a line begins with that could be a label: words before a colon, a dash with white
    space around, a round, or the words up to the first white space, short ones if `known`.
    """
    block = block_at(facts, line.start)
    if block and block.zone == SIGNATURE:
        return None
    text = flow(facts)
    bullet = BULLET.match(text.text[line.start : line.end])
    start = line.start + (bullet.end() if bullet else 0)
    if A_ROUND.match(text.text, start, line.end):
        told = look(text.text[start : line.end]) != MONITORING
        return (A_ROUND_OF, line.start) if told else None
    if colon := COLON.match(text.text, start, line.end):
        return colon[1], colon.end()
    at = next(iter(text.gaps(start + 1, line.end)), line.end)
    dash = DASHED.match(text.text, start, line.end)
    if dash and dash.end(1) == at and text.gap(dash.end()):
        return dash[1], dash.end()
    opening = text.text[start:at]
    if len(opening) > LONGEST_OPENING or DIGIT.search(opening):
        return None
    told = look(text.text[at : line.end]) in (RESPONSIBLE, PERIOD)
    alone = SHORTEST_ALONE if at == line.end else SHORTEST_OPENING
    short = len(opening) < (SHORTEST_TOLD if told else alone)
    if short and not (field(opening) or opening in known):
        return None
    counts = COUNT.match(text.text, at, line.end) or COUNTS.search(opening)
    return None if counts else (opening, at)  # "เรื่องที่ 2 …" counts a measure


def _leads(facts: Facts, label: Label, end: int) -> str:
    """Return the label where it may lead to a measure's name ("ทำจริง: …"); '' where it is known to
    lead to something else, or offices stand behind it.
    """
    known = label[0] == A_ROUND_OF or label[0] in BY_LABEL()
    who = look(flow(facts).text[label[1] : end]) == RESPONSIBLE
    return "" if known or who else label[0]


def _runs_on(facts: Facts, card: _Card | None, lines: Sequence[Prose], index: int) -> bool:
    """Tell whether a line goes on from the one before: it heads nothing below. Over the first card
    the page's own paragraphs say so too.
    """
    if not index or not follows(lines, index):
        return False
    own = block_at(facts, lines[index].start)
    if card is None:
        return own == block_at(facts, lines[index - 1].start)
    return own is None or own.kind != HEADING or own.start < lines[index].start


def _over_next(facts: Facts, card: _Card | None, below: Label | None) -> bool:
    """Tell whether the line below begins as a card's first one did: the next card's name stands
    between, however far across the page the line before it reaches.
    """
    return card is not None and below is not None and _opening(facts, below) == card.first


def _opening(facts: Facts, label: Label) -> str:
    """Return a label's letters; those of a round with its number."""
    found = A_ROUND.search(flow(facts).text, label[1]) if label[0] == A_ROUND_OF else None
    return found[0] if found else label[0]


def _table_before(facts: Facts, lines: Sequence[Prose], index: int) -> bool:
    """Tell whether a table stands between a line and the one before."""
    start, end = lines[index - 1].end if index else 0, lines[index].start
    return any(start <= grid.start and grid.end <= end for grid in grids(facts))
