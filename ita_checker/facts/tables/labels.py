"""Labels before what they are of, on a line ("ผู้รับผิดชอบ: กองคลัง") or in a row of a form: the field
that each names, in known words or likely ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ita_checker.facts.page import flow
from ita_checker.facts.tables.contents import look
from ita_checker.facts.tables.fields import MONITORING, RESULT, field
from ita_checker.facts.tables.grid import Prose, Stretch
from ita_checker.facts.tables.label_words import (
    BULLET,
    BY_LABEL,
    LABEL,
    LABELLED,
    LONGEST_LABEL,
    SIGNS,
)
from ita_checker.facts.tables.likely import likely_field
from ita_checker.facts.tables.parted import parted
from ita_checker.facts.tables.set_off import A_ROUND
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

COLON = pattern_of(lambda: f"[:=–-]|{any_of(words_of('measures.label_closes'))}")
# A label that the sentence goes on from is none: "ผู้รับผิดชอบ และกำหนด…", "ผลการดำเนินการ รอบ ๖ เดือน"
# over all results.
GOES_ON = pattern_of(lambda: any_of(words_of("measures.label_goes_on")))
ROUND_LABEL = pattern_of(lambda: rf"(?:{A_ROUND.pattern})\)?:")
MARK = re.compile("[:–-]")  # behind every label that no list knows
OWN_LABEL = re.compile(rf"([^:\d]{{2,{LONGEST_LABEL}}}):")
DASHED_LABEL = re.compile(rf"([\u0e01-\u0e4e]{{3,{LONGEST_LABEL}}})[–-]")


def row_field(label: str) -> str:
    """Return the field that a row's first cell (folded) names, '' for none."""
    bare = BULLET.sub("", label).strip(":")
    return BY_LABEL().get(bare) or field(bare) or likely_field(bare)


Labelled = tuple[str, Stretch]  # a field, and the rest of its line


def label(facts: Facts, line: Prose) -> Labelled | None:
    """Return the field a line is labelled with and the rest of the line, None where it has no
    label.
    """
    return facts.once(_labels).get(line.start)


def labelled(facts: Facts, within: Stretch) -> Sequence[Labelled]:
    """Return the labels of the lines outside tables that begin in a stretch, in order."""
    starts, labels = facts.once(_in_order)
    return labels[bisect_left(starts, within[0]) : bisect_left(starts, within[1])]


def _in_order(facts: Facts) -> tuple[tuple[int, ...], tuple[Labelled, ...]]:
    """Return where the lines begin that are labelled, and their labels."""
    known = facts.once(_labels)
    return tuple(known), tuple(known.values())


def _labels(facts: Facts) -> dict[int, Labelled]:
    """Return the labels of the lines that have one, by where the line begins, in order."""
    found = ((line.start, _label(facts, line)) for line in parted(facts))
    return {start: held for start, held in found if held}


def _label(facts: Facts, line: Prose) -> Labelled | None:
    text = flow(facts).text[line.start : line.end]
    start = BULLET.match(text).end()  # type: ignore[union-attr]  # matches at least the empty start
    found = LABEL.match(text, start)
    if not found and not MARK.search(text):
        return None  # nearly always
    if not found:
        return _round_label(text, line, start) or _own_label(facts, line, start)
    end = _set_off(facts, line, start, found.end())
    if end is None:
        return _own_label(facts, line, start)
    mark = COLON.match(text, end)
    return BY_LABEL()[text[start:end]], (line.start + (mark.end() if mark else end), line.end)


def _set_off(facts: Facts, line: Prose, start: int, end: int) -> int | None:
    """Return where the label ends that stands apart from what follows: the longest, or one that
    white space ends before ("ผลที่ได้ รับเรื่อง…"); None where the sentence goes on from it.
    """
    text = flow(facts).text[line.start : line.end]
    gaps = (at - line.start for at in reversed(flow(facts).gaps(line.start, line.start + end)))
    for at in (end, *(at for at in gaps if text[start:at] in BY_LABEL())):
        rest = text[at:]
        if COLON.match(rest) or not rest:
            return at
        if flow(facts).gap(line.start + at) and not GOES_ON.match(rest):
            return at
    return None


def _round_label(text: str, line: Prose, start: int) -> Labelled | None:
    """Return what a line called by its round holds ("รอบ 6 เดือน: อบรม 40 คน"), the round with it:
    what was done in it, or how it is watched.
    """
    found = ROUND_LABEL.match(text, start)
    if not found or not text[found.end() :]:
        return None
    held = MONITORING if look(text[found.end() :]) == MONITORING else RESULT
    return held, (line.start + start, line.end)


def _own_label(facts: Facts, line: Prose, start: int) -> Labelled | None:
    """Return the field that a label of the office's own words before a colon, or a dash with space
    around, is likely to name, and the rest of the line; None where it is like none.
    """
    text = flow(facts)
    found = OWN_LABEL.match(text.text, line.start + start, line.end)
    if not found:
        found = DASHED_LABEL.match(text.text, line.start + start, line.end)
        if not found or not (text.gap(found.end() - 1) and text.gap(found.end())):
            return None
    held = "" if SIGNS.match(found[1]) else likely_field(found[1])
    return (held, (found.end(), line.end)) if held in LABELLED() else None
