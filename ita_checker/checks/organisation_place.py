"""Is the same district and province given for the reporting organisation everywhere?"""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.facts.organisation import reporter
from ita_checker.facts.places import Address, home
from ita_checker.facts.reading import span
from ita_checker.model import Answer, Case, Finding, Verdict, Words

NONE_GIVEN = Words("ไม่พบอำเภอหรือจังหวัดของหน่วยงาน", "No district or province is given for the organisation")


@dataclass(frozen=True, slots=True)
class Params:
    """Nothing to set: addresses are compared with each other."""


def check(case: Case, params: Params) -> Answer:
    """Answer ORG006 for every other district or province given for the reporting organisation."""
    own, here = reporter(case), home(case)
    groups: dict[str, list[Address]] = {}
    for address in here.others:
        groups.setdefault(_words(address.district, address.province), []).append(address)
    expected = _words(here.district, here.province)
    subject = own.full if own else ""
    found = tuple(
        Finding("ORG006", tuple(span(case, address.start, address.end) for address in group), subject, name, expected)
        for name, group in groups.items()
    )
    right = [address for address in here.addresses if address not in here.others]
    proof = tuple(span(case, address.start, address.end) for address in right[:1])
    return Answer(Verdict.GAP if found else Verdict.MET, found, proof, None if here.addresses else NONE_GIVEN)


def _words(district: str | None, province: str | None) -> str:
    bangkok = province == "กรุงเทพมหานคร"
    pieces = [("เขต" if bangkok else "อำเภอ") + district if district else "", ("" if bangkok else "จังหวัด") + province if province else ""]
    return " ".join(piece for piece in pieces if piece)
