"""Marked copies: highlights where a finding stands on the page as shown, the message as the note,
the original untouched.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest
from report.batches import HOSTILE, finding, report

from ita_checker.model import Batch, Box, Place, Span, Words
from ita_checker.report.beside import marked, pdf_notes

PLACE = Box(40.0, 60.0, 140.0, 80.0)


def blank(
    path: Path, rotate: int = 0, crop: tuple[int, int, int, int] | None = None, pages: int = 2
) -> Path:
    """Write a PDF of white pages, 300 by 400 points, turned and cropped as asked."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(300, 400))
        page.obj.Rotate = rotate
        if crop:
            page.cropbox = pikepdf.Array(crop)
    path.parent.mkdir(parents=True, exist_ok=True)
    pdf.save(path)
    return path


def at(page: int, box: Box = PLACE) -> tuple[Span, ...]:
    return (Span(0, 3, "คำ", (Place(page, box),)),)


def drawn(path: Path, page: int) -> Any:
    """Return the page as pdfium shows it, a pixel a point: rows, columns, colours."""
    with pypdfium2.PdfDocument(path) as pdf:
        return np.asarray(pdf[page - 1].render(scale=1, draw_annots=True).to_numpy())[:, :, :3]


def noted(path: Path) -> list[tuple[int, str, str]]:
    with pikepdf.open(path) as pdf:
        return [
            (number, str(one.Subtype), str(one.Contents))
            for number, page in enumerate(pdf.pages, 1)
            for one in page.get("/Annots", [])
        ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (30, 50, 280, 390)])
def test_a_highlight_lies_where_the_finding_stands_however_the_page_is_turned_and_cropped(
    tmp_path: Path, rotate: int, crop: Any
) -> None:
    blank(tmp_path / "a.pdf", rotate, crop)
    batch = Batch((report("a.pdf", finding("YEA005", "x", spans=at(2))),), (), "1", str(tmp_path))
    assert list(marked.write(batch, tmp_path / "out")) == []
    shown = drawn(tmp_path / "out/a.pdf", 2)
    tinted = np.argwhere((shown < 250).any(axis=2))
    (top, left), (bottom, right) = tinted.min(axis=0), tinted.max(axis=0)
    risen = 60 - 0.22 * 20
    assert [
        abs(got - want) <= 1.5
        for got, want in zip((left, top, right, bottom), (40, risen, 140, 80), strict=True)
    ] == [True] * 4
    assert not (drawn(tmp_path / "out/a.pdf", 1) < 250).any()


def test_the_note_says_message_doubt_and_what_to_do_and_the_original_is_untouched(
    tmp_path: Path,
) -> None:
    source = blank(tmp_path / "2564/a.pdf")
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    one = finding(
        "YEA006", "31 เมษายน", spans=at(1), doubt=Words("อ่านจากภาพ", "read from a picture")
    )
    list(
        marked.write(Batch((report("2564/a.pdf", one),), (), "1", str(tmp_path)), tmp_path / "out")
    )
    (page, kind, text), *more = noted(tmp_path / "out/2564/a.pdf")
    first, second, third, last = text.splitlines()
    assert (page, kind, more) == (1, "/Highlight", [])
    assert first.startswith("YEA006 ")
    assert (second, third) == ("พบ 31 เมษายน โปรดตรวจสอบ", "โปรดตรวจสอบซ้ำ: อ่านจากภาพ")
    assert last.startswith("สิ่งที่ควรดำเนินการ: ")
    assert hashlib.sha256(source.read_bytes()).hexdigest() == before


def test_what_stands_nowhere_is_said_at_the_top_of_the_first_page_and_own_annotations_stay(
    tmp_path: Path,
) -> None:
    source = blank(tmp_path / "a.pdf")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        own = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="ของเดิม"
        )
        pdf.pages[0].obj.Annots = pdf.make_indirect(pikepdf.Array([own]))
        pdf.save(source)
    found = finding("SEC001", "a", spans=()), finding("SEC001", "b", spans=())
    list(marked.write(Batch((report("a.pdf", *found),), (), "1", str(tmp_path)), tmp_path / "out"))
    notes = noted(tmp_path / "out/a.pdf")
    assert [(page, kind) for page, kind, _ in notes] == [(1, "/Text"), (1, "/Text")]
    assert notes[0][2] == "ของเดิม"
    assert notes[1][2].count("SEC001") == 2


def test_the_text_of_a_pdf_is_only_text_in_a_note(tmp_path: Path) -> None:
    blank(tmp_path / "a.pdf")
    found = [finding("TXT001", text, spans=at(1), message=Words(text, text)) for text in HOSTILE]
    list(marked.write(Batch((report("a.pdf", *found),), (), "1", str(tmp_path)), tmp_path / "out"))
    with pikepdf.open(tmp_path / "out/a.pdf") as pdf:
        assert {str(key) for one in pdf.pages[0].Annots for key in one.keys()} == {  # noqa: SIM118 - a pikepdf dictionary
            "/Type", "/Rect", "/Contents", "/T", "/C", "/F", "/P", "/Subtype", "/QuadPoints", "/AP",
        }  # fmt: skip
    assert not any(
        "\x1b" in text or "\u202e" in text for _, _, text in noted(tmp_path / "out/a.pdf")
    )


def test_an_original_is_never_written_over_and_no_copy_leaves_its_folder(tmp_path: Path) -> None:
    source = blank(tmp_path / "in/a.pdf")
    before = source.read_bytes()
    batch = Batch(
        (report("a.pdf", finding("YEA005", "x", spans=at(1))),), (), "1", str(tmp_path / "in")
    )
    assert [error.text("en") for error in marked.write(batch, tmp_path / "in")] == [
        "a.pdf: not written over the original choose another folder with --annotate"
    ]
    outside = Batch(
        (report("../in/a.pdf", finding("YEA005", "x", spans=at(1))),), (), "1", str(tmp_path / "in")
    )
    assert list(marked.write(outside, tmp_path / "in/out")) == []
    assert (tmp_path / "in/out/in/a.pdf").exists()
    assert source.read_bytes() == before


def test_a_file_that_cannot_be_copied_is_said_and_the_others_are_made(tmp_path: Path) -> None:
    blank(tmp_path / "a.pdf")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    reports = [
        report(name, finding("YEA005", "x", spans=at(1))) for name in ("a.pdf", "b.pdf", "c.pdf")
    ]
    said = list(
        marked.write(
            Batch((*reports, report("clean.pdf")), (), "1", str(tmp_path)), tmp_path / "out"
        )
    )
    assert sorted(error.where for error in said) == ["b.pdf", "c.pdf"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.pdf"]


@pytest.mark.parametrize(
    "name", [b"tis620-\xa1\xd2\xc3.pdf", b"\x80.pdf", "ก".encode() * 83 + b".pdf"]
)
def test_a_file_gets_its_copy_whatever_it_is_called(tmp_path: Path, name: bytes) -> None:
    shown = os.fsdecode(name)
    blank(tmp_path / "a.pdf")
    (tmp_path / "a.pdf").rename(tmp_path / shown)
    note = pdf_notes.Note(1, (), "x", (1, 0, 0))
    assert pdf_notes.copy(tmp_path / shown, tmp_path / "copy.pdf", [note]) is None
    (tmp_path / shown).write_bytes(b"%PDF-1.4 broken")
    why = pdf_notes.copy(tmp_path / shown, tmp_path / "none.pdf", [note])
    assert why is not None
    assert "original" not in why.en
    assert "object at 0x" not in why.en


def test_a_copy_holds_nothing_that_runs_and_all_that_is_shown(tmp_path: Path) -> None:
    from pikepdf import Array, Dictionary, Name, Pdf, String

    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    link = Dictionary(S=Name.URI, URI=String("http://example.org"))
    with Pdf.new() as pdf:
        page = pdf.add_blank_page()
        rect = Array([0, 0, 9, 9])
        page.obj.AA = Dictionary(O=script)
        page.obj.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=script),
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Link,
                        Rect=rect,
                        A=Dictionary(S=Name.URI, URI=String("x"), Next=script),
                    )
                ),
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=link),
            ]
        )
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=script)
        pdf.Root.Names = Dictionary(
            JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script)]))
        )
        pdf.attachments["told.txt"] = b"kept"
        pdf.save(tmp_path / "armed.pdf")
    assert pdf_notes.copy(tmp_path / "armed.pdf", tmp_path / "copy.pdf", ()) is None
    with Pdf.open(tmp_path / "copy.pdf") as pdf:
        assert [note.get("/A") is not None for note in pdf.pages[0].Annots] == [False, False, True]
        assert dict(pdf.attachments)["told.txt"].get_file().read_bytes() == b"kept"
    with Pdf.open(tmp_path / "copy.pdf") as pdf:
        pdf.save(tmp_path / "plain.pdf", compress_streams=False, object_stream_mode=_plain())
    assert b"app.alert" not in (tmp_path / "plain.pdf").read_bytes()


def _plain() -> object:
    from pikepdf import ObjectStreamMode

    return ObjectStreamMode.disable
