"""Measures planned and results told, in whatever layout, and which belong together."""

from __future__ import annotations

from ita_checker.facts.measures.naming.how_many import how_many
from ita_checker.facts.measures.naming.indicator_names import SPELLINGS, named
from ita_checker.facts.measures.naming.names import SAME, SURELY, alike, bare, common, subject
from ita_checker.facts.measures.naming.offices import names_office
from ita_checker.facts.measures.naming.record import PLANNED, planned_parts
from ita_checker.facts.measures.naming.weak_words import ANSWERS
from ita_checker.facts.measures.paired.pairing import pair
from ita_checker.facts.measures.paired.plan_and_results import (
    Measure,
    Pair,
    filled,
    pairs,
    plan,
    results,
)
from ita_checker.facts.measures.paired.told_each import told_each
from ita_checker.facts.measures.paired.where_told import first_measure, regions
from ita_checker.facts.measures.rows.headed_together import headed_together
from ita_checker.facts.measures.told.counted_on import counted_on
from ita_checker.facts.measures.told.counted_units import counted_units
from ita_checker.facts.measures.told.done_alone import done_alone
from ita_checker.facts.measures.told.left_unread import left_unread
from ita_checker.facts.measures.told.outcomes import NAME, PLAN, ROUNDS, Void, void
from ita_checker.facts.measures.told.single import alone, counted, says
from ita_checker.facts.measures.told.territories import Territory, territories, told_under
from ita_checker.facts.measures.told.told_again import told_again
from ita_checker.facts.measures.told.told_once import (
    may_tell,
    mentioned,
    nothing_done,
    perhaps_told,
    stated,
    stated_for_all,
    tells,
)
from ita_checker.facts.measures.told.without_role import cards_without_role, may_hold, without_role
from ita_checker.facts.measures.weakness.declared import declared_by
from ita_checker.facts.measures.weakness.indicators import Weak, weak
from ita_checker.facts.measures.weakness.pointed import pointers
from ita_checker.facts.measures.weakness.scores import Score, scores
from ita_checker.facts.measures.weakness.ticked import ticked
from ita_checker.facts.measures.weakness.weak_by_answers import named_again
from ita_checker.facts.measures.weakness.weak_headings import headed_weak, points_below
from ita_checker.facts.measures.weakness.weak_in_tables import verdict_beside

__all__ = [
    "ANSWERS",
    "NAME",
    "PLAN",
    "PLANNED",
    "ROUNDS",
    "SAME",
    "SPELLINGS",
    "SURELY",
    "Measure",
    "Pair",
    "Score",
    "Territory",
    "Void",
    "Weak",
    "alike",
    "alone",
    "bare",
    "cards_without_role",
    "common",
    "counted",
    "counted_on",
    "counted_units",
    "declared_by",
    "done_alone",
    "filled",
    "first_measure",
    "headed_together",
    "headed_weak",
    "how_many",
    "left_unread",
    "may_hold",
    "may_tell",
    "mentioned",
    "named",
    "named_again",
    "names_office",
    "nothing_done",
    "pair",
    "pairs",
    "perhaps_told",
    "plan",
    "planned_parts",
    "pointers",
    "points_below",
    "regions",
    "results",
    "says",
    "scores",
    "stated",
    "stated_for_all",
    "subject",
    "tells",
    "territories",
    "ticked",
    "told_again",
    "told_each",
    "told_under",
    "verdict_beside",
    "void",
    "weak",
    "without_role",
]
