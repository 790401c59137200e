"""Measures told in prose: a heading that names one, and under it labelled lines (ขั้นตอน, ผู้รับผิดชอบ,
ผลการดำเนินการ …).
"""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.behind_names import behind
from ita_checker.facts.measures.naming.labels import (
    CALLED,
    CONTENTS,
    COUNTS,
    DEEPER,
    DOT_LOST,
    FIRST_LABELS,
    NAME_LABEL,
    NAMED,
    NUMBERED,
    OF_NAME,
    PLAN,
    RESULTS,
    SURELY_SECTION,
    is_question,
    name_label,
    no_name,
    unmarked,
    unnumbered,
)
from ita_checker.facts.measures.naming.names import umbrella
from ita_checker.facts.measures.naming.own_counts import own_counts
from ita_checker.facts.measures.prose.begun import LONGEST_NAME, Told, article, begun
from ita_checker.facts.measures.prose.closing import end_last
from ita_checker.facts.measures.prose.indented import rests, wrapped
from ita_checker.facts.measures.prose.labelled import (
    FULL,
    label_soon,
    line_text,
    listed,
    promised,
)
from ita_checker.facts.measures.prose.levels import below, goes_on, next_part, next_section
from ita_checker.facts.measures.prose.sections import next_mode, section
from ita_checker.facts.measures.prose.siblings import counted, of_counted, sibling
from ita_checker.facts.measures.prose.told_of_it import part_deeds
from ita_checker.facts.page import HEADING, block_at, flow
from ita_checker.facts.tables import (
    NAME,
    RESPONSIBLE,
    RESULT_FIELDS,
    ROUND_LABEL,
    Prose,
    Stretch,
    grids,
    label,
    look,
    parted,
)
from ita_checker.model import Facts
from ita_checker.text.flow import fold
from ita_checker.text.patterns import pattern_of
from ita_checker.words import of_words, words_of

CALLED_SO = pattern_of(lambda: CALLED())
CLOSED = of_words(lambda: tuple(map(fold, words_of("measures.label_closes"))))
LETTER = re.compile(r"[^\d\W]")
SHORTEST_NAME = 6  # letters


def told(facts: Facts) -> tuple[Told, ...]:
    """Return the headings that name a measure, in order, with what stands under them."""
    return facts.once(_told)


def _told(facts: Facts) -> tuple[Told, ...]:
    found: list[Told] = []
    current: Told | None = None
    active: list[Stretch] | None = None
    lines, text, mode, named = parted(facts), flow(facts).text, PLAN, 0
    for index, line in enumerate(lines):
        if not (text[line.start].isalpha() or LETTER.search(text, line.start, line.end)):
            continue  # a page's number
        if current and _table_between(facts, current.end, line.start):
            current = None
        labelled = label(facts, line)
        if labelled and wrapped(facts, lines, index) and not _marked(facts, labelled):
            labelled = None  # a sentence's next line begins with the word
        if index < named:
            continue
        within = active is not None or bool(current and current.given)
        if labelled and current and _opens_results(facts, lines, index, labelled, found):
            mode, current, active = RESULTS, None, None
        elif _counts(text, lines, index) or _goes_on(facts, lines, index, found, labelled):
            mode, current, active = next_mode(facts, lines, index, found) or mode, None, None
        elif current and labelled:
            active = current.fields.setdefault(labelled[0], [])
            active.append(labelled[1])
        elif _names(facts, lines, index, current):
            current, named = begun(facts, lines, index, mode)
            active = None
            found.append(current)
        elif current and _outranks(facts, line, current):
            mode, current, active = section(line_text(facts, line)) or mode, None, None
        elif (turn := _turn(facts, lines, index, current, within)) is not None:
            mode, current, active = turn or mode, None, None
        elif current:
            active = None if _names_nobody(facts, lines, index, current) else active
            (current.body if active is None else active).append((line.start, line.end))
        if current:
            current.end = line.end
    end_last(facts, found)
    part_deeds(facts, found)
    return tuple(found)


def _goes_on(
    facts: Facts, lines: tuple[Prose, ...], index: int, found: list[Told], labelled: object
) -> bool:
    """Tell whether a line's number goes on from measures, or opens the section after theirs: it
    tells of none.
    """
    if not found:
        return False
    text, start, names = flow(facts).text, lines[index].start, [one.name[0] for one in found]
    between = (one.start for one in lines[:index] if one.start > names[-1])
    after = next_section(text, start, names, between)
    after = after or next_part(flow(facts), lines[index], lines[:index], names) > 0
    return after or bool(labelled and goes_on(text, start, names))


def _names_nobody(facts: Facts, lines: tuple[Prose, ...], index: int, current: Told) -> bool:
    """Tell whether a line of results below who is responsible begins anew and names nobody: it
    tells of the measure.
    """
    before, line = lines[index - 1], lines[index]
    who = current.fields.get(RESPONSIBLE) or [(-1, -1)]
    below = who[-1][1] == before.end and before.right < FULL
    text = line_text(facts, line)
    return (
        current.mode == RESULTS and below and unmarked(text) == text and look(text) != RESPONSIBLE
    )


def _marked(facts: Facts, labelled: tuple[str, Stretch]) -> bool:
    """Tell whether a colon, a dash or a word for one (คือ) closes a label; a round's stands in its
    field.
    """
    text, (start, _) = flow(facts).text, labelled[1]
    closed = text[start - 1] in ":=–-" or text.endswith(CLOSED(), 0, start)
    return closed or ROUND_LABEL.match(text, start) is not None


def _opens_results(
    facts: Facts, lines: tuple[Prose, ...], index: int, own: tuple[str, Stretch], found: list[Told]
) -> bool:
    """Tell whether 'ผลการดำเนินการ' alone on its line, or with a period in brackets, heads all
    results: the next line names a measure, or the card above has all that the one before it has;
    or over what came of another measure, its name stands behind it.
    """
    held, (start, end) = own
    named = end - start >= SHORTEST_NAME and any(
        flow(facts).text.startswith(flow(facts).text[start:end], one.name[0]) for one in found[:-1]
    )
    alone = start >= end or flow(facts).text.startswith("(", start)
    fields = [{*one.fields} for one in found[-2:]]
    whole = len(fields) > 1 and fields[0] == fields[1] and bool(fields[0]) and held not in fields[0]
    over = whole or _over_measures(facts, lines, index) or _over_names(facts, lines, index)
    return held in RESULT_FIELDS and (named or (alone and over))


def _over_names(facts: Facts, lines: tuple[Prose, ...], index: int) -> bool:
    """Tell whether a table that names measures follows a line, nothing between."""
    after = lines[index + 1].start if index + 1 < len(lines) else len(flow(facts).text)
    return any(
        lines[index].end <= grid.start < after and NAME in grid.columns for grid in grids(facts)
    )


def _heads(facts: Facts, lines: tuple[Prose, ...], index: int) -> bool:
    """Tell whether a numbered line under a measure's label heads a section of the report all the
    same.
    """
    text = line_text(facts, lines[index])
    return SURELY_SECTION.search(text) is not None or _over_measures(facts, lines, index)


def _over_measures(facts: Facts, lines: tuple[Prose, ...], index: int) -> bool:
    """Tell whether the line after is numbered and names a measure."""
    if index + 1 >= len(lines):
        return False
    following = line_text(facts, lines[index + 1])
    bare = unnumbered(following)
    named = bare != following and bool(NAMED.match(bare) or re.match(OF_NAME(), following))
    return named or _labels_name(following)


def _labels_name(text: str) -> bool:
    return name_label(text) > 0 or NAME_LABEL.match(text) is not None


def _counts(text: str, lines: tuple[Prose, ...], index: int) -> bool:
    """Tell whether a line only counts the measure that the next one names: "มาตรการที่ 2" over
    "ชื่อมาตรการ: …".
    """
    line, below = lines[index], lines[index + 1 : index + 2]
    counts = COUNTS.fullmatch(text, line.start, line.end) is not None
    return counts and any(name_label(text[one.start : one.end]) for one in below)


def _turn(
    facts: Facts, lines: tuple[Prose, ...], index: int, current: Told | None, labelled: bool
) -> str | None:
    """Return the mode that a line turns to as a section's heading, else None; `labelled`: below a
    measure's label or article.
    """
    text = line_text(facts, lines[index])
    if current and below(flow(facts).text, lines[index].start, current.name[0]):
        return None
    under = labelled and NUMBERED.match(text) and not _heads(facts, lines, index)
    if under or wrapped(facts, lines, index):
        return None
    if labelled and rests(lines, index) and unmarked(text) == text:
        return section(text) if SURELY_SECTION.search(text) else None
    return section(text)


def _outranks(facts: Facts, line: Prose, current: Told) -> bool:
    """Tell whether a line begins a heading in larger letters than the measure's own: whatever it
    says, it heads something else.
    """
    heading, own = block_at(facts, line.start), block_at(facts, current.name[0])
    begins = heading is not None and heading.kind == HEADING and heading.start == line.start
    return bool(begins and heading and own and heading.size > own.size)


def _names(facts: Facts, lines: tuple[Prose, ...], index: int, current: Told | None) -> bool:
    """Tell whether a line is a heading that names a measure."""
    text = line_text(facts, lines[index])
    if not SHORTEST_NAME <= len(text) <= LONGEST_NAME:
        return False
    numbered = NUMBERED.match(text)
    number = numbered or DOT_LOST.match(text)
    bare = text[number.end() :] if number else text
    counted = own_counts(facts).get(lines[index].start)
    if counted and not wrapped(facts, lines, index):
        bare = text[counted.length :]
    if len(bare) < SHORTEST_NAME or no_name(bare) or (bare != text and is_question(text)):
        return False
    if counted:
        named = not wrapped(facts, lines, index)
    else:
        named = _heads_one(facts, lines, index, current, text, bare, numbered is not None)
    return named and not (CONTENTS.search(text) or umbrella(bare))


def _heads_one(
    facts: Facts,
    lines: tuple[Prose, ...],
    index: int,
    current: Told | None,
    text: str,
    bare: str,
    numbered: bool,
) -> bool:
    """Tell whether a line's words, `bare` of its number, or those around it name a measure."""
    if numbered and (re.match(OF_NAME(), text) or article(facts, lines, index) > 0):
        return True
    if _labels_name(text):
        return True
    if NAMED.match(bare):
        if promised(facts, lines, index):
            return False
        deed = not CALLED_SO.match(bare) and of_counted(facts, lines, current)
        own = (lines[index].start, lines[index].end)
        if CALLED_SO.match(bare) and not rests(lines, index) and behind(facts, own):
            return True
        return numbered or (not deed and _begins_anew(label_soon(facts, lines, index), current))
    if not numbered and counted(facts, lines, index, text):
        return True
    if DEEPER.match(text):
        return numbered and sibling(facts, lines, index)
    if not numbered or _over_measures(facts, lines, index) or listed(facts, lines, index):
        return False
    return _begins_anew(label_soon(facts, lines, index, alone=True), current)


def _begins_anew(soon: str | None, current: Told | None) -> bool:
    """Tell whether the label under a line begins a measure: the first of all, or the one the
    measure before began with. Numbered steps stand under a measure too, before its second label.
    """
    if soon is None or current is None or not current.fields:
        return soon in FIRST_LABELS
    return soon in current.fields and soon == next(iter(current.fields))


def _table_between(facts: Facts, start: int, end: int) -> bool:
    return any(start <= grid.start and grid.end <= end for grid in grids(facts))
