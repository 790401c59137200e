"""Offices that only their clause tells to be left in from another's paper: of the reporting one's
name and another rank, or another province in a province's own paper.
"""

from __future__ import annotations

from ita_checker.facts.organisation import (
    OTHER,
    TOPIC,
    Mention,
    Relation,
    Reporter,
    Standing,
    as_label,
    as_own,
    behind_label,
    bound,
    elsewhere,
    relation,
    side_by_side,
    told_same,
)
from ita_checker.model import Case

REGION, LOCAL = "region", "local"
RANK, ELSE = "rank", "other"
PLAINLY = 1.5  # nats: what is named beside the reporter for many reasons needs more than even odds
AGAINST = 3.0  # nats: words right beside it make it another's ("แยกออกจากจังหวัด…")
TWO_SIGNS = 2  # of a standing's strength: usually the reporter's place
# Nats from which a clause is the own office's: the own name with another class is so more often
# than another name, and what is told around it (visits, prizes, history) speaks against it.
OWN_PLACE = {
    (Relation.KIND, False): 0.0,
    (Relation.KIND, True): 0.5,
    (Relation.OTHER, False): 1.0,
    (Relation.OTHER, True): 2.0,
}
STRANGE = 1.5  # most was learned of local offices; of others more must be said
# nats: hardly a clause of the own office's, though the word before the name is such as owners have
HARDLY = -1.0


def by_clause(case: Case, own: Reporter, standing: Standing, rank: str, other: str) -> str | None:
    """Return the code `rank` for the own name with another rank ("ขอรับรองว่า … ของเทศบาลเมือง…"
    of an อบจ.), `other` for another province or district where one of them reports, or None.
    """
    mention = standing.mention
    asked = _asked(own, mention, standing)
    code = {RANK: rank, ELSE: other}.get(asked)
    least = AGAINST if standing.zone == OTHER else PLAINLY
    plainly = code and as_own(case.facts, mention.whole, own) >= least
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
        return RANK if standing.strength >= TWO_SIGNS else ""
    if kind.family == REGION and kind.name == mention.kind.name:
        return ELSE
    return ""


def as_owner(case: Case, own: Reporter, standing: Standing, between: Relation) -> bool:
    """Tell whether the clause of an office is one in which reports name their own, and nothing
    right beside it makes it another's.
    """
    mention, asked = standing.mention, (between, standing.zone == TOPIC)
    peers = own.classes is not None and mention.kind.group == own.classes.group
    told = told_same(case.facts, own, mention)
    told = told or (standing.zone != OTHER and bound(case.facts, mention))
    if peers and between is Relation.OTHER and told:
        return True
    if not peers or standing.zone == OTHER or asked not in OWN_PLACE:
        return False
    if between is Relation.OTHER and (
        behind_label(case.facts, mention.whole)
        or as_label(case.facts, mention.whole)
        or side_by_side(case.facts, own, mention)
    ):
        return False
    least = OWN_PLACE[asked]
    if between is Relation.OTHER and mention.kind.family != LOCAL:
        least = max(least, STRANGE)
    return as_own(case.facts, mention.whole, own) >= least


def usually_own(case: Case, own: Reporter, standing: Standing) -> bool:
    """Tell whether an office stands where only the reporting one does, or where it usually does and
    the clause does not say otherwise ("ศึกษาแนวปฏิบัติที่ดีของ X").
    """
    if standing.strength != TWO_SIGNS:
        return standing.strength > TWO_SIGNS
    return as_own(case.facts, standing.mention.whole, own) >= HARDLY
