"""Glyphs that are said to be several letters give each the place where it stands."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from paper import Paper

from ita_checker.read import Options, read
from ita_checker.read.layer.letters import Ink
from ita_checker.read.layer.native import shared


@pytest.mark.parametrize(
    ("bottom", "starts"),
    [(100.0, 50.0), (92.0, 57.0)],
    ids=["with the rest, which stands there", "ring and tone alone, the rest follows"],
)
def test_a_sara_am_said_with_its_tone_stands_where_its_rest_does(
    bottom: float, starts: float
) -> None:
    inks = [Ink(50, 82, 53.5, bottom), Ink(53.5, 82, 57, bottom)]  # pdfium halves it
    tone, sara_am = shared.letters("่ำ", inks, 100, 15, 0)
    assert (tone.text, tone.x0) == ("่", 50.0)
    assert (sara_am.text, sara_am.x0) == ("ำ", starts)


def test_what_a_file_says_of_a_text_within_a_form_stands_where_that_is_drawn(
    tmp_path: Path,
) -> None:
    # two pages on one sheet: each a form, made smaller; LibreOffice says each mark's glyph so
    sheet = Paper(size=30).write("กขผ", 50, 90).say("ู", "ุ", 95, 90).say("้", "้", 95, 90)
    one = pikepdf.open(sheet.write("ดงาน", 95, 90).save(tmp_path / "page.pdf"))
    both = pikepdf.new()
    page = both.add_blank_page(page_size=(560, 210))
    for x in (0, 280):
        form = both.copy_foreign(one.pages[0].as_form_xobject())
        name = page.add_resource(form, pikepdf.Name.XObject)
        page.contents_add(f"q 0.7 0 0 0.7 {x} 0 cm {name} Do Q".encode())
    both.save(tmp_path / "sheet.pdf")
    text = read(tmp_path / "sheet.pdf", Options(ocr="never")).pages[0].text
    assert text.replace("\t", "").split() == ["กขผู้ดงาน"] * 2
