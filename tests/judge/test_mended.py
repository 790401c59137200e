"""A scanned document is judged by its likeliest reading and quoted as it was read."""

from __future__ import annotations

from dataclasses import replace

from building import document

from ita_checker.judge.mended import reading
from ita_checker.model import Document, Doubtful


def unsure(read: Document, piece: str, index: int, confidence: float, others: str = "") -> Document:
    """Return the document, one letter of a piece of it marked as doubtful."""
    pages = []
    for page in read.pages:
        lines = tuple(
            replace(
                line,
                doubtful=(
                    *line.doubtful,
                    Doubtful(line.text.index(piece) + index, confidence, others),
                ),
            )
            if piece in line.text
            else line
            for line in page.lines
        )
        pages.append(replace(page, lines=lines))
    return replace(read, pages=tuple(pages))


SCAN = """
(ocr)
ชือมาตรการ | ผู้รับผิตชอบ
มาตรการจัดการเรืองร้องเรียน | กองคลัง
"""


def test_the_likeliest_reading_has_known_words_put_right() -> None:
    found = reading(unsure(document(SCAN), "ผู้รับผิตชอบ", 8, 0.6, "ด"))
    assert found.likeliest.text == "ชื่อมาตรการ\tผู้รับผิดชอบ\t\nมาตรการจัดการเรื่องร้องเรียน\tกองคลัง\t\n\f"
    cells = [
        found.likeliest.cell(page, cell)
        for page in found.likeliest.pages
        for table in page.tables
        for cell in table.cells
    ]
    assert [found.likeliest.text[slice(*cell)] for cell in cells] == [
        "ชื่อมาตรการ",
        "ผู้รับผิดชอบ",
        "มาตรการจัดการเรื่องร้องเรียน",
        "กองคลัง",
    ]


def test_a_piece_of_it_is_quoted_as_read() -> None:
    found = reading(unsure(document(SCAN), "ผู้รับผิตชอบ", 8, 0.6, "ด"))
    start = found.likeliest.text.index("เรื่องร้องเรียน")
    span = found.as_read(found.likeliest.span(start, start + len("เรื่องร้องเรียน")))
    assert (span.quote, span.ocr, span.doubtful) == ("เรืองร้องเรียน", True, ())
    start = found.likeliest.text.index("ผู้รับ")
    span = found.as_read(found.likeliest.span(start, start + len("ผู้รับผิดชอบ")))
    assert (span.quote, span.doubtful) == ("ผู้รับผิตชอบ", (Doubtful(8, 0.6, "ด"),))


def test_pages_with_a_text_layer_are_judged_as_they_are() -> None:
    plain = document("ชือมาตรการ\n---page---\n(ocr)\nชือมาตรการ")
    assert reading(document("ชือมาตรการ")).likeliest == document("ชือมาตรการ")
    assert reading(plain).likeliest.text == "ชือมาตรการ\n\fชื่อมาตรการ\n\f"
