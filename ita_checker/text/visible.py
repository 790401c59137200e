"""Makes visible what a hostile PDF would hide: control characters, escape sequences, bidi
overrides.
"""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, bidi controls, zero-width and tag characters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# A run of spaces is looked at once, whole: looking for a break from each of its letters would take
# its length squared.
SPACE, BREAK = re.compile(r"\s+"), re.compile(r"[\t\n\r\f]")


def visible(text: str) -> str:
    """Return the text with hidden characters written as <U+001B>; tabs and line breaks become one
    space.
    """
    flat = SPACE.sub(lambda hit: " " if BREAK.search(hit[0]) else hit[0], text)
    return HIDDEN.sub(lambda hit: f"<U+{ord(hit[0]):04X}>", flat)
