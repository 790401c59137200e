"""Pages that are pictures, or hold some: the picture is read, whatever text lies over or under it;
what cannot be seen is said; blank is only what was looked at.
"""

from __future__ import annotations

import io
import math
import re
import zlib
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont
from read.scanned import HEIGHT, SAMPLES, flat, grey, jpeg, outlined, paper, scan, with_picture

from ita_checker.model import Page, ReadOptions, Source
from ita_checker.read import read

AUTO, NEVER = ReadOptions(), ReadOptions(ocr="never")
OTHER = "2564/nong-khrang-nuea/O43.pdf"


def _page(data: bytes, folder: Path, options: ReadOptions = AUTO) -> Page:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return read(path, options).pages[0]


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The scan without anything over it."""
    return _page(scan(), tmp_path_factory.mktemp("alone"))


@pytest.mark.parametrize(
    ("text", "x", "top"),
    [("๒", 290, 820), ("รับรองสำเนา", 60, 800), ("เลขรับ ๔๑๒ เวลา ๐๙.๓๐", 350, 20)],
    ids=["a page number", "a certified copy", "a receipt number"],
)
def test_a_scan_with_a_few_letters_over_it_is_read_too(
    text: str, x: float, top: float, alone: Page, tmp_path: Path
) -> None:
    page = _page(scan(paper().write(text, x, top)), tmp_path)
    assert page.source is Source.OCR
    assert page.reason is not None and "with a little text upon it" in page.reason.en
    lines = [line.text for line in page.lines]
    assert text in lines
    lines.remove(text)
    assert _bare("".join(lines)) == _bare("".join(line.text for line in alone.lines))


def test_a_scan_with_a_few_letters_over_it_is_unread_without_ocr(tmp_path: Path) -> None:
    page = _page(scan(paper().write("๒", 290, 820)), tmp_path, NEVER)
    assert page.source is Source.UNREAD
    assert page.reason is not None and "OCR is off" in page.reason.en


def test_what_the_picture_and_the_text_both_show_stands_once(tmp_path: Path) -> None:
    """A heading typed over the same heading in the picture."""
    plain = _page(scan(), tmp_path)
    heading = next(line for line in plain.lines if "รายงานผล" in line.text)
    over = paper(size=heading.box.bottom - heading.box.top)
    typed = ("ขคงนม" * 20)[: int((heading.box.x1 - heading.box.x0) / over.size * 2)]
    over.write(typed, heading.box.x0, heading.box.bottom - 4)
    page = _page(scan(over), tmp_path)
    assert [line.text for line in page.lines].count(typed) == 1
    assert heading.text not in page.text


def test_text_in_a_cell_of_a_scanned_table_is_put_into_the_cell(tmp_path: Path) -> None:
    picture = np.full((1754, 1240), 255, np.uint8)
    for y in (300, 500, 700):
        picture[y : y + 4, 200:1000] = 0
    for x in (200, 600, 1000):
        picture[300:704, x : x + 4] = 0
    data = with_picture(paper().write("๗๕", 320, 210), jpeg(picture), (1240, 1754))
    page = _page(data, tmp_path)
    assert page.text in ("๗๕\n", "\t๗๕\t\n\t\t\n")


def _broken(kind: str) -> bytes:
    picture = jpeg(grey())
    high, wide = grey().shape
    size, half = (wide, high), len(picture) // 2
    noise = bytes(range(256)) * 40
    return {
        "cut": lambda: with_picture(paper(), picture[:half], size),
        "ended in its middle": lambda: with_picture(
            paper(), picture[:half] + b"\xff\xd9" + picture[half:], size
        ),
        "no JPEG": lambda: with_picture(paper(), noise, size),
        "empty": lambda: with_picture(paper(), b"", size),
        "JPEG 2000": lambda: with_picture(paper(), noise, size, coded="/JPXDecode"),
        "JBIG2": lambda: with_picture(paper(), noise, size, coded="/JBIG2Decode", bits=1),
        "fax": lambda: with_picture(paper(), noise, size, coded="/CCITTFaxDecode", bits=1),
        "Flate cut": lambda: with_picture(
            paper(), zlib.compress(grey().tobytes())[:9000], size, coded="/FlateDecode"
        ),
        "Flate too short": lambda: with_picture(
            paper(), zlib.compress(grey().tobytes()[:9000]), size, coded="/FlateDecode"
        ),
        "raw too short": lambda: with_picture(paper(), grey().tobytes()[:9000], size, coded=""),
        "unknown": lambda: with_picture(paper(), noise, size, coded="/NoSuchDecode"),
    }[kind]()


BROKEN = [
    "cut",
    "ended in its middle",
    "no JPEG",
    "empty",
    "JPEG 2000",
    "JBIG2",
    "fax",
    "Flate cut",
    "Flate too short",
    "raw too short",
    "unknown",
]


@pytest.mark.parametrize("kind", BROKEN)
def test_a_page_whose_picture_does_not_decode_to_its_end_is_unread_not_blank(
    kind: str, tmp_path: Path
) -> None:
    page = _page(_broken(kind), tmp_path)
    assert (page.source, page.blank) == (Source.UNREAD, False)
    assert page.reason is not None and page.reason.en == "the picture on this page is damaged"


def test_a_fax_is_whole_whatever_a_program_left_behind_its_end(tmp_path: Path) -> None:
    white, out = grey().copy(), io.BytesIO()
    white[len(white) // 2 :] = 255
    Image.fromarray(white).point(lambda shade: 255 * (shade > 150)).convert("1").save(out, "PDF")
    assert b"CCITTFaxDecode" in out.getvalue()
    assert _page(out.getvalue(), tmp_path).source is Source.OCR


def test_a_picture_too_large_to_be_opened_is_said(tmp_path: Path) -> None:
    page = _page(with_picture(paper(), b"\xff\xd8", (50_000, 50_000)), tmp_path)
    assert page.source is Source.UNREAD
    assert page.reason is not None and "too large" in page.reason.en


@pytest.mark.parametrize("ocr", ["auto", "never"])
def test_text_beside_a_damaged_picture_is_read_with_that_doubt(ocr: str, tmp_path: Path) -> None:
    over = paper()
    for row in range(12):
        over.write("มาตรการส่งเสริมความโปร่งใส", 60, 60 + 24 * row)
    data = with_picture(over, jpeg(grey())[:9000], (1240, 1754), (100, 60, 300, 260))
    page = _page(data, tmp_path, ReadOptions(ocr="never" if ocr == "never" else "auto"))
    assert (page.source, page.quality, len(page.lines)) == (Source.TEXT, "doubtful", 12)
    assert page.reason is not None and "damaged" in page.reason.en


def test_a_jpeg_without_its_end_mark_but_with_all_its_rows_is_read(
    alone: Page, tmp_path: Path
) -> None:
    high, wide = grey().shape
    page = _page(with_picture(paper(), jpeg(grey())[:-2], (wide, high)), tmp_path)
    assert page.source is Source.OCR
    assert _bare(page.text)[:200] == _bare(alone.text)[:200]


def test_a_white_picture_is_a_blank_page_and_a_photograph_is_none(tmp_path: Path) -> None:
    data, size = flat(255)
    white = _page(with_picture(paper(), data, size, coded="/FlateDecode"), tmp_path)
    assert (white.source, white.blank, white.quality) == (Source.OCR, True, "ocr")
    soft = np.random.default_rng(4).integers(0, 255, (30, 21)).astype(np.uint8)
    photograph = np.asarray(Image.fromarray(soft).resize((1240, 1754), Image.Resampling.BICUBIC))
    page = _page(with_picture(paper(), jpeg(photograph), (1240, 1754)), tmp_path)
    assert not page.blank
    assert page.source is Source.UNREAD or (page.quality, page.text) == ("doubtful", "")


@pytest.mark.parametrize(
    "content",
    ["0.9 g 100 100 300 300 re f", "0.95 0.95 1 RG 3 w 100 100 m 400 700 l S"],
    ids=["a pale box", "a pale stroke"],
)
def test_a_page_on_which_anything_is_seen_is_not_blank(content: str, tmp_path: Path) -> None:
    sheet = paper()
    sheet.content.append(content)
    page = _page(sheet.bytes(), tmp_path)
    assert (page.blank, page.quality) == (False, "doubtful")
    assert page.reason is not None and "no writing was found" in page.reason.en


def test_a_page_with_nothing_but_a_note_drawn_on_it_is_not_blank(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(paper().bytes())) as pdf:
        ink = "<</Type/Annot/Subtype/Square/Rect[100 100 300 300]/C[1 0 0]/BS<</W 4>>/F 4>>"
        note = pikepdf.Object.parse(ink.encode())
        note.AP = pikepdf.Dictionary(
            N=pdf.make_stream(
                b"1 0 0 RG 4 w 2 2 196 196 re S",
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=[0, 0, 200, 200],
            )
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])
        out = io.BytesIO()
        pdf.save(out)
    for options in (ReadOptions(), NEVER):
        page = _page(out.getvalue(), tmp_path, options)
        assert not page.blank
        assert page.source is Source.UNREAD or page.quality == "doubtful"


def _layered(text: str, over: bool) -> bytes:
    """Return the scan with an unseen text in lines, below the picture or in the mode
    without ink.
    """
    sheet = paper()
    if over:
        sheet.content.append("3 Tr")
    for row, line in enumerate(text.split("\n")):
        sheet.write(line[:60], 60, 60 + 18 * row)
    high, wide = grey().shape
    return with_picture(sheet, jpeg(grey()), (wide, high), over=not over)


@pytest.mark.parametrize("over", [True, False], ids=["over the picture", "under the picture"])
def test_an_unseen_layer_that_says_another_year_is_told_and_the_picture_is_read(
    over: bool, alone: Page, tmp_path: Path
) -> None:
    changed = re.sub("๒๕๖[๐-๙]", "๒๕๕๙", alone.text)
    assert changed != alone.text
    page = _page(_layered(changed, over), tmp_path)
    assert (page.source, page.quality) == (Source.OCR, "contradicted")
    assert page.reason is not None
    assert "says “2559”" in page.reason.en and "the page shows “256" in page.reason.en
    assert _bare(page.text) == _bare(alone.text)


def test_an_unseen_layer_of_another_report_is_told(tmp_path: Path) -> None:
    other = _page(scan(sample=OTHER, page=2), tmp_path)
    page = _page(_layered(other.text, True), tmp_path)
    assert page.quality == "contradicted"


def test_a_scanners_own_reading_with_its_slips_is_believed(alone: Page, tmp_path: Path) -> None:
    slips = alone.text.replace("่", "").replace("ด", "ค").replace("ถ", "ภ")
    for layer in (alone.text, slips, "{rufrd Qo HH 'tuYl nnru rrfl :ynuo\n" * 12):
        page = _page(_layered(layer, True), tmp_path)
        assert (page.source, page.quality) == (Source.OCR, "ocr")


def test_an_error_on_one_page_makes_that_page_unread_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ita_checker.read.layer import pdfium

    whole = pdfium.sheet

    def stumbling(page: object, number: int, **more: bool) -> object:
        if number == 2:
            raise IndexError("index 7 is out of bounds")
        return whole(page, number, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(pdfium, "sheet", stumbling)
    path = tmp_path / "three.pdf"
    path.write_bytes(paper().write("ปี ๒๕๖๔", 60, 60).bytes(pages=3))
    pages = read(path, NEVER).pages
    assert [page.source for page in pages] == [Source.TEXT, Source.UNREAD, Source.TEXT]
    assert pages[1].reason is not None and "IndexError" in pages[1].reason.en


def test_rows_of_dots_over_each_other_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows whose boxes overlap cost the whole file once."""
    from ita_checker.read.ocr.ink import dots, strips

    mask = np.zeros((60, 400), np.uint8)
    mask[20:22, 20:300:6] = 255
    rows = [(20, 18, 200, 24), (100, 18, 300, 24)]
    monkeypatch.setattr(dots, "rows", lambda *_: rows)
    found = strips.pieces(mask, 2.0)
    assert found.boxes[found.dots :].tolist() == [list(row) for row in rows]
    assert not found.boxes[: found.dots].any()


def test_a_page_of_noise_is_given_up_with_the_reason(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 2, (3508, 2480)).astype(np.uint8)
    blocks = (np.kron(noise[:877, :620], np.ones((4, 4), np.uint8)) * 255).astype(np.uint8)
    data = with_picture(
        paper(), zlib.compress(blocks.tobytes()), (2480, 3508), coded="/FlateDecode"
    )
    page = _page(data, tmp_path)
    assert page.source is Source.UNREAD
    assert page.reason is not None


def test_a_photograph_beside_text_costs_no_reading_and_gives_no_words(tmp_path: Path) -> None:
    over = paper()
    for row in range(12):
        over.write("มาตรการส่งเสริมความโปร่งใส", 60, 60 + 24 * row)
    soft = np.random.default_rng(5).integers(0, 255, (40, 60)).astype(np.uint8)
    photograph = np.asarray(Image.fromarray(soft).resize((900, 600), Image.Resampling.BICUBIC))
    data = with_picture(over, jpeg(photograph), (900, 600), (60, 60, 475, 320))
    page = _page(data, tmp_path)
    assert (page.source, page.quality, len(page.lines)) == (Source.TEXT, "trusted", 12)


def test_a_pasted_picture_of_writing_beside_text_is_read(tmp_path: Path) -> None:
    over = paper()
    for row in range(12):
        over.write("มาตรการส่งเสริมความโปร่งใส", 60, 60 + 24 * row)
    piece = grey(page=1, dpi=200)[150:1050]
    high, wide = piece.shape
    place = (60, 60, 475, 475 * high / wide)
    page = _page(with_picture(over, jpeg(piece), (wide, high), place), tmp_path)
    assert page.source is Source.OCR
    assert page.text.count("มาตรการส่งเสริมความโปร่งใส") >= 12
    assert len(page.text) > 12 * 27 + 100
    assert page.lines[0].text == "มาตรการส่งเสริมความโปร่งใส"


def _beside(picture: np.ndarray, wide: float) -> bytes:
    """Return twelve lines of text with a picture under them."""
    over = paper()
    for row in range(12):
        over.write("มาตรการส่งเสริมความโปร่งใส", 60, 60 + 24 * row)
    high, columns = picture.shape
    return with_picture(over, jpeg(picture), (columns, high), (60, 60, wide, wide * high / columns))


def _no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing be read from a picture."""
    from ita_checker.read import ocr

    def never(*_: object) -> None:
        raise AssertionError("a picture was read")

    monkeypatch.setattr(ocr, "read_or_reason", never)


def test_a_small_picture_of_rows_of_letters_beside_text_is_read(tmp_path: Path) -> None:
    """It takes a tenth of the page."""
    piece = grey(page=1, dpi=200)[150:420]
    page = _page(_beside(piece, 475), tmp_path)
    assert page.source is Source.OCR
    assert page.reason is not None and "a picture on this page holds text" in page.reason.en
    assert page.text.count("มาตรการส่งเสริมความโปร่งใส") >= 12
    assert len(page.text) > 12 * 27 + 60


def test_a_small_picture_of_rows_of_letters_is_a_doubt_without_ocr(tmp_path: Path) -> None:
    piece = grey(page=1, dpi=200)[150:420]
    page = _page(_beside(piece, 475), tmp_path, NEVER)
    assert (page.source, page.quality) == (Source.TEXT, "doubtful")
    assert page.reason is not None and "a picture of writing" in page.reason.en


def test_a_small_picture_of_writing_that_cannot_be_read_is_a_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ita_checker.model import Words
    from ita_checker.read import ocr

    monkeypatch.setattr(ocr, "read_or_reason", lambda *_: Words("ไม่ได้", "it cannot"))
    page = _page(_beside(grey(page=1, dpi=200)[150:420], 475), tmp_path)
    assert (page.source, page.quality) == (Source.TEXT, "doubtful")


@pytest.mark.parametrize("kind", ["an emblem", "a signature", "a chart"])
def test_a_small_picture_without_rows_of_letters_costs_no_reading(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = Image.new("L", (600, 400), 255)
    pen = ImageDraw.Draw(drawn)
    if kind == "an emblem":
        for radius in (190, 160, 90):
            pen.ellipse((300 - radius, 200 - radius, 300 + radius, 200 + radius), None, 0, 6)
        for turn in range(24):
            x, y = 300 + 175 * math.cos(turn / 3.82), 200 + 175 * math.sin(turn / 3.82)
            pen.rectangle((x - 8, y - 10, x + 8, y + 10), 0)
    elif kind == "a signature":
        pen.line([(40 + 5 * x, 200 + int(90 * math.sin(x / 4))) for x in range(100)], 0, 5)
    else:
        for column in range(12):
            pen.rectangle((40 + 45 * column, 380 - 29 * column, 70 + 45 * column, 380), 90)
    _no_reading(monkeypatch)
    page = _page(_beside(np.asarray(drawn), 250), tmp_path)
    assert (page.source, page.quality) == (Source.TEXT, "trusted")


def _line(text: str) -> np.ndarray:
    """Return a line of print as a picture."""
    font = ImageFont.truetype(str(SAMPLES / "fonts" / "Sarabun-Regular.ttf"), 60)
    drawn = Image.new("L", (int(font.getlength(text)) + 40, 110), 255)
    ImageDraw.Draw(drawn).text((20, 75), text, fill=0, font=font, anchor="ls")
    return np.asarray(drawn)


TOPIC = "มาตรการป้องกันการรับสินบน ปี 2567"


def test_a_line_of_words_set_as_a_little_picture_is_read(tmp_path: Path) -> None:
    """It takes a hundredth of the page."""
    page = _page(_beside(_line(TOPIC), 240), tmp_path)
    assert page.reason is not None and "a picture on this page holds text" in page.reason.en
    assert _bare(TOPIC) in _bare(page.text)
    assert page.text.count("มาตรการส่งเสริมความโปร่งใส") == 12


def test_a_line_of_words_set_as_a_little_picture_is_a_doubt_without_ocr(tmp_path: Path) -> None:
    page = _page(_beside(_line(TOPIC), 240), tmp_path, NEVER)
    assert (page.source, page.quality) == (Source.TEXT, "doubtful")
    assert page.reason is not None and "a picture of writing" in page.reason.en


@pytest.mark.parametrize("kind", ["a signature", "bars", "a rule"])
def test_a_wide_little_picture_without_words_is_no_doubt(kind: str, tmp_path: Path) -> None:
    drawn = Image.new("L", (900, 110), 255)
    pen = ImageDraw.Draw(drawn)
    if kind == "a signature":
        pen.line([(40 + 8 * x, 55 + int(40 * math.sin(x / 4))) for x in range(100)], 0, 5)
    elif kind == "bars":
        for bar in range(60):
            pen.rectangle((20 + 14 * bar, 10, 24 + 14 * bar + 4 * (bar % 3 == 0), 100), 0)
    else:
        pen.rectangle((0, 40, 899, 60), 90)
    page = _page(_beside(np.asarray(drawn), 240), tmp_path)
    assert (page.source, page.quality) == (Source.TEXT, "trusted")


def test_a_letterhead_set_as_a_picture_is_read_once_and_a_shadow_behind_text_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "head.pdf"
    with pikepdf.open(io.BytesIO(_beside(_line(TOPIC), 240))) as pdf:
        pdf.pages.append(pdf.pages[0])
        pdf.save(file)
    pages = read(file, AUTO).pages
    assert [_bare(TOPIC) in _bare(page.text) for page in pages] == [True, False]
    assert pages[1].quality == "trusted"
    over = paper()
    for row in range(12):
        over.write("มาตรการส่งเสริมความโปร่งใส", 60, 60 + 24 * row)
    shadow = _line("มาตรการส่งเสริมความโปร่งใส")
    high, wide = shadow.shape
    _no_reading(monkeypatch)
    data = with_picture(over, jpeg(shadow), (wide, high), (58, HEIGHT - 66, 160, 20))
    page = _page(data, tmp_path)
    assert (page.source, page.quality) == (Source.TEXT, "trusted")


def _with_shapes(shapes: str) -> bytes:
    over = paper()
    for row in range(12):
        over.write("มาตรการส่งเสริมความโปร่งใส", 60, 160 + 24 * row)
    over.content.append(shapes)
    return over.bytes()


HEADING = "ประกาศเทศบาลตาบลนาคา 2567"


def test_a_heading_drawn_as_shapes_is_read_from_the_picture(tmp_path: Path) -> None:
    page = _page(_with_shapes(outlined(HEADING, 120, 740, 20)), tmp_path)
    assert (page.source, page.quality) == (Source.OCR, "ocr")
    assert page.reason is not None and "drawn as shapes" in page.reason.en
    assert page.lines[0].text == HEADING
    assert len(page.lines) == 13


def test_a_heading_drawn_as_shapes_is_a_doubt_without_ocr(tmp_path: Path) -> None:
    page = _page(_with_shapes(outlined(HEADING, 120, 740, 20)), tmp_path, NEVER)
    assert (page.source, page.quality, len(page.lines)) == (Source.TEXT, "doubtful", 12)
    assert page.reason is not None and "drawn as shapes" in page.reason.en


def test_an_ornament_of_many_curves_costs_no_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _no_reading(monkeypatch)
    curves = " ".join(
        f"{100 + 30 * turn} 700 m " + " ".join(["130 720 150 690 170 710 c"] * 40) + " f"
        for turn in range(10)
    )
    page = _page(_with_shapes(curves), tmp_path)
    assert (page.source, page.quality) == (Source.TEXT, "trusted")
