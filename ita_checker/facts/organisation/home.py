"""The district and province of the reporting organisation, as written after its name, and every
place that gives others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ita_checker.facts.organisation.addresses import Address, Place, address_of
from ita_checker.facts.organisation.given import given
from ita_checker.facts.organisation.mentions import mentions
from ita_checker.facts.organisation.relations import Reporter
from ita_checker.facts.organisation.standing import ZONES
from ita_checker.facts.organisation.weighed import weighed
from ita_checker.model import Facts
from ita_checker.text.gazetteer import CAPITAL, gazetteer, homes, in_province, provinces_of
from ita_checker.text.names import Nearness, nearness, same_beginning
from ita_checker.words import of_words, words_of

IN_THE_LIST = (
    4.0  # what it weighs that the list of places has the pair for a subdistrict of that name
)
# the classes of offices that end so bear the name of a subdistrict, nearly always their own
SUBDISTRICT_LEVEL = of_words(lambda: words_of("places.levels.subdistrict"))
COVER_DECIDES = 0.5
NAMED_AFTER = 0.5  # an office's name may begin with its district's: เทศบาลเมืองท่าศาลาพัฒนา
SHORTEST = 4  # letters of a district's name that begins another name by no chance
NAMED_TOO = 0.1  # what else is told of a district decides only where all else is equal


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
    found = given(facts, own)
    district = _best(_districts(facts, own, found))
    if district is None and own.classes and own.classes.names == "district":
        district = own.proper
    province = _provincial(own) or _best(_provinces(own, district, found))
    others = tuple(address for address in found if _differs(address, district, province))
    return Home(_full(district, province), province or _only(district), others, found)


def _only(district: str | None) -> str | None:
    """Return the one province that has a district of that name, where none is given."""
    found = provinces_of(district) if district else ()
    return found[0] if len(found) == 1 else None


def _provincial(own: Reporter) -> str | None:
    """Return the province that is the organisation's own name (จังหวัด…, อบจ.…, สสจ.…)."""
    return (
        own.proper
        if own.classes and own.classes.names == "province" and own.proper in gazetteer().provinces
        else None
    )


def _districts(facts: Facts, own: Reporter, found: Iterable[Address]) -> list[tuple[str, float]]:
    """Return the districts given with what speaks for each: every address, the list of places, and
    that the report names it elsewhere too.
    """
    real = {district for district, _ in homes(own.proper)} | {own.proper}
    told = [(address.district, _weight(address)) for address in found if address.district]
    given = {district for district, _ in told}
    return [
        *told,
        *((district, IN_THE_LIST) for district in sorted(given & real)),
        *((district, NAMED_AFTER) for district in sorted(given) if _begins(district, own.proper)),
        *((district, NAMED_TOO) for district in sorted(given & _named(facts, found))),
    ]


def _begins(district: str, name: str) -> bool:
    return district != name and name.startswith(district) and len(district) >= SHORTEST


def _named(facts: Facts, found: Iterable[Address]) -> frozenset[str]:
    """Return the districts that the report names for their own sake, its own more than others':
    not where it gives them as an address.
    """
    given = [(address.start, address.end) for address in found]
    return frozenset(
        one.proper
        for one in mentions(facts)
        if one.kind.names == "district"
        and not any(start <= one.start < end for start, end in given)
    )


def _provinces(
    own: Reporter, district: str | None, found: Iterable[Address]
) -> list[tuple[str, float]]:
    """Return the provinces given with what speaks for each; where one alone has the district that
    an office is named after, that too.
    """
    told = [(address.province, _weight(address)) for address in found if address.province]
    only = provinces_of(own.proper) if told and district == own.proper else ()
    if own.classes and own.classes.names == "district" and len(only) == 1:
        told += [(only[0], 0.0)]
    return told + [
        (name, IN_THE_LIST)
        for name in sorted({name for name, _ in told})
        if district and in_province(district, name)
    ]


def _weight(address: Address) -> float:
    """Return what an address weighs: one, and a little more on a cover or in a letterhead, which
    decide where the counts are equal. Titles do not: an annex has its own, and an opening comes
    first as it is.
    """
    return 1.0 + (COVER_DECIDES if address.weight >= ZONES["head"] else 0.0)


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
    here, address = home(facts), address_of(facts, found, ZONES["other"])
    return address is not None and _differs(address, here.district, here.province)


def listed_elsewhere(facts: Facts) -> tuple[str, ...]:
    """Return the districts of its province in which the list of places has the subdistrict whose
    name the office bears, where it is in none that the report gives; nothing where it is, the
    addresses disagree, or the list knows no such subdistrict there.
    """
    own, here = weighed(facts), home(facts)
    bears = own is not None and own.kind.endswith(SUBDISTRICT_LEVEL())
    if own is None or not bears or here.others or not here.district:
        return ()
    listed = sorted(district for district, name in homes(own.proper) if name == here.province)
    return () if any(_same(district, here.district) for district in listed) else tuple(listed)


def home(facts: Facts) -> Home:
    """Return where the reporting organisation is, found once."""
    return facts.once(_home)
