"""The district and province of the reporting organisation, as written after its name, and every
place that gives others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from ita_checker.facts.organisation.addresses import Named, Place, on_cover, place
from ita_checker.facts.organisation.ends import Ground
from ita_checker.facts.organisation.letters import letters
from ita_checker.facts.organisation.relations import Relation, Reporter, relation
from ita_checker.facts.organisation.standing import STRENGTHS, ZONES, standings
from ita_checker.facts.organisation.weighed import kin, weighed
from ita_checker.facts.organisation.words import folded, not_after, some
from ita_checker.facts.page import flow, rows
from ita_checker.model import Facts
from ita_checker.text.gazetteer import CAPITAL, gazetteer, homes, in_province
from ita_checker.text.names import Nearness, nearness, same_beginning
from ita_checker.text.patterns import pattern_of
from ita_checker.text.patterns import places as stands_at
from ita_checker.words import of_words

IN_THE_LIST = (
    4.0  # what it weighs that the list of places has the pair for a subdistrict of that name
)
COVER_DECIDES, TITLE_DECIDES = 0.5, 0.25
FORMER = of_words(lambda: folded("places.former"))
OTHERS = pattern_of(lambda: f"{some('places.others')}[^\\t\\f]{{0,40}}$")
LOCATED = pattern_of(lambda: f"{some('places.located.says')}{some('places.located.at')}*")
RELATIVE = pattern_of(lambda: some("places.located.relative"))
SENTENCE = 160  # letters between an office's name and where it is said to be
LONGEST_LEVEL = of_words(lambda: max(map(len, folded("places.own_subdistrict"))))
SUBDISTRICT = pattern_of(
    lambda: f"{not_after('places.part_of_class')}{some('places.own_subdistrict')}$"
)


@dataclass(frozen=True, slots=True)
class Address:
    """One place at which the reporting organisation's district or province is given; `weight` as
    in organisation_standing.ZONES.
    """

    start: int
    end: int
    district: str | None
    province: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Home:
    """Where the reporting organisation is, and the addresses that say otherwise."""

    district: str | None = None
    province: str | None = None
    others: tuple[Address, ...] = ()
    addresses: tuple[Address, ...] = ()


def _home(facts: Facts) -> Home:
    own = weighed(facts)
    if own is None:
        return Home()
    found = tuple(
        sorted(
            {
                *_after_names(facts),
                *_after_line(facts, own),
                *_on_cover(facts),
                *_after_subdistrict(facts, own),
                *_located(facts, own),
            },
            key=lambda address: address.start,
        )
    ) or tuple(islice(_in_passing(facts), 1))
    district = _best(_districts(own, found))
    province = _provincial(own) or _best(_provinces(district, found))
    if district is None and own.classes and own.classes.names == "district":
        district = own.proper
    others = tuple(address for address in found if _differs(address, district, province))
    return Home(_full(district, province), province, others, found)


def _after_names(facts: Facts) -> Iterable[Address]:
    own = kin(facts, Relation.OWN, Relation.SLIP, Relation.DOUBTFUL)
    # of another kind, and not where the reporter stands, it may be a neighbour's address
    kinds = (one for one in kin(facts, Relation.KIND) if one.strength == STRENGTHS["sign"])
    for standing in (*own, *kinds):
        if standing.zone != "other" and (
            address := _address(facts, standing.mention.place, ZONES[standing.zone])
        ):
            yield address


def _in_passing(facts: Facts) -> Iterable[Address]:
    """Yield the addresses after the own name where it stands as if it were another's, as in a
    history.
    """
    for standing in kin(facts, Relation.OWN):
        if address := _address(facts, standing.mention.place, ZONES["passing"]):
            yield address


def _after_line(facts: Facts, own: Reporter) -> Iterable[Address]:
    """Yield the addresses after the name of an office that was read from a line."""
    text, ground = flow(facts).text, Ground(letters(facts))
    for match in re.finditer(re.escape(own.proper), text) if own.letters else ():
        if address := _address(facts, place(ground, match.end()), ZONES["passing"]):
            yield address


def _on_cover(facts: Facts) -> Iterable[Address]:
    """Yield the lines of the cover that are a district or a province and nothing else."""
    found = (_address(facts, place, ZONES["cover"]) for place in on_cover(facts))
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
        address = _address(facts, found, ZONES["passing"])
        if (
            address
            and found.subdistrict
            and found.subdistrict.name == own.proper
            and not OTHERS.search(before)
        ):
            yield address


def _located(facts: Facts, own: Reporter) -> Iterable[Address]:
    """Yield the addresses at which a form's label or a sentence about the organisation says that
    it is (ที่ตั้ง: อำเภอ…, ตั้งอยู่ในอำเภอ…).
    """
    text, lines = flow(facts).text, rows(facts)
    ground, first = Ground(letters(facts)), facts.document.pages[0].number
    for match in LOCATED.finditer(text):
        address = _address(facts, place(ground, match.end()), ZONES["passing"])
        row = lines.rows[lines.at(match.start())]
        labelled = row.start == match.start() and row.page == first
        if address and (labelled or _said_of(facts, own, match.start())):
            yield address


def _said_of(facts: Facts, own: Reporter, at: int) -> bool:
    """Tell whether the sentence at a place is about the organisation: it was named last, those
    named in passing aside.
    """
    for standing in reversed(standings(facts)):
        mention = standing.mention
        if mention.start >= at or mention.kind.family == "region":
            continue
        if at - mention.end > SENTENCE or "\f" in flow(facts).text[mention.end : at]:
            return False
        if relation(own, mention) in (Relation.OWN, Relation.SLIP, Relation.KIND):
            return True
        between = flow(facts).text[mention.place.end : at]
        if standing.zone != "other" or RELATIVE.fullmatch(between):
            return False
    return False


def _address(facts: Facts, found: Place, weight: float) -> Address | None:
    named = [part for part in (found.district, found.province) if part]
    text = flow(facts).text
    if not named or text.startswith(FORMER(), named[0].start):
        return None
    return Address(
        named[0].start, named[-1].end, _name(found.district), _name(found.province), weight
    )


def _name(named: Named | None) -> str | None:
    return named.name if named else None


def _provincial(own: Reporter) -> str | None:
    """Return the province that is the organisation's own name (จังหวัด…, อบจ.…, สสจ.…)."""
    return (
        own.proper
        if own.classes and own.classes.names == "province" and own.proper in gazetteer().provinces
        else None
    )


def _districts(own: Reporter, found: Iterable[Address]) -> list[tuple[str, float]]:
    """Return the districts given with what speaks for each: every address, and the list of
    places.
    """
    real = {district for district, _ in homes(own.proper)} | {own.proper}
    given = [(address.district, _weight(address)) for address in found if address.district]
    return given + [
        (district, IN_THE_LIST) for district in sorted({district for district, _ in given} & real)
    ]


def _provinces(district: str | None, found: Iterable[Address]) -> list[tuple[str, float]]:
    given = [(address.province, _weight(address)) for address in found if address.province]
    return given + [
        (name, IN_THE_LIST)
        for name in sorted({name for name, _ in given})
        if district and in_province(district, name)
    ]


def _weight(address: Address) -> float:
    """Return what an address weighs: one, and a little more on a cover or in a letterhead, less
    in a title: they decide where the counts are equal.
    """
    if address.weight >= ZONES["head"]:
        return 1.0 + COVER_DECIDES
    return 1.0 + (TITLE_DECIDES if address.weight >= ZONES["title"] else 0.0)


def _best(weighed_names: Iterable[tuple[str, float]]) -> str | None:
    """Return the name that weighs most, near spellings counted together, its most frequent
    spelling; of two that weigh alike the one given first.
    """
    found = list(weighed_names)
    names = Counter(name for name, _ in found)
    totals = {name: sum(weight for other, weight in found if _same(name, other)) for name in names}
    return max(names, key=lambda name: (totals[name], names[name]), default=None)


def _same(one: str, other: str) -> bool:
    if CAPITAL in (one, other) and one.startswith(CAPITAL) and other.startswith(CAPITAL):
        return True
    return (
        nearness(one, other) is not Nearness.OTHER
        or same_beginning(one, other)
        or same_beginning(other, one)
    )


def _differs(address: Address, district: str | None, province: str | None) -> bool:
    """Tell whether an address gives another district or province, and one that there is: a slip of
    the pen is none.
    """
    places = gazetteer()
    other_province = bool(
        address.province
        and province
        and not _same(address.province, province)
        and address.province in places.provinces
    )
    other_district = bool(
        address.district
        and district
        and not _same(address.district, district)
        and address.district in (CAPITAL, *places.districts)
    )
    return other_province or other_district or impossible(address)


def impossible(address: Address) -> bool:
    """Tell whether an address gives a district that there is, in a province that has none of that
    name (อำเภอพาน จังหวัดพะเยา).
    """
    places = gazetteer()
    if address.district not in places.districts or address.province not in places.provinces:
        return False
    return address.district != CAPITAL and not in_province(address.district, address.province)


def _full(district: str | None, province: str | None) -> str | None:
    return (
        CAPITAL + province
        if district == CAPITAL and province and in_province(CAPITAL + province, province)
        else district
    )


def elsewhere(facts: Facts, found: Place) -> bool:
    """Tell whether what stands after a name gives another district or province than the reporting
    organisation's.
    """
    here, address = home(facts), _address(facts, found, ZONES["other"])
    return address is not None and _differs(address, here.district, here.province)


def home(facts: Facts) -> Home:
    """Return where the reporting organisation is, found once."""
    return facts.once(_home)
