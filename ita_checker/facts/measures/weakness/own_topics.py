"""What measures say they are about that is none of the ten indicators ("การให้บริการและ
E-Service"): named in the analysis too, it is one of the report's own topics.
"""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.indicator_names import names_one
from ita_checker.facts.measures.paired.plan_and_results import plan
from ita_checker.facts.page import flow
from ita_checker.facts.tables import TOPIC, Stretch, said
from ita_checker.model import Facts

SHORTEST, LONGEST = 8, 60  # letters of a topic
AROUND = "()[] "


def own_topics(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    """Return every place above the measures that names one of their own topics, in order."""
    return facts.once(_own_topics)


def _own_topics(facts: Facts) -> tuple[tuple[str, Stretch], ...]:
    first = min((one.name[0] for one in plan(facts)), default=0)
    parts = [part for one in plan(facts) for part in one.fields.get(TOPIC, ())]
    texts = {said(facts, [part]).strip(AROUND) for part in parts if not names_one(facts, part)}
    found = [
        (text, hit.span())
        for text in texts
        if SHORTEST <= len(text) <= LONGEST
        for hit in re.finditer(re.escape(text), flow(facts).text[:first])
    ]
    return tuple(sorted(found, key=lambda one: one[1]))
