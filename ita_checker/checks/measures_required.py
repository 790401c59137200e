"""Are the measures there that the rules demand?"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.measures import SAME, Measure, alike, plan, results
from ita_checker.facts.page import COVER, HEADING, PARAGRAPH, TITLE, blocks, find, lines, span
from ita_checker.facts.tables import said
from ita_checker.model import Answer, Case, Finding, Span, Verdict, Words

CODES = ("MEA001",)
COUNTED = 3  # measures counted from one: who counts so many leaves none of them over the first
OF_A_HEADING = 0.5  # of a line that a measure's name takes where the line is there to name it
NONE = Words("ไม่มีมาตรการที่บังคับ", "no measure is demanded")


@dataclass(frozen=True, slots=True)
class Demanded:
    """One measure that must be there. `name` is what it is called; `phrases` are other words it
    may be told by.
    """

    name: str
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Params:
    """`measures`: those that must be there, each by its name and the phrases that tell it."""

    measures: tuple[Demanded, ...]


def check(case: Case, params: Params) -> Answer:
    """Answer gap with MEA001 for each measure that is not there, else met with where each
    stands.
    """
    places = {demanded.name: _place(case, demanded) for demanded in params.measures}
    findings = tuple(
        Finding(
            "MEA001",
            subject=demanded.name,
            expected=demanded.name,
            absent=True,
            perhaps=_spoken_of(case, demanded),
            within="measures",
        )
        for demanded in params.measures
        if places[demanded.name] is None
    )
    evidence = tuple(place for place in places.values() if place is not None)
    if findings:
        return Answer(Verdict.PARTIAL if evidence else Verdict.GAP, findings, evidence)
    return Answer(Verdict.MET, evidence=evidence, note=None if params.measures else NONE)


def _place(case: Case, demanded: Demanded) -> Span | None:
    """Return where the measure stands: among those planned or reported, in a title or heading,
    else in the text.
    """
    wanted = (demanded.name, *demanded.phrases)
    known = tuple(one for one in (*plan(case.facts), *results(case.facts)) if one.sure)
    named = next((one for one in known if _named(case, one, wanted)), None)
    if named:
        return span(case.facts, *named.name)
    heads = [
        (one.start, one.end)
        for one in blocks(case.facts)
        if one.kind == HEADING or one.zone in (COVER, TITLE)
    ]
    hits = find(case.facts, wanted)
    heads += [
        (one.start, one.end)
        for one in lines(case.facts)
        for hit in hits
        if one.start <= hit.start <= hit.end <= one.end
        and hit.end - hit.start >= OF_A_HEADING * (one.end - one.start)
    ]
    hit = next(
        (hit for hit in hits if not known or any(start <= hit.start < end for start, end in heads)),
        None,
    )
    return span(case.facts, hit.start, hit.end) if hit else None


def _spoken_of(case: Case, demanded: Demanded) -> tuple[Span, ...]:
    """Return where the text speaks of a measure that no title, heading or row names: it may be set
    there, in a form that was not understood. A sentence over the first of several that are counted
    from one introduces them, and sets none.
    """
    known = [one for one in plan(case.facts) if one.sure]
    counted = [one.number for one in known] == list(range(1, len(known) + 1))
    first = known[0].name[0] if counted and len(known) >= COUNTED else 0
    introducing = [one for one in blocks(case.facts) if one.kind == PARAGRAPH and one.end <= first]
    return tuple(
        span(case.facts, hit.start, hit.end)
        for hit in find(case.facts, (demanded.name, *demanded.phrases))
        if not any(one.start <= hit.start < one.end for one in introducing)
    )


def _named(case: Case, one: Measure, wanted: tuple[str, ...]) -> bool:
    return any(
        alike(said(case.facts, [one.name]), name) >= SAME or name in said(case.facts, [one.name])
        for name in wanted
    )
