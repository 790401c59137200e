"""Outcomes that say no more than what stands elsewhere in the report about the same measure, piece
by piece: a cell that is its name and a round, its steps, another cell of its row; behind a label
of results in running text a clause of the plan, letter for letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from ita_checker.facts.measures.names import TAG
from ita_checker.facts.measures.record import Measure
from ita_checker.facts.page import CONTENTS, HEADING, blocks, flow
from ita_checker.facts.tables import (
    ACTIVITY,
    BY_LABEL,
    PLAN_FIELDS,
    PROJECT,
    RESULT_FIELDS,
    Stretch,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.compare import plain, score
from ita_checker.text.patterns import built
from ita_checker.words import words_of

LONG_ENOUGH = 12  # letters: shorter texts are alike by chance
COPIED = 94.0  # a copied text; a scan spoils one letter in twenty
A_CLAUSE = 20  # letters in running text that are no usual phrase
MARKS = re.compile(r"[\W_o☐□]+")
LISTED = re.compile(r"(?:\(?[a-z\d]{1,2}[.)]|[-•*])")  # what an item of a list begins with
SETTING = (PROJECT, ACTIVITY, *PLAN_FIELDS)  # fields that an outcome may be copied from
LABEL = built(
    r"{label}{is}?[:=-]?",
    lambda: {
        "label": [word for word, held in BY_LABEL().items() if held in RESULT_FIELDS],
        "is": words_of("measures.label_closes"),
    },
)


def repeated(
    facts: Facts, part: Stretch, measure: Measure, planned: Measure | None, held: str
) -> bool:
    """Tell whether another cell of the measure says what this piece of its outcome says: all of it,
    or every phrase one after the other; `held`: the field of the outcome.
    """
    bare = _bare(facts, part)
    if not measure.table or len(bare) < LONG_ENOUGH:
        return False
    others = [_bare(facts, other) for other in _others(measure, planned, held)]
    return _said_in(_phrases(facts, part), bare, others)


def _others(measure: Measure, planned: Measure | None, held: str) -> Iterator[Stretch]:
    """Yield a measure's other cells: its names, what is set and what was done."""
    for one in (measure, planned):
        if one is not None:
            yield one.name
            for field in SETTING:
                yield from one.fields.get(field, ()) if field != held else ()


def _bare(facts: Facts, part: Stretch) -> str:
    return MARKS.sub("", TAG.sub("", plain(said(facts, [part]))))


def _phrases(facts: Facts, part: Stretch) -> list[str]:
    """Return what white space or a mark parts a piece into."""
    whole = flow(facts)
    cuts = [at for at in range(part[0] + 1, part[1]) if whole.gap(at)]
    stretches = zip([part[0], *cuts], [*cuts, part[1]], strict=True)
    return [bare for stretch in stretches if (bare := _bare(facts, stretch))]


def _said_in(phrases: Sequence[str], bare: str, others: Collection[str]) -> bool:
    if any(len(other) >= LONG_ENOUGH and score(other, bare) >= COPIED for other in others):
        return True
    return any(len(other) > len(bare) and _in_order(phrases, other) for other in others)


def _in_order(phrases: Sequence[str], other: str) -> bool:
    """Tell whether a text says the phrases one after the other, whatever it says between."""
    at = 0
    for phrase in phrases:
        at = other.find(phrase, at)
        if at < 0:
            return False
        at += len(phrase)
    return True


def copied_clauses(facts: Facts, told: Sequence[Measure]) -> Iterator[tuple[Measure, Stretch]]:
    """Yield what stands behind a label of results to the end of its piece and letter for letter in
    what was said before of a measure, with that measure: the plan handed back as what came of it.
    """
    text, labelled = flow(facts).text, list(_labelled(facts, told))
    own = [(part, one) for one in reversed(told) for part in one.own] if labelled else []
    for start, end in labelled:
        if end - start < A_CLAUSE:
            continue
        at, one = _first_told(text, (start, start + A_CLAUSE), own)
        again = any(low <= at < high for low, high in labelled)
        if one and not again and text.startswith(text[start:end], at):
            yield one, (start, end)


def _first_told(
    text: str, clause: Stretch, own: Sequence[tuple[Stretch, Measure]]
) -> tuple[int, Measure | None]:
    """Return where a clause first stands in what is told of a measure before it, and that one."""
    letters, end = text[slice(*clause)], clause[1] - 1
    at = text.find(letters, 0, end)
    while at >= 0:
        one = next((one for (low, high), one in own if low <= at < high), None)
        if one:
            return at, one
        at = text.find(letters, at + 1, end)
    return clause[0], None


def _labelled(facts: Facts, told: Sequence[Measure]) -> Iterator[Stretch]:
    """Yield what stands behind labels of results, each to the end of its piece."""
    whole = flow(facts)
    parts = {part for one in told for held in RESULT_FIELDS for part in one.fields.get(held, ())}
    ordered = sorted(parts)
    for block in blocks(facts):
        if block.kind in (CONTENTS, HEADING):
            continue
        item = LISTED.match(whole.text, block.start)
        begins = item.end() if item else block.start
        for hit in LABEL.finditer(whole.text, begins, block.end):
            if hit.start() == begins or whole.gap(hit.start()):
                before = bisect_right(ordered, (hit.end(), len(whole.text))) - 1
                end = ordered[before][1] if before >= 0 else 0
                end = min(end, block.end) if end > hit.end() else block.end
                yield hit.end(), hit.end() + len(whole.text[hit.end() : end].rstrip("\t\f.-"))
