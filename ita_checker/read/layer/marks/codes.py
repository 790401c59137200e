"""Codes that stand for Thai letters: the private use area of Thai fonts, bare glyph numbers, lost
nikhahits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import MARKS, Sheet
from ita_checker.read.layer.marks import signs, unread
from ita_checker.read.layer.marks.clusters import INK_AT_LEAST, hovering

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
# What one code stands for in every font.
KNOWN = (*PRIVATE.items(), *SPACES)


def of_bare_glyphs(sheet: Sheet) -> dict[tuple[int, str], str]:
    """Return the letters of fonts whose bare number of a glyph is all that the file tells."""
    return {
        pair: thai
        for pair in sheet.unmapped
        if (thai := _bare(sheet.fonts[pair[0]], unread.code(pair[1])))
    }


def mended(sheet: Sheet) -> Galley:
    """Return the letters with the codes of Thai fonts as the letters they stand for."""
    letters = _visible(Galley.of(sheet.letters))
    present = set(letters.texts)
    known = {code: thai for code, thai in KNOWN if code in present}
    bare = signs.of_fonts(sheet, present) | of_bare_glyphs(sheet) | _blank(sheet, letters)
    if not present.isdisjoint(MAC_ONLY):
        bare |= {(font, code): thai for font in _in_macs(letters) for code, thai in MAC.items()}
    if not present.isdisjoint(BYTES):
        bare |= {
            (font, byte): thai
            for font in _in_bytes(letters)
            for byte, thai in BYTES.items()
            if (font, byte) not in bare
        }
    codes = present & (known.keys() | {code for _, code in bare})
    return letters.read_as(_stood_for(letters, codes, known, bare)) if codes else letters


def _stood_for(
    letters: Galley,
    codes: Set[str],
    known: Mapping[str, str],
    bare: Mapping[tuple[int, str], str],
) -> dict[int, str]:
    """Return what the letters with some codes stand for, by their places."""
    told: dict[int, str] = {}
    drawn_as_none = letters.inked & ~hovering(letters)
    for at in [at for at, text in enumerate(letters.texts) if text in codes]:
        text = letters.texts[at]
        thai = (bare and bare.get((int(letters.font[at]), text))) or known.get(text)
        if thai is None or (
            thai in MARKS and text not in PRIVATE and text not in MAC and drawn_as_none[at]
        ):
            continue  # the same number means another letter in another font
        told[at] = thai
    return told


def _visible(letters: Galley) -> Galley:
    """Return the letters without those too small for any eye, amid others: so Word writes numbers
    that nobody shall see.
    """
    if not len(letters) or letters.size.min() >= TINY:
        return letters
    large = letters.size >= TINY
    return letters.take(large) if 2 * int(large.sum()) > len(letters) else letters


def _blank(sheet: Sheet, letters: Galley) -> dict[tuple[int, str], str]:
    """Return the letters without a reading that draw nothing: spaces."""
    codes = {text for _, text in sheet.unmapped}
    places = [at for at, text in enumerate(letters.texts) if text in codes] if codes else []
    if not places:
        return {}
    inks, sizes = letters.inks[places], letters.size[places]
    flat = inks[:, 3] - inks[:, 1] <= INK_AT_LEAST * sizes  # never of those whose ink is not known
    texts = [letters.texts[at] for at in places]
    said = list(zip(letters.font[places].tolist(), texts, flat.tolist(), strict=True))
    drawn = {(font, text) for font, text, none in said if not none}
    blank = {(font, text) for font, text, none in said if none} - drawn
    return dict.fromkeys(blank & sheet.unmapped, " ")


def _in_bytes(letters: Galley) -> list[int]:
    """Return the fonts that say the bytes of Thai letters in Windows as if they were letters of
    Western Europe: `ÃÒÂ§Ò¹`, รายงาน.
    """
    said = list(zip(letters.texts, letters.font.tolist(), strict=True))
    high = Counter([font for text, font in said if text in BYTES])
    if max(high.values(), default=0) < FEW:
        return []
    every = Counter([font for text, font in said if text != " "])
    return [
        font
        for font, count in sorted(high.items())
        if count >= FEW and count > WESTERN * every[font]
    ]


def _in_macs(letters: Galley) -> list[int]:
    """Return the fonts that say the bytes of Thai letters on a Macintosh as Western letters:
    `√“¬ß“π`, รายงาน.
    """
    said = list(zip(letters.texts, letters.font.tolist(), strict=True))
    sure = Counter([font for text, font in said if text in MAC_ONLY])
    if max(sure.values(), default=0) < FEW / 2:
        return []
    high = Counter([font for text, font in said if text in MAC])
    every = Counter([font for text, font in said if text != " "])
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
