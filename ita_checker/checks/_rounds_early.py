"""Quarters that results tell as over: a quarter alone says when something was done, the whole of
one ("ครบทุกหมู่แล้วตลอดไตรมาส") that it is past.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.checks._rounds_told import QUARTER, told
from ita_checker.facts.page import flow
from ita_checker.facts.rounds import Round
from ita_checker.facts.years import place
from ita_checker.model import Case
from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WHOLE = built(r"{all}{period}(?!{not_before}|\d)", lists_of("rounds.whole"))


def whole_quarters(case: Case) -> Iterator[Round]:
    """Yield the quarters reported of which what is told up to the next says that it was the whole
    of one.
    """
    text = flow(case.facts).text
    quarters = [one for one in told(case) if one.soft and text.startswith(QUARTER(), one.start)]
    for one in quarters:
        end = place(case.facts, one.start).end
        following = min((other.start for other in quarters if other.start > one.end), default=end)
        if WHOLE.search(text, one.end, min(following, end)):
            yield one
