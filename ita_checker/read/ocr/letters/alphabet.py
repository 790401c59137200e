"""The letters the reader knows. The order is part of the trained model: append, never insert."""

from __future__ import annotations

CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
VOWELS = "ะัาำิีึืฺุูเแโใไๅ็ๆ"
TONES = "่้๊๋์ํ"
THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
DIGITS = "0123456789"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]_|~{}"
# "…" stands for a run of dots of any length; boxes and ticks are drawn, few fonts have them
MARKS = "ฯฤฦ฿…•☐☑✓×°"
ALPHABET = " " + CONSONANTS + VOWELS + TONES + THAI_DIGITS + DIGITS + LATIN + SIGNS + MARKS
BLANK = 0
CODES = {letter: code for code, letter in enumerate(ALPHABET, 1)}
CLASSES = len(ALPHABET) + 1

ABOVE = frozenset("ัิีึื็่้๊๋์ํำ")
BELOW = frozenset("ฺุู")
SPELT_AS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "●": "•",
        "▪": "•",
        "✔": "✓",
        "□": "☐",
        "☒": "☑",
    }
)


def encode(text: str) -> list[int]:
    """Return the codes of a text; a letter out of the alphabet raises KeyError."""
    return [CODES[letter] for letter in text]


def decode(codes: list[int]) -> str:
    """Return the text of codes (blanks left out)."""
    return "".join(ALPHABET[code - 1] for code in codes if code != BLANK)
