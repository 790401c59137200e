"""Offices named that are the reporting one, that one misspelt, or one of another kind."""

from __future__ import annotations

from ita_checker.facts.organisation.relations import Relation, relation
from ita_checker.facts.organisation.scanned import seen_as
from ita_checker.facts.organisation.standing import Standing, standings
from ita_checker.facts.organisation.weighed import weighed
from ita_checker.model import Facts


def kin(facts: Facts, *relations: Relation) -> tuple[Standing, ...]:
    """Return the mentions, with where they stand, that are one of these to the reporting
    organisation.
    """
    return tuple(standing for standing, between in facts.once(_related) if between in relations)


def _related(facts: Facts) -> tuple[tuple[Standing, Relation], ...]:
    """Return every mention, with where it stands, and what it is to the reporting organisation."""
    own = weighed(facts)
    if own is None:
        return ()
    return tuple(
        (standing, relation(own, seen_as(facts, own.proper, standing.mention)))
        for standing in standings(facts)
    )
