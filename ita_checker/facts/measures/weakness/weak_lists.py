"""Indicators that stand in what a word of weakness opens: behind it in its piece, below the piece
that it is all of, right before it, in boxes of a form as in paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.facts.measures.naming.weak_words import (
    ALONE,
    ANSWERED,
    ANSWERS,
    HIGH,
    ITEM,
    LEADS,
    OTHERS,
    SCORED,
    SCORES,
    STOP,
)
from ita_checker.facts.measures.paired.where_told import first_measure
from ita_checker.facts.measures.weakness.weak_chain import (
    LONGEST,
    MARKS,
    ONE_PHRASE,
    Place,
    chain,
    heads,
    in_brackets,
    joined,
    marks,
    names_in,
    opening_of,
)
from ita_checker.facts.measures.weakness.weak_groups import signed, summed
from ita_checker.facts.page import CELL, HEADING, Block, block_at, blocks, flow
from ita_checker.facts.tables import NAME, OWN_FIELDS, TOPIC, Stretch, grids
from ita_checker.model import Facts

REACH = 400  # letters below a word of weakness in which what it opens stands
LEAD_REACH = 120  # letters from it to the word that opens its list
LIST_REACH = 40  # letters from there to the first indicator
LEAD = 12  # letters of the word that says before it what a measure answers
TAIL = 60  # letters behind it in a piece that is nothing but a label
BEFORE = 90  # letters before "ได้คะแนนต่ำที่สุด" in which its indicator stands
COUNTED = re.compile(r"(\(?)(?:(\d{1,2}(?:\.\d{1,2}){0,3})|[\u0e01-\u0e2e](?=[.)]))([.)]*)(?=\D)")
MARKED = re.compile(rf"(?<![\d.])(?:{MARKS.pattern})$")
BETWEEN = re.compile(r"[\u0e01-\u0e4e/]{0,30}[-:(=]+")  # a name's last words, and a dash


def weak_lists(facts: Facts, named: Sequence[Place]) -> Iterator[Place]:
    """Yield the indicators that words of weakness open; `named`: every place where one is named."""
    yield from signed(facts, named)
    yield from summed(facts, named)
    below = first_measure(facts)
    words = [
        one
        for one in marks(facts)
        if not _of_measures(facts, one[0]) and not _answers(facts, one[0], below)
    ]
    for word in words:
        found = [*_behind(facts, named, word, words)] or [*_below(facts, named, word, words)]
        yield from found or _before(facts, named, word)


def _answers(facts: Facts, at: int, below: int) -> bool:
    """Tell whether a word stands where a measure says that it answers what is weak: "ตอบจุดอ่อน…"."""
    led = ANSWERED.search(flow(facts).text, max(0, at - LEAD), at)
    return at > below and led is not None


def _of_measures(facts: Facts, at: int) -> bool:
    """Tell whether a word stands in a cell that is a measure's own."""
    own = {NAME, TOPIC, *OWN_FIELDS}
    return any(
        start <= at < end
        for grid in grids(facts)
        if grid.start <= at < grid.end
        for row in grid.rows
        for held, slot in zip(grid.columns, row.slots, strict=False)
        if held in own
        for start, end in slot.parts
    )


def _behind(
    facts: Facts, named: Sequence[Place], word: Stretch, words: Sequence[Stretch]
) -> Iterator[Place]:
    """Yield what a word of weakness opens in its own piece, and in those that go on from there."""
    piece = block_at(facts, word[1] - 1)
    if piece is None:
        return
    own = [one for one in names_in(named, word[1], piece.end) if one[1][1] <= piece.end]
    if not own or not _opens(facts, word, own[0][1][0], words, piece):
        return
    counted = MARKED.search(flow(facts).text, word[1], opening_of(facts, own[0][1][0], word[1]))
    if piece.kind != CELL:
        for one in _next_pieces(facts, piece, word[1]):
            inside = names_in(named, one.start, one.end)
            marked = ITEM.match(flow(facts).text, one.start, one.end)
            if one.kind == CELL:
                break
            on = _runs_on(facts, own, inside, one)
            headed = bool(inside) and bool(marked) == bool(counted)
            if headed and not marked:  # a paragraph of its own is about what it scores, or short
                scored = SCORED.match(flow(facts).text, inside[0][1][1])
                headed = scored is not None or one.end - one.start <= TAIL
            if not on and not (headed and heads(facts, inside[0][1], one)):
                break
            own += inside
    yield from chain(facts, own, words)


def _runs_on(facts: Facts, own: Sequence[Place], inside: Sequence[Place], piece: Block) -> bool:
    """Tell whether a piece goes on in the middle of a list: with the last one's score, or a name
    that is joined to it.
    """
    if not own or not inside:
        return False
    score = SCORED.match(flow(facts).text, own[-1][1][1])
    cut = score is not None and score.end() > piece.start
    return cut or joined(facts, own[-1][1], inside[0][1])


def _told_of_one(facts: Facts, named: Sequence[Place], at: int, piece: Block) -> bool:
    """Tell whether a word of weakness stands behind an indicator and its score, and nothing between
    begins to speak of others ("ด้านที่เป็น…"): it is told of that one, and opens nothing below.
    """
    text = flow(facts).text
    own = [place for _, place in named if max(piece.start, at - BEFORE) <= place[0] < at]
    scored = bool(own) and SCORED.match(text, own[-1][1]) is not None
    return scored and OTHERS.search(text, own[-1][1], at) is None


def _next_pieces(facts: Facts, piece: Block, at: int) -> Iterator[Block]:
    """Yield the pieces below one, no table's, up to what a word of weakness may reach."""
    for one in blocks(facts):
        if one.start < piece.end:
            continue
        if one.start > at + REACH:
            return
        yield one


def _is_box(facts: Facts, inside: Sequence[Place], cell: Block) -> bool:
    """Tell whether a cell is a box that tells of one indicator: its name, its score, and why."""
    if not inside or not heads(facts, inside[0][1], cell):
        return False
    return SCORED.match(flow(facts).text, inside[0][1][1], cell.end) is not None


def _opens(facts: Facts, word: Stretch, name: int, words: Sequence[Stretch], piece: Block) -> bool:
    """Tell whether a word of weakness leads to an indicator's name: by a word that opens a list, or
    as a label right over or before it.
    """
    text, at = flow(facts), word[1]
    opening = opening_of(facts, name, at)
    if any(at < start < opening for start, _ in words) or STOP.search(text.text, at, opening):
        return False
    leads = [*LEADS.finditer(text.text, at, opening)]
    if leads:
        near = leads[0].start() - at <= LEAD_REACH
        close = opening - leads[-1].end() <= LIST_REACH
        return near and (close or in_brackets(text.text, name))
    rest = text.text[at:opening]
    if _is_verdict(facts, word[0], piece):
        return False
    if MARKED.search(text.text, at, opening):
        return len(rest) <= LIST_REACH
    if not rest:
        return name > opening or _at_head(facts, word[0], piece)  # "จุดอ่อนเรื่อง…"
    if len(rest) > LONGEST or text.gaps(at + 1, opening) or not text.gap(opening):
        return False
    if re.search(r"\d", rest) or any(one.search(rest) for one in (ANSWERS, HIGH)):
        return False
    return _at_head(facts, word[0], piece)


def _is_verdict(facts: Facts, at: int, piece: Block) -> bool:
    """Tell whether a word stands behind a dash or in brackets in a line that tells of something:
    "3) ช่องทางประชาสัมพันธ์ – ต้องพัฒนา".
    """
    text = flow(facts)
    breaks = [gap for gap in text.gaps(piece.start + 1, at + 1) if "\n" in text.gap(gap)]
    before = text.text[breaks[-1] if breaks else piece.start : at]
    return before[-1:] in tuple("-(=") and MARKS.fullmatch(before) is None


def _at_head(facts: Facts, at: int, piece: Block) -> bool:
    """Tell whether a word stands at the head of its piece or line, no more than a few words before
    it.
    """
    text = flow(facts)
    breaks = [gap for gap in text.gaps(piece.start + 1, at + 1) if "\n" in text.gap(gap)]
    before = text.text[breaks[-1] if breaks else piece.start : at]
    return len(before) <= LONGEST and not SCORED.search(before) and not HIGH.search(before)


def _below(
    facts: Facts, named: Sequence[Place], word: Stretch, words: Sequence[Stretch]
) -> Iterator[Place]:
    """Yield what stands below a piece that is nothing but a label of weakness."""
    text, piece = flow(facts).text, block_at(facts, word[1] - 1)
    if piece is None or piece.kind == CELL or not _labels(facts, word, piece, named):
        return
    if _told_of_one(facts, named, word[0], piece):
        return
    own, label = list[Place](), _count(text, piece)
    for one in _next_pieces(facts, piece, piece.end):
        inside = names_in(named, one.start, one.end)
        if one.kind == CELL and not _is_box(facts, inside, one):
            break
        opening = opening_of(facts, inside[0][1][0], one.start) if inside else one.end
        if any(one.start <= start < opening for start, _ in words):
            break
        if STOP.search(text, one.start, opening) or (label and label == _count(text, one)):
            break
        if inside and (
            heads(facts, inside[0][1], one)
            or _led_to(facts, inside[0][1], one, own)
            or _runs_on(facts, own, inside, one)
        ):
            own += inside
        elif one.kind == HEADING:
            break
    yield from chain(facts, _tagged(facts, own) or own, words)


def _tagged(facts: Facts, own: Sequence[Place]) -> list[Place]:
    """Return those of a list behind whose scores a word calls them weak, where nothing stands
    behind the others': a chart of all, of which the words mark some.
    """
    text, found = flow(facts), list[Place]()
    for one in own:
        scores = SCORES.match(text.text, one[1][1])
        end = scores.end() if scores else one[1][1]
        if ALONE.match(text.text, end):
            found.append(one)
        elif "\n" not in text.gap(end):
            return []
    return found


def _labels(facts: Facts, word: Stretch, piece: Block, named: Sequence[Place]) -> bool:
    """Tell whether a piece is a label of weakness, and names no indicator behind it."""
    text = flow(facts).text
    tail = text[word[1] : piece.end]
    if len(tail) > TAIL or any(word[1] <= at < piece.end for _, (at, _) in named):
        return False
    leads = [*LEADS.finditer(tail)]
    told = STOP.search(tail) or ANSWERS.search(tail) or SCORED.search(tail)
    led = bool(leads) or LEADS.match(text, piece.end) is not None
    return not told and (led or _at_head(facts, word[0], piece))


def _count(text: str, piece: Block) -> tuple[str, int, str] | None:
    """Return how a piece is counted, but for the number itself."""
    hit = COUNTED.match(text, piece.start, piece.end)
    return (hit[1], (hit[2] or "").count(".") + bool(hit[2]), hit[3]) if hit else None


def _led_to(facts: Facts, place: Stretch, piece: Block, known: Sequence[Place]) -> bool:
    """Tell whether the first piece below a label names an indicator with what leads to it and its
    score, or behind a word that opens a list.
    """
    text, opening = flow(facts).text, opening_of(facts, place[0], piece.start)
    if known:
        return False
    lead = LEADS.search(text, max(piece.start, opening - LONGEST), opening)
    return lead is not None or (opening < place[0] and SCORED.match(text, place[1]) is not None)


def _before(facts: Facts, named: Sequence[Place], word: Stretch) -> Iterator[Place]:
    """Yield the indicator right before a word of weakness, where nothing but its score stands
    between, or a dash in a line that ends with the word. One that leads to a list tells of that.
    """
    text, at = flow(facts).text, word[0]
    near = [one for one in named if at - BEFORE <= one[1][0] and one[1][1] <= at]
    if not near or LEADS.search(text, word[1], word[1] + ONE_PHRASE):
        return
    name, place = near[-1]
    piece = block_at(facts, place[0])
    if piece is None or piece != block_at(facts, at):
        return
    ends = piece.end - word[1] <= LONGEST and heads(facts, place, piece)
    if SCORES.fullmatch(text, place[1], at) or (ends and BETWEEN.fullmatch(text, place[1], at)):
        yield name, place
