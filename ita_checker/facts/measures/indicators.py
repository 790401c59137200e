"""The indicators of the assessment that the report itself calls weak, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_checker.facts.measures.answered_lists import lists
from ita_checker.facts.measures.weak_in_tables import in_tables
from ita_checker.facts.measures.weak_labels import labelled, praised
from ita_checker.facts.measures.weak_words import LEADS, SCORES, STOP, WEAK
from ita_checker.facts.page import block_at, blocks, flow, lines
from ita_checker.facts.tables import Stretch, grids
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import begun, first_letters, pattern_of, spelled
from ita_checker.words import lists_of, of_words, words_of

# The ten indicators from 2562 on, each with the spellings met in reports.
SPELLINGS = lists_of("indicators.names")
NAMES = pattern_of(
    lambda: begun(
        "|".join(f"(?P<i{at}>{spelled(words)})" for at, words in enumerate(SPELLINGS.values())),
        first_letters(word for words in SPELLINGS.values() for word in words),
    )
)
# The indicators of each instrument, in the order of the assessment: IIT, EIT, OIT.
INSTRUMENTS = ((0, 5), (5, 8), (8, 10))
ASKED = of_words(lambda: [frozenset(list(SPELLINGS)[slice(*own)]) for own in INSTRUMENTS])
AFTER = of_words(lambda: tuple(map(fold, words_of("indicators.inside.after"))))
BEFORE_IT = of_words(lambda: tuple(map(fold, words_of("indicators.inside.before"))))
ITEM = re.compile(r"\(?(?:\d{1,2}|[\u0e01-\u0e2e])[.)]|[•-]")
COUNTED = re.compile(r"(?!\d\d\.\d\d)\d{1,2}(?:\.\d{1,2}|[.)])")  # "74.15" is a score
LIST = re.compile(r"(?<![\d\u0e01-\u0e59])\(?[1\u0e01][.)]|(?<!\d)1[.)]|•|(?<=[ก-๙])-")
LABEL = re.compile(
    rf"(?:{ITEM.pattern})?[\u0e01-\u0e4e()]{{3,40}}:"
)  # words that a line begins with, behind its bullet
LEAD_REACH, LIST_REACH = 120, 40  # letters between the word weak and what opens its list
REACH = 400  # letters after the word weak in which its list stands
BEFORE = 90  # letters before "ได้คะแนนต่ำที่สุด" in which its indicator stands


@dataclass(frozen=True, slots=True)
class Weak:
    """One weak indicator: its usual name, and where the report calls it weak."""

    name: str
    places: tuple[Stretch, ...]


def weak(facts: Facts) -> tuple[Weak, ...]:
    """Return the indicators that the report calls weak, in the order of the assessment."""
    return facts.once(_weak)


def named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    """Return every place where an indicator is named, in order."""
    return facts.once(_named)


def _named(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    names = list(SPELLINGS)
    hits = NAMES.finditer(flow(facts).text)
    return tuple(
        (names[int((hit.lastgroup or "i0")[1:])], hit.span())
        for hit in hits
        if not _in_title(flow(facts).text, hit)
    )


def _in_title(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the name is part of another: มาตรการป้องกันการทุจริต, แผนปฏิบัติการป้องกันการทุจริต,
    คณะกรรมการป้องกัน …
    """
    return text.endswith(AFTER(), 0, hit.start()) or text.startswith(BEFORE_IT(), hit.end())


def _weak(facts: Facts) -> tuple[Weak, ...]:
    found: dict[str, list[Stretch]] = {}
    text, tables = flow(facts).text, [(grid.start, grid.end) for grid in grids(facts)]
    for word in WEAK.finditer(text):
        if any(start <= word.start() < end for start, end in tables):
            continue
        for name, place in _listed(facts, word.start(), word.end()) or _before(facts, word):
            found.setdefault(name, []).append(place)
    every = named(facts)
    for name, place in (*in_tables(facts, every, len(SPELLINGS) / 2), *labelled(facts, every)):
        found.setdefault(name, []).append(place)
    for name, place in () if found else lists(facts, every, ASKED()):
        found.setdefault(name, []).append(place)  # no word of weakness is known, but what is done
    return tuple(
        Weak(name, tuple(dict.fromkeys(found[name]))) for name in SPELLINGS if name in found
    )


def _listed(facts: Facts, start: int, at: int) -> list[tuple[str, Stretch]]:
    """Return the indicators in the list that a word of weakness opens: after ได้แก่, คือ or a colon,
    up to the next turn.
    """
    text = flow(facts).text
    end = min(at + REACH, _stop(text, at))
    lead = LEADS.search(text, at, min(end, at + LEAD_REACH)) or LIST.search(
        text, at, min(end, at + LIST_REACH)
    )
    again = WEAK.search(text, at, end)
    if lead and again and again.start() < lead.start():  # it opens the next one's list
        lead = LIST.search(text, at, min(again.start(), at + LIST_REACH))
    if not lead or (again and again.start() < lead.start()):
        return []
    lead = _last_lead(facts, lead, end)
    end = min(end, _list_end(facts, *lead.span()))
    if lead[0] == ":":
        end = min(end, _next_label(facts, lead.end(), end))
    if again and again.start() > lead.end():
        end = min(end, again.start()) if not _before_score(text, lead.end(), again.start()) else end
    return [
        (name, place)
        for name, place in named(facts)
        if lead.end() <= place[0] and place[1] <= end and not praised(facts, place)
    ]


def _last_lead(facts: Facts, lead: re.Match[str], end: int) -> re.Match[str]:
    """Return what opens a list last, where more than one word does: "มี 3 ตัวชี้วัด คือ (1) …"."""
    names = (start for _, (start, _) in named(facts) if start >= lead.end())
    reach = min(end, lead.end() + LIST_REACH, next(names, end))
    return [lead, *LEADS.finditer(flow(facts).text, lead.end(), reach)][-1]


def _list_end(facts: Facts, start: int, at: int) -> int:
    """Return where a list of indicators ends at the latest, whose opening stands from `start` to
    `at`: where it counts none, the next paragraph that is counted is none of its items.
    """
    text, own = flow(facts).text, block_at(facts, at)
    if own is None or ITEM.match(text, at) or LIST.match(text, start):
        return len(text)
    if not any(at <= place[0] < own.end for _, place in named(facts)):
        return len(text)
    counted = (
        one.start
        for one in blocks(facts)
        if one.start >= own.end and COUNTED.match(text, one.start)
    )
    return next(counted, len(text))


def _next_label(facts: Facts, at: int, end: int) -> int:
    """Return where a line begins with another label than the one that opens a list of indicators
    ("ต้องแก้ด่วน: การใช้อำนาจ", below it "ดีอยู่แล้ว: การปฏิบัติหน้าที่"), else the end.
    """
    places = [start for _, (start, _) in named(facts) if at <= start < end]
    own = [line for line in lines(facts) if line.end > at and line.start < end]
    if not places or not own or places[0] >= own[0].end:
        return end  # nothing stands on the label's own line: those below part its list
    text = flow(facts).text
    labels = ((line.start, LABEL.match(text, line.start, line.end)) for line in own[1:])
    return next((start for start, hit in labels if hit and hit.end() in places), end)


def _before_score(text: str, start: int, end: int) -> bool:
    """Tell whether between a list's opening and the next word of weakness stands one indicator:
    'คือ การใช้อำนาจ ได้คะแนนต่ำสุด'.
    """
    return len(NAMES.findall(text[start:end])) == 1


def _stop(text: str, at: int) -> int:
    turn = STOP.search(text, at)
    return min(
        [turn.start() if turn else len(text)]
        + [spot for spot in (text.find("\f", at), text.find("\t", at)) if spot >= 0]
    )


def _before(facts: Facts, word: re.Match[str]) -> list[tuple[str, Stretch]]:
    """Return the indicator right before a word of weakness, where nothing but its score stands
    between. A word that opens a paragraph or a list of its own tells of what follows it.
    """
    text, at = flow(facts).text, word.start()
    near = [
        (name, place) for name, place in named(facts) if at - BEFORE <= place[0] and place[1] <= at
    ]
    if not near:
        return []
    name, place = near[-1]
    if block_at(facts, place[0]) != block_at(facts, at) or _one_phrase_lists(facts, word):
        return []
    return [(name, place)] if SCORES.fullmatch(text[place[1] : at]) else []


def _one_phrase_lists(facts: Facts, word: re.Match[str]) -> bool:
    """Tell whether a word of weakness goes on without white space to another that opens a list:
    "จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน: การใช้อำนาจ".
    """
    text = flow(facts)
    again = WEAK.search(text.text, word.end(), word.end() + LEAD_REACH)
    return (
        again is not None
        and not text.gaps(word.end(), again.start() + 1)
        and bool(_listed(facts, again.start(), again.end()))
    )
