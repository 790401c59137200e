"""Who reports: the offices named, how near to the reporting one, where it is at home."""

from __future__ import annotations

from ita_checker.facts.organisation.blanks import unnamed
from ita_checker.facts.organisation.home import Address, Home, elsewhere, home, impossible
from ita_checker.facts.organisation.kinds import MUNICIPALITY, SUBDISTRICT, class_words
from ita_checker.facts.organisation.likely import likely
from ita_checker.facts.organisation.mentions import Mention, mentions, parse
from ita_checker.facts.organisation.relations import Relation, relation
from ita_checker.facts.organisation.reporter import Reporter, evidence, reporter
from ita_checker.facts.organisation.scanned import seen_as
from ita_checker.facts.organisation.standing import Standing, standings
from ita_checker.facts.organisation.weighed import handed_in_by

__all__ = [
    "MUNICIPALITY",
    "SUBDISTRICT",
    "Address",
    "Home",
    "Mention",
    "Relation",
    "Reporter",
    "Standing",
    "class_words",
    "elsewhere",
    "evidence",
    "handed_in_by",
    "home",
    "impossible",
    "likely",
    "mentions",
    "parse",
    "relation",
    "reporter",
    "seen_as",
    "standings",
    "unnamed",
]
