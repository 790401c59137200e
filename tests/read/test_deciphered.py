"""Pages whose codes mean nothing, read off their picture: one glyph is one letter wherever it
stands.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest
from paper import Paper, spelt

from ita_checker.model import Box, Doubtful, Line, Page, ReadOptions, Source
from ita_checker.read import ocr, read
from ita_checker.read.deciphered import Cipher
from ita_checker.read.layer.letters import Ink, Letter, Sheet

SIZE, WIDE, HIGH = 20.0, 10.0, 30.0
CODES = {letter: chr(0x21 + at) for at, letter in enumerate("กขคจดตนมรวสอาั*๒๕๖oํ")}


def _sheet(rows: Sequence[str], shapes: dict[str, float] | None = None) -> Sheet:
    """Return a page that draws rows of glyphs, each with a code of its own; `shapes`: how high the
    ink of some is, who all have the code of the first of them.
    """
    odd = shapes or {}
    letters = [
        _letter(CODES[next(iter(odd)) if one in odd else one], at, row, odd.get(one, WIDE))
        for row, text in enumerate(rows)
        for at, one in enumerate(text)
    ]
    return Sheet(1, 600.0, 800.0, letters, (), ("Font",))


def _letter(code: str, at: int, row: int, high: float) -> Letter:
    x, y = 50 + WIDE * at, 50 + HIGH * row
    return Letter(code, x, x + WIDE, y, SIZE, 0, Ink(x, y - high, x + WIDE - 1, y))


def _page(rows: Sequence[str], unsure: dict[tuple[int, int], str] | None = None) -> Page:
    """Return the same page as its picture was read; `unsure`: rows and places of letters that the
    reader was not sure of, and what else they may be.
    """
    doubts = unsure or {}
    return Page(
        1,
        600.0,
        800.0,
        tuple(
            _line(text, row, {at: others for (of, at), others in doubts.items() if of == row})
            for row, text in enumerate(rows)
        ),
        source=Source.OCR,
    )


def _line(text: str, row: int, unsure: dict[int, str]) -> Line:
    y, edges = 50 + HIGH * row, [50 + WIDE * at for at in range(len(text) + 1)]
    return Line(
        text,
        Box(50, y - 0.8 * SIZE, 550, y + 0.2 * SIZE),
        array("f", [edge for at in range(len(text)) for edge in edges[at : at + 2]]),
        text,
        doubtful=tuple(Doubtful(at, 0.7, others) for at, others in sorted(unsure.items())),
    )


def _said(page: Page) -> list[str]:
    return [line.text for line in page.lines]


PRINTED = ["ตามนมวัว", "นมตราวัว", "มาตรวัด", "ตรามรดก", "วัดตาม"] * 4


def test_a_letter_misread_in_one_place_is_read_as_everywhere_else() -> None:
    read_as = [*PRINTED[:2], "มาดรวัด", *PRINTED[3:]]
    made = Cipher().read(_sheet(PRINTED), _page(read_as, {(2, 2): "ต"}))
    assert _said(made) == PRINTED
    assert made.lines[2].doubtful == ()


def test_a_letter_that_few_places_tell_stays_doubted_and_names_what_was_read() -> None:
    read_as = [*PRINTED[:2], "มาดรวัด", *PRINTED[3:5]]
    made = Cipher().read(_sheet(PRINTED[:5]), _page(read_as, {(2, 2): "ต"}))
    assert _said(made) == PRINTED[:5]
    assert [(one.index, one.others) for one in made.lines[2].doubtful] == [(2, "ด")]


def test_a_letter_that_was_not_read_is_put_where_its_glyph_stands() -> None:
    printed = ["อาตม*", "วัตร*", "ตราสม*", "มารดาตรา**", "กามดา*"]
    made = Cipher().read(_sheet(printed), _page([*printed[:3], "มารดาตรา", "กามดา*"]))
    assert _said(made) == printed
    assert [round(edge) for edge in made.lines[3].edges[-4:]] == [130, 140, 140, 150]


def test_glyphs_of_other_shapes_are_others_though_the_file_says_one_code() -> None:
    sheet = _sheet([*PRINTED, "ขข"], {"ต": 10.0, "ข": 12.0})
    assert _said(Cipher().read(sheet, _page([*PRINTED, "ขข"]))) == [*PRINTED, "ขข"]


def test_a_glyph_that_the_reader_surely_read_as_two_letters_tells_nothing() -> None:
    sheet = _sheet([*PRINTED, "ขข"], {"ต": 10.0, "ข": 10.0})
    assert _said(Cipher().read(sheet, _page([*PRINTED, "ขข"]))) == [*PRINTED, "ขข"]


def test_a_row_that_is_not_what_the_file_draws_there_stays_as_it_was_read() -> None:
    other = [*PRINTED[:-1], "กขคดนส"]  # a picture over the letters
    assert _said(Cipher().read(_sheet(PRINTED), _page(other))) == other


@pytest.mark.parametrize("read_as", ["ตราวัมนม", "นตมราววั"])
def test_what_stands_in_another_order_is_not_changed(read_as: str) -> None:
    rows = [PRINTED[0], read_as, *PRINTED[2:]]
    assert _said(Cipher().read(_sheet(PRINTED), _page(rows))) == rows


def test_a_sara_am_of_two_glyphs_is_one_letter() -> None:
    printed, shown = ["มํารดา", "ตํารวจา", "คํารวม"], ["มำรดา", "ตำรวจา", "คำรวม"]
    known = ["ดารา", "มารดา", "ตามดา"] * 3
    page = _page(["มำรตา", *shown[1:], *known])
    assert _said(Cipher().read(_sheet([*printed, *known]), page))[:3] == shown


def test_a_thai_zero_is_no_letter_o_though_one_glyph_draws_both() -> None:
    printed = ["oนo", "oมo", "oรo", "วo", "๒๕๖o"]
    rows = [*printed[:4], "๒๕๖๐"]
    assert _said(Cipher().read(_sheet(printed), _page(rows))) == rows


def test_what_one_page_shows_is_known_on_the_next() -> None:
    cipher = Cipher()
    cipher.read(_sheet(PRINTED), _page(PRINTED))
    assert _said(cipher.read(_sheet(["ตราวัว"]), _page(["คราวัว"]))) == ["ตราวัว"]


def test_a_page_of_broken_codes_is_read_by_its_glyphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lies = dict(zip("กรมตสนงาลยวด", "1>@0?B<_^}~#", strict=True))
    rows = [
        "กรรมการสนามกลางตรานาค",
        "กรมการตรวจการ",
        "กรรมการสมาคม",
        "ตรวจตราการตลาด",
        "ตรวจตราตลาด",
    ]
    seen = [rows[0], rows[1].replace("ต", "ด"), *rows[2:]]
    paper = Paper()
    for at, row in enumerate(rows):
        paper.write(spelt(row, lies), 50, 50 + HIGH * at)

    def read_or_reason(*_: object) -> Page:
        return _page(seen)

    monkeypatch.setattr(ocr, "read_or_reason", read_or_reason)
    page = read(paper.save(tmp_path / "paper.pdf"), ReadOptions()).pages[0]
    assert page.source is Source.OCR
    assert [line.text for line in page.lines] == rows
