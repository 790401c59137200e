"""Titles of cards that do not stand right over their first label: a line between says what the
measure is about, or what is to be done is listed there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from ita_checker.facts.measures.cards.card_names import may_name
from ita_checker.facts.measures.naming.indicator_names import names_one
from ita_checker.facts.measures.naming.labels import CALLED, MEASURE, number_soon
from ita_checker.facts.measures.prose.labelled import line_text
from ita_checker.facts.tables import Prose
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

Label = tuple[str, int]  # its letters, and where what it labels begins
FEWEST = 2  # cards, and labels that they have in common
LINES = 12  # from a title to its last label
PREFIX = 4  # letters with which lines say of each measure what it is about
COUNTED = pattern_of(
    lambda: (
        rf"{number_soon(12)}(?!{CALLED()})(?P<word>[\u0e01-\u0e4e]{{2,12}}?){any_of(words_of('measures.counts'))}?"
        r"(?P<at>\d{1,2})[.:)·–-]?(?=[\u0e01-\u0e4e]{4})"
    )
)
A_MEASURE = pattern_of(lambda: rf"[\d.()-]*{CALLED()}")
DIGIT = re.compile(r"\d")


def over_labels(
    facts: Facts, lines: Sequence[Prose], labels: Mapping[int, Label]
) -> Iterator[Prose]:
    """Yield the titles that count on over labels which they have in common; else those over a line
    that says of each what it is about.
    """
    found = list(_counted(facts, lines, labels)) or list(_over_topics(facts, lines, labels))
    yield from found


def _counted(facts: Facts, lines: Sequence[Prose], labels: Mapping[int, Label]) -> Iterator[Prose]:
    """Yield the lines counted in a word of the office's own, one after the other, over the same
    labels each: "เรื่องที่ 1 …".
    """
    runs = dict[str, list[tuple[int, int]]]()
    for index, line in enumerate(lines):
        hit = COUNTED.match(line_text(facts, line))
        if hit and line.start not in labels:
            runs.setdefault(hit["word"], []).append((int(hit["at"]), index))
    for run in runs.values():
        if len(run) < FEWEST or [number for number, _ in run] != [*range(1, len(run) + 1)]:
            continue
        ends = [*(index for _, index in run[1:]), len(lines)]
        below = [
            {
                labels[line.start][0]
                for line in lines[at + 1 : min(end, at + 1 + LINES)]
                if line.start in labels
            }
            for (_, at), end in zip(run, ends, strict=True)
        ]
        under = (line for _, at in run for line in lines[at + 1 : at + 2])
        named = any(A_MEASURE.match(line_text(facts, line)) for line in under)  # it heads measures
        if not named and all(len(one & other) >= FEWEST for one, other in pairwise(below)):
            yield from (lines[index] for _, index in run)


def _over_topics(
    facts: Facts, lines: Sequence[Prose], labels: Mapping[int, Label]
) -> Iterator[Prose]:
    """Yield the lines over those that begin alike and mostly name an indicator, right over the same
    label each time.
    """
    over = dict[str, list[int]]()
    for index, line in enumerate(lines):
        if line.start in labels:
            over.setdefault(labels[line.start][0], []).append(index)
    for own in over.values():
        if len(own) < FEWEST or own[0] < FEWEST:
            continue
        about, titles = [lines[at - 1] for at in own], [lines[at - 2] for at in own]
        if any(one.start in labels for one in (*about, *titles)) or not _alike(facts, about):
            continue
        if all(may_name(line_text(facts, one)) for one in titles):
            yield from titles
            return


def _alike(facts: Facts, about: Sequence[Prose]) -> bool:
    """Tell whether lines begin with the same letters, no word for measures, and mostly name an
    indicator.
    """
    texts = [line_text(facts, one) for one in about]
    letters = takewhile(lambda same: len(set(same)) == 1, zip(*texts, strict=False))
    common = "".join(same[0] for same in letters)
    named = sum(names_one(facts, (one.start, one.end)) for one in about)
    own = len(common) >= PREFIX and not common.startswith(MEASURE()) and not DIGIT.search(common)
    return own and 2 * named > len(about) and len(set(texts)) == len(texts)
