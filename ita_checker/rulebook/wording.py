"""How a message is worded from a template: empty words leave no hole, dates are said as people say
them.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping

WINDOW = re.compile(r"(?<=-\d\d)/(?=2[45]\d\d-\d\d)")
OPTIONAL = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")
WORD = re.compile(r"\{(\w+)\}")
ISO = re.compile(r"(?<![\w-])(2[45]\d\d)-(\d\d)(?:-(\d\d))?(?![\w-])")
THAI_MONTHS = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
)
MONTH = {"th": "เดือน", "en": ""}  # before a month that stands alone, without its day
CLOSE_UP = {"เมื่อ เดือน": "เมื่อเดือน"}  # a space that stands before a number, not before a word
MONTHS = {"th": tuple(THAI_MONTHS.split()), "en": tuple(calendar.month_name)[1:]}


def worded(template: str, words: Mapping[str, str | None], lang: str) -> str:
    """Return the template with its {words} filled in; a [part] with an empty word is left out, or
    is what stands after its |.
    """

    def part(match: re.Match[str]) -> str:
        missing = any(not words.get(name) for name in WORD.findall(match[1]))
        return (match[2] or "") if missing else match[1]

    chosen = OPTIONAL.sub(part, template)
    filled = WORD.sub(lambda match: dates(words.get(match[1]) or "", lang), chosen)
    said = re.sub(r" {2,}", " ", filled).strip()
    for apart, together in CLOSE_UP.items():
        said = said.replace(apart, together)
    return said[:1].upper() + said[1:]


def dates(text: str, lang: str) -> str:
    """Return a text with its ISO dates (Buddhist years) and windows written out: 2563-04 is
    เดือนเมษายน 2563.
    """

    def written(match: re.Match[str]) -> str:
        month = int(match[2])
        if not 1 <= month <= 12:
            return match[0]
        day = f"{int(match[3])} " if match[3] else MONTH[lang]
        return f"{day}{MONTHS[lang][month - 1]} {match[1]}"

    return ISO.sub(written, WINDOW.sub(" – ", text)) if "-" in text else text
