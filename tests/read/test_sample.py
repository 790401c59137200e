"""A page whose letters are doubtful is held against its picture: agreement settles trust,
disagreement sends it to OCR, and the reason is told.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from paper import Paper, glyph

from ita_checker.model import Box, Doubtful, Line, Page, ReadOptions, Source, Words
from ita_checker.read import guard, ocr, read
from ita_checker.read.sample import as_shown, compared

TEXT = "มาตรการส่งเสริมความโปร่งใส"


def _line(text: str, top: float, x0: float = 50.0) -> Line:
    edges = array("f", [x0 + 5 * step for index in range(len(text)) for step in (index, index + 1)])
    return Line(text, Box(x0, top, x0 + 5 * len(text), top + 15), edges, text)


def _page(*texts: str) -> Page:
    lines = tuple(_line(text, 50.0 + 20 * row) for row, text in enumerate(texts))
    return Page(1, 400, 300, lines, source=Source.OCR, quality="ocr")


def test_lines_are_compared_with_what_stands_at_their_place() -> None:
    assert compared(_page(TEXT, TEXT[5:]), _page(TEXT, TEXT[5:])).agree
    other = compared(_page(TEXT), _page("งบประมาณรายจ่ายประจำปีใหม่"))
    assert other.differ and (other.says, other.shows) == (TEXT, "งบประมาณรายจ่ายประจำปีใหม่")


def test_a_few_slips_of_the_pictures_reader_are_no_disagreement() -> None:
    assert compared(_page(TEXT, TEXT), _page(TEXT.replace("ตร", "คร"), TEXT)).agree


def test_one_line_that_says_nothing_of_the_words_shown_there_is_a_disagreement() -> None:
    rest = (TEXT,) * 12
    assert compared(_page("\x04\x06\x07\x08\x0e\x10\x11\x13", *rest), _page(TEXT[:7], *rest)).differ
    # what is shown is no words: an ornament, or badly read
    result = compared(_page("\x04\x06\x07\x08\x0e\x10\x11\x13", *rest), _page("ฬฮธฏฐฆฌฅ", *rest))
    assert not result.differ


def test_pieces_of_one_row_are_taken_from_left_to_right() -> None:
    text = _page(TEXT + " " + TEXT)
    pieces = replace(text, lines=(_line(TEXT, 50, 50 + 5 * (len(TEXT) + 1)), _line(TEXT, 50)))
    assert compared(text, pieces).agree


def test_a_picture_read_unsurely_or_with_nothing_there_settles_nothing() -> None:
    seen = _page("งบประมาณรายจ่ายประจำปีใหม่")
    doubts = tuple(Doubtful(index, 0.5) for index in range(9))
    unsure = replace(seen, lines=(replace(seen.lines[0], doubtful=doubts),))
    for picture in (unsure, _page()):
        result = compared(_page(TEXT), picture)
        assert not result.agree and not result.differ


def _doubtful(folder: Path) -> Path:
    """Write a page a part of whose letters cannot be right."""
    paper = Paper(width=500)
    for row in range(5):
        paper.write(TEXT, 50, 60 + 30 * row)
    paper.write([glyph(letter, "é") for letter in "กขคงจ"], 50, 230)
    paper.write([glyph(letter, "\ufffd") for letter in "ฉชซ"], 150, 230)
    return paper.save(folder / "doubtful.pdf")


@pytest.mark.parametrize("alike", [True, False], ids=["the same", "something else"])
def test_the_picture_settles_a_doubtful_page(
    alike: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _doubtful(tmp_path)
    text = read(path, ReadOptions(ocr="never")).pages[0]
    assert (text.source, text.quality) == (Source.TEXT, "doubtful")
    shows = text if alike else replace(text, lines=tuple(map(_other, text.lines)))
    seen = replace(shows, source=Source.OCR, quality="ocr", reason=None)
    monkeypatch.setattr(ocr, "read_or_reason", lambda *_: seen)
    page = read(path).pages[0]
    if alike:
        assert (page.text, page.quality, page.reason) == (text.text, "repaired", None)
    else:
        assert page.source is Source.OCR and page.reason is not None
        assert "not what the page shows" in page.reason.en
        assert page.text == seen.text


LOST = TEXT.replace("่ง", "\ufffe" + "ง")  # as Ghostscript says a mark it has no code for


@pytest.mark.parametrize("said", [LOST, TEXT.replace("ว", "䤳"), TEXT.replace("ใ", "Ó")])
def test_a_letter_no_word_can_hold_is_read_from_the_picture(said: str) -> None:
    """What the picture's reader slips on elsewhere on the line is not taken over."""
    text = _page(TEXT, said)
    made = as_shown(text, _page(TEXT, TEXT.replace("มาตร", "มาคร")))
    assert [line.text for line in made.lines] == [TEXT, TEXT]
    line = made.lines[1]
    assert len(line.edges) == 2 * len(line.text)
    assert line.edges[0] == text.lines[1].edges[0] and line.edges[-1] == text.lines[1].edges[-1]


def test_what_is_shown_in_place_of_another_line_is_not_taken_over() -> None:
    text = _page(LOST)
    assert as_shown(text, _page("งบประมาณรายจ่ายประจำปีใหม่")) == text


def _with_one_lost(folder: Path) -> Path:
    paper = Paper(width=500, height=500)
    for row in range(14):
        paper.write(TEXT, 50, 60 + 30 * row)
    paper.write([*map(glyph, "ประ"), glyph("ก", "䤳"), *map(glyph, "าศ")], 50, 480)
    return paper.save(folder / "one.pdf")


def test_one_letter_no_word_can_hold_is_a_doubt_that_only_its_reading_lifts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _with_one_lost(tmp_path)
    text = read(path, ReadOptions(ocr="never")).pages[0]
    assert (text.source, text.quality) == (Source.TEXT, "doubtful")
    assert text.reason is not None and "cannot be right" in text.reason.en
    for last, quality in (("ประกาศ", "repaired"), ("", "doubtful")):
        lines = (*text.lines[:-1], replace(text.lines[-1], text=last, raw=last))
        seen = replace(text, lines=lines, source=Source.OCR, quality="ocr", reason=None)
        monkeypatch.setattr(ocr, "read_or_reason", lambda *_, seen=seen: seen)
        page = read(path).pages[0]
        assert (page.quality, page.lines[-1].text == last) == (quality, bool(last))


def _other(line: Line) -> Line:
    text = "ฮ" * len(line.text)
    return replace(line, text=text, raw=text)


def test_a_doubtful_page_stays_so_where_the_picture_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "read_or_reason", lambda *_: Words("อ่านไม่ได้", "cannot"))
    page = read(_doubtful(tmp_path)).pages[0]
    assert (page.source, page.quality) == (Source.TEXT, "doubtful")


@pytest.mark.parametrize(
    ("limit", "what"),
    [("MOST_LETTERS", "letters"), ("MOST_RULES", "lines"), ("MOST_OBJECTS", "objects")],
)
def test_a_page_that_holds_more_than_a_page_can_is_given_up_alone(
    limit: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, limit, 3)
    paper = Paper().write("ปี ๒๕๖๔", 50, 100).grid((40, 200, 300), (80, 120, 160))
    page = read(paper.save(tmp_path / "full.pdf"), ReadOptions(ocr="never")).pages[0]
    assert page.source is Source.UNREAD
    assert page.reason is not None and what in page.reason.en


def test_a_page_that_shows_nothing_of_its_text_is_not_told_blank(tmp_path: Path) -> None:
    paper = Paper().write("ปี ๒๕๖๔", 50, -100)
    page = read(paper.save(tmp_path / "outside.pdf")).pages[0]
    assert (page.blank, page.quality, page.text) == (False, "doubtful", "")
    assert page.reason is not None and "shows nothing" in page.reason.en


def test_codes_without_a_reading_amid_words_are_read_as_they_are_shown() -> None:
    said, shown = _page("ข้อความข้างต้นเป2นความจริง 2 ข้อ"), _page("ข้อความข้างต้นเป็นความจริง 2 ข้อ")
    assert as_shown(said, shown) == said
    assert as_shown(said, shown, {"2"}).text == shown.text
