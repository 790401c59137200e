"""Every place at which a report gives a district or a province as that of the reporting
organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from ita_checker.facts.organisation.addresses import Address, address_of, on_cover, place
from ita_checker.facts.organisation.at_head import at_head
from ita_checker.facts.organisation.ends import Ground
from ita_checker.facts.organisation.kin import kin
from ita_checker.facts.organisation.letters import letters
from ita_checker.facts.organisation.located import located
from ita_checker.facts.organisation.other import LEVEL
from ita_checker.facts.organisation.own_place import as_own
from ita_checker.facts.organisation.relations import Relation, Reporter
from ita_checker.facts.organisation.same_as import became
from ita_checker.facts.organisation.standing import (
    STRENGTHS,
    TOPIC,
    ZONES,
    Standing,
    standings,
)
from ita_checker.facts.organisation.weighed import weighed
from ita_checker.facts.organisation.words import folded, not_after, some
from ita_checker.facts.page import flow, rows
from ita_checker.model import Facts
from ita_checker.model.records import replace
from ita_checker.text.gazetteer import CAPITAL, gazetteer, in_province
from ita_checker.text.patterns import pattern_of
from ita_checker.text.patterns import places as stands_at
from ita_checker.words import of_words

OWN_PLACE = 0.0  # nats: a name that is the own one needs no more than even odds
OTHERS = pattern_of(lambda: f"{some('places.others')}[^\\t\\f]{{0,40}}$")
REMARK = re.compile(r"\([^()\t\f]{1,200}\)")
WATCHERS = pattern_of(lambda: some("places.watchers"))
WATCHING = of_words(lambda: folded("places.watchers"))
WATCHED = 40  # letters between who watches and the district or province it is of
LONGEST_LEVEL = of_words(lambda: max(map(len, folded("places.own_subdistrict"))))
SUBDISTRICT = pattern_of(
    lambda: f"{not_after('places.part_of_class')}{some('places.own_subdistrict')}$"
)


def given(facts: Facts, own: Reporter) -> tuple[Address, ...]:
    """Return every such place, in order; of an office of a district, its district with each."""
    found = tuple(
        sorted(
            {
                *_after_names(facts),
                *_after_line(facts, own),
                *_on_cover(facts, own),
                *_after_subdistrict(facts, own),
                *located(facts, own),
            },
            key=lambda address: address.start,
        )
    )
    found = (*found, *_watched_at_home(facts, own, found), *_nowhere(facts, own, found))
    found = found or next(filter(None, (tuple(islice(one(facts), 1)) for one in _LAST)), ())
    named = own.proper if own.classes and own.classes.names == "district" else None
    return tuple(replace(one, district=one.district or named) for one in found)


def _after_names(facts: Facts) -> Iterable[Address]:
    own = kin(facts, Relation.OWN, Relation.SLIP, Relation.DOUBTFUL)
    # of another kind, and not where the reporter stands, it may be a neighbour's address
    kinds = (one for one in kin(facts, Relation.KIND) if one.strength == STRENGTHS["sign"])
    for standing in (*own, *kinds):
        if not (standing.strength or _as_own(facts, standing)):
            continue
        first = standing.mention.place
        ends = {first.end, _behind_remark(flow(facts).text, first.end)}
        for found in (first, *(place(Ground(letters(facts)), end) for end in ends)):
            if address := address_of(facts, found, ZONES[standing.zone]):
                yield address  # a second one right behind the first is given for the same office


def _behind_remark(text: str, at: int) -> int:
    """Return where the brackets end that stand right behind a name: "X (เดิม… ยกฐานะ…) อำเภอ…"."""
    remark = REMARK.match(text, at)
    return remark.end() if remark else at


def _as_own(facts: Facts, standing: Standing) -> bool:
    """Tell whether the reporting office's name is its own though a visit, a prize or its history is
    told beside it: the clause is one in which reports name their own, or says what it became.
    """
    return became(facts, standing.mention) or (
        standing.zone == TOPIC
        and as_own(facts, standing.mention.whole, weighed(facts)) >= OWN_PLACE
    )


def _in_passing(facts: Facts) -> Iterable[Address]:
    """Yield the addresses after the own name where it stands as another's, as in a history."""
    for standing in kin(facts, Relation.OWN):
        if address := address_of(facts, standing.mention.place, ZONES["passing"]):
            yield address


def _watched(facts: Facts) -> Iterable[Address]:
    """Yield the place of those who watch over the office, as one address: "แจ้งที่ศูนย์ดำรงธรรมอำเภอ…
    หรือสำนักงาน ป.ป.ช. ประจำจังหวัด…".
    """
    text, ground = flow(facts).text, Ground(letters(facts))
    found: list[Address] = []
    for match in WATCHERS.finditer(text) if any(word in text for word in WATCHING()) else ():
        address = address_of(facts, place(ground, match.end()), ZONES["passing"])
        if address:
            found.append(address)
    for first in found:
        near = (one for one in found if 0 <= one.start - first.end <= WATCHED)
        other = next((one for one in near if one is not first), None)
        yield replace(
            first,
            district=first.district or (other.district if other else None),
            province=first.province or (other.province if other else None),
        )


def _watched_at_home(facts: Facts, own: Reporter, found: Iterable[Address]) -> tuple[Address, ...]:
    """Return the places of those who watch over the office of which the district is its own: their
    province is its own too ("ศูนย์ดำรงธรรมอำเภอเชียงกลาง จังหวัด…").
    """
    districts = _districts(own, found)
    return tuple(one for one in _watched(facts) if one.province and one.district in districts)


def _nowhere(facts: Facts, own: Reporter, found: Iterable[Address]) -> Iterable[Address]:
    """Yield where the own district is named, whatever stands before it, with a province that has
    none of that name: "ในเขตอำเภอปากท่อ จังหวัดสมุทรสงคราม".
    """
    districts = _districts(own, found)
    for one in (standing.mention for standing in standings(facts)):
        there = one.place.province if one.kind.names == "district" else None
        if there and one.proper in districts and not in_province(one.proper, there.name):
            yield Address(one.start, one.place.end, one.proper, there.name, ZONES["passing"])


def _districts(own: Reporter, found: Iterable[Address]) -> set[str | None]:
    named = {own.proper} if own.classes and own.classes.names == "district" else set()
    return {*named, *(one.district for one in found)} - {None, CAPITAL}


def _after_line(facts: Facts, own: Reporter) -> Iterable[Address]:
    """Yield the addresses after the name of an office that was read from a line."""
    text, ground = flow(facts).text, Ground(letters(facts))
    for match in re.finditer(re.escape(own.proper), text) if own.letters else ():
        if within := _within(facts, *match.span()):
            yield within
        if address := address_of(facts, place(ground, match.end()), ZONES["passing"]):
            yield address


def _within(facts: Facts, start: int, end: int) -> Address | None:
    """Return the district or province that an office bears in its name: เรือนจำอำเภอสวรรคโลก."""
    level = LEVEL.search(flow(facts).text, start, end)
    found = place(Ground(letters(facts)), level.start()) if level else None
    address = address_of(facts, found, ZONES["passing"]) if found else None
    places = gazetteer()
    real = address and (
        address.district in places.districts or address.province in places.provinces
    )
    return address if real else None


def _on_cover(facts: Facts, own: Reporter) -> Iterable[Address]:
    """Yield the lines of the cover that are a district or a province, or end with both."""
    told = (*on_cover(facts), *at_head(facts, own))
    found = (address_of(facts, place, ZONES["cover"]) for place in told)
    return (address for address in found if address)


def _in_frame(facts: Facts) -> Iterable[Address]:
    """Yield the lines of the first page that are a district or a province and nothing else, as on
    a cover that is set in a frame.
    """
    lines = rows(facts).rows
    last = max((row.end for row in lines if row.page == lines[0].page), default=0)
    found = (address_of(facts, place, ZONES["passing"]) for place in on_cover(facts, last))
    return (address for address in found if address)


def _after_subdistrict(facts: Facts, own: Reporter) -> Iterable[Address]:
    """Yield the addresses that name the subdistrict of the organisation's own name (เลขที่ …
    ตำบลดงครั่งน้อย อำเภอ…).
    """
    if own.classes is None or own.classes.group != "local":
        return
    text, ground = flow(facts).text, Ground(letters(facts), {own.proper: 1})
    for at, _ in stands_at(text, own.proper):
        match = SUBDISTRICT.search(text, max(0, at - LONGEST_LEVEL()), at)
        if match is None:
            continue
        before = re.split("[\t\f]", text[max(0, match.start() - 60) : match.start()])[-1]
        found = place(ground, match.start())
        address = address_of(facts, found, ZONES["passing"])
        if (
            address
            and found.subdistrict
            and found.subdistrict.name == own.proper
            and not OTHERS.search(before)
        ):
            yield address


# asked in turn where a report gives its place nowhere else
_LAST = (_in_passing, _in_frame, _watched)
