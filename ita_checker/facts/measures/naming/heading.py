"""What a heading or cell that names a measure says besides the name: who is responsible, the steps
listed under it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ita_checker.facts.measures.naming.names import SHORTEST, ends
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    ACTIVITY,
    BY_LABEL,
    COLON,
    GUIDELINE,
    LABEL,
    MONITORING,
    NAME,
    RESPONSIBLE,
    STEPS,
    Stretch,
    field,
    look,
)
from ita_checker.model import Facts
from ita_checker.text.bullets import BULLETS
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

LISTED = re.compile(
    rf"[{BULLETS}]\w|\(?1(\.1)?[.)]\D"
)  # how the first line of a list under a name begins
PARTED = re.compile("[:;]")  # what parts a name and the labelled parts behind it
SAYS_WHO = pattern_of(lambda: any_of(words_of("measures.says_who")))
# What gives a measure to somebody: "ให้", "มอบหมายให้", "โดย"
GIVEN = pattern_of(
    lambda: (
        f"{any_of(words_of('measures.counting.charges'))}|{any_of(words_of('measures.gives_to.to'))}"
    )
)
BRACKETED = re.compile(r"\(([^()]+)\)[\t\f]*$")
ASKS = re.compile(r"[/,+&()]")  # what parts the two that a heading asks for
Given = tuple[tuple[str, Stretch], ...]  # fields and where they stand


def opened(facts: Facts, whole: Stretch) -> tuple[Stretch, Given]:
    """Return where the name alone stands, and the fields that the rest of the heading or cell
    gives.
    """
    start, end = whole
    listed = next(
        (
            hit.start()
            for hit in LISTED.finditer(flow(facts).text, start + SHORTEST, end)
            if "\n" in flow(facts).gap(hit.start())
        ),
        end,
    )
    cut = start + min(ends(flow(facts).text[start:listed]), listed - start)
    given = (*rest(facts, (cut, listed)), *([(GUIDELINE, (listed, end))] if listed < end else []))
    name, who = without_who(facts, (start, cut))
    return name, (*who, *given)


def without_who(facts: Facts, name: Stretch) -> tuple[Stretch, Given]:
    """Return a name without the office or post that a bracket at its end gives it to, and that
    one.
    """
    start, end = name
    found = BRACKETED.search(flow(facts).text, start + SHORTEST, end)
    if not found or look(found[1]) != RESPONSIBLE:
        return name, ()
    return (start, found.start()), ((RESPONSIBLE, found.span(1)),)


def names_who(heading: str) -> bool:
    """Tell whether a column's heading asks for a measure's name and for who does it, one below the
    other: "มาตรการ / หน่วยรับผิดชอบ".
    """
    held = {field(part) for part in ASKS.split(heading) if part}
    return {NAME, RESPONSIBLE} <= held


def line_of_who(facts: Facts, cell: Stretch) -> tuple[Stretch, Given]:
    """Return the name in a cell whose heading asks for who does it too, and the office or post at
    its end: its last lines, or else its last words.
    """
    text, (start, end) = flow(facts), cell
    gaps = list(text.gaps(start + SHORTEST, end))
    for at in sorted(gaps, key=lambda at: "\n" not in text.gap(at)):
        if look(text.text[at:end].rstrip("\t\f")) == RESPONSIBLE:
            return (start, at), ((RESPONSIBLE, (at, end)),)
    return cell, ()


def rest(facts: Facts, part: Stretch) -> Given:
    """Return the fields that what follows a name gives, and where: labelled, or told in a
    sentence of what is to be done and who is charged with it.
    """
    start, end = part
    if start == end:
        return ()
    text = flow(facts).text[start:end]
    opening = len(text) - len(text.lstrip("(["))
    label = LABEL.match(text, opening)
    if label:
        mark = COLON.match(text, label.end())
        own = (start + (mark or label).end(), start + len(text.rstrip(")]\t\f")))
        return ((BY_LABEL()[label[0]], own),)
    who = SAYS_WHO.search(text)
    if not who:
        return ((ACTIVITY, part),)
    charged = _charged(facts, (start, start + who.start()))
    steps = ((STEPS, (start, charged)),) if charged - start >= SHORTEST else ()
    return (*steps, (RESPONSIBLE, (charged if steps else start, end)))


def _charged(facts: Facts, part: Stretch) -> int:
    """Return where the last clause begins that gives something to somebody ("มอบกองคลังเป็น…"), after
    white space; the start where there is none.
    """
    text = flow(facts)
    clauses = [at for at in text.gaps(part[0] + 1, part[1]) if GIVEN.match(text.text, at)]
    return clauses[-1] if clauses else part[0]


def inlined(facts: Facts, whole: Stretch) -> tuple[Stretch, Given] | None:
    """Return the name and the fields of a paragraph that labels its parts, one behind the other
    ("name: steps …; who …; report …"); None where fewer than two parts are labelled.
    """
    text, (start, end) = flow(facts).text, whole
    marks = [hit.start() for hit in PARTED.finditer(text, start + SHORTEST, end)]
    given: list[tuple[str, Stretch]] = []
    for one, other in pairwise([*marks, end]):
        part = (one + 1, other)
        if look(text[slice(*part)]) == MONITORING:
            given.append((MONITORING, part))
        elif label := LABEL.match(text, *part):
            mark = COLON.match(text, label.end(), other)
            given.append((BY_LABEL()[label[0]], ((mark or label).end(), other)))
    return ((start, marks[0]), tuple(given)) if len(given) > 1 else None
