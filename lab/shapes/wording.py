"""What the further layouts need of a writer's words: the parts of the steps, the months of a time,
the dates of a deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lab.shapes.voices import Planned, Voice
from lab.sheets import LEFT_OF, Kind, Text

YEAR = 2565
QUARTERS = {6: ("ไตรมาสที่ 1", "ไตรมาสที่ 2"), 12: ("ไตรมาสที่ 3", "ไตรมาสที่ 4")}
MONTHS = [
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
]
SHORT = [
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
]
AUTUMN = 3  # months of a fiscal year that are of the calendar year before
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
DATE = re.compile(rf"\d{{1,2}} ({'|'.join(MONTHS)}) \d{{4}}")
JOINT = re.compile(r"(?<!\d)\s+(?!\d)(?:และ|แล้ว)?|(?:และ|แล้ว)(?=ปรับปรุง|แจ้ง|อบรม|เปิด|ตรวจ|ลง|ขึ้น)")


def text(line: str) -> Text:
    """Return a paragraph."""
    return Text(Kind.TEXT, (line,))


def heading(line: str) -> Text:
    """Return a heading."""
    return Text(Kind.HEADING, (line,))


def parts(steps: str) -> list[str]:
    """Return the steps one by one."""
    return [part for part in JOINT.split(steps) if part]


def begins(when: str) -> int:
    """Return the month a measure begins in, counted from October."""
    for at, month in enumerate(MONTHS):
        if month in when:
            return at
    quarter = re.search(r"ไตรมาส(?:ที่)? ?(\d)", when)
    return 3 * (int(quarter[1]) - 1) if quarter else 0


def date_of(did: str) -> str:
    """Return the first date a deed names, a dash where it names none."""
    found = DATE.search(did)
    return found[0] if found else "-"


def quarter_of(did: str, default: int) -> int:
    """Return the quarter (from 1) of the last date a deed names."""
    found = list(DATE.finditer(did))
    return MONTHS.index(found[-1][1]) // 3 + 1 if found else default


def counted(voice: Voice, at: int) -> str:
    """Return how the writer counts the measure at this place."""
    return f"{voice.counted}{' ' if voice.ordinals[at].isdigit() else ''}{voice.ordinals[at]}"


def place(voice: Voice, m: Planned) -> int:
    """Return the number of a measure in the plan, from 1."""
    return voice.measures.index(m) + 1


def points(lines: Sequence[str]) -> Text:
    """Return a list."""
    return Text(Kind.POINTS, tuple(lines))


def head(voice: Voice, *fields: str) -> tuple[str, ...]:
    """Return what the writer calls these fields."""
    return tuple(voice.called[field] for field in fields)


def bare(m: Planned) -> str:
    """Return the measure's name without the word for a measure before it."""
    return m.name.removeprefix("มาตรการ")


def band(line: str, width: int) -> tuple[str, ...]:
    """Return a row that is one cell from side to side."""
    return (line, *(LEFT_OF for _ in range(width - 1)))


def centre(line: str) -> Text:
    """Return a line in the middle of the page."""
    return Text(Kind.CENTRE, (line,))


def gap() -> Text:
    """Return the empty line that keeps two tables apart."""
    return text(" ")


def digits(voice: Voice, number: object) -> str:
    """Return a number in the digits the writer uses."""
    thai = any(sign in "๐๑๒๓๔๕๖๗๘๙" for word in voice.ordinals for sign in word)
    return str(number).translate(THAI) if thai else str(number)
