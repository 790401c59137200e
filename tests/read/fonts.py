"""Fonts put into files the way producers do: numbered codes, and a map that says what each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name


def embedded(
    pdf: pikepdf.Pdf,
    content: bytes,
    wide: Sequence[int],
    said: Iterable[tuple[int, str]],
    glyphs: bytes | None = None,
) -> pikepdf.Object:
    """Put a TrueType font into a file. `wide`: of each code, in thousandths; `said`: what the map
    says of codes; `glyphs`: the number of each code's glyph, where that is not the code itself.
    """
    about = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/AAAAAA+Made"),
        Flags=4,
        FontBBox=Array([-400, -300, 1200, 1000]),
        Ascent=800,
        Descent=-300,
        CapHeight=700,
        ItalicAngle=0,
        StemV=80,
        FontFile2=pdf.make_stream(content),
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/AAAAAA+Made"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(about),
        W=Array([0, Array(wide)]),
        CIDToGIDMap=Name.Identity if glyphs is None else pdf.make_stream(glyphs),
    )
    pairs = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in said]
    cmap = (
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(pairs)} beginbfchar\n{chr(10).join(pairs)}\nendbfchar endcmap"
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/AAAAAA+Made"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=pdf.make_stream(cmap.encode()),
    )
    return pdf.make_indirect(font)
