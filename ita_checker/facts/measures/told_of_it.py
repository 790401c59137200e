"""What a measure told in prose gives: fields of a plan, of results, or of both."""

from __future__ import annotations

from collections.abc import Iterable

from ita_checker.facts.measures.begun import Told
from ita_checker.facts.measures.labels import RESULTS
from ita_checker.facts.tables import ACTIVITY, MONITORING, RESPONSIBLE, RESULT_FIELDS, STEPS


def planned_too(measures: Iterable[Told]) -> list[Told]:
    """Return those told in prose with results that say who does them, how, or how they are watched:
    none where most say nothing of it, for a word of it in one makes no plan that lacks the others.
    """
    reported = [one for one in measures if tells_results(one)]
    own = [one for one in reported if gives(one) & {STEPS, RESPONSIBLE, MONITORING}]
    return own if 2 * len(own) >= len(reported) else []


def gives(one: Told) -> set[str]:
    """Return the fields that a measure told in prose gives, under labels or in its heading."""
    return {*one.fields, *(held for held, _ in one.given)}


def tells_results(one: Told) -> bool:
    own = set(one.fields)
    return bool(own & set(RESULT_FIELDS)) or (ACTIVITY in own and one.mode == RESULTS)
