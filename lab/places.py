"""Real places, to give offices other names (GeoThai)."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

# The kinds of offices whose names are names of places, longest first, and their short forms.
KINDS = {
    "องค์การบริหารส่วนจังหวัด": "อบจ.",
    "องค์การบริหารส่วนตำบล": "อบต.",
    "เทศบาลตำบล": "ทต.",
    "เทศบาลเมือง": "ทม.",
    "เทศบาลนคร": "ทน.",
    "โรงเรียนบ้าน": "รร.บ้าน",
    "โรงเรียน": "รร.",
}
SHORTEST = 4  # letters: a shorter name stands inside other words
PROVINCIAL = "องค์การบริหารส่วนจังหวัด"


@dataclass(frozen=True, slots=True)
class Place:
    """A subdistrict with its district and province."""

    subdistrict: str
    district: str
    province: str


@cache
def places() -> tuple[Place, ...]:
    """Return the places whose names are made of Thai letters alone, in the data's order."""
    import geothai

    return tuple(
        Place(sub.name_th, district.name_th, province.name_th)
        for province in geothai.provinces()
        for district in geothai.districts(province.code)
        for sub in geothai.subdistricts(district.code)
        if len(sub.name_th) >= SHORTEST
        and all("\u0e01" <= letter <= "\u0e4e" for letter in sub.name_th + district.name_th)
    )


def other(chance: random.Random, text: str, province: str) -> Place:
    """Return a place of another province none of whose names stands in the text."""
    while True:
        place = chance.choice(places())
        names = (place.subdistrict, place.district, place.province)
        if place.province != province and not any(name in text for name in names):
            return place


def split(office: str) -> tuple[str, str]:
    """Return an office's kind and its name; the kind is "" for one of no known kind."""
    kind = next((kind for kind in KINDS if office.startswith(kind)), "")
    return kind, office.removeprefix(kind)
