"""Signs of the fonts that hold nothing else: what their codes, which programs leave as they are in
the private area (U+F0FE) or say as bytes (þ), are in Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from ita_checker.read.layer.letters import Sheet

PRIVATE_AREA = 0xF000  # the codes of fonts of signs stand here, each with its byte added


def _row(first: int, signs: str) -> dict[int, str]:
    """Return signs by their codes, which follow each other."""
    return dict(enumerate(signs, first))


WINGDINGS = (
    _row(0x45, "☜☞☝☟")
    | _row(0x6C, "●")
    | _row(0x6E, "■☐☐❑❒◆◆◆❖◆☒")
    | _row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
    | _row(0x9E, "·•▪○○○◉◎")
    | _row(0xA7, "▪☐")
    | _row(0xAB, "★★")
    | {0x28: "☎", 0x29: "✆", 0x2A: "✉", 0xD8: "➢", 0xDF: "←", 0xE8: "➔", 0xF0: "⇨"}
    | _row(0xE0, "→↑↓")
    | _row(0xFB, "✗✓☒☑")
)
WINGDINGS_2 = (
    _row(0x4F, "✗✓☒☑☒☒")
    | _row(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
    | _row(0x95, "•••●○○○○◉◉")
    | _row(0x9F, "▪▪■■☐☐☐")
)
WEBDINGS = {0x34: "▶", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗"}
SYMBOL = {0xA8: "♦", 0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥"}
SYMBOL |= {0xAE: "→", 0xAC: "←", 0xDE: "⇒", 0xD6: "√", 0xE0: "◊", 0xB9: "≠", 0xBB: "≈"}
SYMBOL |= {code: chr(code) for code in range(0x28, 0x40) if code not in (0x2A, 0x2D)} | {0x2D: "-"}
DINGBATS = _row(0x33, "✓✔✕✖✗✘") | _row(0x6C, "●❍■❏❐❑❒▲▼◆❖")
# the beginnings of their names, without white space; Symbol says its bytes as what they are
FONTS = (
    (re.compile("wingdings-?2", re.IGNORECASE), WINGDINGS_2, True),
    (re.compile("wingdings(?!-?3)", re.IGNORECASE), WINGDINGS, True),
    (re.compile("webdings", re.IGNORECASE), WEBDINGS, True),
    (re.compile("(?:itc)?zapf-?dingbats|dingbats", re.IGNORECASE), DINGBATS, True),
    (re.compile("symbol(?!neu)", re.IGNORECASE), SYMBOL, False),
)


def of_fonts(sheet: Sheet, present: Set[str]) -> dict[tuple[int, str], str]:
    """Return what the letters of the page's fonts of signs are, of those that are present."""
    found: dict[tuple[int, str], str] = {}
    for number, name in enumerate(sheet.fonts):
        for code, sign in _codes(name.split("+")[-1].replace(" ", "")):
            if code in present and (number, code) not in sheet.unmapped:
                found[number, code] = sign
    return found


def _codes(name: str) -> Iterator[tuple[str, str]]:
    """Yield the letters that a font's codes are said as, each with its sign."""
    told: Mapping[int, str]
    for known, told, said_as_bytes in FONTS:
        if known.match(name):
            for code, sign in told.items():
                yield chr(PRIVATE_AREA + code), sign
                if said_as_bytes:
                    yield chr(code), sign
            return
