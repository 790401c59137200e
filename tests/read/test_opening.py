"""Damaged files are opened as well as can be, and what may be lost of them is never passed over."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import get_args

import odd
import pikepdf
import pytest

from ita_checker.model import Document, Page, ReadOptions, Source, Way
from ita_checker.read import read

GOOD = Path(__file__).parents[2] / "samples/2565/pa-kluai-hom/O42.pdf"
FONT = b"/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
DARK = odd.stream(
    zlib.compress(bytes(200 * 300)),
    b"/Filter /FlateDecode /Type /XObject /Subtype /Image /Width 200 /Height 300"
    b" /BitsPerComponent 8 /ColorSpace /DeviceGray",
)


def read_bytes(content: bytes, folder: Path, way: Way = "plain") -> Document:
    path = folder / "a.pdf"
    path.write_bytes(content)
    return read(path, ReadOptions(ocr="never", way=way))


def said(page: Page) -> str:
    return page.reason.en if page.reason else ""


def of_pages(*drawn: bytes) -> bytes:
    """Return a PDF whose pages draw so, each with a font and a picture, objects in that order:
    catalog, list of pages, picture, pages and what they draw.
    """
    count = len(drawn)
    kids = b" ".join(b"%d 0 R" % (4 + number) for number in range(count))
    more = b"/Resources <<%s /XObject <</X 3 0 R>>>>" % FONT
    return odd.pdf(
        [
            odd.CATALOG,
            b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, count),
            DARK,
            *(odd.page(b"%d 0 R" % (4 + count + number), more=more) for number in range(count)),
            *map(odd.stream, drawn),
        ]
    )


def without_head(content: bytes, first: int) -> bytes:
    """Return a PDF that begins with so many-th object."""
    return content[content.index(b"%d 0 obj" % first) :]


TEXT = b"BT /F1 12 Tf 72 700 Td (" + b"report of the office on its measures " * 6 + b") Tj ET"
PICTURE = b"q 595 0 0 842 0 0 cm /X Do Q BT /F1 12 Tf 300 20 Td (7) Tj ET"


def test_where_the_list_of_pages_is_lost_there_may_be_more_than_are_found(tmp_path: Path) -> None:
    whole = of_pages(TEXT, TEXT, TEXT)
    assert read_bytes(whole, tmp_path).unread == ()
    found = read_bytes(without_head(whole, 5), tmp_path)  # the first page is gone, too
    assert [page.source for page in found.pages] == [Source.TEXT, Source.TEXT, Source.UNREAD]
    assert "there may be more" in said(found.pages[-1])
    assert {page.quality for page in found.pages[:2]} == {"doubtful"}


def test_letters_over_a_picture_that_nobody_can_see_are_not_the_page(tmp_path: Path) -> None:
    found = read_bytes(without_head(of_pages(PICTURE, TEXT), 3), tmp_path)
    assert [page.source for page in found.pages] == [Source.UNREAD, Source.TEXT, Source.UNREAD]


def test_a_file_without_its_head_is_mended_and_says_so(tmp_path: Path) -> None:
    whole = GOOD.read_bytes()
    mended = read_bytes(whole[1:], tmp_path)
    assert mended.text == read_bytes(whole, tmp_path).text
    assert {page.quality for page in mended.pages} == {"doubtful"}
    assert all("mended before it was read" in said(page) for page in mended.pages)


def test_a_page_whose_drawing_is_gone_is_not_blank(tmp_path: Path) -> None:
    whole = of_pages(TEXT, TEXT)
    first, second = whole.index(b"6 0 obj"), whole.index(b"7 0 obj")
    lost = whole[:first] + whole[second:]  # its list of objects is wrong: they are searched for
    found = read_bytes(lost, tmp_path)
    assert [(page.source, page.blank) for page in found.pages] == [
        (Source.UNREAD, False),
        (Source.TEXT, False),
    ]
    assert found.pages[1].quality == "doubtful"


def test_a_blank_page_of_a_whole_file_is_blank(tmp_path: Path) -> None:
    assert [page.blank for page in read_bytes(of_pages(TEXT, b"q Q"), tmp_path).pages] == [
        False,
        True,
    ]


@pytest.mark.parametrize("way", get_args(Way))
def test_a_good_file_is_read_in_every_way_and_doubted_in_all_but_one(
    tmp_path: Path, way: Way
) -> None:
    found = read_bytes(GOOD.read_bytes(), tmp_path, way)
    assert "".join(found.text.split())[:200] == "".join(read(GOOD).text.split())[:200]
    assert ("doubtful" in {page.quality for page in found.pages}) is (way != "plain")


def test_a_file_that_qpdf_cannot_open_is_not_known_to_be_whole(tmp_path: Path) -> None:
    content = of_pages(TEXT).replace(b"/Type /Pages /Kids", b"/Type /Pages /Kinds")
    with pytest.raises(pikepdf.PdfError):
        pikepdf.open(tmp_path / "a.pdf") if (tmp_path / "a.pdf").write_bytes(content) else None
    for page in read_bytes(content, tmp_path).pages:
        assert page.source is Source.UNREAD or page.quality == "doubtful"


def test_a_file_that_is_locked_for_qpdf_alone_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise pikepdf.PasswordError("as where attachments alone are encrypted")

    monkeypatch.setattr(pikepdf, "open", locked)
    (page,) = read_bytes(of_pages(TEXT), tmp_path).pages
    assert (page.source, page.quality) == (Source.TEXT, "doubtful")
