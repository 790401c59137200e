"""Where a report names its own office and where others: each place at which it names its own is
one in which another's name would be left in from a template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ita_checker.facts.organisation import Relation, Standing, relation, reporter, standings
from ita_checker.facts.organisation.own_place import WEIGHTS, place_signs
from ita_checker.facts.page import flow
from ita_checker.model import Facts, Submission
from lab.learning import Example, Question
from lab.likeness import plain
from lab.papers import paper
from lab.sheets import Sheet
from lab.trial import packs

PLAIN_PLACES = ("cover", "sign", "head", "title", "running")  # these tell without being learned
CODES = ("ORG001", "ORG002", "ORG005")
OWN, PEER, FARTHER = "own", "peer", "farther"
SHOWN = 60


def examples(sheets: Sequence[Sheet]) -> Iterator[Example]:
    """Yield the offices that texts name in sentences and cells: the own one's places, those where
    the truth says that another stands in one, and those of others.
    """
    packs()  # their phrases are words of the dictionary, as they are when a report is judged
    for sheet in sheets:
        document = paper(sheet)
        facts = Facts(document, Submission(document.path, sheet.truth.fiscal_year))
        own = reporter(facts)
        if not sheet.pieces or own is None or own.classes is None:
            continue
        for one in standings(facts):
            between, mention = relation(own, one.mention), one.mention
            if mention.kind.family == "region" or between is Relation.DOUBTFUL:
                continue
            if one.zone in PLAIN_PLACES:
                continue
            planted = _planted(sheet, facts, one)
            peers = mention.kind.group == own.classes.group
            is_own = between in (Relation.OWN, Relation.SLIP)
            yield Example(
                sheet.author,
                place_signs(facts, mention.whole, own),
                is_own or planted,
                OWN if is_own else PEER if peers else FARTHER,
                _shown(sheet, facts, one),
            )


def _planted(sheet: Sheet, facts: Facts, one: Standing) -> bool:
    """Tell whether the truth says that a mention is a mistake."""
    mention = one.mention
    printed = plain(flow(facts).text[mention.start : mention.place.end])
    quotes = [plain(mark.quote) for mark in sheet.truth.expected if mark.code in CODES]
    return any(quote and (quote in printed or plain(mention.full) in quote) for quote in quotes)


def _shown(sheet: Sheet, facts: Facts, one: Standing) -> str:
    text, mention = flow(facts).text, one.mention
    before = text[max(0, mention.start - SHOWN) : mention.start]
    behind = text[mention.place.end : mention.place.end + SHOWN]
    shown = f"{before} [{mention.full}] {behind}".replace("\t", "|").replace("\f", "|")
    return f"{sheet.author}/{sheet.name} {one.zone}: {shown}"


QUESTIONS: Mapping[str, Question] = {WEIGHTS: examples}
