"""Are two quotes the same spot? Compared without spaces, dots, kinds of digits and damage."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from lab.producers.damaged import PRIVATE

ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
LETTERS = {private: letter for letter, private in PRIVATE.items()}
LOST_AM = re.compile(r"(?<=[ก-ฮ่-๋]) า")
NOTHING = re.compile(r"[\s.…\u200b]+")
DIGITS = re.compile(r"[0-9]+")
NEAR, LONG = 84, 7  # of 100 letters so many alike; shorter quotes are compared letter by letter
INSIDE = 6  # a quote so long that lies wholly inside the wanted one is on the spot too


def plain(text: str | None) -> str:
    """Return the letters that count."""
    text = (text or "").translate(ARABIC).translate(LETTERS)
    text = LOST_AM.sub("\u0e33", text.replace("\u0e4d\u0e32", "\u0e33"))
    return NOTHING.sub("", text)


def touches(wanted: str, seen: str, near: bool) -> bool:
    """Tell whether a seen quote touches the wanted one; `near`: letters may differ (a scan, names
    printed in two ways), digits never.
    """
    if not wanted:
        return True
    if wanted in seen or (len(seen) >= INSIDE and seen in wanted):
        return True
    return (
        near
        and len(wanted) > LONG
        and set(DIGITS.findall(wanted)) <= set(DIGITS.findall(seen))
        and fuzz.partial_ratio(wanted, seen) > NEAR
        and len(seen) > LONG
    )
