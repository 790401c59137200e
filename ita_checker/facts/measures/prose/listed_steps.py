"""Steps that are counted under a measure's heading in prose, where a table names the same measure
and tells the rest of it: who answers for it, until when, how it is watched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ita_checker.facts.measures.naming.labels import RESULTS
from ita_checker.facts.measures.naming.names import SURELY, alike, core
from ita_checker.facts.measures.naming.record import Measure
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.tables import ACTIVITY, GUIDELINE, STEPS, Stretch, said
from ita_checker.model import Facts
from ita_checker.text.bullets import BULLETS

FEWEST = 2  # steps that make a list
COUNTED = re.compile(rf"[{BULLETS}]?\(?(\d{{1,2}})[.)]")


def with_listed_steps(
    facts: Facts, made: Sequence[Measure], prose: Sequence[Told]
) -> list[Measure]:
    """Return the measures, those of tables without a column of steps with what a list under their
    name counts.
    """
    lists = [
        (core(said(facts, [one.name])), steps)
        for one in prose
        if one.mode != RESULTS and (steps := _steps(facts, one))
    ]
    return [_with(one, lists) for one in made]


def _with(one: Measure, lists: Sequence[tuple[str, tuple[Stretch, ...]]]) -> Measure:
    if not one.table or set(one.fields) & {STEPS, GUIDELINE, ACTIVITY}:
        return one
    own = next((steps for name, steps in lists if alike(one.called, name) >= SURELY), None)
    return replace(one, fields={**one.fields, STEPS: own}) if own else one


def _steps(facts: Facts, one: Told) -> tuple[Stretch, ...]:
    """Return what a list counts from 1 on right under a heading, its lines' rests with it; () where
    there is none.
    """
    counts = [COUNTED.match(said(facts, [part])) for part in one.body]
    numbers = [int(hit[1]) for hit in counts if hit]
    if len(numbers) < FEWEST or not counts[0] or numbers != list(range(1, len(numbers) + 1)):
        return ()
    last = max(at for at, hit in enumerate(counts) if hit)
    return tuple(one.body[: last + 1])
