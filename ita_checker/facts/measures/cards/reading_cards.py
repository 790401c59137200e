"""Titles with the labelled lines under them, wherever the paper sets them: which lines go on with a
card, and which one opens the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ita_checker.facts.measures.cards.begun_anew import begun_anew
from ita_checker.facts.measures.cards.card_names import LETTER, may_name
from ita_checker.facts.measures.cards.recurring_labels import A_ROUND_OF, Label, recurring_labels
from ita_checker.facts.measures.cards.titles_over import over_labels
from ita_checker.facts.measures.cards.unrolled import titles_of, unrolled
from ita_checker.facts.measures.prose.indented import follows, hangs
from ita_checker.facts.measures.prose.labelled import line_text
from ita_checker.facts.page import HEADING, block_at, flow, notes
from ita_checker.facts.tables import (
    A_ROUND,
    BY_LABEL,
    RESPONSIBLE,
    Prose,
    Stretch,
    grids,
    look,
)
from ita_checker.facts.tables import field as field_of
from ita_checker.model import Facts

AGAIN = 2  # times that one label stands below another
LINES = 2  # after a name's first line: its second, and the label below
COUNTED = re.compile(r"(\D{0,12}+)(\d{1,2})(?!\d)")
MANY = 8  # lines behind one label at most, to the next that stands below it card after card


@dataclass
class Card:
    """A card while it is being read: its title, and each label with what stands behind it."""

    title: Prose
    parts: list[tuple[str, list[Stretch]]]
    led: str = ""  # the label before its name: "ทำจริง: …"
    first: str = ""  # how the first line under its name begins
    at: Prose | None = None  # the line of its last label
    given: bool = False  # its table says which its title is
    until: int | None = None  # where its box ends
    above: list[Stretch] = field(default_factory=list)  # lines between its title and its labels

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(label for label, _ in self.parts)

    @property
    def bare(self) -> bool:
        """Tell whether nothing stands behind the last label yet: it has a line of its own."""
        return bool(self.parts) and all(start >= end for start, end in self.parts[-1][1])


@dataclass(frozen=True)
class _Page:
    """What is read: the lines, the labels with which they begin, how often one stands below
    another, the titles that tables give, each with where its card ends, and where lines begin that
    go on, or hold all that their label leads to.
    """

    facts: Facts
    lines: Sequence[Prose]
    labels: Mapping[int, Label]
    below: Mapping[tuple[str, str], int]
    titles: Mapping[int, tuple[Prose, int | None]]
    on: frozenset[int]
    whole: frozenset[int]


def _page(facts: Facts) -> _Page | None:
    """Return what is read; None where no two cards have enough in common."""
    lines, made = _lines_of(facts), unrolled(facts)
    anew = begun_anew(facts, lines)
    labels = recurring_labels(facts, lines, {**anew.labels, **made.labels})
    labels = {at: one for at, one in labels.items() if at not in anew.told}
    times = Counter(label for label, _ in labels.values())
    if sum(count >= AGAIN for count in times.values()) < AGAIN:
        return None
    order = [labels[line.start][0] for line in lines if line.start in labels]
    given = titles_of(made, lines, labels) or {
        title.start: (title, None) for title in over_labels(facts, lines, labels)
    }
    titles = {
        at: (title, until)
        for at, (title, until) in {**given, **anew.titles}.items()
        if may_name(line_text(facts, title))
    }
    return _Page(
        facts, lines, labels, Counter(pairwise(order)), titles, made.on, frozenset(made.labels)
    )


def cards(facts: Facts) -> Iterator[Card]:
    """Yield each title with the labelled lines under it."""
    page = _page(facts)
    if page is None:
        return
    card: Card | None = None
    for index, line in enumerate(page.lines):
        if card and line.end <= card.title.end:
            continue  # the second line of its name
        ended = card is not None and card.until is not None and line.start >= card.until
        if line.start in page.titles or ended:
            if card and card.parts:
                yield card
            card = _given(page, line)
            if card:
                continue
        if card and _goes_on_with(page, card, index):
            continue
        after = _opened(page, card, index) or _counted_on(page, card, index)
        if card and card.parts:
            yield card
        card = after
    if card and card.parts:
        yield card


def _given(page: _Page, line: Prose) -> Card | None:
    """Return the card whose title its table gives, None where it gives none there."""
    if line.start not in page.titles:
        return None
    title, until = page.titles[line.start]
    return Card(title, [], given=True, until=until)


def _goes_on_with(page: _Page, card: Card, index: int) -> bool:
    """Tell whether a line is part of a card, and add it."""
    facts, line = page.facts, page.lines[index]
    found = page.labels.get(line.start)
    if not found and _counted_on(page, card, index):
        return False
    again = found and found[0] in (card.labels | {card.led}) - {A_ROUND_OF}
    if again or _table_before(facts, page.lines, index):
        return False
    if found:
        card.first, card.at = card.first or _opening(facts, found), line
        card.parts.append((found[0], [(found[1], line.end)]))
        return True
    if not card.parts:
        card.above += [(line.start, line.end)] if card.given else []
        return card.given  # between the title and the first label
    whole = card.at is not None and card.at.start in page.whole
    if line.start in page.on or _wraps(page, card, index) or (card.bare and not whole):
        card.parts[-1][1].append((line.start, line.end))
        return True
    if card.until is not None or (not whole and _leads_on(page, card, index)):
        card.parts[-1][1].append((line.start, line.end))
        return True
    return False


def _wraps(page: _Page, card: Card | None, index: int) -> bool:
    """Tell whether a line goes on from the one before it, and heads nothing."""
    at = card.at if card else None
    wraps = _runs_on(page.facts, card, page.lines, index) or hangs(
        page.facts, at, page.lines, index
    )
    title = _title(page, card, index)
    return wraps and not _over_next(page.facts, card, _over(page, index, title))


def _leads_on(page: _Page, card: Card, index: int) -> bool:
    """Tell whether the next label below a line is another one of the same card: it stands below the
    card's last one elsewhere too, and opens no card.
    """
    ahead = page.lines[index + 1 : index + 1 + MANY]
    at = next((at for at, one in enumerate(ahead) if one.start in page.labels), None)
    if at is None or any(one.start in page.titles for one in ahead[:at]):
        return False
    label = page.labels[ahead[at].start]
    last = card.parts[-1][0]
    if (BY_LABEL().get(last) or field_of(last)) == RESPONSIBLE:
        line = line_text(page.facts, page.lines[index])
        if look(line) != RESPONSIBLE:
            return False  # what names nobody is no more of who does it
    again = page.below.get((last, label[0]), 0) >= AGAIN
    opens = label[0] in card.labels or _opening(page.facts, label) == card.first
    return again and not opens


def _over(page: _Page, index: int, title: Prose) -> Label | None:
    """Return the label of the first line below a title."""
    ahead = page.lines[index + 1 : index + 1 + LINES]
    below = next((one for one in ahead if one.end > title.end), None)
    return page.labels.get(below.start) if below else None


def _counted_on(page: _Page, card: Card | None, index: int) -> Card | None:
    """Return the card that a line opens of which the next line is no label: it is counted on from
    the one before ("ใบที่ 2 …", "ใบที่ 3 …").
    """
    text, line = flow(page.facts).text, page.lines[index]
    if card is None or not card.parts or not may_name(line_text(page.facts, line)):
        return None
    before = COUNTED.match(text, card.title.start, card.title.end)
    now = COUNTED.match(text, line.start, line.end)
    on = before and now and before[1] == now[1] and int(now[2]) == int(before[2]) + 1
    return Card(line, [], given=True) if on else None


def _opened(page: _Page, card: Card | None, index: int) -> Card | None:
    """Return the card that a line opens, None where it opens none."""
    line, title = page.lines[index], _title(page, card, index)
    found, over = page.labels.get(line.start), _over(page, index, title)
    led = _leads(page.facts, found, line.end) if found else ""
    own = replace(title, start=found[1]) if found and led else title
    opens = over is not None and bool(led or not found) and not _wraps(page, card, index)
    return Card(own, [], led) if opens and may_name(line_text(page.facts, own)) else None


def _lines_of(facts: Facts) -> list[Prose]:
    """Return the lines with letters outside notes and outside tables that have a role, and those to
    which a table gives a label, empty ones too.
    """
    text, made = flow(facts).text, unrolled(facts)
    own = [
        one
        for one in made.lines
        if text[one.start : one.start + 1].isalpha()
        or one.start in made.labels
        or LETTER.search(text, one.start, one.end)
    ]
    noted = [(one.start, one.end) for one in notes(facts)]
    if not noted:
        return own
    return [
        one
        for one in own
        if one.start in made.labels
        or not any(start < one.end and one.start < end for start, end in noted)
    ]


def _title(page: _Page, card: Card | None, index: int) -> Prose:
    """Return a line with the one that it runs on into, where the next card's first label stands
    below that: a name of two lines.
    """
    lines, facts = page.lines, page.facts
    line, after = lines[index], lines[index + 1 : index + 1 + LINES]
    if len(after) < LINES or after[0].start in page.labels:
        return line
    own = block_at(facts, line.start)
    label = page.labels.get(after[1].start)
    opens = own is not None and card is None and own.start == line.start
    if own and (opens or own.kind == HEADING) and own.start <= after[0].start < own.end:
        below = label is not None
    else:
        below = follows(lines, index + 1) and _over_next(facts, card, label)
    return replace(line, end=after[0].end) if below else line


def _leads(facts: Facts, label: Label, end: int) -> str:
    """Return the label where it may lead to a measure's name ("ทำจริง: …"); '' where it is known to
    lead to something else, or offices stand behind it.
    """
    known = label[0] == A_ROUND_OF or label[0] in BY_LABEL()
    who = look(flow(facts).text[label[1] : end]) == RESPONSIBLE
    return "" if known or who else label[0]


def _runs_on(facts: Facts, card: Card | None, lines: Sequence[Prose], index: int) -> bool:
    """Tell whether a line goes on from the one before: it heads nothing below. Over the first card
    the page's own paragraphs say so too.
    """
    if not index or not follows(lines, index):
        return False
    own = block_at(facts, lines[index].start)
    if card is None:
        return own == block_at(facts, lines[index - 1].start)
    return own is None or own.kind != HEADING or own.start < lines[index].start


def _over_next(facts: Facts, card: Card | None, below: Label | None) -> bool:
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
