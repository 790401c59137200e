"""Who reports: the offices named, how near to the reporting one, where it is at home."""

from __future__ import annotations

from ita_checker.facts.organisation.addresses import Address
from ita_checker.facts.organisation.blanks import unnamed
from ita_checker.facts.organisation.home import (
    Home,
    elsewhere,
    home,
    impossible,
    listed_elsewhere,
)
from ita_checker.facts.organisation.kinds import MUNICIPALITY, SUBDISTRICT, class_words
from ita_checker.facts.organisation.likely import likely
from ita_checker.facts.organisation.mentions import Mention, mentions, parse
from ita_checker.facts.organisation.other import perhaps
from ita_checker.facts.organisation.own_place import (
    as_label,
    as_own,
    behind_label,
    bound,
    introduced,
    of_several,
    side_by_side,
)
from ita_checker.facts.organisation.relations import Relation, relation
from ita_checker.facts.organisation.reporter import Reporter, evidence, reporter
from ita_checker.facts.organisation.same_as import former_name, repealed, told_same
from ita_checker.facts.organisation.scanned import seen_as
from ita_checker.facts.organisation.standing import OTHER, TOPIC, Standing, standings
from ita_checker.facts.organisation.unlisted import Beside, beside
from ita_checker.facts.organisation.weighed import handed_in_by

__all__ = [
    "MUNICIPALITY",
    "OTHER",
    "SUBDISTRICT",
    "TOPIC",
    "Address",
    "Beside",
    "Home",
    "Mention",
    "Relation",
    "Reporter",
    "Standing",
    "as_label",
    "as_own",
    "behind_label",
    "beside",
    "bound",
    "class_words",
    "elsewhere",
    "evidence",
    "former_name",
    "handed_in_by",
    "home",
    "impossible",
    "introduced",
    "likely",
    "listed_elsewhere",
    "mentions",
    "of_several",
    "parse",
    "perhaps",
    "relation",
    "repealed",
    "reporter",
    "seen_as",
    "side_by_side",
    "standings",
    "told_same",
    "unnamed",
]
