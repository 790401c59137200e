"""What pdfplumber knows of a page's fonts, without reading the page."""

from __future__ import annotations

import io
import struct
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from ita_checker.read.layer.native.structure import Structure
from ita_checker.read.layer.plumber import Plumber


def _plumber(content: bytes) -> Plumber:
    return Plumber(content, Structure(content))


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
    pdf: pikepdf.Pdf,
    name: str,
    glyph: int,
    letters: str,
    encoding: str = "/Identity-H",
    said: dict[int, str] | None = None,
) -> pikepdf.Object:
    """Return a font whose codes are the numbers of its glyphs, without a code map unless what it
    says of some is given.
    """
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
    if said is not None:
        font.ToUnicode = pdf.make_stream(_code_map(said))
    return pdf.make_indirect(font)


def _code_map(said: dict[int, str]) -> bytes:
    pairs = "\n".join(
        f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in said.items()
    )
    return (
        "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(said)} beginbfchar\n{pairs}\nendbfchar endcmap"
    ).encode()


def _readings(
    *pages: dict[str, tuple[Any, ...]], form: tuple[str, int, str] | None = None
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
    plumber = _plumber(content.getvalue())
    try:
        return [plumber.readings(number).known for number in range(1, len(pages) + 1)]
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


def test_a_glyph_that_the_code_map_leaves_out_is_told_by_the_embedded_font() -> None:
    said = {930: "ก", 931: ""}  # so WeasyPrint writes the ring of a sara am
    assert _readings({"/F1": (*SANS, said)}) == [
        {("AAAAAA+Sans", chr(930)): "ก", ("AAAAAA+Sans", chr(931)): "ข"}
    ]


def test_a_letter_said_of_the_glyph_of_another_is_told_by_the_embedded_font() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    said = {7: "\u0e33", 8: "ด"}  # the glyphs of า and ำ
    font = _font(pdf, "/Sans", 7, "\u0e32\u0e33", said={7: "\u0e33"})
    other = _font(pdf, "/Serif", 7, "\u0e32\u0e33", said=said | {9: "\u0e33"})
    page.Resources = Dictionary(Font=Dictionary({"/F1": font, "/F2": other}))
    content = io.BytesIO()
    pdf.save(content)
    wrong = _plumber(content.getvalue()).readings(1).wrong
    assert wrong == {("Sans", "\u0e33"): "\u0e32"}  # of the other font two glyphs say it


def test_a_map_of_the_letters_of_a_font_before_it_was_cut_down_tells_nothing() -> None:
    consonants = "".join(chr(code) for code in range(0x0E01, 0x0E1B))
    said = {7 + at: chr(0x0E02 + at) for at in range(20)}  # a glyph was taken out before them
    assert all(
        code not in told
        for told in _readings({"/F1": ("/Sans", 7, consonants, "/Identity-H", said)})
        for code in [("Sans", chr(30)), ("Sans", chr(31))]
    )


def test_of_a_font_each_of_whose_codes_is_its_letter_no_code_is_listed() -> None:
    pdf = pikepdf.new()
    fonts = {}
    for name, codes in (("/Plain", b"<0000> <FFFF> <0000>"), ("/Cut", b"<0000> <FFFF> <0E01>")):
        font = _font(pdf, name, 930, "กข", said={})
        font.ToUnicode = pdf.make_stream(b"begincmap 1 beginbfrange " + codes + b" endbfrange")
        fonts[name] = font
    pdf.add_blank_page().Resources = Dictionary(Font=Dictionary(fonts))
    content = io.BytesIO()
    pdf.save(content)
    told = _plumber(content.getvalue()).readings(1)
    assert told.plain == {"Plain"}
    assert {font for font, _ in told.known} == {"Cut"}


def test_a_page_is_not_read_for_codes_that_none_of_its_fonts_knows() -> None:
    pdf = pikepdf.new()
    simple = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Sans"))
    simple.FontDescriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Sans"))
    page = pdf.add_blank_page()
    page.Resources = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(simple)}))
    content = io.BytesIO()
    pdf.save(content)
    plumber = _plumber(content.getvalue())
    assert not plumber.may_read(1, {("Sans", "\x01"), ("Sans", "\x02")})
    assert plumber.may_read(1, {("Sans", "\x01"), ("Sans", "A")})
    assert plumber.may_read(1, {("Sans", "\x01"), ("Serif", "\x01")})  # a font that is not found
