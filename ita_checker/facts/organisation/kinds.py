"""The classes of public offices: how each writes itself in full, in short, and inside the titles
of its posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ita_checker.facts.organisation.words import (
    AMPHOE,
    COLLEGES,
    HOSPITAL_NONE,
    PROVINCIAL,
    SCHOOL_NONE,
)
from ita_checker.text.flow import Flow, fold

MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
THAI = re.compile(r"[\u0e01-\u0e4e]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of offices: its full class word, other full forms, and abbreviations.

    `group`: the offices that take each other's templates; `family`: those that may carry one
    proper name in a sequence of ranks.
    `names`: what its proper names are ("province", "district", "bangkok", "any", "none"); `none`:
    words after the class that are no name.
    """

    name: str
    family: str
    group: str
    forms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    names: str = "any"
    none: tuple[str, ...] = ()


COLLEGE_SHORT = {
    "เทคนิค": "วท.",
    "อาชีวศึกษา": "วอศ.",
    "การอาชีพ": "วก.",
    "สารพัดช่าง": "วช.",
    "เกษตรและเทคโนโลยี": "วษท.",
    "พณิชยการ": "วพณ.",
}
KINDS = (
    Kind(
        "องค์การบริหารส่วนตำบล",
        "local",
        "local",
        ("องค์กรบริหารส่วนตำบล", "องค์การบริหารตำบล"),
        ("อบต.", "อ.บ.ต."),
    ),
    Kind("เทศบาลตำบล", "local", "local", ("เทศมนตรีตำบล",), ("ทต.", "เทศบาลต.")),
    Kind("เทศบาลเมือง", "local", "local", ("เทศมนตรีเมือง",), ("ทม.",)),
    Kind("เทศบาลนคร", "local", "local", ("เทศมนตรีนคร",), ("ทน.",)),
    Kind("องค์การบริหารส่วนจังหวัด", "local", "อบจ", ("องค์กรบริหารส่วนจังหวัด",), ("อบจ.",), "province"),
    Kind("เมืองพัทยา", "local", "local", names="none"),
    Kind("สำนักงานเขต", "local", "เขต", names="bangkok"),
    Kind("โรงเรียน", "school", "โรงเรียน", (), ("รร.", "ร.ร."), none=SCHOOL_NONE),
    *(
        Kind(
            f"วิทยาลัย{what}",
            "school",
            "วิทยาลัย",
            (),
            (COLLEGE_SHORT[what],) if what in COLLEGE_SHORT else (),
        )
        for what in COLLEGES
    ),
    Kind("ศูนย์พัฒนาเด็กเล็ก", "school", "ศพด", (), ("ศพด.",)),
    Kind("มหาวิทยาลัยราชภัฏ", "school", "มหาวิทยาลัย", ("มหาวิทยาลัยราชภัฎ",), ("มรภ.",)),
    Kind("มหาวิทยาลัยเทคโนโลยีราชมงคล", "school", "มหาวิทยาลัย", (), ("มทร.",)),
    Kind("มหาวิทยาลัย", "school", "มหาวิทยาลัย", none=("รัฐ", "เอกชน", "ราชภัฏ")),
    Kind("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา", "area", "เขตพื้นที่", (), ("สพป.",)),
    Kind("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา", "area", "เขตพื้นที่", (), ("สพม.",)),
    Kind("โรงพยาบาลส่งเสริมสุขภาพตำบล", "health", "รพสต", (), ("รพ.สต.", "รพสต.")),
    Kind(
        "โรงพยาบาล", "health", "โรงพยาบาล", (), ("รพ.", "รพช.", "รพท.", "รพศ."), none=HOSPITAL_NONE
    ),
    Kind("สำนักงานสาธารณสุขจังหวัด", "health", "สสจ", ("นายแพทย์สาธารณสุขจังหวัด",), ("สสจ.",), "province"),
    Kind("สำนักงานสาธารณสุขอำเภอ", "health", "สสอ", ("สาธารณสุขอำเภอ",), ("สสอ.",), "district"),
    Kind("สถานีตำรวจภูธร", "police", "สถานีตำรวจ", (), ("สภ.",)),
    Kind("สถานีตำรวจนครบาล", "police", "สถานีตำรวจ", (), ("สน.",)),
    Kind("ตำรวจภูธรจังหวัด", "police", "ภจว", (), ("ภ.จว.",), "province"),
    Kind("ที่ทำการปกครองจังหวัด", "office", "ปกครองจังหวัด", names="province"),
    Kind("ที่ทำการปกครองอำเภอ", "office", "ปกครองอำเภอ", names="district"),
    Kind("ที่ว่าการอำเภอ", "office", "ปกครองอำเภอ", names="district"),
    Kind("สำนักงานจังหวัด", "office", "สำนักงานจังหวัด", (), ("สนจ.",), "province"),
    *(
        Kind(f"สำนักงาน{what}จังหวัด", "office", f"{what}จังหวัด", names="province")
        for what in PROVINCIAL
    ),
    *(Kind(f"สำนักงาน{what}อำเภอ", "office", f"{what}อำเภอ", names="district") for what in AMPHOE),
    # A province or district reports only where no office of the classes above does; elsewhere
    # these are addresses.
    Kind("จังหวัด", "region", "จังหวัด", ("ผู้ว่าราชการจังหวัด",), names="province"),
    Kind("อำเภอ", "region", "อำเภอ", ("นายอำเภอ",), names="district"),
)
SUBDISTRICT = KINDS[0].name  # an office that bears the name of its own subdistrict
# Not a class of its own: เทศบาล without its rank is the municipality that is named elsewhere.
MUNICIPALITY = Kind("เทศบาล", "local", "local")
# The full title of a post holds another word than the class: นายกเทศมนตรีตำบล.
ABBREVIATED_AFTER = (
    "นายก",
    "ปลัด",
    "ของ",
    "ใน",
    "สำนักงาน",
    "สำนักปลัด",
    "ประกาศ",
    "สภา",
    "และ",
    "ที่ทำการ",
    "กับ",
    "ณ",
    "ผู้บริหาร",
    "ผอ.",
    "คำสั่ง",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A class word as it stands in the flow; `short`: an abbreviation."""

    start: int
    end: int
    kind: Kind
    short: bool


def words(flow: Flow) -> Iterator[Word]:
    """Yield every class word of the flow, the longest at each place."""
    pattern, forms = _pattern()
    for match in pattern.finditer(flow.text):
        kind, short = forms[int((match.lastgroup or "f0")[1:])]
        if _stands(flow, match.start(), match.end(), kind, short):
            yield Word(match.start(), match.end(), kind, short)


def _stands(flow: Flow, start: int, end: int, kind: Kind, short: bool) -> bool:
    """Tell whether the letters are a class word and no part of another."""
    before = flow.text[max(0, start - 12) : start]
    if kind.name.startswith("วิทยาลัย") and before.endswith("มหา"):
        return False
    if kind.name == "สำนักงานเขต" and flow.text.startswith("พื้นที่", end):
        return False
    if not short:
        return True
    return (
        not THAI.match(before[-1:]) or flow.gap(start) != "" or before.endswith(ABBREVIATED_AFTER)
    )


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[tuple[Kind, bool], ...]]:
    """Return one pattern of all class words, longest first, and what each of its groups stands
    for.
    """
    forms = [
        (form, kind, False) for kind in (*KINDS, MUNICIPALITY) for form in (kind.name, *kind.forms)
    ]
    forms += [(form, kind, True) for kind in KINDS for form in kind.short]
    forms.sort(key=lambda form: -len(form[0]))
    # The group is empty and comes last, so that each branch begins with its letter: the engine
    # skips the others at a glance.
    source = "|".join(
        f"{loosely(form)}(?P<f{number}>)" for number, (form, _, _) in enumerate(forms)
    )
    return re.compile(source), tuple((kind, short) for _, kind, short in forms)


def loosely(word: str) -> str:
    """Return a pattern of a word whose marks may be lost or changed, as text layers and OCR lose
    them.
    """
    pieces = [
        f"[{MARKS}]?" if letter in MARKS else "[ำา]" if letter == "ำ" else re.escape(letter)
        for letter in word
    ]
    return "".join(pieces)


@cache
def class_words() -> tuple[str, ...]:
    """Return every class word, folded, full and short, the longest first."""
    forms = {form for kind in KINDS for form in (kind.name, *kind.forms, *kind.short)}
    return tuple(sorted({fold(form) for form in forms}, key=lambda form: (-len(form), form)))
