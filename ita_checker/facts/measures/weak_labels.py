"""Indicators right behind a label of weakness that nothing parts from them: "1.2 จุดอ่อนที่ต้องแก้ก่อน"
over or before "ตัวชี้วัดการใช้อำนาจ เพราะ …", and "พบจุดอ่อนเรื่องการใช้อำนาจและการใช้งบประมาณ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_checker.facts.measures.weak_words import (
    ANSWERS,
    HIGH,
    ITEM,
    LABEL,
    LEADS,
    LED,
    SCORES,
    STOP,
    WEAK,
)
from ita_checker.facts.page import HEADING, block_at, blocks, flow, lines
from ita_checker.facts.tables import Stretch, grids
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

Place = tuple[str, Stretch]  # an indicator's usual name, and where it is named
REACH = 400  # letters after a label in which its indicators stand
LONGEST = 30  # letters that a label goes on with
# What may stand before a label on its line: what counts or marks it, a word or two.
HEAD = re.compile(r"[\d.()•*▪●✓✖✔▲·-]*(?:[\u0e01-\u0e2e][.)])?[\u0e01-\u0e4e/]{0,18}")
MARK = re.compile(rf"(?:{ITEM.pattern})$")
# What joins one clause to the next: "และด้าน…".
JOINED = pattern_of(lambda: f"(?:{any_of(words_of('indicators.scores'))}){{1,3}}$")
JOINS = re.compile(r"[,·]*")
# "ข้อบกพร่องหรือจุดอ่อน" labels one list.
BOTH = pattern_of(lambda: any_of(words_of("indicators.labels_joined")))


def labelled(facts: Facts, named: Sequence[Place]) -> Iterator[Place]:
    """Yield the indicators that stand right behind labels of weakness outside tables; `named`:
    every place where one is named.
    """
    tables = [(grid.start, grid.end) for grid in grids(facts)]
    labels = list(_labels(facts))
    for hit in labels:
        if any(start <= hit.start() < end for start, end in tables):
            continue
        end = _end(facts, hit.end(), [one.start() for one in labels])
        own = [one for one in named if hit.end() <= one[1][0] and one[1][1] <= end]
        if own and _opens(facts, (_joined_from(facts, hit, labels), hit.end()), own[0][1][0]):
            yield from _chain(facts, own)


def _labels(facts: Facts) -> Iterator[re.Match[str]]:
    """Yield the labels of weakness, in order; a word of it that opens an item of a list is one too
    ("- ต้องแก้ไขโดยเร่งด่วน ตัวชี้วัด…").
    """
    text = flow(facts).text
    own = list(LABEL.finditer(text))
    known = {at for hit in own for at in range(*hit.span())}
    for block in blocks(facts):
        item = ITEM.match(text, block.start, block.end)
        hit = WEAK.match(text, item.end(), block.end) if item else None
        if hit and hit.start() not in known:
            own.append(hit)
    yield from sorted(own, key=lambda hit: hit.start())


def _joined_from(facts: Facts, label: re.Match[str], labels: Sequence[re.Match[str]]) -> int:
    """Return where the first of the labels stands that one word joins to this one:
    "ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไข".
    """
    text, start = flow(facts).text, label.start()
    for one in reversed(labels):
        if one.end() < start and BOTH.fullmatch(text, one.end(), start):
            start = one.start()
    return start


def _end(facts: Facts, at: int, labels: Sequence[int]) -> int:
    """Return where what a label stands over ends at the latest: another label, a turn, a cell's or
    page's end, a heading below what the label itself heads.
    """
    text = flow(facts).text
    turn = STOP.search(text, at, at + REACH)
    ends = [at + REACH, *([turn.start()] if turn else []), *(one for one in labels if one > at)]
    tab = text.find("\t", at)
    return min([*ends, *([tab] if tab >= 0 else [])])


def _opens(facts: Facts, label: Stretch, name: int) -> bool:
    """Tell whether a label stands over or before an indicator's name: "จุดอ่อนเรื่อง…" anywhere, else
    at the head of its line, nothing but the label's own last words and white space between.
    """
    text, (start, at) = flow(facts), label
    led = LED.search(text.text, at, name)
    mark = MARK.search(text.text, at, led.start() if led else name)
    opening = mark.start() if mark else led.start() if led else name
    if led and opening == at:
        return True
    rest = text.text[at:opening]
    if len(rest) > LONGEST or text.gaps(at + 1, opening) or not text.gap(opening):
        return False
    if re.search(r"\d", rest) or any(one.search(rest) for one in (ANSWERS, HIGH, LEADS)):
        return False
    line = next((one for one in lines(facts) if one.start <= start < one.end), None)
    return line is not None and HEAD.fullmatch(text.text, line.start, start) is not None


def _chain(facts: Facts, own: Sequence[Place]) -> Iterator[Place]:
    """Yield the first of the names and those that go on from it: next to one another but for
    scores, or each at the head of a piece.
    """
    text, last = flow(facts).text, own[0][1][0]
    headings = [one.start for one in blocks(facts) if one.kind == HEADING]
    for name, (start, end) in own:
        if any(last < at and at + LONGEST < start for at in headings):
            return
        scored = SCORES.match(text, last, start)
        joined = scored is not None and JOINS.fullmatch(text, scored.end(), start) is not None
        if praised(facts, (start, end)):
            return
        if joined or _heads_piece(facts, start) or _told_alike(facts, own[0][1], (start, end)):
            yield name, (start, end)
            last = end


def _told_alike(facts: Facts, first: Stretch, place: Stretch) -> bool:
    """Tell whether a clause of the same piece names an indicator and its score as the first one
    did, whatever is said between: "ด้านการใช้อำนาจ ได้ 70.12 เพราะ … และด้านการใช้งบประมาณ ได้ 72.90".
    """
    text = flow(facts)
    if block_at(facts, first[0]) != block_at(facts, place[0]):
        return False
    leads, scored = [], []
    for start, end in (first, place):
        led = LED.search(text.text, max(0, start - LONGEST), start)
        leads.append((led[0], led.start()) if led else ("", start))
        score = SCORES.match(text.text, end)
        scored.append(score is not None and re.search(r"\d", score[0]) is not None)
    (word, _), (other, at) = leads
    joins = JOINED.search(text.text, max(0, at - LONGEST), at)
    return word == other and all(scored) and bool(text.gap(joins.start() if joins else at))


def _heads_piece(facts: Facts, name: int) -> bool:
    """Tell whether a name stands first in its piece, but for what marks, counts or leads to it."""
    text, piece = flow(facts).text, block_at(facts, name)
    if piece is None:
        return False
    led = LED.search(text, piece.start, name)
    opening = led.start() if led else name
    return opening == piece.start or ITEM.fullmatch(text, piece.start, opening) is not None


def praised(facts: Facts, place: Stretch) -> bool:
    """Tell whether the words behind an indicator's name and score call it strong:
    "สำหรับการปฏิบัติหน้าที่ได้ 96.22 คะแนน เป็นจุดแข็ง".
    """
    text = flow(facts).text
    scored = SCORES.match(text, place[1])
    high = HIGH.match(text, scored.end() if scored else place[1])
    return high is not None and not LEADS.match(text, high.end())
