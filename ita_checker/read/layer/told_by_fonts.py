"""What fonts make of their codes as pdfminer knows them: by the file's code maps or their own."""

from __future__ import annotations

import io
import itertools
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_checker.read.layer.letters import AA, AM, MARKS
from ita_checker.read.layer.marks.codes import PRIVATE
from ita_checker.read.layer.native import code_maps

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFCIDFont, PDFFont

# What pdfminer raises of damaged files, which it was not made for, besides errors of its own.
_STUMBLES: tuple[type[BaseException], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
)
_STUMBLES += (TypeError, ValueError, struct.error, zlib.error, NotImplementedError, MemoryError)
FEW = 8  # letters that share their glyphs, of a font whose own map is right
CODES = 1 << 16  # of a font, at most
# of a font's objects: what they hold within each other, and what of it nobody asks for
DEEPEST, UNASKED = 8, frozenset({"/W", "/W2", "/Widths", "/CharProcs", "/Resources", "/FontFile3"})
SHARED = MARKS | {AA, AM}  # letters of clusters, of which a file may say one for another


def stumbles() -> tuple[type[BaseException], ...]:
    """Return the errors that a damaged file may raise in pdfplumber."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (MalformedPDFException, PdfminerException, PSException, *_STUMBLES)


def is_one(text: str) -> bool:
    """Tell whether what a code stands for is one letter that is shown."""
    return len(text) == 1 and (text.isprintable() or text == "\xad")


@dataclass(frozen=True, slots=True)
class Told:
    """What one font makes of its codes: `letters`, by the code; `shared`, a letter of a cluster
    that the file says, and which one the font's own map says its glyph to be; `plain`: each code is
    its letter.
    """

    letters: dict[int, str]
    shared: frozenset[tuple[str, str]]
    plain: bool = False

    def either(self, other: Told) -> Told:
        """Return what two fonts of one name make of their codes; nothing of those where they
        differ.
        """
        some, others = self.letters, other.letters
        if self.plain != other.plain:
            some, others = self._each(), other._each()
        letters = {
            code: text if some.get(code, text) == others.get(code, text) else ""
            for code, text in itertools.chain(some.items(), others.items())
        }
        return Told(letters, self.shared | other.shared, self.plain and other.plain)

    def _each(self) -> dict[int, str]:
        """Return what the font makes of each code it knows."""
        if not self.plain:
            return self.letters
        return dict(zip(range(CODES), map(chr, range(CODES)), strict=True))


def as_pdfminer(thing: Any, depth: int = 0) -> Any:
    """Return what pikepdf gives of a font as pdfminer would have it: names, streams and what holds
    them; how wide letters are and how they are drawn is left out.
    """
    import pikepdf
    from pdfminer.pdftypes import PDFStream
    from pdfminer.psparser import LIT

    if depth > DEEPEST:
        return None
    if isinstance(thing, pikepdf.Name):
        return LIT(str(thing)[1:])
    if isinstance(thing, pikepdf.Array):
        return [as_pdfminer(one, depth + 1) for one in thing]
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        held = {
            name[1:]: as_pdfminer(one, depth + 1)
            for name, one in thing.items()
            if name not in UNASKED
        }
        if isinstance(thing, pikepdf.Stream):
            return PDFStream(held, thing.read_raw_bytes())
        return held
    if isinstance(thing, pikepdf.String):
        return bytes(thing)
    return float(thing) if isinstance(thing, Decimal) else thing


def knows(font: PDFFont, code: int) -> bool:
    """Tell whether a font makes a letter of a code, or nobody can tell."""
    from pdfminer.cmapdb import IdentityCMap
    from pdfminer.pdffont import PDFCIDFont, PDFUnicodeNotDefined

    if isinstance(font, PDFCIDFont) and not isinstance(font.cmap, IdentityCMap):
        return True
    try:
        font.to_unichr(code)
    except PDFUnicodeNotDefined:
        return False
    return True


def told_by(font: PDFCIDFont, about: Any) -> Told:
    """Return what a font makes of its codes, by the file's code map or else by its own."""
    if is_plain(about):
        return Told({}, frozenset(), plain=True)
    names: dict[int, str] = getattr(getattr(font, "unicode_map", None), "cid2unichr", {})
    own = _believed(_own_map(font, about), names)
    letters = own | {code: text for code, text in names.items() if text}
    shared = {(text, own.get(code, "")) for code, text in names.items() if text in SHARED}
    letters = letters | dict.fromkeys(names.keys() - letters.keys(), "")
    return Told(letters, frozenset(shared if own else ()))


def is_plain(about: Any) -> bool:
    """Tell whether the file says of each code of a font that it is its letter."""
    from pdfminer.pdftypes import PDFStream

    said = about.get("ToUnicode")
    return isinstance(said, PDFStream) and code_maps.plain(said.get_data())


def _own_map(font: PDFCIDFont, about: Any) -> dict[int, str]:
    """Return the letters of the codes of an embedded TrueType font, as it tells them itself."""
    from pdfminer.pdffont import TrueTypeFont
    from pdfminer.pdftypes import PDFStream

    file = getattr(font, "fontfile", None)
    if file is None:
        return {}
    try:
        own = TrueTypeFont(font.basefont, io.BytesIO(file.get_data())).create_unicode_map()
        glyphs = about["DescendantFonts"][0].get("CIDToGIDMap")
        letters = {glyph: PRIVATE.get(one, one) for glyph, one in own.cid2unichr.items()}
        if not isinstance(glyphs, PDFStream):
            return letters
        pairs = struct.iter_unpack(">H", glyphs.get_data()[: 2 * CODES])
        return {code: letters[glyph] for code, (glyph,) in enumerate(pairs) if glyph in letters}
    except stumbles():
        return {}


def _believed(own: dict[int, str], said: Mapping[int, str]) -> dict[int, str]:
    """Return a font's own map; nothing where most of what it says is not what the file says: one
    of the letters of a font before it was cut down, whose glyphs were numbered anew.
    """
    both = own.keys() & said.keys()
    other = sum(own[code] != said[code] for code in both if said[code])
    return own if other <= max(FEW, len(both) // 2) else {}
