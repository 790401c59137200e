"""Does the report have a part that its item demands?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ita_checker.facts.items import (
    LikelyPart,
    likely_part,
    owes_no_results,
    part_of,
    parts_of,
    says_of_itself,
    unclaimed,
)
from ita_checker.facts.measures import plan, results, without_role
from ita_checker.facts.page import (
    COVER,
    HEADING,
    TITLE,
    Spans,
    block_at,
    each,
    flow,
    opens,
    span,
)
from ita_checker.facts.tables import Stretch, listed, unread_plan, unread_results
from ita_checker.model import Answer, Case, Finding, Span, Verdict, Words
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import words_of

CODES = ("SEC001",)
RESULTS_FOLLOW = pattern_of(lambda: any_of(words_of("items.results_follow")))
FEW_ROWS = 2
MEASURES, RESULTS = "measures", "results"
# Parts that each office tells in words of its own, and how many pieces nobody claims may be them.
IN_ANY_WORDS = {"use": 1, MEASURES: 2}
A_COUNT = 8  # letters before the words that a heading begins with: "ส่วน ง", "4."
NOT_ASKED = Words("ไฟล์นี้ไม่ใช่ชุดหลักฐานที่ต้องมีส่วนนี้", "not a bundle that this part is asked of")


@dataclass(frozen=True, slots=True)
class Group:
    """One thing that has to be named: what it is called, words one of which tells it, and longer
    words that hold such a word and do not tell it.
    """

    name: str
    any_of: tuple[str, ...]
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to have the part: all of these have to be named."""

    all_of: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Params:
    """meaning: whose signs show the part, or that it may be there, whatever it is headed;

    part: what the part is called; any_of: words one of which the part's heading or text holds
    (near is enough);

    holds: measures or results, where measures set or results reported prove the part, whatever it
    is called; ways: ways to have the part, each a list of things that all have to be named;
    when: words without which the part is not asked for; heads: words that show the part where a
    heading or title begins with them; within: the part whose absence as a whole
    is told once, by the rule of that part.
    """

    part: Words
    any_of: tuple[str, ...] = ()
    meaning: Literal["", "analysis", "weak_points", "use", "measures", "results"] = ""
    holds: Literal["", "measures", "results"] = ""
    ways: tuple[Way, ...] = ()
    when: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    within: Literal["", "analysis"] = ""


def check(case: Case, params: Params) -> Answer:
    """Answer gap with SEC001 where the part is nowhere, else met with the place that shows it."""
    early = params.holds == RESULTS and owes_no_results(case)
    if early or (params.when and not says_of_itself(case.facts, params.when)):
        return Answer(Verdict.MET, note=NOT_ASKED)
    seen = next(_seen(case, params), None)
    if seen:
        return Answer(Verdict.MET, evidence=Spans(case.facts, [seen]))
    near = likely_part(case.facts, params.meaning) if params.meaning else None
    if near and near.enough:
        return Answer(Verdict.MET, evidence=Spans(case.facts, [(near.start, near.end)]))
    found, lacking = _nearest(case, params)
    subject = params.part.th
    finding = Finding(
        "SEC001",
        found,
        subject,
        expected=", ".join(lacking) or subject,
        absent=True,
        cause=params.meaning,
        within=params.within,
        perhaps=tuple(span(case.facts, *place) for place in _perhaps(case, params, near)),
    )
    return Answer(Verdict.GAP, (finding,))


def _perhaps(case: Case, params: Params, near: LikelyPart | None) -> Iterator[Stretch]:
    """Yield where the part may be: what is like it, measures named that nothing says are set."""
    if near and near.some:
        yield near.start, near.end
        return
    if params.holds == MEASURES:
        yield from without_role(case.facts)
    if params.meaning in IN_ANY_WORDS:
        told = unclaimed(case.facts)
        yield from told if len(told) >= IN_ANY_WORDS[params.meaning] else ()


def _nearest(case: Case, params: Params) -> tuple[tuple[Span, ...], list[str]]:
    """Return where the way that is nearest to being whole stands, and what it lacks."""
    ways = [[(group.name, _told(case, group)) for group in way.all_of] for way in params.ways]
    begun = [way for way in ways if any(place for _, place in way)]
    if not begun:
        return (), []
    best = min(begun, key=lambda way: sum(place is None for _, place in way))
    return (
        tuple(span(case.facts, *place) for _, place in best if place),
        [name for name, place in best if place is None],
    )


def _told(case: Case, group: Group) -> Stretch | None:
    """Return where a thing is named, None where it is not."""
    text = flow(case.facts).text
    hidden = [
        hit.span() for word in group.not_in for hit in re.finditer(re.escape(fold(word)), text)
    ]
    for start, end in parts_of(case.facts, group.any_of):
        if not any(low <= start and end <= high for low, high in hidden):
            return start, end
    return None


def _headed(case: Case, params: Params) -> Stretch | None:
    """Return where a heading or prose names the part; that the report's own title promises results
    shows none.
    """
    place = part_of(case.facts, params.any_of)
    if place is None or params.holds != RESULTS or not opens(case.facts, place[0]):
        return place
    others = parts_of(case.facts, params.any_of)
    return next((one for one in others if not opens(case.facts, one[0])), None)


def _begun(case: Case, heads: tuple[str, ...]) -> Stretch | None:
    """Return where a heading or title begins with one of some words, behind its count."""
    for hit in each(case.facts, heads) if heads else ():
        block = block_at(case.facts, hit.start)
        headed = block and (block.kind == HEADING or block.zone in (COVER, TITLE))
        if block and headed and hit.start - block.start <= A_COUNT:
            return hit.start, hit.end
    return None


def _seen(case: Case, params: Params) -> Iterator[Stretch]:
    held = {"measures": plan, "results": results}.get(params.holds)
    for measure in held(case.facts) if held else ():
        yield measure.name
    unread = {"measures": unread_plan, "results": unread_results}.get(params.holds)
    if place := unread(case.facts) if unread else None:
        yield place
    if place := _headed(case, params) or _begun(case, params.heads):
        yield place
    for way in params.ways:
        named = [_told(case, group) for group in way.all_of]
        yield from (place for place in named[:1] if place and all(named))
    # A table without lines may not have been read as one: its numbered measures still show that
    # the part is there.
    rows = {
        "measures": lambda: listed(case.facts),
        "results": lambda: listed(case.facts, RESULTS_FOLLOW),
    }.get(params.holds)
    if rows and len(found := rows()) >= FEW_ROWS:
        yield found[0]
