"""Where each mention of an office stands: in a place of the reporting office, or named in passing,
as a partner, in a history, in a law.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from ita_checker.facts.organisation.mentions import Mention, mentions
from ita_checker.facts.organisation.words import THAI, below, folded, not_after, some
from ita_checker.facts.page import Row, Rows, flow, rows
from ita_checker.model import Cell, Facts, Page
from ita_checker.words import words_of

NEAR_BEFORE, FAR_BEFORE, FAR_AFTER = 26, 90, 60

# Words right before a name (in its own sentence) after which it is another's: partners,
# addressees, parents, origins, neighbours.
ADDRESSED = (
    not_after("organisation.addressed.not_after")
    + some("organisation.addressed.word")
    + f":?{some('organisation.addressed.polite')}?{some('organisation.addressed.posts')}?"
)
OTHERS = re.compile(f"(?:{below('organisation.others')}|{ADDRESSED}){some('organisation.areas')}*$")
# Subjects that make every office in the sentence somebody else: visits, agreements, prizes,
# history, boundaries.
TOPICS = re.compile(some("organisation.topics.before"))
TOPICS_AFTER = re.compile(some("organisation.topics.after"))
# What one goes to is another's.
VISITS = re.compile(
    f"{some('organisation.visits.go')}{THAI}{{0,50}}{some('organisation.visits.to')}"
    f"{some('organisation.visits.rooms')}?$"
)
JOINED = re.compile(rf"(?:{some('organisation.joins')}|,|/|-|[0-9]{{1,2}}\)?\.?)*")
TOGETHER = words_of("organisation.together")

# Words right after a name that only the office that made the report has.
MAKES = re.compile(some("organisation.makes"))
ACTS = re.compile(
    f"{some('organisation.acts.particles')}?{some('organisation.acts.verbs')}"
    f"|{some('organisation.acts.else')}"
)
# Words right before a name that make it the owner or the actor.
DIVISION = f"{some('organisation.divisions')}{THAI}{{2,12}}"
OWNS = re.compile(f"(?:{some('organisation.owns')}|{DIVISION}):?$")
POST = re.compile(
    f"(?:{some('organisation.posts.whole')}|{some('organisation.posts.heads_of')}{THAI}{{0,10}}"
    f"|{some('organisation.posts.doctors')}{THAI}{{0,20}})$"
)
HEADS = re.compile(some("organisation.letterhead"))
AFTER_HEADS = folded("organisation.letterhead_after")
PART = re.compile(
    f"(?:{some('organisation.parts.whole')}|{some('organisation.parts.divisions')}{THAI}{{2,14}}"
    f"|{some('organisation.parts.sections')}{THAI}{{2,16}})$"
)
RESPONSIBLE = re.compile(some("organisation.responsible"))
TITLE = re.compile(some("organisation.titles"))
TIME_AFTER = re.compile(
    f"{some('organisation.dates.day')}?[0-9]{{0,2}}{some('organisation.dates.month')}?{some('months.full')}"
)
ROOMS = folded("organisation.rooms")
SEEN_FOR_TITLE = 4  # rows at the top of a page in which a title is repeated


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention and where it stands: one of ZONES. `strength` 3: only the reporter stands there,
    2: usually, 1: anybody, 0: another.
    """

    mention: Mention
    zone: str
    strength: int


# What a place says of who reports. Zones count once per office, so that a copied body does not win
# by numbers.
ZONES = {
    "cover": 5.0,
    "title": 4.0,
    "head": 4.0,
    "sign": 4.0,
    "running": 3.0,
    "makes": 3.0,
    "owns": 1.5,
    "alone": 2.0,
    "cell": 1.0,
    "passing": 0.5,
    "other": 0.0,
}
STRONG = frozenset(["cover", "title", "head", "sign", "running", "makes"])


@dataclass(frozen=True)
class Look:
    """What is looked at for each mention: text, rows, the lines that recur at page edges, cells
    under a head that asks who.
    """

    text: str
    rows: Rows
    running: frozenset[int]
    responsible: tuple[tuple[int, int], ...]


def _standings(facts: Facts) -> tuple[Standing, ...]:
    lines = rows(facts)
    look = Look(flow(facts).text, lines, _running(flow(facts).text, lines), _responsible(facts))
    found: list[Standing] = []
    for mention in mentions(facts):
        found.append(_standing(look, mention, found[-1] if found else None))
    return tuple(found)


def _standing(look: Look, mention: Mention, previous: Standing | None) -> Standing:
    if _others(look, mention, previous):
        return Standing(mention, "other", 0)
    zone = _zone(look, mention)
    return Standing(
        mention, zone, 3 if zone in STRONG else 2 if zone in ("owns", "alone", "cell") else 1
    )


def _others(look: Look, mention: Mention, previous: Standing | None) -> bool:
    """Tell whether the words around make the office somebody else's."""
    before = _before(look.text, mention.start, FAR_BEFORE)
    if OTHERS.search(before[-NEAR_BEFORE:]) or VISITS.search(before):
        return True
    if TOPICS.search(before) or TOPICS_AFTER.search(
        _after(look.text, mention.place.end, FAR_AFTER)
    ):
        return True
    if previous is None or previous.mention.kind.family == "region":
        return False
    gap = look.text[previous.mention.place.end : mention.start]
    joined = len(gap) < 12 and bool(gap) and JOINED.fullmatch(gap) is not None
    return (
        joined
        and (previous.zone == "other" or any(word in gap for word in TOGETHER))
        and previous.mention.proper != mention.proper
    )


def _zone(look: Look, mention: Mention) -> str:
    """Return the zone of a mention that nothing makes somebody else's."""
    row = look.rows.rows[look.rows.at(mention.start)]
    last = look.rows.rows[look.rows.at(mention.end - 1)]
    before, after = look.text[row.start : mention.start], look.text[mention.place.end : last.end]
    end_row = look.rows.rows[look.rows.at(mention.place.end - 1)]
    if row.inside:
        return _in_cell(look, mention)
    if row.start in look.running:
        return "running"
    ends = mention.place.end >= end_row.end
    if not before and (
        ends or TIME_AFTER.match(look.text, mention.place.end) or TIME_AFTER.match(after)
    ):
        return _alone(look, mention, row, end_row)
    if ends and end_row.ended and len(before) < 45 and POST.search(before):
        return "sign"
    if HEADS.fullmatch(before) and (ends or look.text.startswith(AFTER_HEADS, mention.place.end)):
        return "head"
    if _in_title(look, mention, row):
        return "title"
    return _in_text(look, mention)


def _alone(look: Look, mention: Mention, row: Row, last: Row) -> str:
    """Return the zone of an office that has its lines to itself: cover, signature, or a heading."""
    if (
        OWNS.search(_before(look.text, mention.start, NEAR_BEFORE))
        and row.start not in look.rows.broken
    ):
        return _in_text(look, mention)
    if mention.start < look.rows.cover:
        return "cover"
    if TIME_AFTER.match(look.text, mention.place.end):
        return "sign"
    if not last.ended or MAKES.match(look.text, mention.place.end):
        return _in_text(look, mention)
    return "alone"


def _in_title(look: Look, mention: Mention, row: Row) -> bool:
    if mention.start < look.rows.cover:
        return (
            TITLE.search(_before(look.text, mention.start, FAR_BEFORE)) is not None
            or TITLE.match(look.text, mention.place.end) is not None
        )
    at = look.rows.at(mention.start)
    first = at
    while first > 0 and look.rows.rows[first - 1].page == row.page:
        first -= 1
    return (
        at - first < SEEN_FOR_TITLE
        and row.ended
        and TITLE.match(look.text, look.rows.rows[first].start) is not None
    )


def _in_text(look: Look, mention: Mention) -> str:
    if MAKES.match(look.text, mention.place.end):
        return "makes"
    before = _before(look.text, mention.start, NEAR_BEFORE)
    if mention.kind.family == "region" and before.endswith(ROOMS):
        return "owns"
    if OWNS.search(before) or ACTS.match(look.text, mention.place.end):
        return "owns"
    return "passing"


def _in_cell(look: Look, mention: Mention) -> str:
    before = _before(look.text, mention.start, NEAR_BEFORE)
    at = bisect_right(look.responsible, (mention.start, 1 << 60)) - 1
    if at >= 0 and mention.start < look.responsible[at][1]:
        return "cell"
    if PART.search(before) or MAKES.match(look.text, mention.place.end):
        return "cell"
    return "owns" if OWNS.search(before) else "passing"


def _before(text: str, at: int, length: int) -> str:
    """Return the letters before a place, back to the cell's or page's beginning."""
    return re.split("[\t\f]", text[max(0, at - length) : at])[-1]


def _after(text: str, at: int, length: int) -> str:
    return re.split("[\t\f]", text[at : at + length])[0]


def _running(text: str, lines: Rows) -> frozenset[int]:
    """Return where the lines begin that recur at the edges of at least two pages, their numbers
    aside.
    """
    edges = [
        (row, re.sub("[0-9]+", "", text[row.start : row.end]))
        for row in lines.rows
        if row.edge and not row.inside
    ]
    pages = Counter(words for words, _ in {(words, row.page) for row, words in edges})
    return frozenset(row.start for row, words in edges if words and pages[words] >= 2)


def _responsible(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return the flow's pieces that are cells under a head that asks who is responsible, in order."""
    letters, found = flow(facts), []
    for page in facts.document.pages:
        for table in page.tables:
            asked = {
                cell.column
                for cell in table.cells
                if cell.row < 2 and RESPONSIBLE.search(_cell_text(facts, page, cell))
            }
            for cell in table.cells:
                if cell.column in asked:
                    start, end = facts.document.cell(page, cell)
                    found.append((letters.index(start), letters.index(end)))
    return tuple(sorted(found))


def _cell_text(facts: Facts, page: Page, cell: Cell) -> str:
    start, end = facts.document.cell(page, cell)
    return "".join(facts.document.text[start:end].split())


def standings(facts: Facts) -> tuple[Standing, ...]:
    """Return every mention of an office with where it stands, in order."""
    return facts.once(_standings)
