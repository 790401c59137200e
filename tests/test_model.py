"""Offsets lead back to pages, quotes and boxes."""

from __future__ import annotations

import pytest
from building import document

from ita_checker.model import Box, Doubtful, Source, unwrapped
from ita_checker.model.records import replace


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("องค์การบริหาร\nส่วนตำบล", "องค์การบริหารส่วนตำบล"),
        ("เดือนเมษายน\n๒๕๖๓", "เดือนเมษายน ๒๕๖๓"),
        ("พ.ศ.\n2563", "พ.ศ. 2563"),
        ("๒๕\n๖๓", "๒๕๖๓"),
        ("Integrity\nand", "Integrity and"),
        ("ก\t\nข", "ก ข"),
    ],
)
def test_a_quote_stands_on_one_line_and_keeps_its_letters(text: str, quote: str) -> None:
    assert unwrapped(text) == quote


def test_a_span_has_a_place_for_each_line_and_page_it_runs_over() -> None:
    read = document("หน้าแรก\nบรรทัดสอง\n---page---\nหน้าสอง")
    start, end = (
        read.text.index("แรก"),
        read.text.index("สอง\f") if "สอง\f" in read.text else read.text.rindex("สอง") + 3,
    )
    span = read.span(start, end)
    assert [place.page for place in span.places] == [1, 1, 2]
    assert span.places[0].box.x0 > span.places[1].box.x0


def test_a_cells_text_is_found_by_its_offsets() -> None:
    read = document("ก่อน\nหัว | ค่า // สองบรรทัด\nหลัง")
    page = read.pages[0]
    texts = [read.text[slice(*read.cell(page, cell))] for cell in page.tables[0].cells]
    assert texts == ["หัว", "ค่า\nสองบรรทัด"]


def test_pages_that_were_not_read_are_named() -> None:
    read = document("ก\n---page---\n(unread)\n---page---\n(ocr)\nข")
    assert read.unread == (2,)
    assert read.pages[2].source is Source.OCR
    assert read.span(read.text.index("ข"), read.text.index("ข") + 1).ocr


def test_a_record_with_a_field_changed_is_another_and_fields_it_lacks_are_refused() -> None:
    box = Box(1.0, 2.0, 3.0, 4.0)
    assert replace(box, x1=9.0, top=0.0) == Box(1.0, 0.0, 9.0, 4.0)
    assert box == Box(1.0, 2.0, 3.0, 4.0)
    with pytest.raises(TypeError, match="left"):
        replace(box, left=0.0)  # type: ignore[call-arg]


def test_letters_are_unsure_only_where_a_page_was_read_from_a_picture() -> None:
    own = document("(ocr)\nโครงการ")
    line = replace(own.pages[0].lines[0], doubtful=(Doubtful(1, 0.5, "ด"),))
    for source, unsure in ((Source.OCR, [1]), (Source.TEXT, [])):
        page = replace(own.pages[0], lines=(line,), source=source)
        told = replace(own, pages=(page,)).unsure(0, len(own.text))
        assert [at for at, _ in told] == unsure
