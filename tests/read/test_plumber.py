"""What pdfplumber knows of a page's fonts, without reading the page."""

from __future__ import annotations

import io
import struct

import pikepdf
from pikepdf import Array, Dictionary, Name

from ita_checker.read.layer.plumber import Plumber


def _font_file(glyph: int, letters: str) -> bytes:
    """Return a TrueType font that holds letters, which follow on each other in Unicode, from a
    glyph on; it draws nothing.
    """
    first, last = ord(letters[0]), ord(letters[-1])
    segments = struct.pack(
        ">HHHHHHHHH", last, 0xFFFF, 0, first, 0xFFFF, (glyph - first) % 65536, 1, 0, 0
    )
    table = struct.pack(">HHHHHHH", 4, 14 + len(segments), 0, 4, 4, 1, 0) + segments
    cmap = struct.pack(">HHHHL", 0, 1, 3, 1, 12) + table
    return (
        b"\0\1\0\0"
        + struct.pack(">HHHH", 1, 16, 0, 0)
        + b"cmap"
        + struct.pack(">LLL", 0, 28, len(cmap))
        + cmap
    )


def _font(
    pdf: pikepdf.Pdf, name: str, glyph: int, letters: str, encoding: str = "/Identity-H"
) -> pikepdf.Object:
    """Return a font whose codes are the numbers of its glyphs, without a code map."""
    about = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(name),
        FontFile2=pdf.make_stream(_font_file(glyph, letters)),
    )
    system = Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(name),
        CIDSystemInfo=system,
        FontDescriptor=about,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(name),
        Encoding=Name(encoding),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
    )
    return pdf.make_indirect(font)


def _readings(
    *pages: dict[str, tuple[str, int, str, str]], form: tuple[str, int, str] | None = None
) -> list[dict[tuple[str, str], str]]:
    """Return what is known of the fonts of each page; on the last one stands a form with a font of
    its own.
    """
    pdf = pikepdf.new()
    for fonts in pages:
        page = pdf.add_blank_page()
        page.Resources = Dictionary(
            Font=Dictionary({key: _font(pdf, *font) for key, font in fonts.items()})
        )
    if form is not None:
        inner = Dictionary(Font=Dictionary({"/F9": _font(pdf, *form)}))
        drawn = pdf.make_stream(
            b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Resources=inner
        )
        page.Resources.XObject = Dictionary({"/X": drawn})
    content = io.BytesIO()
    pdf.save(content)
    plumber = Plumber(content.getvalue())
    try:
        return [plumber.readings(number) for number in range(1, len(pages) + 1)]
    finally:
        plumber.close()


SANS = ("/AAAAAA+Sans", 930, "กข", "/Identity-H")


def test_a_font_without_a_code_map_tells_its_letters_by_its_glyphs_page_by_page() -> None:
    known = {("AAAAAA+Sans", chr(930)): "ก", ("AAAAAA+Sans", chr(931)): "ข"}
    assert _readings({"/F1": SANS}, {"/F1": ("/Serif", 7, "a", "/Identity-H")}) == [
        known,
        {("Serif", chr(7)): "a"},
    ]


def test_a_code_of_which_two_fonts_of_one_name_make_different_letters_is_not_told() -> None:
    other = ("/AAAAAA+Sans", 931, "คฅ", "/Identity-H")
    assert _readings({"/F1": SANS, "/F2": other}) == [
        {("AAAAAA+Sans", chr(930)): "ก", ("AAAAAA+Sans", chr(932)): "ฅ"}
    ]


def test_fonts_within_forms_are_asked_too() -> None:
    assert _readings({"/F1": SANS}, form=("/Serif", 7, "a"))[0][("Serif", chr(7))] == "a"


def test_a_font_whose_codes_are_no_glyph_numbers_tells_nothing() -> None:
    assert _readings({"/F1": ("/Sans", 930, "กข", "/90ms-RKSJ-H")}) == [{}]
