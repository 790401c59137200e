"""Words that are broken on the page itself: a space where no Thai word can be parted.

Text copied from a PDF that lost its nikhahits is pasted and printed so, `ด าเนินการ`; some files say
a space of any width for the ring of a sara am; lines that are spread out part the letters of a
word. No Thai word begins with sara aa or a mark, and none ends in a vowel that is written first.
"""

from __future__ import annotations

import re

from ita_checker.read.layer.letters import AA, AM, MARKS, TONES

_TONES, _MARKS = "".join(sorted(TONES)), "".join(sorted(MARKS))
_THAI = "\u0e01-\u0e4e"
_SYLLABLE = f"[ก-ฮะาำเ-ไ][{_MARKS}]*"
PARTED = re.compile(
    rf"(?P<before>[ก-ฮ])(?P<low>[{_TONES}]?)(?P<gap> )(?P<high>[{_TONES}]?)(?P<vowel>า)"
    rf"|(?<=[ก-ฮ{_MARKS}])(?P<mark> )(?=[{_MARKS}ะำ])"
    r"|(?<=[เแโใไ])(?P<first> )(?=[ก-ฮ])"
)
# What every such place holds: most texts hold none of it, and are looked through in no time.
MAY_PART = re.compile(rf" (?:[{_TONES}]?า|[{_MARKS}ะำ])|[เแโใไ] ")
# Three letters or more, each by itself: `เป็ น อั น ว่ า`; among them vowels or marks, or they number.
SPREAD = re.compile(rf"(?<=[{_THAI}]) (?:{_SYLLABLE} ){{2,}}{_SYLLABLE}(?![{_THAI}])")
_SPOKEN = re.compile(rf"[ะาำเแโใไ{_MARKS}]")
AROUND = 8  # letters on each side of the vowel in which a word is looked for


def may_be(text: str) -> bool:
    """Tell whether any word of lines may be broken."""
    return bool((MAY_PART.search(text) and PARTED.search(text)) or SPREAD.search(text))


def whole(text: str, edges: list[float]) -> tuple[str, list[float]]:
    """Return a line's text with such words whole, and the edges of the letters that are left."""
    if " " not in text:
        return text, edges
    lost = {
        index
        for match in SPREAD.finditer(text)
        if _SPOKEN.search(match[0])
        for index in range(match.start(), match.end())
        if text[index] == " "
    }
    letters = list(text)
    for match in PARTED.finditer(text):
        gap = match.start(match.lastgroup or 0) if not match["gap"] else match.start("gap")
        if match["gap"] and gap not in lost:
            vowel = match.start("vowel")
            letters[vowel] = _vowel(text[:gap], text[gap + 1 : vowel], text[vowel + 1 :])
        lost.add(gap)
    if not lost:
        return text, edges
    kept = [index for index in range(len(text)) if index not in lost]
    return (
        "".join(letters[index] for index in kept),
        [edge for index in kept for edge in edges[2 * index : 2 * index + 2]],
    )


def _vowel(before: str, tones: str, after: str) -> str:
    """Return the vowel that was broken off: sara am, whose ring is lost that way, unless only a
    word with sara aa fits, or the longer one; names of places are words too ("ตำบลล าภี").
    """
    from ita_checker.text.flow import fold
    from ita_checker.text.gazetteer import known as place
    from ita_checker.text.tokens import known

    longest = dict.fromkeys((AA, AM), 0)
    for vowel in longest:
        for start in range(1, AROUND + 1):
            for end in range(AROUND + 1):
                word = before[-start:] + tones + vowel + after[:end]
                longer = len(word) > longest[vowel] and " " not in word
                if longer and (known(word) or place(fold(word))):
                    longest[vowel] = len(word)
    return AA if longest[AA] > longest[AM] else AM
