"""What the text outside the tables says of measures: fields given once for all, measures named
over photographs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ita_checker.facts.measures.naming.labels import FOR_ALL, unmarked
from ita_checker.facts.measures.naming.names import SHORTEST, SURELY, alike, core, shared, subject
from ita_checker.facts.measures.naming.record import BLANK, Measure
from ita_checker.facts.measures.paired.plan_and_results import plan, results
from ita_checker.facts.measures.prose.in_prose import told
from ita_checker.facts.measures.prose.labelled import FULL
from ita_checker.facts.page import CELL, HEADING, SIGNATURE, Block, blocks, flow
from ita_checker.facts.tables import (
    ACTIVITY,
    MONITORING,
    RESULT_FIELDS,
    Prose,
    Stretch,
    grids,
    labelled,
    likely_field,
    prose,
    said,
    tells_of_done,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import any_of, pattern_of, spelled
from ita_checker.words import lists_of, of_words, words_of

LONGEST_ENTRY = 60  # letters of a heading or entry that names what is told
OPENING = 45  # letters of a piece in which it says what it is about
IN_A_ROW = 8  # letters that two names share, words of every measure's name aside
LONGEST_HEADING = 40  # letters of a heading that names a field
ONCE = of_words(lambda: {field: spelled(words) for field, words in lists_of("told.once").items()})
WATCHED, REPORTED = lists_of("told.watched"), lists_of("told.reported")
# How prose says a thing for which the table has no column: once for all measures.
SAYS = of_words(
    lambda: (
        {field: re.compile(source) for field, source in ONCE().items()}
        | {
            MONITORING: re.compile(
                f"{ONCE()[MONITORING]}|{any_of(WATCHED['acts'])}.{{0,8}}{any_of(WATCHED['then'])}"
                f"|{any_of(REPORTED['acts'])}.{{0,40}}{any_of(REPORTED['to'])}"
                f"|{spelled(words_of('told.round'))}\\d{{1,2}}"
            )
        }
    )
)
MAY_BE = of_words(
    lambda: {field: re.compile(any_of(words)) for field, words in lists_of("told.may_be").items()}
)
OF_EACH = pattern_of(lambda: any_of(lists_of("told.for_all")["measures"]))
NOT_DONE = pattern_of(lambda: spelled(words_of("outcomes.not_done")))


def stated(facts: Facts, field: str) -> bool:
    """Tell whether the text outside the tables speaks of a field that the tables have no column
    for.
    """
    says = SAYS().get(field)
    return says is None or says.search(_paragraphs(facts)) is not None or field in headed(facts)


def headed(facts: Facts) -> frozenset[str]:
    """Return the fields that headings in the text name, as a column's heading would: what stands
    under them is told once for all.
    """
    return facts.once(_headed)


def _headed(facts: Facts) -> frozenset[str]:
    return frozenset(
        likely_field(unmarked(flow(facts).text[block.start : block.end]))
        for block in blocks(facts)
        if block.kind == HEADING and block.end - block.start <= LONGEST_HEADING
    )


def stated_for_all(facts: Facts, field: str, surely: bool = False) -> bool:
    """Tell whether the text outside the tables gives a field for all measures at once; `surely`: in
    words that can be of nothing but the measures.
    """
    says = SAYS().get(field)
    if says is None:
        return False
    return field in facts.once(_labelled_for_all) or any(
        says.search(text) and (not surely or OF_EACH.search(text)) for text in facts.once(_of_all)
    )


def _labelled_for_all(facts: Facts) -> frozenset[str]:
    """Return the fields that labelled lines outside the tables give to no single measure."""
    read = (*plan(facts), *results(facts))
    own = {part for one in told(facts) for parts in one.fields.values() for part in parts}
    own |= {part for one in read for parts in one.fields.values() for part in parts}
    labels = labelled(facts, (0, len(flow(facts).text)))
    return frozenset(held for held, part in labels if part[0] < part[1] and part not in own)


def _of_all(facts: Facts) -> tuple[str, ...]:
    """Return the paragraphs outside the tables that speak of all measures, and what a form's box
    over the whole width says of every one.
    """
    framed = (
        said(facts, row.slots[0].parts)
        for grid in grids(facts)
        if len(grid.columns) == 1
        for row in grid.rows
    )
    own = [text for text in _paragraphs(facts).split("\n") if FOR_ALL.search(text)]
    return (*own, *(text for text in framed if OF_EACH.search(text)))


def tells(facts: Facts, measure: Measure, field: str) -> bool:
    """Tell whether one of a measure's own cells speaks of a field that it has no place of its own
    for.
    """
    says = SAYS().get(field)
    return says is not None and any(
        says.search(said(facts, parts)) for parts in measure.fields.values()
    )


def may_tell(facts: Facts, measure: Measure, field: str) -> tuple[Stretch, ...]:
    """Return the pieces of a measure that nothing gives a role and that may hold a field: a column
    of words nobody understood, sentences under its name that speak of such a thing; for a table's
    row what stands under its name outside the tables.
    """
    may_be = MAY_BE().get(field)
    row = measure.table and not measure.labelled
    below = _told_below_its_name(facts, measure) if row else ()
    return below + tuple(
        part
        for part in measure.unplaced
        if measure.table or may_be is None or may_be.search(said(facts, [part]))
    )


def _told_below_its_name(facts: Facts, measure: Measure) -> tuple[Stretch, ...]:
    """Return the first line under one outside the tables that is the measure's name, unless it is
    another's.
    """
    others = [one for one in (*plan(facts), *results(facts)) if one.called != measure.called]
    for line, below in pairwise(prose(facts)):
        short = len(core(flow(facts).text[line.start : line.end])) <= 2 * len(measure.called)
        its_name = short and _begins(facts, line, measure)
        if its_name and not any(_begins(facts, below, one) for one in others):
            return ((below.start, below.end),)
    return ()


def nothing_done(facts: Facts, measure: Measure) -> bool:
    """Tell whether everything a result says is that nothing was done."""
    own = [
        said(facts, measure.fields[held])
        for held in (ACTIVITY, *RESULT_FIELDS)
        if held in measure.fields
    ]
    spoken = [text.strip("-.* ") for text in own if not BLANK.fullmatch(text)]
    return bool(spoken) and all(NOT_DONE.fullmatch(text) for text in spoken)


def _paragraphs(facts: Facts) -> str:
    """Return the text outside the tables, folded, line joined to line as far as they fill the
    page's width: each paragraph on a line of its own, over whose end no pattern reaches.
    """
    return facts.once(_joined_lines)


def _joined_lines(facts: Facts) -> str:
    text, made = flow(facts).text, []
    last: Prose | None = None
    for line in prose(facts):
        goes_on = last is not None and last.right >= FULL and last.end + 1 >= line.start
        made.append(text[line.start : line.end] if goes_on else "\n" + text[line.start : line.end])
        last = line
    return "".join(made)


def mentioned(facts: Facts, measure: Measure) -> bool:
    """Tell whether a line outside all tables begins with the measure's name where results are
    told: a heading over photos, say.
    """
    first = min((one.name[0] for one in results(facts)), default=None)
    return first is not None and any(
        _begins(facts, line, measure) for line in prose(facts) if line.start > first
    )


def _begins(facts: Facts, line: Prose, measure: Measure) -> bool:
    text = core(flow(facts).text[line.start : line.end])
    return len(measure.called) >= SHORTEST and (
        text.startswith(measure.called) or alike(text, measure.called) >= SURELY
    )


def perhaps_told(facts: Facts, measure: Measure) -> tuple[Stretch, ...]:
    """Return the pieces below the plan that begin with what a measure is about ("จัดซื้อจัดจ้าง" for
    มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง) and name no result that is known: lines outside
    tables that no label begins, headings alone above all results.
    """
    below = max((one.name[1] for one in plan(facts)), default=0)
    known = {one.name[0] for one in (*plan(facts), *results(facts))}
    told = min((one.name[0] for one in results(facts)), default=0)
    about, text = subject(measure.called), flow(facts).text
    found = []
    for block in blocks(facts):
        if block.start < below or block.start in known:
            continue
        if block.start < told and block.kind != HEADING:
            continue  # text that goes on above all results
        if block.kind == CELL or block.zone == SIGNATURE or block.end - block.start > LONGEST_ENTRY:
            continue
        if labelled(facts, (block.start, block.start + 1)):
            continue  # a field of the measure above
        opening = text[block.start : min(block.end, block.start + OPENING)]
        if (about and subject(opening) == about) or shared(measure.called, opening) >= IN_A_ROW:
            found.append((block.start, block.end))
    return tuple(dict.fromkeys([*found, *_under_other_headings(facts)]))


def _under_other_headings(facts: Facts) -> list[Stretch]:
    """Return the headings over something done that no known result is, where every result told in
    prose stands right under a heading: one may be of a measure by another name.
    """
    known = {one.name[0] for one in results(facts)}
    below, text = max((one.name[1] for one in plan(facts)), default=0), flow(facts).text
    pieces = list(pairwise(one for one in blocks(facts) if one.start >= below))
    over = [one for one, other in pieces if one.kind == HEADING and _holds(other, known)]
    if not known or len(over) < len(known):
        return []
    return [
        (one.start, one.end)
        for one, other in pieces
        if one.kind == HEADING and one not in over and other.kind not in (HEADING, CELL)
        if other.zone != SIGNATURE and tells_of_done(text[other.start : other.end])
    ]


def _holds(block: Block, places: Iterable[int]) -> bool:
    return any(block.start <= place < block.end for place in places)
