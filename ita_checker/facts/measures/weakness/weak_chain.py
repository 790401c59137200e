"""The indicators of a list that begins with one: what goes on from it, no reason's mention."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from ita_checker.facts.measures.naming.weak_words import (
    BOTH,
    BUT,
    DENIED,
    HEAD_WEAK,
    ITEM,
    JOINED,
    LEADS,
    LED,
    LEFT_OF_NAME,
    PRAISE,
    SCORED,
    SCORES,
    STOP,
    THAN,
    WEAK_LABEL,
)
from ita_checker.facts.page import Block, block_at, blocks, flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
WHERE = itemgetter(1)
LONGEST = 30  # letters that a label goes on with, or that stand before it
ONE_PHRASE = 14  # letters between two words of weakness that make one: "จุดอ่อนที่พบและต้องแก้ไข"
LEAD = 5  # letters of a word that joins a clause to the one before it
MARKS = re.compile(rf"(?:{ITEM.pattern}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)]?){{1,3}}")
# "4.4 กระบวนการกำกับดูแลการใช้ทรัพย์สิน… (73.11)"
COUNTED_NAME = re.compile(rf"{MARKS.pattern}[\u0e01-\u0e4e]{{0,28}}")
ITEM_BEFORE = re.compile(rf"(?:{ITEM.pattern})$")
JOINS = re.compile(r"[,·/]*")
BRACKETS = re.compile(r"\([^()]{1,40}\)")


def marks(facts: Facts) -> tuple[Stretch, ...]:
    """Return the words of weakness, those that make one phrase as one; none that is denied."""
    return facts.once(_marks)


def _marks(facts: Facts) -> tuple[Stretch, ...]:
    text, found = flow(facts), list[Stretch]()
    hits = [hit.span() for hit in WEAK_LABEL.finditer(text.text)]
    heads = [
        hit.span()
        for one in blocks(facts)
        if (hit := HEAD_WEAK.match(text.text, one.start, one.end))
    ]
    for start, end in sorted({*hits, *heads}):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
            continue
        if DENIED.search(text.text, max(0, start - LONGEST), start) and not text.gap(start):
            continue
        last = found[-1] if found else (0, 0)
        near = last[1] and start - last[1] <= ONE_PHRASE
        one = near and not text.gaps(last[1], start + 1)
        if one or (near and BOTH.fullmatch(text.text, last[1], start)):
            found[-1] = (last[0], end)
        else:
            found.append((start, end))
    return tuple(found)


def names_in(named: Sequence[Place], low: int, high: int) -> Sequence[Place]:
    """Return the indicators whose names, told in order, begin in a stretch."""
    first = bisect_left(named, (low,), key=WHERE)
    return named[first : bisect_left(named, (high,), first, key=WHERE)]


def names_in_parts(named: Sequence[Place], parts: Sequence[Stretch]) -> list[Place]:
    """Return the indicators whose names begin in one of several stretches, in order."""
    low, high = min(parts, default=(0, 0))[0], max((end for _, end in parts), default=0)
    near = names_in(named, low, high)
    return [one for one in near if any(start <= one[1][0] < end for start, end in parts)]


def opening_of(facts: Facts, name: int, least: int) -> int:
    """Return where begins what leads to an indicator's name: "ตัวชี้วัดที่ 2", "ด้าน"."""
    led = LED.search(flow(facts).text, max(least, name - LONGEST), name)
    return led.start() if led else name


def heads(facts: Facts, place: Stretch, piece: Block) -> bool:
    """Tell whether an indicator stands first in its piece, but for what marks, counts or leads
    to it.
    """
    text, opening = flow(facts).text, opening_of(facts, place[0], piece.start)
    lead = LEADS.match(text, piece.start, opening)
    start = lead.end() if lead else piece.start
    if opening == start or MARKS.fullmatch(text[start:opening]):
        return True
    scored = SCORED.match(text, place[1]) is not None
    return scored and COUNTED_NAME.fullmatch(text[start:opening]) is not None


def in_cell(facts: Facts, named: Sequence[Place], part: Stretch) -> Iterator[Place]:
    """Yield the indicators of a cell that begins with one, and those that go on from it."""
    text = flow(facts).text
    own = [one for one in names_in(named, *part) if one[1][1] <= part[1]]
    opening = opening_of(facts, own[0][1][0], part[0]) if own else part[0]
    if own and LEFT_OF_NAME.fullmatch(text, part[0], opening):
        yield from chain(facts, own, marks(facts))


def chain(facts: Facts, own: Sequence[Place], words: Iterable[Stretch]) -> Iterator[Place]:
    """Yield the first of the names and those that go on from it: next to one another but for
    scores, each at the head of a piece or line, or told with its score as the first is.
    """
    first, last = None, (0, 0)
    starts = [start for start, _ in words]
    for name, place in own:
        opening = opening_of(facts, place[0], last[1])
        if first and _ends(facts, last, opening, starts):
            return
        if praised(facts, _last_joined(facts, own, place)):
            return
        if first is None or _is_item(facts, first, last, place):
            yield name, place
            first, last = first or place, place


def _last_joined(facts: Facts, own: Sequence[Place], place: Stretch) -> Stretch:
    """Return the last of the names that nothing but joining words parts from one: what is said
    behind it is said of them all.
    """
    for _, other in own:
        if place[1] <= other[0] and joined(facts, place, other):
            place = other
    return place


def _ends(facts: Facts, last: Stretch, opening: int, starts: Iterable[int]) -> bool:
    """Tell whether a list ends between two names: by a turn, or another word of weakness than the
    verdict of the last one.
    """
    text = flow(facts).text
    if text[opening - 1] in ":=":
        return True  # another label leads to it
    if STOP.search(text, last[1], opening) or BUT.search(
        text, max(last[1], opening - LONGEST), opening
    ):
        return True
    return any(
        last[1] <= at < opening and SCORES.fullmatch(text, last[1], at) is None for at in starts
    )


def joined(facts: Facts, last: Stretch, place: Stretch) -> bool:
    """Tell whether nothing but scores, brackets and what joins them stands between two names."""
    between = BRACKETS.sub("", flow(facts).text[last[1] : place[0]])
    scored = SCORES.match(between)
    return scored is not None and JOINS.fullmatch(between, scored.end()) is not None


def _is_item(facts: Facts, first: Stretch, last: Stretch, place: Stretch) -> bool:
    """Tell whether a list goes on with a name, or what is said of the last one mentions it."""
    text, opening = flow(facts), opening_of(facts, place[0], last[1])
    if joined(facts, last, place):
        return True
    piece = block_at(facts, place[0])
    if piece and (heads(facts, place, piece) or _heads_line(facts, opening, piece)):
        return True
    if in_brackets(text.text, place[0]) or _marked_alike(text.text, first, place):
        return True
    if JOINED.search(text.text, last[1], opening) and text.gaps(opening - LEAD, opening + 1):
        return True  # "… เพราะไม่ทราบแผน และตัวชี้วัดการใช้อำนาจ เพราะ…"
    if THAN.search(text.text, last[1], opening):
        return False  # "ซึ่งต่ำกว่าด้าน…"
    return SCORED.match(text.text, place[1]) is not None


def in_brackets(text: str, name: int) -> bool:
    """Tell whether a name stands in brackets behind what is told of it: "ไม่ทั่วถึง (การใช้อำนาจ)"."""
    return text[name - 1] == "(" and BRACKETS.match(text, name - 1) is not None


def _marked_alike(text: str, first: Stretch, place: Stretch) -> bool:
    """Tell whether the same dash or colon stands behind a name as behind the list's first."""
    return text[place[1] : place[1] + 1] in tuple("-:=") and text[place[1]] == text[first[1]]


def _heads_line(facts: Facts, opening: int, piece: Block) -> bool:
    """Tell whether a mark of a list stands right before a name, white space before it."""
    text = flow(facts)
    mark = ITEM_BEFORE.search(text.text, max(piece.start, opening - 4), opening)
    return mark is not None and bool(text.gap(mark.start()) or mark.start() == piece.start)


def praised(facts: Facts, place: Stretch) -> bool:
    """Tell whether the words behind an indicator's name and score, or behind those of the names
    joined to it, call it strong: "สำหรับการปฏิบัติหน้าที่ได้ 96.22 คะแนน เป็นจุดแข็ง".
    """
    text, end = flow(facts).text, place[1]
    scored = SCORES.match(text, end)
    high = PRAISE.match(text, scored.end() if scored else end)
    return high is not None and not LEADS.match(text, high.end())
