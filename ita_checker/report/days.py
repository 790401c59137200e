"""Days of the Buddhist era as people read them."""

from __future__ import annotations

import re

MONTHS = {
    "th": ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}  # fmt: skip
DAY = re.compile(r"(?<![\d-])(2[45]\d\d|26\d\d)-(\d\d)(?:-(\d\d))?(?![\d-])")


def spoken(text: str, lang: str) -> str:
    """Return the text with 2563-10-01/2564-09-30 said as 1 ตุลาคม 2563 – 30 กันยายน 2564, and 2563-04 as เมษายน 2563."""
    return re.sub(r"(?<=\d{4})/(?=[12]?\d )", " – ", DAY.sub(lambda hit: _day(hit, lang), text))


def _day(hit: re.Match[str], lang: str) -> str:
    year, month, day = hit.groups()
    if not 1 <= int(month) <= 12:
        return hit[0]
    return f"{int(day)} {MONTHS[lang][int(month) - 1]} {year}" if day else f"{MONTHS[lang][int(month) - 1]} {year}"
