"""Only what a page shows is read: letters that are in the file and not on the page are left out,
and said; what was typed onto it is read.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from paper import Paper, glyph, spelt

from ita_checker.model import Document, Page, Source
from ita_checker.read import Options, read
from ita_checker.read.layer import pdfium
from ita_checker.read.layer.letters import Ink
from ita_checker.read.layer.native.structure import Structure
from ita_checker.read.layer.visible import patches

OFF = Options(ocr="never")


def _read(paper: Paper | bytes, folder: Path) -> Document:
    path = folder / "paper.pdf"
    path.write_bytes(paper if isinstance(paper, bytes) else paper.bytes())
    return read(path, OFF)


def _page(paper: Paper | bytes, folder: Path) -> Page:
    return _read(paper, folder).pages[0]


def _between(before: str, after: str = "", text: str = "ปี ๒๕๕๙", top: float = 200) -> Paper:
    """Return a page with a line everyone sees, and one between operators that hide it."""
    paper = Paper().write("ปี ๒๕๖๔", 50, 100)
    paper.content.append(f"q {before}")
    paper.write(text, 50, top)
    paper.content.append(f"{after} Q")
    return paper


def _with_state(paper: Paper, state: str) -> bytes:
    with pikepdf.open(io.BytesIO(paper.bytes())) as pdf:
        pdf.pages[0].obj.Resources.ExtGState = pikepdf.Dictionary(
            G=pikepdf.Object.parse(state.encode())
        )
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "paper",
    [
        _between("3 Tr"),
        _between("1 1 1 rg"),
        _between("0.985 g"),
        _between("1 1 0.94 rg"),
        _between("1 1 0.88 rg"),
        _between("0 0 9 9 re W n"),
        _between("", "1 g 40 80 200 40 re f"),
        _between("", "0 g 40 80 200 40 re f"),
        _between("0.1 0.1 0.4 rg 40 85 200 45 re f 0.1 0.12 0.4 rg"),
        _between("", top=400),
    ],
    ids=[
        "no ink",
        "white",
        "nearly white",
        "ivory",
        "light yellow",
        "clipped",
        "under white",
        "under black",
        "navy on navy",
        "off the page",
    ],
)
def test_letters_that_the_page_does_not_show_are_left_out_and_said(
    paper: Paper, tmp_path: Path
) -> None:
    page = _page(paper, tmp_path)
    assert page.text == "ปี ๒๕๖๔\n"
    assert page.unseen is not None and "6 letters" in page.unseen.en
    assert (page.quality, page.reason) == ("trusted", None)  # what is seen is no less sure


def test_letters_that_only_clip_are_left_out(tmp_path: Path) -> None:
    paper = Paper().write("ปี ๒๕๖๔", 50, 100)
    paper.content.append("q BT 7 Tr /H 20 Tf 50 100 Td (2559) Tj ET Q")
    with pikepdf.open(io.BytesIO(paper.bytes())) as pdf:
        helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        pdf.pages[0].obj.Resources.Font.H = pikepdf.Object.parse(helvetica.encode())
        data = _saved(pdf)
    page = _page(data, tmp_path)
    assert page.text == "ปี ๒๕๖๔\n" and page.unseen is not None


@pytest.mark.parametrize("state", ["<</ca 0>>", "<</BM/Screen>>"], ids=["clear", "screened"])
def test_letters_that_their_state_makes_unseen_are_left_out(state: str, tmp_path: Path) -> None:
    paper = _between("1 g 40 80 200 40 re f 0 g /G gs")
    page = _page(_with_state(paper, state), tmp_path)
    assert page.text == "ปี ๒๕๖๔\n" and page.unseen is not None


@pytest.mark.parametrize(("shade", "text"), [("0", "ปี ๒๕๖๔\n"), ("1", "ปี ๒๕๖๔\nปี ๒๕๕๙\n")])
@pytest.mark.parametrize("within", [False, True], ids=["on the page", "in a form"])
def test_letters_under_a_mask_are_read_where_it_lets_them_through(
    shade: str, text: str, within: bool, tmp_path: Path
) -> None:
    with pikepdf.open(io.BytesIO(_between("/G gs").bytes())) as pdf:
        page = pdf.pages[0].obj

        def form(content: bytes, **held: Any) -> pikepdf.Object:
            made = pdf.make_stream(content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
            made.BBox = page.MediaBox
            made.Resources = page.Resources
            for key, value in held.items():
                made[f"/{key}"] = value
            return pdf.make_indirect(made)

        group = pikepdf.Object.parse(b"<</S/Transparency/CS/DeviceGray>>")
        mask = pikepdf.Object.parse(b"<</Type/Mask/S/Luminosity>>")
        mask.G = form(f"{shade} g 0 0 999 999 re f".encode(), Group=group)
        page.Resources.ExtGState = pikepdf.Dictionary(G=pikepdf.Dictionary(SMask=mask))
        if within:
            seen, masked = page.Contents.read_bytes().split(b"/G gs")
            page.Resources.XObject = pikepdf.Dictionary(F=form(masked.replace(b"Q", b"")))
            page.Contents = pdf.make_stream(seen + b"/G gs /F Do Q")
        data = _saved(pdf)
    assert _page(data, tmp_path).text == text


@pytest.mark.parametrize(
    "paper",
    [
        _between("0.9 g"),
        _between("0.5 0.5 1 rg 40 80 200 40 re f 1 g"),
        _between("1 0.9 0.2 rg"),
        _between("1 1 0.6 rg"),
        _between("", "1 g 40 130 200 40 re f"),
        _between("40 80 200 40 re W n"),
    ],
    ids=["pale", "white on blue", "yellow", "pale yellow", "beside a box", "clipped around it"],
)
def test_letters_that_the_page_shows_are_read_whatever_their_colour(
    paper: Paper, tmp_path: Path
) -> None:
    page = _page(paper, tmp_path)
    assert (page.text, page.quality) == ("ปี ๒๕๖๔\nปี ๒๕๕๙\n", "trusted")


def test_a_clip_takes_away_the_letters_that_stand_behind_it_and_no_other(tmp_path: Path) -> None:
    page = _page(_between("0 0 110 300 re W n", text="กขคงจฉชซ"), tmp_path)
    assert page.text == "ปี ๒๕๖๔\nกขคงจฉ\n"
    assert page.unseen is None  # what an edge cuts off is not hidden


def test_letters_hidden_within_a_line_that_is_seen_make_the_page_doubtful(tmp_path: Path) -> None:
    paper = Paper().write("ปี ๒๕๖๔", 50, 100)
    paper.content.append(f"1 g 65 {paper.height - 110} 60 30 re f 0 g")
    page = _page(paper.write("๒๕๖๘", 66, 100), tmp_path)
    assert page.quality == "doubtful"
    assert page.reason is not None and "within lines" in page.reason.en


def _patched(old: str, new: str) -> Paper:
    """Return a page with texts set letter by letter, the second over a white patch on the first."""
    paper = Paper().write("ปีงบประมาณ พ.ศ.", 50, 100)
    for text in (old, new):
        for at, letter in enumerate(text):
            paper.write(letter, 210 + 10 * at, 100)
        if text == old:
            paper.content.append(f"1 g 200 {paper.height - 110} 180 30 re f 0 g")
    return paper


def test_letters_set_over_the_same_ones_under_a_patch_are_read(tmp_path: Path) -> None:
    page = _page(_patched("2559", "2567"), tmp_path)
    assert page.text == "ปีงบประมาณ พ.ศ. 2567\n"
    assert page.unseen is not None and "4 letters" in page.unseen.en


def test_hidden_texts_moved_away_for_nothing_are_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_back, back = patches.put_back, list[int]()

    def told(moved: Sequence[int]) -> None:
        put_back(moved)
        back.extend(moved)

    monkeypatch.setattr(patches, "put_back", told)
    monkeypatch.setattr(patches, "on_page", lambda glyphs, shown: 0)
    assert _page(_patched("2559", "2567"), tmp_path).text == "ปีงบประมาณ พ.ศ. 67\n"
    assert len(back) == 4


def test_marks_under_a_patch_are_hidden_with_the_letters_on_which_they_are_drawn(
    tmp_path: Path,
) -> None:
    assert _page(_patched("นุ่มที่", "กกกกก"), tmp_path).text == "ปีงบประมาณ พ.ศ. กกกกก\n"


def test_a_line_of_which_an_edge_leaves_nothing_is_hidden(tmp_path: Path) -> None:
    page = _page(_between("0 0 40 300 re W n", text="กขคงจฉชซ๒๕๕๙"), tmp_path)
    assert page.text == "ปี ๒๕๖๔\n" and page.unseen is not None


@pytest.mark.parametrize(("off", "text"), [(True, "ปี ๒๕๖๔\n"), (False, "ปี ๒๕๖๔\nปี ๒๕๕๙\n")])
def test_a_layer_that_is_off_is_not_read(off: bool, text: str, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(_between("/OC /L BDC", "EMC").bytes())) as pdf:
        layer = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("L"))
        )
        pdf.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L=layer)
        shown = pikepdf.Dictionary(
            OFF=pikepdf.Array([layer] if off else []), Order=pikepdf.Array([layer])
        )
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=shown)
        data = _saved(pdf)
    assert _page(data, tmp_path).text == text


def test_a_page_whose_letters_are_all_unseen_is_not_read_as_text(tmp_path: Path) -> None:
    paper = Paper()
    paper.content.append("3 Tr 0 g 0 0 9 9 re f")
    page = _page(paper.write("ปี ๒๕๕๙", 50, 100), tmp_path)
    assert (page.source, page.text) == (Source.UNREAD, "")
    assert page.reason is not None and "cannot be seen" in page.reason.en


def _noted(paper: Paper, note: dict[str, Any], typed: str, *, drawn: bool = True) -> bytes:
    """Return the page with an annotation that shows a text at (100, 200) from the bottom left."""
    with pikepdf.open(io.BytesIO(paper.bytes())) as pdf:
        other = pikepdf.open(io.BytesIO(Paper(300, 40).write(typed, 10, 30).bytes()))
        sheet = pdf.copy_foreign(other.pages[0].obj)
        place = pikepdf.Array([100, 180, 400, 220])
        made = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=place, F=4, **note)
        if drawn:
            made.AP = pikepdf.Dictionary(
                N=pdf.make_stream(
                    sheet.Contents.read_bytes(),
                    Type=pikepdf.Name.XObject,
                    Subtype=pikepdf.Name.Form,
                    BBox=pikepdf.Array([0, 0, 300, 40]),
                    Resources=sheet.Resources,
                )
            )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(made)])
        return _saved(pdf)


FIELD = {
    "Subtype": pikepdf.Name.Widget,
    "FT": pikepdf.Name.Tx,
    "T": pikepdf.String("office"),
    "V": pikepdf.String("กรอก"),
}
FREE = {"Subtype": pikepdf.Name.FreeText, "Contents": pikepdf.String("พิมพ์เพิ่ม")}


@pytest.mark.parametrize("note", [FIELD, FREE, {"Subtype": pikepdf.Name.Stamp}])
def test_what_was_typed_onto_a_page_is_read_at_its_place(
    note: dict[str, Any], tmp_path: Path
) -> None:
    paper = Paper().write("ที่", 50, 50).write("ลงที่", 50, 250)
    page = _page(_noted(paper, note, "กรอกไว้"), tmp_path)
    assert (page.text, page.quality) == ("ที่\nกรอกไว้\nลงที่\n", "trusted")


def test_a_page_of_typed_text_alone_is_not_blank(tmp_path: Path) -> None:
    page = _page(_noted(Paper(), FREE, "กรอกไว้"), tmp_path)
    assert (page.text, page.blank) == ("กรอกไว้\n", False)


@pytest.mark.parametrize(
    ("note", "said"),
    [(FIELD, "กรอก"), (FREE, "พิมพ์เพิ่ม"), (FIELD | {"V": pikepdf.String("Off")}, "Off")],
)
def test_what_is_typed_on_and_not_drawn_is_read_where_it_would_be_set(
    note: dict[str, Any], said: str, tmp_path: Path
) -> None:
    # the programs that show the page set it: pdftk, FPDM and their kin leave it to them
    paper = Paper().write([*spelt("ลา"), *[glyph(".") for _ in range(30)]], 50, 104)
    page = _page(_noted(paper.write("ลงที่", 50, 250), note, "", drawn=False), tmp_path)
    words = page.text.replace(".", " ").split()
    assert (words, page.quality) == (["ลา", said, "ลงที่"], "trusted")


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (FIELD | {"V": pikepdf.String("ยาว" * 40)}, "ที่\n"),
        (FIELD | {"FT": pikepdf.Name.Btn, "V": pikepdf.Name.Yes}, "ที่\n"),
    ],
)
def test_what_has_no_room_or_is_ticked_and_is_not_drawn_makes_the_page_doubtful(
    note: dict[str, Any], text: str, tmp_path: Path
) -> None:
    page = _page(_noted(Paper().write("ที่", 50, 50), note, "", drawn=False), tmp_path)
    assert (page.text, page.quality, page.blank) == (text, "doubtful", False)
    assert page.reason is not None and "no appearance" in page.reason.en


def test_a_box_that_is_not_ticked_and_not_drawn_is_nothing(tmp_path: Path) -> None:
    note = FIELD | {"FT": pikepdf.Name.Btn, "V": pikepdf.Name.Off}
    page = _page(_noted(Paper().write("ที่", 50, 50), note, "", drawn=False), tmp_path)
    assert (page.text, page.quality) == ("ที่\n", "trusted")


def test_what_is_written_already_where_a_field_stands_is_not_said_again(tmp_path: Path) -> None:
    paper = Paper().write("กรอก", 110, 104)
    page = _page(_noted(paper, FIELD, "", drawn=False), tmp_path)
    assert (page.text, page.quality) == ("กรอก\n", "doubtful")


def test_a_button_is_no_text_of_the_report(tmp_path: Path) -> None:
    note = FIELD | {"FT": pikepdf.Name.Btn, "Ff": 1 << 16}
    page = _page(_noted(Paper().write("ที่", 50, 50), note, "ล้าง"), tmp_path)
    assert page.text == "ที่\n"


@pytest.mark.parametrize("paint", ["/Pattern cs /P scn 20 20 200 200 re f", "/S sh"])
def test_a_page_that_only_a_pattern_fills_is_not_blank(paint: str, tmp_path: Path) -> None:
    paper = Paper()
    paper.content.append(paint)
    with pikepdf.open(io.BytesIO(paper.bytes())) as pdf:
        dots = b"0 0 5 5 re f"
        pattern = pdf.make_stream(
            dots,
            Type=pikepdf.Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=pikepdf.Array([0, 0, 10, 10]),
            XStep=10,
            YStep=10,
            Resources=pikepdf.Dictionary(),
        )
        shade = pikepdf.Object.parse(
            b"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 400 0]"
            b"/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>"
        )
        pdf.pages[0].obj.Resources.Pattern = pikepdf.Dictionary(P=pattern)
        pdf.pages[0].obj.Resources.Shading = pikepdf.Dictionary(S=shade)
        data = _saved(pdf)
    page = _page(data, tmp_path)
    assert (page.blank, page.source) == (False, Source.UNREAD)


def _with_contents(change: Any, folder: Path) -> Document:
    """Return a report of two pages as read, the second one's compressed drawing changed."""
    paper = Paper()
    for line in range(8):
        paper.write("ผลการดำเนินงาน", 50, 50 + 30 * line)
    with pikepdf.open(io.BytesIO(paper.bytes(pages=2))) as pdf:
        body = zlib.compress(pdf.pages[1].obj.Contents.read_bytes())
        pdf.pages[1].obj.Contents = pdf.make_stream(b"")
        pdf.pages[1].obj.Contents.write(change(body), filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return _read(out.getvalue(), folder)


def _with_hole(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(30) + data[middle + 30 :]


@pytest.mark.parametrize(
    "change", [lambda data: data[: len(data) // 2], _with_hole], ids=["cut short", "with a hole"]
)
def test_a_page_whose_drawing_does_not_decode_to_its_end_is_unread(
    change: Any, tmp_path: Path
) -> None:
    document = _with_contents(change, tmp_path)
    assert document.unread == (2,)
    reason = document.pages[1].reason
    assert reason is not None and "damaged" in reason.en


def test_a_drawing_that_lacks_only_its_checksum_is_whole(tmp_path: Path) -> None:
    document = _with_contents(lambda data: data[:-4], tmp_path)
    assert document.unread == ()
    assert document.pages[0].text == document.pages[1].text


def test_marks_set_by_themselves_go_with_the_letters_before_them(tmp_path: Path) -> None:
    paper = Paper().write("ปี ๒๕๖๔", 50, 100)
    paper.content.append("q")
    for x, text in ((50, "กข"), (90, "่"), (120, "ค"), (150, "้")):
        paper.write(text, x, 200)
    paper.content.append("1 g 40 80 200 40 re f Q")
    page = _page(paper, tmp_path)
    assert page.text == "ปี ๒๕๖๔\n" and page.unseen is not None


def _said(said: str, drawn: str) -> Paper:
    """Return a page on which an /ActualText speaks for glyphs whose codes say what they draw."""
    paper = Paper()
    paper.content.append(f"/Span <</ActualText <feff{said.encode('utf-16-be').hex()}>>> BDC")
    paper.write(drawn, 50, 100)
    paper.content.append("EMC")
    return paper


@pytest.mark.parametrize(
    ("said", "drawn"), [("ปีงบประมาณ ๒๕๕๙", "ปีงบประมาณ ๒๕๖๔"), ("ไม่มีผลงานใด", "ดำเนินการครบ")]
)
def test_an_actual_text_that_contradicts_what_is_drawn_is_not_believed(
    said: str, drawn: str, tmp_path: Path
) -> None:
    page = _page(_said(said, drawn), tmp_path)
    assert (page.text, page.quality) == (drawn + "\n", "doubtful")
    assert page.reason is not None and "not those this page shows" in page.reason.en


@pytest.mark.parametrize(
    ("said", "drawn"),
    [("ปีงบประมาณ ๒๕๖๔", "ปีงบประมาณ 2564"), ("ขั้นตอนการดำเนินงาน", "ขนตอนการดาเนนงาน")],
)
def test_an_actual_text_that_says_more_of_the_same_is_believed(
    said: str, drawn: str, tmp_path: Path
) -> None:
    page = _page(_said(said, drawn), tmp_path)
    assert page.text.replace(" ", "") == said.replace(" ", "") + "\n"
    assert page.quality != "doubtful"


def test_an_unseen_line_of_the_program_that_made_the_file_is_no_reason_to_doubt_a_page(
    tmp_path: Path,
) -> None:
    page = _page(_between("3 Tr", "0 Tr", text="Powered by TCPDF"), tmp_path)
    assert page.text.strip() == "ปี ๒๕๖๔"
    assert page.quality == "trusted"


def test_a_mark_that_stands_beside_the_page_does_not_cost_the_page(tmp_path: Path) -> None:
    """Such marks have no picture by which they could be told."""
    paper = Paper().write("ปี ๒๕๖๔", 50, 100)
    page = pypdfium2.PdfDocument(paper.bytes())[0]
    sheet = pdfium.sheet(page, 1)
    assert sheet.picture is not None
    assert sheet.picture(Ink(700, 100, 705, 105)).size == 0
    assert sheet.picture(Ink(50, -20, 60, -10)).size == 0
    assert sheet.picture(Ink(50, 80, 60, 100)).size


@pytest.mark.parametrize(
    ("state", "mixed"),
    [
        ("<< /Type /ExtGState /ca 1 /CA 1 /BM /Normal /SMask /None >>", False),
        ("<< /ca 0.2 >>", True),
        ("<< /BM /Multiply >>", True),
        ("<< /SMask << /S /Luminosity >> >>", True),
    ],
)
def test_only_where_something_is_see_through_or_mixed_letters_are_looked_at_for_it(
    state: str, mixed: bool
) -> None:
    content = _with_state(Paper().write("ปี ๒๕๖๔", 50, 100), state)
    assert Structure(content).hides(1).mixed is mixed
