"""Where a report says itself which indicator something answers: by its name or its number, beside
a measure, over it or in brackets behind it, in whatever layout.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ita_checker.facts.measures.naming.indicator_names import named
from ita_checker.facts.measures.naming.weak_words import ANY_MARK, LED, LEFT_OF_NAME, SCORED, SCORES
from ita_checker.facts.measures.paired.plan_and_results import plan
from ita_checker.facts.measures.paired.where_told import (
    cells_that_answer,
    first_measure,
    rows_of_measures,
    topics,
)
from ita_checker.facts.measures.weakness.indicator_numbers import numbered
from ita_checker.facts.measures.weakness.indicators import weak
from ita_checker.facts.page import Block, block_at, flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.text.stretches import Stretches
from ita_checker.words import words_of

# "ตอบตัวชี้วัด…", "ตอบเรื่องที่ต้องพัฒนา คือ …": the word weak between takes nothing back.
ANSWERS_IT = pattern_of(
    lambda: (
        f"{any_of(words_of('indicators.answer_to'))}.{{0,14}}"
        f"(?:{spelled(words_of('indicators.weak'))}.{{0,12}})?$"
    )
)
LEFT = 40  # letters before it in which the text may say what answers it
BRACKET = 40  # letters of a bracket that says what a measure answers
LEAD = 4  # letters before a name that recur where reports say it of each measure
SENTENCE = 100  # letters in which something is told of a measure
TWO = 2


@dataclass(frozen=True, slots=True)
class Pointer:
    """One place that points at an indicator; `says` tells whether it is said on purpose what
    answers it, or it is only named.
    """

    name: str
    place: Stretch
    says: bool


def pointers(facts: Facts) -> tuple[Pointer, ...]:
    """Return the places that point at indicators besides where these are called weak."""
    return facts.once(_pointers)


def _pointers(facts: Facts) -> tuple[Pointer, ...]:
    own = [*_elsewhere(facts)]
    parts = Stretches(cells_that_answer(facts))
    led, below, found = _recurring(facts, own), first_measure(facts), list[Pointer]()
    bracketed = _behind_names(facts, {min(one.places)[0] for one in weak(facts)})
    for name, place in own:
        last = next((one.place for one in found[-1:] if one.says), (0, 0))
        says = (
            place in led
            or place[0] in parts
            or _answered_by(facts, place, last)
            or place in bracketed
            or _on_purpose(facts, place, below)
        )
        found.append(Pointer(name, place, says))
    return tuple(found)


def _elsewhere(facts: Facts) -> Iterator[tuple[str, Stretch]]:
    """Yield where indicators are pointed at outside the pieces that call them weak, no score beside
    them.
    """
    below, text = first_measure(facts), flow(facts).text
    weak_places = {place[0] for one in weak(facts) for place in one.places}
    analysis = {piece.start for at in weak_places if at < below and (piece := block_at(facts, at))}
    firsts = {min(one.places)[0] for one in weak(facts)}
    topical = (part for one in plan(facts) for part in topics(one))
    rows = Stretches([*rows_of_measures(facts), *topical])
    last, bracketed = (0, 0), _behind_names(facts, firsts)
    for name, place in sorted((*named(facts), *numbered(facts)), key=lambda one: one[1]):
        piece = block_at(facts, place[0])
        if piece is None or SCORED.match(text, place[1]):
            continue
        told = (place[0] > below or place[0] not in firsts) and _answered_by(facts, place, last)
        told = told or place in bracketed
        if (
            told
            or place[0] in rows
            or (piece.start not in analysis and place[0] not in weak_places)
        ):
            yield name, place
        last = place if told else last


def _behind_names(facts: Facts, firsts: Collection[int]) -> frozenset[Stretch]:
    """Return where indicators stand in brackets with which pieces end, one behind each of several
    measures: though a word of weakness is in one, these are told of before.
    """
    text, found = flow(facts).text, dict[Stretch, str]()
    for name, place in named(facts):
        piece = block_at(facts, place[0])
        if piece is None or place[0] in firsts or text[place[1] : piece.end] != ")":
            continue
        if text.rfind("(", max(piece.start, place[0] - BRACKET), place[0]) >= 0:
            found[place] = name
    return frozenset(found if len(set(found.values())) > TWO else ())


def _answered_by(facts: Facts, place: Stretch, last: Stretch) -> bool:
    """Tell whether words before an indicator say that something answers it, or it is joined to the
    last one of which they did.
    """
    text, piece = flow(facts).text, block_at(facts, place[0])
    start = max(piece.start if piece else 0, place[0] - LEFT)
    joined = last[1] and start <= last[1] <= place[0] and SCORES.fullmatch(text, last[1], place[0])
    return bool(joined or ANSWERS_IT.search(text, start, place[0]))


def _on_purpose(facts: Facts, place: Stretch, below: int) -> bool:
    """Tell whether what stands around an indicator says that something answers it."""
    text, piece = flow(facts).text, block_at(facts, place[0])
    if piece is None:
        return False
    if _in_brackets(text, piece, place):
        return True
    alone = LEFT_OF_NAME.fullmatch(text, piece.start, place[0]) is not None
    return place[0] > below and alone and SCORES.fullmatch(text, place[1], piece.end) is not None


def _in_brackets(text: str, piece: Block, place: Stretch) -> bool:
    opens = text.rfind("(", max(piece.start, place[0] - BRACKET), place[0])
    closes = text.find(")", place[1], min(piece.end, place[1] + BRACKET))
    if opens < 0 or closes < 0 or opens == piece.start:
        return False
    return ")" not in text[opens : place[0]] and not ANY_MARK.search(text, opens, closes)


def _recurring(facts: Facts, own: Sequence[tuple[str, Stretch]]) -> frozenset[Stretch]:
    """Return the places before which the same words stand as before another indicator's in another
    piece: how the office says of each of its measures what it answers.
    """
    text = flow(facts).text
    found: dict[str, list[tuple[str, Stretch]]] = defaultdict(list)
    for name, place in own:
        piece = block_at(facts, place[0])
        led = LED.search(text, piece.start, place[0]) if piece else None
        end = led.start() if led else place[0]
        lead = text[max(piece.start if piece else 0, end - LEAD) : end]
        if len(lead) == LEAD and not re.search(r"\d", lead):
            found[lead].append((name, place))
    return frozenset(
        place
        for alike in found.values()
        if len({name for name, _ in alike}) >= TWO and _apart(facts, [at for _, at in alike])
        for _, place in alike
    )


def _apart(facts: Facts, places: Sequence[Stretch]) -> bool:
    """Tell whether places stand in two pieces, or so far from each other that each has a sentence
    of its own.
    """
    pieces = {piece.start for at, _ in places if (piece := block_at(facts, at))}
    far = max(at for at, _ in places) - min(at for at, _ in places) >= SENTENCE
    return len(pieces) >= TWO or far
