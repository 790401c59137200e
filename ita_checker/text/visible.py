"""Makes visible what a hostile PDF would hide: control characters, escape sequences, bidi
overrides.
"""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, bidi controls, zero-width and tag characters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return the text with hidden characters written as <U+001B>; tabs and line breaks become one
    space.
    """
    return HIDDEN.sub(lambda hit: f"<U+{ord(hit[0]):04X}>", re.sub(r"\s*[\t\n\r\f]\s*", " ", text))
