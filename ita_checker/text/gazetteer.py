"""The names of Thailand's provinces, districts and subdistricts, one voice among others on where a
name ends.

Source: the GeoThai data (Department of Provincial Administration codes), as the package `geothai`
ships them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from rapidfuzz.distance import Levenshtein

from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of
from ita_checker.text.starts import Starts
from ita_checker.words import kept, lists_of, word_of

BANGKOK = word_of("places.capital_city")
CAPITAL = word_of("places.capital_district")  # a province's own, with or without its name
BANGKOK_DISTRICT = word_of("places.district_of_bangkok")
MANY = 20  # names of places that begin alike
SHORTEST_NEAR = 5  # letters: one wrong in a shorter name makes another place
# Short forms in use beside the official names; two-letter codes stand only after จ. and are hints.
SHORT_PROVINCES = lists_of("places.short_provinces")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded names: provinces, the districts of each province, and the pairs (district, province)
    each subdistrict name is in.
    """

    provinces: frozenset[str]
    districts: dict[str, frozenset[str]]
    subdistricts: dict[str, frozenset[tuple[str, str]]]

    @property
    def short(self) -> dict[str, str]:
        """Return the short forms of provinces, folded, with the official name."""
        return _short()


@kept(maxsize=None)
def _short() -> dict[str, str]:
    return {
        fold(name): fold(province) for province, names in SHORT_PROVINCES.items() for name in names
    }


@cache
def gazetteer() -> Gazetteer:
    """Return the names, read once."""
    import geothai

    districts: dict[str, set[str]] = {}
    subdistricts: dict[str, set[tuple[str, str]]] = {}
    for province in geothai.provinces():
        here = fold(province.name_th)
        for district in geothai.districts(province.code):
            name = fold(district.name_th).removeprefix(BANGKOK_DISTRICT)
            districts.setdefault(name, set()).add(here)
            for subdistrict in geothai.subdistricts(district.code):
                subdistricts.setdefault(fold(subdistrict.name_th), set()).add((name, here))
    provinces = frozenset(fold(province.name_th) for province in geothai.provinces())
    return Gazetteer(
        provinces,
        {name: frozenset(found) for name, found in districts.items()},
        {name: frozenset(found) for name, found in subdistricts.items()},
    )


def known(name: str) -> bool:
    """Tell whether a folded text is the name of a province, a district or a subdistrict."""
    return name in _every_name().words


@kept(maxsize=1 << 10)
def begins_places(word: str) -> bool:
    """Tell whether many longer names of places begin with a folded word (คลอง, หนอง)."""
    names = (name for name in _every_name().words if name.startswith(word) and name != word)
    return sum(1 for _ in names) >= MANY


def known_at(text: str, start: int) -> Sequence[str]:
    """Return the names that stand at a place of a folded text, the shortest first."""
    return _every_name().prefixes(text, start)


@cache
def _every_name() -> Starts:
    places = gazetteer()
    return Starts(chain(places.provinces, places.districts, places.subdistricts))


def province(text: str) -> str:
    """Return the official name of a province given by it or a short form; any other text as
    it is.
    """
    return gazetteer().short.get(text, text)


def province_at(text: str, start: int) -> int:
    """Return where the longest name or short form of a province that stands at a place of a folded
    text ends, 0 where none does.
    """
    found = _province_names().match(text, start)
    return found.end() if found else 0


@kept(maxsize=None)
def _province_names() -> re.Pattern[str]:
    return re.compile(any_of((*gazetteer().provinces, *_short())))


def district(text: str, of_province: str | None = None) -> str:
    """Return a district's name; อำเภอเมือง takes its province's name (เมืองร้อยเอ็ด) where that is
    known.
    """
    if text != CAPITAL or of_province is None:
        return text
    full = CAPITAL + of_province
    return full if full in gazetteer().districts else text


def meant(name: str, names: Collection[str]) -> str:
    """Return the one of the names that a text nearly is (a letter lost, put in or wrong), else the
    text as it is.
    """
    if name in names or len(name) < SHORTEST_NEAR:
        return name
    near = [other for other in names if Levenshtein.distance(name, other, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 else name


def in_province(of_district: str, of_province: str) -> bool:
    """Tell whether a province has a district of that name."""
    return of_province in gazetteer().districts.get(of_district, frozenset())


def provinces_of(of_district: str) -> tuple[str, ...]:
    """Return the provinces that have a district of that name, sorted."""
    return tuple(sorted(gazetteer().districts.get(of_district, frozenset())))


@cache
def _subdistricts() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for name, pairs in gazetteer().subdistricts.items():
        for pair in pairs:
            found.setdefault(pair, []).append(name)
    return {pair: tuple(sorted(names)) for pair, names in found.items()}


def subdistricts_of(of_district: str, of_province: str) -> tuple[str, ...]:
    """Return the subdistricts of a district, sorted; none where there is no such district."""
    return _subdistricts().get((of_district, of_province), ())


def homes(subdistrict: str) -> frozenset[tuple[str, str]]:
    """Return the pairs (district, province) that have a subdistrict of that name."""
    return gazetteer().subdistricts.get(subdistrict, frozenset())
