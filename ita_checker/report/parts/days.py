"""Days of the Buddhist era as people read them."""

from __future__ import annotations

import re

MONTHS = {
    "th": ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}  # fmt: skip
DAY = r"(?:24|25|26)\d\d-\d\d(?:-\d\d)?"
DAYS = re.compile(rf"(?<![\d-])({DAY})(?:/({DAY}))?(?![\d-])")


def spoken(text: str, lang: str) -> str:
    """Return the text with 2563-10-01/2564-09-30 said as 1 ตุลาคม 2563 – 30 กันยายน 2564, and
    2563-04 as เมษายน 2563.
    """
    return DAYS.sub(lambda hit: " – ".join(_day(day, lang) for day in hit.groups() if day), text)


def _day(text: str, lang: str) -> str:
    year, month, *day = text.split("-")
    if not 1 <= int(month) <= len(MONTHS[lang]):
        return text
    return " ".join([*(str(int(number)) for number in day), MONTHS[lang][int(month) - 1], year])
