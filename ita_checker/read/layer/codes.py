"""Codes that stand for Thai letters: the private use area of Thai fonts, bare glyph numbers, lost
nikhahits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from ita_checker.read.layer.clusters import FLOOR, hovers
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import AA, AM, MARKS, Letter, Sheet

# Windows fonts keep the shifted shapes of marks here; the map is lossless.
PRIVATE = dict(zip("\uf70a\uf70b\uf70c\uf70d\uf70e", "่้๊๋์", strict=True))
PRIVATE |= dict(zip("\uf705\uf706\uf707\uf708\uf709", "่้๊๋์", strict=True))
PRIVATE |= dict(zip("\uf713\uf714\uf715\uf716\uf717", "่้๊๋์", strict=True))
PRIVATE |= dict(
    zip(
        "\uf710\uf701\uf702\uf703\uf704\uf712\uf711\uf718\uf719\uf71a\uf70f\uf700",
        "ัิีึื็ํฺุูญฐ",
        strict=True,
    )
)
UPC = dict(zip(map(chr, (201, 202, 203, 204, 205, *range(344, 354))), "่้๊๋์0123456789", strict=True))
ELAAS = dict(zip(map(chr, (*range(917, 922), *range(998, 1005))), "่้๊๋์็่้๊๋์ํ", strict=True))
# Microsoft Sans Serif, in which e-LAAS prints, holds the Thai letters one after the other, with a
# gap where Unicode has one.
SANS = "Microsoft Sans Serif"
GLYPHS = {chr(930 + at): chr(0x0E00 + at) for at in range(0x01, 0x3B)} | {
    chr(927 + at): chr(0x0E00 + at) for at in range(0x3F, 0x5C)
}
TINY = 2.0  # points
_TEXT, _SIZE = itemgetter(0), itemgetter(4)
BYTES = {chr(0xA0 + at): chr(0x0E00 + at) for at in (*range(0x01, 0x3B), *range(0x3F, 0x5C))}
# The bytes of Thai letters on old Macintoshes, said as the letters that these bytes are in the
# West; marks that stand lower or further left have bytes of their own.
MACINTOSH = dict(
    zip(bytes(range(0x80, 0x100)).decode("mac_roman"), range(0x80, 0x100), strict=True)
)
MACINTOSH["\u2126"] = 0xBD  # ohm, as which some files say the capital omega
SHIFTED = dict(zip(range(0x83, 0x88), "่้๊๋์", strict=True))
SHIFTED |= dict(zip(range(0x88, 0x8D), "่้๊๋์", strict=True))
SHIFTED |= dict(zip(range(0x98, 0x9D), "่้๊๋์", strict=True))
SHIFTED |= dict(zip((0x8F, *range(0x92, 0x98)), "ํั็ิีึื", strict=True))
SHIFTED |= dict(zip((0x80, 0x81, 0x82, 0x8D, 0x8E, 0x9D, 0x9E), "«»…“”‘’", strict=True))
MAC = {
    letter: thai
    for letter, byte in MACINTOSH.items()
    if (thai := SHIFTED.get(byte) or BYTES.get(chr(byte)))
}
# Letters that only this reading gives: mathematics amid words.
MAC_ONLY = frozenset("√∞π≈∫Ω∂∑∏∆◊≤≥≠ﬁﬂıŒœŸ‡†ˆ˜¯˘˙˚¸˝˛ˇ⁄")
FEW, WESTERN = (
    12,
    0.4,
)  # letters, and share of letters with accents: French has 0.05, Vietnamese 0.3
# All of these are spaces; those without width are dropped with the other empty ones.
SPACES = tuple(
    (space, " ")
    for space in "\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\t\r\n\u2002\u2003\u2009\u3000"
)
# What one code stands for in every font; letters that stand for others in some.
KNOWN = (*PRIVATE.items(), *SPACES)
UNSURE = MAC_ONLY | BYTES.keys()


def of_bare_glyphs(sheet: Sheet) -> dict[tuple[int, str], str]:
    """Return the letters of fonts whose bare number of a glyph is all that the file tells."""
    return {pair: thai for pair in sheet.unmapped if (thai := _bare(sheet.fonts[pair[0]], pair[1]))}


def mended(sheet: Sheet) -> Sequence[Letter]:
    """Return the letters with the codes of Thai fonts as the letters they stand for."""
    letters = _visible(sheet.letters)
    if isinstance(letters, Galley) and not of_bare_glyphs(sheet):
        present = set(letters.texts)
        if present.isdisjoint(UNSURE):
            return _known(letters, {code: thai for code, thai in KNOWN if code in present})
    present = set(map(_TEXT, letters))
    known = {code: thai for code, thai in KNOWN if code in present}
    bare = of_bare_glyphs(sheet)
    if not present.isdisjoint(MAC_ONLY):
        bare |= {(font, code): thai for font in _in_macs(letters) for code, thai in MAC.items()}
    if not present.isdisjoint(BYTES):
        bare |= {
            (font, byte): thai
            for font in _in_bytes(letters)
            for byte, thai in BYTES.items()
            if (font, byte) not in bare
        }
    codes = known.keys() | {code for _, code in bare}
    if not codes:
        return letters
    return [_stood_for(letter, known, bare) if letter[0] in codes else letter for letter in letters]


def _known(letters: Galley, known: Mapping[str, str]) -> Galley:
    if not known:
        return letters
    told = ((at, known.get(text)) for at, text in enumerate(letters.texts))
    return letters.read_as({at: thai for at, thai in told if thai is not None})


def _stood_for(
    letter: Letter, known: Mapping[str, str], bare: Mapping[tuple[int, str], str]
) -> Letter:
    thai = bare.get((letter.font, letter.text)) or known.get(letter.text)
    if thai is None or (
        thai in MARKS
        and letter.text not in PRIVATE
        and letter.text not in MAC
        and letter.ink is not None
        and not hovers(letter)
    ):
        return letter  # the same number means another letter in another font
    return letter.read_as(thai)


def _visible(letters: Sequence[Letter]) -> Sequence[Letter]:
    """Return the letters without those too small for any eye, amid others: so Word writes numbers
    that nobody shall see.
    """
    if isinstance(letters, Galley):
        if not len(letters) or letters.size.min() >= TINY:
            return letters
    elif min(map(_SIZE, letters), default=TINY) >= TINY:
        return letters
    kept = tuple(letter for letter in letters if letter[4] >= TINY)
    return kept if 2 * len(kept) > len(letters) else letters


def _in_bytes(letters: Sequence[Letter]) -> list[int]:
    """Return the fonts that say the bytes of Thai letters in Windows as if they were letters of
    Western Europe: `ÃÒÂ§Ò¹`, รายงาน.
    """
    high = Counter(letter[5] for letter in letters if letter[0] in BYTES)
    if not high:
        return []
    every = Counter(letter[5] for letter in letters if letter[0] != " ")
    return [
        font
        for font, count in sorted(high.items())
        if count >= FEW and count > WESTERN * every[font]
    ]


def _in_macs(letters: Sequence[Letter]) -> list[int]:
    """Return the fonts that say the bytes of Thai letters on a Macintosh as Western letters:
    `√“¬ß“π`, รายงาน.
    """
    sure, high, every = Counter[int](), Counter[int](), Counter[int]()
    for text, *_, font, _, _ in letters:
        sure[font] += text in MAC_ONLY
        high[font] += text in MAC
        every[font] += text != " "
    return [
        font
        for font, count in sorted(sure.items())
        if count >= FEW / 2 and high[font] >= FEW and high[font] > WESTERN * every[font]
    ]


def _bare(font: str, code: str) -> str | None:
    """Return the letter that the bare number of a glyph stands for in the fonts whose files seldom
    tell.
    """
    return UPC.get(code) or ELAAS.get(code) or (GLYPHS.get(code) if SANS in font else None)


def whole_sara_ams(letters: Sequence[Letter]) -> Sequence[Letter]:
    """Return the letters with sara am as one letter where the file says it for the ring alone and
    anything for the rest of it.

    HarfBuzz parts sara am into a ring and sara aa; fpdf2 then calls the ring sara am, and sara aa
    by any free code: `ดำ/เนินการ`.
    """
    if isinstance(letters, Galley):
        high = letters.y - letters.inks[:, 3] > FLOOR * letters.size
        if not (high & (letters.codes == ord(AM))).any():
            return letters
    said = list(map(_TEXT, letters))
    if AM not in said:
        return letters
    rings = [index for index, text in enumerate(said) if text == AM and _is_ring(letters[index])]
    rests = [(index, rest) for index in rings if (rest := _rest(letters, index)) is not None]
    if not rests:
        return letters
    made = list(letters)
    for index, rest in reversed(rests):
        above = made[index + 1 : rest]
        if (
            index and made[index - 1].ink == made[index].ink
        ):  # the tone was said with the ring, so what hovers after it is that tone
            made[index - 1], above = made[index - 1]._replace(ink=None), []
            if rest + 1 < len(made) and hovers(made[rest + 1]):
                del made[rest + 1]  # … also where it is drawn last
        made[index : rest + 1] = [
            *above,
            made[rest]._replace(text=AM, ink=None, raw=AM + made[rest].text),
        ]
    return made


def _rest(letters: Sequence[Letter], ring: int) -> int | None:
    """Return where the rest of a sara am stands: after its ring, and after what hovers there."""
    for index in range(ring + 1, min(ring + 3, len(letters))):
        if _is_rest(letters[index], letters[ring]):
            return index
        if not _is_ring(letters[index]):
            return None
    return None


def _is_ring(letter: Letter) -> bool:
    """Tell whether a sara am is drawn above the letters only."""
    return letter.ink is not None and letter.y - letter.ink.bottom > FLOOR * letter.size


def _is_rest(letter: Letter, ring: Letter) -> bool:
    """Tell whether a letter stands where a ring's sara aa must: on the line, right after it, and
    it is no other Thai letter.
    """
    if (
        ring.ink is None
        or abs(letter.y - ring.y) > 0.2 * letter.size
        or (letter.text == " " and letter.raw in ("", " "))
        or (letter.ink is not None and _is_ring(letter))
    ):
        return False
    return (letter.text in (AA, AM) or not "ก" <= letter.text <= "๛") and abs(
        letter.x0 - ring.ink.x1
    ) < 0.3 * letter.size
