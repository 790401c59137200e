"""Subdistrict, district and province as they are written after a name: ตำบล…อำเภอ…จังหวัด…, ต. อ.
จ., glued or apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_checker.facts.organisation.ends import Ground, end
from ita_checker.facts.organisation.kinds import ABBREVIATED
from ita_checker.facts.organisation.letters import letters
from ita_checker.facts.organisation.words import THAI, folded, some
from ita_checker.facts.page import flow, rows
from ita_checker.model import Facts
from ita_checker.model.records import record
from ita_checker.text.gazetteer import (
    CAPITAL,
    district,
    gazetteer,
    in_province,
    known_at,
    meant,
    province,
    province_at,
)
from ita_checker.text.patterns import pattern_of
from ita_checker.words import kept, of_words

LEVELS = ("subdistrict", "district", "province")
PREFIXES = of_words(
    lambda: {
        level: re.compile(f"(?!{some('places.no_level')}){some(f'places.levels.{level}')}")
        for level in LEVELS
    }
)
ANY_LEVEL = pattern_of(
    lambda: f"(?!{some('places.no_level')}){some(*(f'places.levels.{level}' for level in LEVELS))}"
)
BETWEEN = pattern_of(
    lambda: (
        rf"{some('offices.legal_forms')}?"
        rf"(?:\((?:{ABBREVIATED()}\.?{THAI}{{0,30}}|(?:{THAI}|[a-z0-9.]){{1,20}})\))?[,/()\-:|·•]{{0,2}}"
        rf"(?:{some('places.numbers')}?[0-9]{{1,4}}(?:/[0-9]{{1,4}})?(?![0-9.)])"
        rf"|{some('places.roads')}(?:{THAI}|[0-9-]){{2,24}}?(?={some('places.road_ends')})"
        rf"|{some('places.houses')}(?:{THAI}|[0-9]){{1,30}}?(?={some('places.house_ends')}))*"
    )
)
# The letters with which something stands there at all.
MAY_STAND_BETWEEN = of_words(
    lambda: frozenset(
        {*"(,/)-:|·•0123456789"}
        | {
            word[0]
            for name in ("offices.legal_forms", "places.numbers", "places.roads", "places.houses")
            for word in folded(name)
        }
    )
)
BANGKOK = pattern_of(lambda: some("places.bangkok"))
DOTS = re.compile(r"(?:\.{2,}|…|_{2,})[.…_]*")
DOTTED = frozenset(".…_")
STROKES = "|·•"
FORMER = of_words(lambda: folded("places.former"))
POSTCODE = re.compile(r"[0-9]{5}(?![0-9])")


@record(frozen=True, slots=True)
class Named:
    """One place name: its letters in the flow with the word before it, and the name."""

    start: int
    end: int
    name: str


@record(frozen=True, slots=True)
class Place:
    """What stands after a name; `end` is where the name's own end was when nothing does."""

    end: int
    subdistrict: Named | None = None
    district: Named | None = None
    province: Named | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """One place at which the reporting organisation's district or province is given; `weight` as
    in standing.ZONES.
    """

    start: int
    end: int
    district: str | None
    province: str | None
    weight: float


def place(ground: Ground, at: int) -> Place:
    """Return the places that stand at a flow index, one level after the other."""
    text, found = ground.flow.text, dict[str, Named]()
    reached, start = at, _skip(text, at)
    begins = _filled(text, start)
    if not (ANY_LEVEL.match(text, begins) or BANGKOK.match(text, start)):  # nearly always
        return Place(at)
    for level, prefix in PREFIXES().items():
        match = prefix.match(text, begins)
        if match is None and level == "province":
            match = BANGKOK.match(text, start)
            if match:
                found[level], reached = Named(start, match.end(), province(match[0])), match.end()
            continue
        begin = _filled(text, match.end()) if match else 0
        stop = _end(ground, begin, level) if match else None
        if match and stop is not None:
            found[level], reached = Named(match.start(), stop, text[begin:stop]), stop
            start = _skip(text, reached)
            begins = _filled(text, start)
    if not found:
        return Place(at)
    code = POSTCODE.match(text, reached)
    reached = code.end() if code else reached
    return Place(
        reached, found.get("subdistrict"), _district(found), _official(found.get("province"))
    )


def _filled(text: str, at: int) -> int:
    """Return where a form is filled in: behind the dots that stand there (อำเภอ....ศรีสวัสดิ์....)."""
    dots = DOTS.match(text, at) if text[at : at + 1] in DOTTED else None
    return dots.end() if dots else at


def _skip(text: str, at: int) -> int:
    if text[at : at + 1] not in MAY_STAND_BETWEEN():  # nearly always
        return at
    match = BETWEEN.match(text, at)
    return match.end() if match else at


def _before_its_province(text: str, start: int) -> int:
    """Return where the name of a district ends that its own province follows, whatever parts its
    letters ("อำเภอเมือง|ตราด จังหวัดตราด"), or is part of it; 0 without one.
    """
    for name in reversed(known_at(text, start)):
        end, real = start + len(name), name in gazetteer().districts
        if real and (name[len(CAPITAL) :] in gazetteer().provinces or BANGKOK.match(text, end)):
            return end
        led = PREFIXES()["province"].match(text, end) if real else None
        stop = province_at(text, led.end()) if led else 0
        if led and stop and in_province(name, province(text[led.end() : stop])):
            return end
    return 0


def _end(ground: Ground, start: int, level: str) -> int | None:
    """Return where the name of a place ends: a known one as long as it goes, any other where names
    end.
    """
    places, text = gazetteer(), ground.flow.text
    if level == "province" and (stop := province_at(text, start)):
        return stop
    if level == "district" and (stop := _before_its_province(text, start)):
        return stop
    known = places.subdistricts if level == "subdistrict" else _districts()
    found = end(ground, start, known.__contains__)
    return found.at if found else None


@kept(maxsize=None)
def _districts() -> frozenset[str]:
    return frozenset({CAPITAL, *gazetteer().districts})


def _district(found: dict[str, Named]) -> Named | None:
    named, of_province = found.get("district"), _official(found.get("province"))
    if named is None:
        return None
    name = district(named.name, of_province.name if of_province else None)
    districts = gazetteer().districts
    if of_province and name not in districts:
        beside = [other for other, homes in districts.items() if of_province.name in homes]
        name = meant(name, beside)
    return Named(named.start, named.end, name)


def _official(named: Named | None) -> Named | None:
    return named and Named(
        named.start, named.end, meant(province(named.name), gazetteer().provinces)
    )


def address_of(facts: Facts, found: Place, weight: float) -> Address | None:
    """Return a district or province given at a place, None where none is or it is a former one."""
    named = [part for part in (found.district, found.province) if part]
    if not named or flow(facts).text.startswith(FORMER(), named[0].start):
        return None
    district = found.district.name if found.district else None
    province = found.province.name if found.province else None
    return Address(named[0].start, named[-1].end, district, province, weight)


def on_cover(facts: Facts, last: int | None = None) -> Iterator[Place]:
    """Yield the places that have lines of the cover, or of all that stands before `last`, to
    themselves, or share one with what a stroke parts from them.
    """
    ground, lines = Ground(letters(facts)), rows(facts)
    for row in lines.rows:
        if row.start >= (lines.opening if last is None else last):
            return
        found = place(ground, row.start)
        whole = found.district is not None and found.province is not None
        parted = whole and ground.flow.text[found.end : found.end + 1] in STROKES
        if found.end >= row.end > row.start or parted:
            yield found
