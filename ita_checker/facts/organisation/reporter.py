"""The reporting organisation with its district and province, and every mention of an office."""

from __future__ import annotations

from ita_checker.facts.organisation.home import home
from ita_checker.facts.organisation.mentions import Mention, mentions
from ita_checker.facts.organisation.relations import Reporter
from ita_checker.facts.organisation.weighed import weighed
from ita_checker.facts.page import span
from ita_checker.model import Facts, Span
from ita_checker.model.records import replace

__all__ = ["Mention", "Reporter", "evidence", "mentions", "reporter"]


def _reporter(facts: Facts) -> Reporter | None:
    own, place = weighed(facts), home(facts)
    return own and replace(own, district=place.district, province=place.province)


def reporter(facts: Facts) -> Reporter | None:
    """Return the reporting organisation (kind, proper, full, district, province, mentions), or
    None where none can be told.
    """
    return facts.once(_reporter)


def evidence(facts: Facts) -> tuple[Span, ...]:
    """Return where the reporting organisation is named first: what proves that it is named."""
    own = reporter(facts)
    if own is None:
        return ()
    pieces = [(mention.start, mention.end) for mention in own.mentions[:1]] or (
        [own.letters] if own.letters else []
    )
    return tuple(span(facts, *piece) for piece in pieces)
