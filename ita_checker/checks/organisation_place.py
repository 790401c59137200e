"""Is the same district and province given for the reporting organisation everywhere?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita_checker.facts.organisation import (
    Address,
    Home,
    home,
    impossible,
    listed_elsewhere,
    reporter,
)
from ita_checker.facts.page import Spans, span
from ita_checker.model import Answer, Case, Certainty, Finding, Verdict, Words
from ita_checker.text.gazetteer import BANGKOK, provinces_of

CODES = ("ORG006",)
EVEN = Words(
    "พบที่ตั้งสองแบบจำนวนเท่ากัน จึงถือตามปกหรือที่พบก่อน โปรดตรวจสอบว่าแบบใดถูก",
    "Two addresses, each as often as the other; the cover's or the first was believed: please see"
    " which is right",
)
BY_THE_LIST = Words(
    "ตามทำเนียบท้องที่ ตำบลชื่อนี้ในจังหวัดนี้อยู่อำเภออื่น โปรดตรวจสอบว่าที่ตั้งถูกต้องหรือไม่",
    "By the list of places the subdistrict of this name in this province is in another district:"
    " please see whether the address is right",
)
SAYS_THE_LIST = Words(
    "พบที่ตั้งของหน่วยงานเป็น “{found}” แต่ตามทำเนียบท้องที่เป็น “{expected}” โปรดตรวจสอบ",
    "The organisation's place is given as “{found}”; by the list of places it is “{expected}”;"
    " please check",
)
NONE_GIVEN = Words(
    "ไม่พบอำเภอหรือจังหวัดของหน่วยงาน", "No district or province is given for the organisation"
)


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: addresses are compared with each other and with the list of places."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG006 for every other district or province given for the reporting organisation, and
    for one in which no subdistrict bears its name while another of its province has one. Where
    neither of two is better attested, both places are shown.
    """
    own, here = reporter(case.facts), home(case.facts)
    groups: dict[str, list[Address]] = {}
    for address in here.others:
        groups.setdefault(_words(address.district, address.province), []).append(address)
    expected = _words(here.district, here.province)
    subject = own.full if own else ""
    right = _places(one for one in here.addresses if one not in here.others)
    found = tuple(
        Finding(
            "ORG006",
            tuple(span(case.facts, *piece) for piece in (*_places(group), *right[: bool(doubt)])),
            subject,
            name,
            _expected(group[0], expected),
            doubt,
            certainty=Certainty.LIKELY if doubt else Certainty.SURE,
        )
        for name, group in groups.items()
        for doubt in (_doubt(here, group),)
    )
    found = found or _by_the_list(case, here, subject)
    proof = Spans(case.facts, right[:1])
    return Answer(
        Verdict.GAP if found else Verdict.MET, found, proof, None if here.addresses else NONE_GIVEN
    )


def _places(found: Iterable[Address]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def _by_the_list(case: Case, here: Home, subject: str) -> tuple[Finding, ...]:
    listed = listed_elsewhere(case.facts)
    places = _places(one for one in here.addresses if one.district)
    if not listed or not places:
        return ()
    spans = tuple(span(case.facts, *one) for one in places)
    expected = " / ".join(_words(district, here.province) for district in listed)
    given = _words(here.district, here.province)
    return (
        Finding(
            "ORG006",
            spans,
            subject,
            given,
            expected,
            BY_THE_LIST,
            message=SAYS_THE_LIST,
            certainty=Certainty.LIKELY,
        ),
    )


def _expected(address: Address, here: str) -> str:
    """Return where the organisation is; for a district in a province that has none of that name,
    where that district is.
    """
    if not impossible(address) or _words(address.district, address.province) != here:
        return here
    return " / ".join(
        _words(address.district, province) for province in provinces_of(address.district or "")
    )


def _doubt(here: Home, group: list[Address]) -> Words | None:
    """Return the doubt of a place that is given no less often than the one believed, which no list
    of places decides.
    """
    believed = [address for address in here.addresses if address not in here.others]
    return (
        EVEN
        if len(believed) <= len(group) and not any(impossible(address) for address in group)
        else None
    )


def _words(district: str | None, province: str | None) -> str:
    bangkok = province == BANGKOK
    pieces = [
        ("เขต" if bangkok else "อำเภอ") + district if district else "",
        ("" if bangkok else "จังหวัด") + province if province else "",
    ]
    return " ".join(piece for piece in pieces if piece)
