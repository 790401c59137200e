"""Which files belong to one office: by the list, the folder, the name read with its place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ita_checker.across.vocabulary import vocabulary_of
from ita_checker.model import Pack, Sketch, Words
from ita_checker.text.flow import fold
from ita_checker.text.names import Nearness, nearness
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import speaking, words_of

LOCAL = (
    "local"  # the group of offices whose kind may change: a subdistrict's becomes a municipality's
)
# Folders that tell a year or an item, and none an office: 2565, ปี 2565, FY2565, O43, OIT 43.
SORTING = pattern_of(
    lambda: (
        rf"(?:{any_of(words_of('beside.years'))}[\s._-]{{0,4}}){{0,3}}25[5-9]\d"
        rf"|{any_of(words_of('beside.items'))}[\s._-]{{0,4}}\d{{1,2}}"
    ),
    re.IGNORECASE,
)
HALF = 0.5

LISTED = Words("ตามรายการไฟล์ (manifest)", "by the manifest")
FOLDER = "โฟลเดอร์ {}", "the folder {}"
NAMED = Words("ชื่อหน่วยงานและที่ตั้งที่อ่านได้", "the name and place read in the files")
NAME_ONLY = Words("ชื่อหน่วยงานที่อ่านได้ (ไม่พบที่ตั้ง)", "the name read in the files (no place found)")
SPELLINGS = Words("ชื่อที่สะกดใกล้เคียงกันในที่ตั้งเดียวกัน", "near spellings at the same place")
KINDS = Words(
    "ชื่อเดียวกัน ต่างชนิดหน่วยงาน ในที่ตั้งเดียวกัน", "one name, kinds that differ, at the same place"
)
TWICE = Words(
    "มีสองโฟลเดอร์ที่ระบุชื่อหน่วยงานนี้ในปีและข้อเดียวกัน จึงไม่รวมเข้าด้วยกัน",
    "two folders name this office for one year and item, so they were not put together",
)


@dataclass(slots=True)
class Office:
    """An office while its files are gathered: their numbers, and how they came together."""

    members: list[int]
    gathered: list[Words] = field(default_factory=list)
    folder: tuple[str, ...] | None = None
    listed: str = ""
    name: str = ""
    kind: str = ""
    group: str = ""
    proper: str = ""
    district: str | None = None
    province: str | None = None
    doubled: bool = False


def gather(sketches: Sequence[Sketch], packs: Mapping[str, Pack]) -> list[Office]:
    """Return the offices, each with the numbers of its files, in the order of their first file."""
    offices = [_known(office, sketches) for office in _by_folder(sketches, packs)]
    joined = _by_name(offices, sketches)
    for office in joined:
        office.members.sort()
    return sorted(joined, key=lambda office: office.members)


def folder(path: str) -> tuple[str, ...]:
    """Return the folders a file lies in, those that tell its year or item left out."""
    return tuple(
        part for part in PurePosixPath(path).parent.parts if not SORTING.fullmatch(part.strip())
    )


def _by_folder(sketches: Sequence[Sketch], packs: Mapping[str, Pack]) -> Iterable[Office]:
    """Yield the files of each office's folder together, all others by the name read in them."""
    listed: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    folders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        if sketch.listed:
            listed[fold(sketch.handed_in_by or ""), _place(sketch, sketches, listed)].append(number)
        else:
            with speaking(vocabulary_of((sketch,), packs)):
                place = folder(sketch.path)
            folders[place].append(number)
    for (_, _), members in listed.items():
        yield Office(members, [LISTED], listed=sketches[members[0]].handed_in_by or "")
    for place, members in folders.items():
        yield from _of_folder(place, members, sketches)


def _place(
    sketch: Sketch, sketches: Sequence[Sketch], listed: dict[tuple[str, str | None], list[int]]
) -> str | None:
    """Return the district that tells offices listed under one name apart: None for a file that
    names none, where only one is known.
    """
    name = fold(sketch.handed_in_by or "")
    known = [place for other, place in listed if other == name]
    if sketch.district is None or _other_office(sketch, name):
        return known[0] if known else None
    near = [place for place in known if place is None or _near(place, sketch.district)]
    return near[0] if near else sketch.district


def _other_office(sketch: Sketch, name: str) -> bool:
    """Tell whether a file names another office than it was listed for: its place says nothing."""
    return bool(sketch.proper) and fold(sketch.proper) not in name


def _of_folder(
    place: tuple[str, ...], members: list[int], sketches: Sequence[Sketch]
) -> Iterable[Office]:
    named = [number for number in members if sketches[number].proper]
    units = _units(named, sketches)
    most = max(units, key=len, default=[])
    own = any(_is_office(sketches[number], place) for number in members)
    if own or (most and len(most) > HALF * len(named) and len(units) <= len(most)):
        words = Words(*(text.format("/".join(place) or ".") for text in FOLDER))
        yield Office(members, [words], place)
        return
    for unit in units:
        yield Office(unit, [NAMED if sketches[unit[0]].district else NAME_ONLY])
    for number in members:
        if not sketches[number].proper:
            yield Office([number])


def _is_office(sketch: Sketch, place: tuple[str, ...]) -> bool:
    """Tell whether the nearest folder is an office's by its own name."""
    return bool(place) and sketch.handed_in_by == place[-1]


def _units(numbers: Sequence[int], sketches: Sequence[Sketch]) -> list[list[int]]:
    """Return the files of one folder by the office they name; near spellings together where no
    place speaks against it.
    """
    units: list[list[int]] = []
    exact: dict[tuple[str, str, str | None], list[int]] = {}
    for number in numbers:
        sketch = sketches[number]
        unit = exact.get((sketch.kind, sketch.proper, sketch.district))
        if unit is None and len(units) <= FEW_UNITS:
            unit = next((one for one in units if _one_office(sketch, sketches[one[0]])), None)
        if unit is None:
            units.append(unit := [])
        exact.setdefault((sketch.kind, sketch.proper, sketch.district), unit)
        unit.append(number)
    return units


FEW_UNITS = 60  # offices in one folder among which near spellings are looked for one by one


def _one_office(one: Sketch, other: Sketch) -> bool:
    return (
        one.kind == other.kind
        and nearness(one.proper, other.proper) in (Nearness.SAME, Nearness.NEAR)
        and _near(one.district, other.district)
        and _near(one.province, other.province)
    )


def _near(one: str | None, other: str | None) -> bool:
    """Tell whether two places may be one: unknown ones may."""
    return one is None or other is None or nearness(one, other) is not Nearness.OTHER


def _known(office: Office, sketches: Sequence[Sketch]) -> Office:
    """Return the office with the name and place most of its files give."""
    own = [sketches[number] for number in office.members if sketches[number].proper]
    if office.listed:
        own = [one for one in own if not _other_office(one, fold(office.listed))] or own
    counts = Counter((one.kind, one.group, one.proper, one.organisation) for one in own)
    if counts:
        (office.kind, office.group, office.proper, office.name), _ = max(
            counts.items(), key=lambda pair: (pair[1], pair[0])
        )
    same = [one for one in own if one.proper == office.proper]
    office.district = _most(one.district for one in same)
    office.province = _most(one.province for one in same)
    office.name = office.listed or office.name
    return office


def _most(names: Iterable[str | None]) -> str | None:
    counts = Counter(name for name in names if name)
    return max(counts, key=lambda name: (counts[name], name), default=None)


def _by_name(offices: Sequence[Office], sketches: Sequence[Sketch]) -> list[Office]:
    """Return the offices, those put together that are one by name and place."""
    placed: dict[tuple[str, str], list[Office]] = defaultdict(list)
    adrift: dict[str, list[Office]] = defaultdict(list)
    left: list[Office] = []
    for office in offices:
        if not office.proper:
            left.append(office)
        elif office.district and office.province:
            _join(placed[fold(office.district), fold(office.province)], office, sketches)
        else:
            adrift[fold(office.name)].append(office)
    homes: dict[str, list[Office]] = defaultdict(list)
    for at_one_place in placed.values():
        for office in at_one_place:
            homes[fold(office.name)].append(office)
    for name, unplaced in adrift.items():
        for office in unplaced:
            homes_here = [
                home
                for home in homes[name]
                if _near(home.district, office.district) and _near(home.province, office.province)
            ]
            if len(homes_here) == 1 and _may_join(homes_here[0], office, sketches):
                _merge(homes_here[0], office, NAME_ONLY)
            else:
                _join(left, office, sketches)
    return left + [office for at_one_place in placed.values() for office in at_one_place]


def _join(here: list[Office], office: Office, sketches: Sequence[Sketch]) -> None:
    """Put an office to the one of those at the same place that it is, or beside them."""
    for other in here:
        how = _same(other, office)
        if how is None:
            continue
        if _may_join(other, office, sketches):
            _merge(other, office, how)
            return
        other.doubled = office.doubled = True
    here.append(office)


def _same(one: Office, other: Office) -> Words | None:
    """Return why two offices at one place are one, None where they are two."""
    if not one.proper or not other.proper:
        return None
    if one.listed and other.listed:
        return LISTED if fold(one.listed) == fold(other.listed) else None
    close = nearness(one.proper, other.proper)
    if one.kind == other.kind and close is Nearness.SAME:
        return NAMED if one.district else NAME_ONLY
    if one.kind == other.kind and close is Nearness.NEAR and one.district:
        return SPELLINGS
    if close is Nearness.SAME and one.group == other.group == LOCAL and one.district:
        return KINDS
    return None


def _may_join(one: Office, other: Office, sketches: Sequence[Sketch]) -> bool:
    """Tell whether two offices may be one: not where two folders hold the same item of a year."""
    if one.folder is None or other.folder is None or one.folder == other.folder:
        return True
    return not _handed_in(one, sketches) & _handed_in(other, sketches)


def _handed_in(office: Office, sketches: Sequence[Sketch]) -> set[tuple[int | None, str]]:
    return {
        (sketches[number].fiscal_year, item)
        for number in office.members
        for item in sketches[number].claimed or tuple(one.item for one in sketches[number].held)
    }


def _merge(into: Office, office: Office, how: Words) -> None:
    into.members += office.members
    into.gathered = list(dict.fromkeys([*into.gathered, *office.gathered, how]))
    into.listed = into.listed or office.listed
    into.name = into.listed or into.name
    into.district, into.province = (
        into.district or office.district,
        into.province or office.province,
    )


def spellings(office: Office, sketches: Sequence[Sketch]) -> tuple[str, ...]:
    """Return how the office's name is written in its files, the usual way first."""
    counts = Counter(
        sketches[number].organisation for number in office.members if sketches[number].organisation
    )
    return tuple(name for name, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
