"""What a measure told in prose gives: fields of a plan, of results, or of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ita_checker.facts.measures.naming.labels import RESULTS
from ita_checker.facts.measures.naming.record import number_in
from ita_checker.facts.measures.prose.begun import Told
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    ACTIVITY,
    DONE,
    MONITORING,
    RESPONSIBLE,
    RESULT,
    RESULT_FIELDS,
    STEPS,
    Stretch,
    said,
    tells_of_done,
)
from ita_checker.model import Facts
from ita_checker.text.flow import Flow

A_SENTENCE = 50  # letters: names that tell of something done are shorter


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


def part_deeds(facts: Facts, measures: Sequence[Told]) -> None:
    """Take from who is responsible what he did, where the same sentence goes on with it ("ผู้รับผิดชอบ
    คือกองคลัง ได้จัดอบรม 2 ครั้ง"), measure after measure: results are told so.
    """
    text = flow(facts)
    found = [(one, at) for one in measures if (at := _deed(text, one)) is not None]
    if 2 * len(found) <= len(measures):
        return
    for one, at in found:
        parts = one.fields[RESPONSIBLE]
        deeds = [(max(start, at), end) for start, end in parts if end > at]
        one.fields[RESPONSIBLE] = [(start, min(end, at)) for start, end in parts if start < at]
        for held in (ACTIVITY, RESULT):
            one.fields.setdefault(held, deeds)


def _deed(text: Flow, one: Told) -> int | None:
    """Return where, behind who is responsible and white space, begins what was done."""
    parts = one.fields.get(RESPONSIBLE)
    if not parts:
        return None
    start, end = parts[0][0], parts[-1][1]
    gaps = (at for at in text.gaps(start + 1, end) if DONE.match(text.text, at))
    return next((at for at in gaps if tells_of_done(text.text[at:end])), None)


def told_in_name(facts: Facts, one: Told) -> tuple[Stretch, ...]:
    """Return the sentence that counts a measure and tells what was done, where nothing stands
    below it: "มาตรการที่ 2 ขยายแดชบอร์ดเมื่อวันที่ …".
    """
    sentence = said(facts, [one.name])
    told_so = number_in(sentence) is not None and tells_of_done(sentence)
    return (one.name,) if told_so and len(sentence) >= A_SENTENCE else ()
