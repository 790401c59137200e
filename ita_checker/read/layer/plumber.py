"""Letters by pdfplumber: slower, for pages whose code maps pdfium cannot read, and for files that
it cannot open. The library is loaded when first asked for: most files never need it.
"""

from __future__ import annotations

import io
import itertools
import logging
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from ita_checker.read.layer import outlines
from ita_checker.read.layer.codes import PRIVATE
from ita_checker.read.layer.letters import AA, AM, MARKS, Ink, Letter, Rule, Sheet

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFCIDFont

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
IDENTITY = (
    "Identity-H",
    "Identity-V",
)  # codes are glyph numbers, which pdfium gives as letters where it knows nothing better
DEEPEST = 3  # forms within forms
CODES = 1 << 16  # of a font, at most
SHARED = MARKS | {AA, AM}  # letters of clusters, of which a file may say one for another
BARE = re.compile(r"\(cid:(\d+)\)")


def stumbles() -> tuple[type[BaseException], ...]:
    """Return the errors that a damaged file may raise in pdfplumber."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (MalformedPDFException, PdfminerException, PSException, *_STUMBLES)


class Readings(NamedTuple):
    """Of the fonts of a page: `known`, (font, code as a letter) -> letter; `wrong`, (font, letter
    that the file says) -> that Thai letter whose glyph the font's own map says it to be. Clusters
    are written so whose letters share glyphs with others: the า of a first ำ stands for all.
    """

    known: dict[tuple[str, str], str]
    wrong: dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What one font makes of its codes: `letters`, by the code; `shared`, a letter of a cluster
    that the file says, and which one the font's own map says its glyph to be.
    """

    letters: dict[int, str]
    shared: frozenset[tuple[str, str]]


class Plumber:
    """One file, opened when first asked for."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf: Any = None
        self.manager: Any = None
        self._pages: list[Any] = []  # those asked about, as pdfminer knows them
        self._coming: Iterator[Any] = iter(())
        self._told: dict[PDFCIDFont, _Told] = {}  # pages share their fonts

    def sheet(self, number: int) -> Sheet:
        """Return the letters and drawn lines of a page (from 1)."""
        page = self._opened().pages[number - 1]
        try:
            return _sheet(page, number)
        finally:
            page.close()

    def __len__(self) -> int:
        return len(self._opened().pages)

    def _opened(self) -> Any:
        if self.pdf is None:
            import pdfplumber
            from pdfminer.pdfinterp import PDFResourceManager
            from pdfminer.pdfpage import PDFPage

            # it warns of every odd font on stderr; what matters is judged afterwards
            logging.getLogger("pdfminer").setLevel(logging.ERROR)
            self.manager = PDFResourceManager()
            self.pdf = pdfplumber.open(io.BytesIO(self.content))
            self._coming = PDFPage.create_pages(self.pdf.doc)
        return self.pdf

    def readings(self, number: int) -> Readings:
        """Return what a page's fonts make of the codes of their glyphs; none where two differ.

        Fonts without a code map, or with holes in it, may still hold one from letters to glyphs.
        Their pages need not be read for it, which is the dear part.
        """
        found: dict[str, dict[int, str]] = {}
        drawn: dict[str, set[tuple[str, str]]] = {}
        for font, about in self._fonts(self._resources(number), 0):
            told = self._told.get(font) or self._told.setdefault(font, _tells(font, about))
            known = found.get(font.fontname)
            found[font.fontname] = told.letters if known is None else _alike(known, told.letters)
            drawn.setdefault(font.fontname, set()).update(told.shared)
        return Readings(
            {
                (font, chr(code)): text
                for font, letters in found.items()
                for code, text in letters.items()
                if len(text) == 1 and (text.isprintable() or text == "\xad")
            },
            {
                (font, said): letter
                for font, pairs in drawn.items()
                for said, letter in pairs
                if letter != said and letter in SHARED and sum(said == one for one, _ in pairs) == 1
            },
        )

    def _resources(self, number: int) -> Any:
        """Return what a page draws with; the pages after it are not looked for."""
        from pdfminer.pdftypes import resolve1

        self._opened()
        self._pages.extend(itertools.islice(self._coming, max(0, number - len(self._pages))))
        return resolve1(self._pages[number - 1].resources)

    def _fonts(self, resources: Any, depth: int) -> Iterator[tuple[PDFCIDFont, Any]]:
        """Yield the fonts, of two bytes a code, that a page or a form on it draws with, and what
        the file says of each.
        """
        from pdfminer.pdffont import PDFCIDFont
        from pdfminer.pdftypes import resolve1

        held = resources if isinstance(resources, dict) else {}
        for reference in (resolve1(held.get("Font")) or {}).values():
            font = self.manager.get_font(getattr(reference, "objid", None), resolve1(reference))
            if (
                isinstance(font, PDFCIDFont)
                and str(resolve1(resolve1(reference).get("Encoding"))).strip("/'") in IDENTITY
            ):
                yield font, resolve1(reference)
        for form in (resolve1(held.get("XObject")) or {}).values() if depth < DEEPEST else ():
            yield from self._fonts(
                resolve1(getattr(resolve1(form), "attrs", {}).get("Resources")), depth + 1
            )

    def close(self) -> None:
        """Give the file back. To close it pdfplumber would look at all its pages, the damaged ones
        too; its bytes are ours, and there is nothing else to close.
        """
        self.pdf = self.manager = None
        self._pages, self._coming, self._told = [], iter(()), {}


def _tells(font: PDFCIDFont, about: Any) -> _Told:
    """Return what a font makes of its codes, by the file's code map or else by its own."""
    names: dict[int, str] = getattr(getattr(font, "unicode_map", None), "cid2unichr", {})
    own = _believed(_own_map(font, about), names)
    letters = own | {code: text for code, text in names.items() if text}
    shared = {(text, own.get(code, "")) for code, text in names.items() if text in SHARED}
    letters = letters | dict.fromkeys(names.keys() - letters.keys(), "")
    return _Told(letters, frozenset(shared if own else ()))


def _alike(some: Mapping[int, str], other: Mapping[int, str]) -> dict[int, str]:
    """Return what two fonts of one name make of their codes; nothing of those where they differ."""
    return {
        code: text if some.get(code, text) == other.get(code, text) else ""
        for code, text in itertools.chain(some.items(), other.items())
    }


def _own_map(font: PDFCIDFont, about: Any) -> dict[int, str]:
    """Return the letters of the codes of an embedded TrueType font, as it tells them itself."""
    from pdfminer.pdffont import TrueTypeFont
    from pdfminer.pdftypes import PDFStream, resolve1

    file = getattr(font, "fontfile", None)
    if file is None:
        return {}
    try:
        own = TrueTypeFont(font.basefont, io.BytesIO(file.get_data())).create_unicode_map()
        glyphs = resolve1(resolve1(resolve1(about["DescendantFonts"])[0]).get("CIDToGIDMap"))
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


def _sheet(page: Any, number: int) -> Sheet:
    fonts: dict[str, int] = {}
    unmapped: set[tuple[int, str]] = set()
    letters: list[Letter] = []
    left, top = page.bbox[0], page.bbox[1]
    for char in page.chars:
        if not char["upright"]:
            continue
        font = fonts.setdefault(char["fontname"], len(fonts))
        bare = BARE.fullmatch(char["text"])
        text = chr(min(int(bare[1]), 0x10FFFF)) if bare else char["text"]
        if bare:
            unmapped.add((font, text))
        letters.extend(_letters(text, char, font, left, top))
    area = float(page.width * page.height) or 1.0
    pictures = min(
        1.0, sum((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) for i in page.images) / area
    )
    drawn = bool(letters or page.images or page.lines or page.rects or page.curves)
    found = tuple(_rules(page, left, top))
    return Sheet(
        number,
        float(page.width),
        float(page.height),
        tuple(letters),
        found,
        tuple(fonts),
        unmapped=frozenset(unmapped),
        pictures=pictures,
        drawn=drawn,
    )


def _letters(
    text: str, char: dict[str, Any], font: int, left: float, top: float
) -> Iterator[Letter]:
    """Yield the letters of one glyph; the base line lies where pdfminer puts the font's descent."""
    size = float(char["size"]) or 1.0
    x0, x1 = float(char["x0"]) - left, float(char["x1"]) - left
    y = float(char["bottom"]) - top - 0.22 * size
    step = (x1 - x0) / max(1, len(text))
    for index, letter in enumerate(text):
        yield Letter(
            letter,
            x0 + index * step,
            x0 if letter in MARKS else x0 + (index + 1) * step,
            y,
            size,
            font,
        )


def _rules(page: Any, left: float, top: float) -> Iterator[Rule]:
    for edge in page.edges:
        box = Ink(edge["x0"] - left, edge["top"] - top, edge["x1"] - left, edge["bottom"] - top)
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if max(wide, high) >= outlines.SHORTEST and min(wide, high) <= outlines.THIN:
            yield outlines.thin(box, wide, high)
