"""Letters by pdfplumber: slower, for pages whose code maps pdfium cannot read, and for files that
it cannot open. The library is loaded when first asked for: most files never need it.
"""

from __future__ import annotations

import io
import logging
import re
from collections import defaultdict
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, NamedTuple

from ita_checker.read.layer.letters import MARKS, Ink, Letter, Rule, Sheet
from ita_checker.read.layer.native import outlines
from ita_checker.read.layer.native.structure import Structure, bare_name
from ita_checker.read.layer.told_by_fonts import (
    SHARED,
    Told,
    as_pdfminer,
    is_one,
    is_plain,
    knows,
    told_by,
)

if TYPE_CHECKING:
    from pdfminer.pdffont import PDFCIDFont, PDFFont

IDENTITY = (
    "Identity-H",
    "Identity-V",
)  # codes are glyph numbers, which pdfium gives as letters where it knows nothing better
BARE = re.compile(r"\(cid:(\d+)\)")


class Readings(NamedTuple):
    """Of the fonts of a page: `known`, (font, code as a letter) -> letter; `wrong`, (font, letter
    that the file says) -> that Thai letter whose glyph the font's own map says it to be. Clusters
    are written so whose letters share glyphs with others: the า of a first ำ stands for all.
    `plain`: the fonts of which each code is its letter.
    """

    known: dict[tuple[str, str], str]
    wrong: dict[tuple[str, str], str]
    plain: frozenset[str] = frozenset()


class Plumber:
    """One file, opened when first asked for."""

    def __init__(self, content: bytes, structure: Structure) -> None:
        """Read letters of `content`; what its fonts are `structure` knows."""
        self.content, self.structure = content, structure
        self.pdf: Any = None
        self._known: dict[tuple[int, int], tuple[PDFFont, Any]] = {}  # pages share their fonts
        self._told: dict[PDFCIDFont, Told] = {}

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

            # it warns of every odd font on stderr; what matters is judged afterwards
            logging.getLogger("pdfminer").setLevel(logging.ERROR)
            self.pdf = pdfplumber.open(io.BytesIO(self.content))
        return self.pdf

    def readings(self, number: int) -> Readings:
        """Return what a page's fonts make of the codes of their glyphs; none where two differ.

        Fonts without a code map, or with holes in it, may still hold one from letters to glyphs.
        Their pages need not be read for it, which is the dear part.
        """
        found: dict[str, Told] = {}
        for font, about in self._by_glyphs(number):
            told = self._told.get(font) or self._told.setdefault(font, told_by(font, about))
            known = found.get(font.fontname)
            found[font.fontname] = told if known is None else known.either(told)
        return Readings(
            {
                (font, chr(code)): text
                for font, told in found.items()
                for code, text in told.letters.items()
                if is_one(text)
            },
            {
                (font, said): letter
                for font, told in found.items()
                for said, letter in told.shared
                if letter != said
                and letter in SHARED
                and sum(said == one for one, _ in told.shared) == 1
            },
            frozenset(font for font, told in found.items() if told.plain),
        )

    def may_read(self, number: int, asked: Set[tuple[str, str]]) -> bool:
        """Tell whether a page's fonts may know any of some (font, code as a letter): where none
        does, to read the page gives the same codes again.
        """
        codes: dict[str, set[int]] = defaultdict(set)
        for name, code in asked:
            codes[bare_name(name)].add(ord(code))
        left = {*codes}
        for font, _ in self._fonts(number):
            name = bare_name(font.fontname)
            if any(knows(font, code) for code in codes[name]):
                return True
            left.discard(name)
        return bool(left)  # fonts that are not found may know more

    def _by_glyphs(self, number: int) -> Iterator[tuple[PDFCIDFont, Any]]:
        """Yield the fonts of a page whose codes are glyph numbers, of two bytes each."""
        from pdfminer.pdffont import PDFCIDFont

        for font, about in self._fonts(number):
            if isinstance(font, PDFCIDFont) and str(about.get("Encoding")).strip("/'") in IDENTITY:
                yield font, about

    def _fonts(self, number: int) -> Iterator[tuple[PDFFont, Any]]:
        """Yield the fonts that a page or a form on it draws with, and what is said of each."""
        for font in self.structure.fonts(number):
            place = font.objgen
            if place == (0, 0) or place not in self._known:
                self._known[place] = self._font(as_pdfminer(font))
            yield self._known[place]

    @staticmethod
    def _font(about: Any) -> tuple[PDFFont, Any]:
        """Return a font as pdfminer knows it; a plain map is not gone through code by code."""
        from pdfminer.pdfinterp import PDFResourceManager
        from pdfminer.psparser import LIT

        shown = about | {"ToUnicode": LIT(IDENTITY[0])} if is_plain(about) else about
        return PDFResourceManager().get_font(None, shown), about

    def close(self) -> None:
        """Give the file back. To close it pdfplumber would look at all its pages, the damaged ones
        too; its bytes are ours, and there is nothing else to close.
        """
        self.pdf, self._known, self._told = None, {}, {}


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
