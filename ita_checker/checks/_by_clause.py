"""Offices that only their clause tells to be left in from another's paper: of the reporting one's
name and another rank, or another province in a province's own paper.
"""

from __future__ import annotations

from ita_checker.facts.organisation import (
    TOPIC,
    Mention,
    Relation,
    Reporter,
    Standing,
    as_own,
    elsewhere,
    relation,
)
from ita_checker.model import Case

REGION, LOCAL = "region", "local"
RANK, OTHER = "rank", "other"
PLAINLY = 1.5  # nats: what is named beside the reporter for many reasons needs more than even odds
OWNS = 2  # of a standing's strength: usually the reporter's place


def by_clause(case: Case, own: Reporter, standing: Standing, rank: str, other: str) -> str | None:
    """Return the code `rank` for the own name with another rank ("ขอรับรองว่า … ของเทศบาลเมือง…"
    of an อบจ.), `other` for another province or district where one of them reports, or None.
    """
    mention = standing.mention
    asked = _asked(own, mention, standing)
    code = {RANK: rank, OTHER: other}.get(asked)
    plainly = code and as_own(case.facts, mention.whole, own) >= PLAINLY
    passing = standing.zone == TOPIC or elsewhere(case.facts, mention.place)
    return code if plainly and not passing else None


def _asked(own: Reporter, mention: Mention, standing: Standing) -> str:
    kind = own.classes
    if kind is None or relation(own, mention) is not Relation.OTHER:
        return ""
    if kind.family != mention.kind.family:
        return ""
    alike = mention.proper == own.proper
    if kind.family == LOCAL and alike and kind.group != mention.kind.group:
        return RANK if standing.strength >= OWNS else ""
    if kind.family == REGION and kind.name == mention.kind.name:
        return OTHER
    return ""
