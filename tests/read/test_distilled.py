"""Code maps of which Ghostscript laid two bytes over each other are set right by the numbers of
glyphs.
"""

from __future__ import annotations

import io

import pikepdf

from ita_checker.read.distilled import all_right, mended

FIRST = 0xD8  # the glyph of the first Thai letter
RANGES = ("กข", "งจฉช", "ฒณดตถท", "ปผ", "มย", "ล", "ศษสห", "อ", "าำ", "เแโใไ")


def _glyph(letter: str) -> int:
    """Return the number of a letter's glyph in a font that numbers them as Unicode does."""
    code = ord(letter)
    return code - 29 if code < 0x80 else FIRST + code - 0xE01 - 4 * (code >= 0xE3F)


def _said(ranges: tuple[str, ...], used: str = "") -> dict[int, str]:
    """Return what Ghostscript says of ranges of letters; `used`: those that the file holds."""
    said = {}
    for letters in ranges:
        code = ord(letters[0])
        start = code if len(letters) == 1 else code >> 8 | code & 0xFF
        for step, letter in enumerate(letters):
            if not used or letter in used:
                said[_glyph(letter)] = f"{start + step:04x}"
    return said


def _read(told: dict[int, str] | None) -> str:
    return "".join(chr(int(code, 16)) for _, code in sorted((told or {}).items()))


def test_the_numbering_of_glyphs_tells_which_letters_two_bytes_were() -> None:
    (told,) = all_right([_said(("0123", "A", *RANGES, "ร", "่้"))])
    assert _read(told) == "0123A" + "".join(sorted(("ร", "่้", *RANGES)))


def test_a_range_of_which_the_file_does_not_hold_the_first_letter_is_told_too() -> None:
    used = "".join(RANGES).replace("ฒ", "").replace("ณ", "")
    assert _read(*all_right([_said(RANGES, used)])) == "".join(sorted(used))


def test_a_map_of_few_letters_has_the_numbering_of_another() -> None:
    told = all_right([_said(RANGES), _said(("บป", "รฤ"))])
    assert _read(told[1]) == "บปรฤ"
    assert all_right([_said(("บป", "รฤ"))]) == [None]


def test_what_no_numbering_tells_has_no_reading() -> None:
    told = all_right([{**_said(RANGES), 0x160: "004e", 0x161: "004f"}])[0] or {}
    assert (told[0x160], told[0x161]) == ("FFFD", "FFFD")


def test_where_two_numberings_explain_as_much_nothing_is_told() -> None:
    assert all_right([_said(tuple(one for one in RANGES if len(one) > 1))]) == [None]


def test_a_map_that_is_right_stays_as_it_is() -> None:
    plain = {_glyph(letter): f"{ord(letter):04x}" for letter in "0123ABC" + "".join(RANGES)}
    assert all_right([plain, {}]) == [None, None]


def test_a_file_by_ghostscript_is_given_the_right_map() -> None:
    said = "".join(f"<{g:04x}><{g:04x}><{code}>\n" for g, code in _said(RANGES).items())
    pdf = pikepdf.new()
    pdf.add_blank_page()
    stream = pdf.make_stream(f"26 beginbfrange\n{said}endbfrange\nendcmap".encode())
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Encoding=pikepdf.Name("/Identity-H"))
    font.ToUnicode = stream
    pdf.Root.Held = pdf.make_indirect(font)
    contents = []
    for maker in ("GPL Ghostscript 10.00.0", "Another"):
        pdf.docinfo["/Producer"] = maker
        made = io.BytesIO()
        pdf.save(made)
        contents.append(made.getvalue())
    with pikepdf.open(io.BytesIO(mended(contents[0]))) as read:
        told = read.Root.Held.ToUnicode.read_bytes()
    assert b"<00d8> <0e01>" in told
    assert b"endcmap" in told
    assert mended(contents[1]) is contents[1]
