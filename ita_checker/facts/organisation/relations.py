"""What another office named is to the reporting one: itself, misspelt, of another kind, above it,
another.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ita_checker.facts.organisation.kinds import MUNICIPALITY, Kind
from ita_checker.facts.organisation.letters import FIRM
from ita_checker.facts.organisation.mentions import Mention, official
from ita_checker.text.flow import fold
from ita_checker.text.names import Nearness, nearness, same_beginning
from ita_checker.words import lists_of

FEWEST_LETTERS = 3  # from here on the beginning of the own name is the own name cut short
CUT = chr(0x0E2F)  # the sign that a long name was cut short: วก.หลวงประธานฯ
# A group of offices → the groups of offices above it, which it names without being them.
ABOVE = lists_of("offices.above")


class Relation(StrEnum):
    """What another mention is to the reporting organisation."""

    OWN = "own"
    SLIP = "slip"
    DOUBTFUL = "doubtful"
    KIND = "kind"
    ABOVE = "above"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reporter:
    """The reporting organisation. `mentions` are those of its name, slips included; `classes` its
    class, None for one read from a line.
    """

    kind: str
    proper: str
    full: str
    mentions: tuple[Mention, ...]
    classes: Kind | None = None
    letters: tuple[int, int] | None = None
    district: str | None = None
    province: str | None = None


def relation(own: Reporter, mention: Mention) -> Relation:
    """Return what a mention is to the reporting organisation."""
    kind = own.classes
    if kind is None:
        return Relation.OWN if fold(mention.full) in own.proper else Relation.OTHER
    if CUT in mention.proper[2:] and own.proper.startswith(mention.proper.split(CUT)[0]):
        return Relation.OWN if mention.kind.name == kind.name else Relation.KIND
    near = (
        Nearness.SAME
        if same_beginning(own.proper, mention.proper)
        else nearness(own.proper, official(mention))
    )
    if (
        near is Nearness.OTHER
        and own.proper.startswith(mention.proper)
        and len(mention.proper) >= FEWEST_LETTERS
    ):
        near = Nearness.DOUBTFUL if mention.score >= FIRM else Nearness.SAME
    if mention.kind.name == kind.name or (
        MUNICIPALITY().name in (mention.kind.name, kind.name) and mention.kind.group == kind.group
    ):
        return {
            Nearness.SAME: Relation.OWN,
            Nearness.NEAR: Relation.SLIP,
            Nearness.DOUBTFUL: Relation.DOUBTFUL,
        }.get(near, Relation.OTHER)
    if near in (Nearness.SAME, Nearness.NEAR) and mention.kind.group == kind.group:
        return Relation.KIND
    if mention.kind.group in ABOVE.get(kind.group, ()) or mention.kind.family == "region":
        return Relation.ABOVE
    return Relation.OTHER
