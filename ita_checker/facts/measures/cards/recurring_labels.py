"""Words with which more than one line begins: that they come again makes labels of them, whatever
they are ("มือทำ: …", "จะดูว่าเดินจริงไหม …"). A table may give a line its label, whatever stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ita_checker.facts.measures.naming.indicator_names import NAMES
from ita_checker.facts.measures.naming.labels import ORDINALS, behind_mark
from ita_checker.facts.measures.naming.named_twice import named_at
from ita_checker.facts.measures.prose.indented import follows
from ita_checker.facts.page import SIGNATURE, block_at, flow
from ita_checker.facts.tables import (
    A_ROUND,
    LABEL,
    MONITORING,
    PERIOD,
    RESPONSIBLE,
    Prose,
    field,
    look,
    row_field,
)
from ita_checker.model import Facts
from ita_checker.text.flow import Flow, fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import of_words, words_below, words_of

FEWEST = 2  # lines that begin alike
CARDS = 3  # of which one alone may hold what its lines begin with again
A_ROUND_OF = "#"  # the label that every round is: "รอบ 6 เดือน …", "รอบ 12 เดือน …"
COLON = re.compile(r"([^:\d]{2,40}+):")
DASHED = re.compile(r"([\u0e01-\u0e4e]{3,40}+)[–-]")
SHORTEST_OPENING, LONGEST_OPENING = 6, 24  # letters that open lines, and no mark closes
SHORTEST_ALONE, SHORTEST_TOLD = 4, 3  # letters on a line of their own, before offices or months
COUNT = re.compile(r"(?:\d{1,2}|[a-z\u0e01-\u0e2e])[.):·–-](?![\u0e01-\u0e2e]\.)")  # no "ม.ค."
DIGIT = re.compile(r"\d")
ASKS_FOR_MORE = pattern_of(lambda: f"{any_of(words_of('fields.cells.between_rounds'))}$")
# several, joined by a word that a scan may have spoiled: "รอบ 6 เดือน แลรอบ 12 เดือน" labels nothing
ROUNDS_ALONE = pattern_of(lambda: rf"(?:{A_ROUND.pattern})(?:[^\d\t]{{0,5}}(?:{A_ROUND.pattern}))+")
A_WORD = 8  # letters of a word with which no sentence ends: "และ"
DEEPER = re.compile(r"\(?\d{1,2}\.\d{1,2}(?!\d)")
ALONE = re.compile(r"\d{1,2}(?!\d)")
SHORT = re.compile(r"[\u0e01-\u0e4e]{3,5}")
NEAR = 4  # lines below a short label to the next one
MONTH = pattern_of(lambda: any_of(words_below("months.full")))
UNITS = of_words(  # "รอบ 6" over "เดือน"
    lambda: frozenset(map(fold, (*words_of("joins.counted"), *words_of("fields.cells.counted"))))
)
COUNTS = pattern_of(lambda: f"{any_of(words_of('measures.counts'))}$")
Label = tuple[str, int]  # its letters, and where what it labels begins


def recurring_labels(
    facts: Facts, lines: Sequence[Prose], given: Mapping[int, Label]
) -> dict[int, Label]:
    """Return the labels with which more than one line begins, by where the line does; `given`:
    those that a table gives.
    """
    own = {one.start: found for one in lines if (found := _given(facts, one, given))}
    if not _again(lines, own):
        return {}
    names, first = named_at(facts) - given.keys(), dict(own)
    cut = _cut_off(facts, lines, own)
    cut |= _ordinals(label for label, _ in own.values())
    cut |= {label for label, _ in own.values() if NAMES.fullmatch(label)}  # heads what answers it
    own = {at: one for at, one in own.items() if at in given or one[0] not in cut}
    counting = _counting(
        facts, (found for start, found in own.items() if start not in names and start not in given)
    )
    own = {at: one for at, one in own.items() if at not in names and one[0] not in counting}
    again = _again(lines, own)
    within = _within_one_card(lines, own)
    again = [label for label in again if label not in within]
    if not again:
        return {}
    rest = [line for line in lines if line.start not in own and line.start not in names]
    begun, text = tuple(again), flow(facts).text
    rest = [line for line in rest if line.start in first or _opens_with(text, line, begun)]
    own |= {line.start: found for line in rest if (found := _label(facts, line, again))}
    known = {label: _known_as(label, again) for label, _ in own.values()}
    made = {start: (known[label], at) for start, (label, at) in own.items() if known[label]}
    made |= _between(facts, lines, made)
    return made | _run_on(facts, lines, made)


def _again(lines: Sequence[Prose], own: Mapping[int, Label]) -> list[str]:
    """Return the labels with which more than one line begins."""
    times = Counter(own[line.start][0] for line in lines if line.start in own)
    return [label for label, count in times.items() if count >= FEWEST]


def _within_one_card(lines: Sequence[Prose], own: Mapping[int, Label]) -> frozenset[str]:
    """Return the openings that come again in one of several cards alone, between the same two of
    the labels that stand once in each: "ประกาศนโยบาย ปลุกจิตสำนึก …" below "ขั้นตอน", "ประกาศนโยบาย
    2 ม.ค." below a round.
    """
    places = dict[str, list[int]]()
    for line in lines:
        if line.start in own:
            places.setdefault(own[line.start][0], []).append(line.start)
    few = {label: at for label, at in places.items() if FEWEST <= len(at) < CARDS}
    often = [at for label, at in places.items() if len(at) >= CARDS and label != A_ROUND_OF]
    pairs = [(one, other) for one in often for other in often if few and _in_turn(one, other)]
    return frozenset(
        label
        for label, at in few.items()
        if any(
            start < at[0] and at[-1] < end
            for one, other in pairs
            for start, end in zip(one, other, strict=True)
        )
    )


def _in_turn(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether the places of one label and those of another follow each other in turn."""
    turns = [at for pair in zip(one, other, strict=False) for at in pair]
    return len(one) == len(other) and all(a < b for a, b in pairwise(turns))


def _run_on(facts: Facts, lines: Sequence[Prose], known: Mapping[int, Label]) -> dict[int, Label]:
    """Return the labels with which lines begin that nothing parts from what they label, where they
    stand below another as they do elsewhere: "ได้ผล รับนักเรียน 68 คน", "ได้ผลของยืมคืนครบ".
    """
    text, found, last = flow(facts).text, dict[int, Label](), ""
    following = dict[str, set[str]]()
    for one, other in pairwise(known[line.start][0] for line in lines if line.start in known):
        following.setdefault(one, set()).add(other)
    for index, line in enumerate(lines):
        if line.start in known:
            last = known[line.start][0]
            continue
        own = [one for one in following.get(last, ()) if text.startswith(one, line.start, line.end)]
        label = max(own, key=len, default="")
        if len(label) >= SHORTEST_ALONE and not (index and follows(lines, index)):
            found[line.start], last = (label, line.start + len(label)), label
    return found


def _cut_off(facts: Facts, lines: Sequence[Prose], own: Mapping[int, Label]) -> frozenset[str]:
    """Return the words that stand alone, or as what a number counts beside it, below lines that
    reach across, each time: "และรอบ 12" over "เดือน", "รอบ 6" over "เดือน และ…", "… ผู้รับ" over
    "เรื่อง 38 คน".
    """
    times, below = Counter(label for label, _ in own.values()), Counter[str]()
    for index, line in enumerate(lines):
        if line.start in own:
            label, at = own[line.start]
            below[label] += _wraps(facts, lines, index, at)
    return frozenset(label for label, count in times.items() if below[label] == count)


def _wraps(facts: Facts, lines: Sequence[Prose], index: int, end: int) -> bool:
    """Tell whether the words up to a place, alone in their line or what is counted beside a number,
    stand below a line that reaches across.
    """
    if not index or not follows(lines, index):
        return False
    line, text = lines[index], flow(facts).text
    beside = text[line.start - 1 : line.start].isdigit() or text[end : end + 1].isdigit()
    return end == line.end or (beside and text[line.start : end] in UNITS())


def _ordinals(labels: Iterable[str]) -> frozenset[str]:
    """Return the words that count on in words: "เรื่องหนึ่ง", "เรื่องสอง"."""
    counts, ordinals = dict[str, set[str]](), tuple(ORDINALS())
    for label in labels:
        if not label.endswith(ordinals):
            continue
        number = next(one for one in ordinals if label.endswith(one))
        if len(label) > len(number):
            counts.setdefault(label[: -len(number)], set()).add(label)
    return frozenset(label for own in counts.values() if len(own) >= FEWEST for label in own)


def _between(facts: Facts, lines: Sequence[Prose], known: Mapping[int, Label]) -> dict[int, Label]:
    """Return the words too short for labels of themselves with which lines begin over the same
    label right below, or between the same two, card after card: "วิธี …".
    """
    found, text = dict[str, list[tuple[int, Label, str, str]]](), flow(facts)
    for index, line in enumerate(lines[:-1]) if known else ():
        if line.start in known:
            continue
        at = text.next_gap(line.start + 1, line.end)
        if not SHORT.fullmatch(text.text, line.start, at):
            continue
        short = text.text[line.start : at]
        before = known.get(lines[index - 1].start) if index else None
        ahead = (known.get(one.start) for one in lines[index + 1 : index + 1 + NEAR])
        after = next((one for one in ahead if one), None)
        if after is None:
            continue
        right_below = known.get(lines[index + 1].start, (A_ROUND_OF, 0))[0] != A_ROUND_OF
        wraps = _wraps(facts, lines, index, at)
        wraps = wraps or DIGIT.match(text.text, at) is not None  # "การ์ด 1 …" counts
        if wraps or not (before or right_below):
            continue
        if _label(facts, line, [short]) == (short, at):
            one = (line.start, (short, at), before[0] if before else "", after[0])
            found.setdefault(short, []).append(one)
    return {
        start: label
        for own in found.values()
        if len(own) >= FEWEST and len({(before, after) for *_, before, after in own}) == 1
        for start, label, *_ in own
    }


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
        if len(own) >= FEWEST and own == [*range(1, len(own) + 1)]
    )


def _known_as(label: str, recurring: Sequence[str]) -> str:
    """Return the label that comes again in a label's place: itself, or the one with which it ends
    ("ชาวบ้านได้อะไร", elsewhere "ได้อะไร"); '' for none.
    """
    if label in recurring:
        return label
    ends = [one for one in recurring if len(one) >= SHORTEST_OPENING and label.endswith(one)]
    return max(ends, key=len, default="")


def _opens_with(text: str, line: Prose, labels: tuple[str, ...]) -> bool:
    """Tell whether a line begins with one of the labels behind what marks an item."""
    start = behind_mark(text, line.start, line.end)
    return text.startswith(labels, start, line.end)


def _first_words(text: Flow, start: int, end: int) -> int:
    """Return where the first white space stands; not that of a line's end within a known label."""
    at = text.next_gap(start + 1, end)
    whole = LABEL.match(text.text, start, end) if "\n" in text.gap(at) else None
    return max(at, whole.end()) if whole and text.gap(whole.end()) else at


def _given(facts: Facts, line: Prose, given: Mapping[int, Label]) -> Label | None:
    return given.get(line.start) or _label(facts, line)


def _below_a_count(facts: Facts, line: Prose) -> bool:
    """Tell whether a line stands below one that counts a field: "1.3 ไตรมาสที่เริ่มดำเนินการ"."""
    above = block_at(facts, max(line.start - 1, 0))
    text = flow(facts).text[above.start : above.end] if above else ""
    counted = DEEPER.match(text)
    return counted is not None and row_field(text[counted.end() :]) != ""


def _label(facts: Facts, line: Prose, known: Sequence[str] = ()) -> Label | None:
    """Return what a line begins with that could be a label: words before a colon, a dash with white
    space around, a round, or the words up to the first white space, short ones if `known`.
    """
    block = block_at(facts, line.start)
    if block and block.zone == SIGNATURE:
        return None
    text = flow(facts)
    start = behind_mark(text.text, line.start, line.end)
    if found := A_ROUND.match(text.text, start, line.end):
        told = look(text.text[start : line.end]) != MONITORING
        told = told and not ROUNDS_ALONE.fullmatch(text.text, start, line.end)
        value = found.end() == line.end and _below_a_count(facts, line)
        runs_on = ASKS_FOR_MORE.search(text.text, max(0, line.start - A_WORD), line.start)
        return (A_ROUND_OF, line.start) if told and not (runs_on or value) else None
    closed = text.text.find(":", start, line.end) >= 0
    if closed and (colon := COLON.match(text.text, start, line.end)):
        return colon[1], colon.end()
    at = _first_words(text, start, line.end)
    dash = DASHED.match(text.text, start, line.end)
    apart = dash and text.gap(dash.end(1)) and text.gap(dash.end())
    if dash and apart and not MONTH.search(dash[1]):
        return dash[1], dash.end()
    opening = text.text[start:at]
    if len(opening) > LONGEST_OPENING or DIGIT.search(opening):
        return None
    short = len(opening) < (SHORTEST_ALONE if at == line.end else SHORTEST_OPENING)
    if short and len(opening) >= SHORTEST_TOLD:  # what is told is looked at where it matters
        short = look(text.text[at : line.end]) not in (RESPONSIBLE, PERIOD)
    if short and not (field(opening) or opening in known):
        return None
    counts = COUNT.match(text.text, at, line.end) or COUNTS.search(opening)
    part = opening.count("(") != opening.count(")")  # of something longer
    return None if counts or part else (opening, at)  # "เรื่องที่ 2 …" counts a measure
