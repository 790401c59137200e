"""Pages whose letters are all possible, and wrong: only the words tell."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from paper import Paper

from ita_checker.model import Document, ReadOptions, Source
from ita_checker.read import ocr, read, strangers

PROSE = (
    "องค์การบริหารส่วนตำบลได้จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
    "โดยนำผลการประเมินในปีที่ผ่านมามาวิเคราะห์ประเด็นที่ต้องพัฒนาให้ดีขึ้น "
    "และกำหนดผู้รับผิดชอบ ขั้นตอน ระยะเวลา และการกำกับติดตามให้นำไปสู่การปฏิบัติอย่างเป็นรูปธรรม "
    "พร้อมทั้งรายงานผลการดำเนินงานให้ผู้บริหารทราบทุกไตรมาส"
)
SWAPPED = str.maketrans("ดตนบ", "ตดบน")
NAMES = " ".join(["นายสมชาย ใจดี", "นางสาวพิมพ์ชนก วงษ์สุวรรณ", "นายณัฐวุฒิ แก้วกาญจน์"] * 2)


def test_prose_holds_no_strange_words() -> None:
    assert strangers.share([PROSE]) == 0.0


def test_a_page_whose_letters_are_exchanged_is_doubted_for_its_words() -> None:
    assert strangers.share([PROSE.translate(SWAPPED)]) > 0.15
    doubt = strangers.unknown_words([PROSE.translate(SWAPPED)])
    assert doubt is not None
    assert "words of no dictionary" in doubt.en


def test_a_good_page_and_a_few_names_are_trusted() -> None:
    assert strangers.unknown_words([PROSE]) is None
    assert strangers.unknown_words([PROSE, PROSE, NAMES]) is None


def test_too_few_letters_tell_nothing() -> None:
    assert strangers.share([PROSE.translate(SWAPPED)[:90]]) == 0.0


def test_words_that_the_process_has_learnt_change_nothing() -> None:
    from ita_checker.text.tokens import add_words

    strange = PROSE.translate(SWAPPED)
    before = strangers.share([strange])
    add_words(strange.split())
    assert strangers.share([strange]) == before


def _read_beside(picture: str, said: str, folder: Path, patch: pytest.MonkeyPatch) -> Document:
    """Return a page whose file says one text, and whose picture shows another."""
    there = _lines(picture).save(folder / "shown.pdf")
    shown = read(there, ReadOptions(ocr="never")).pages[0]
    patch.setattr(ocr, "read_or_reason", lambda *_: shown)
    return read(_lines(said).save(folder / "said.pdf"), ReadOptions())


def _lines(text: str) -> Paper:
    paper = Paper(width=1400)
    for row, line in enumerate(text.split()):
        paper.write(line, 50, 60 + 30 * row)
    return paper


def test_of_two_readings_the_one_whose_words_are_known_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slightly = PROSE.translate(str.maketrans("นบ", "บน"))
    page = _read_beside(PROSE, slightly, tmp_path, monkeypatch).pages[0]
    assert PROSE.split()[0] in page.text
    assert page.reason is not None and "not what the page shows" in page.reason.en


def test_strange_words_that_the_picture_shows_too_are_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = PROSE.translate(SWAPPED)
    page = _read_beside(strange, strange, tmp_path, monkeypatch).pages[0]
    assert (page.source, page.quality, page.reason) == (Source.TEXT, "repaired", None)


def test_a_page_of_few_letters_is_doubted_for_what_its_fonts_say_on_other_pages(
    tmp_path: Path,
) -> None:
    path = tmp_path / "paper.pdf"
    swapped = str.maketrans("นบ", "บน")
    with pikepdf.new() as pdf:
        for text in ("ตัวชี้วัด ปี ๒๕๖๗", PROSE.translate(swapped), "นทบำ"):
            with pikepdf.open(io.BytesIO(_lines(text).bytes())) as single:
                pdf.pages.extend(single.pages)
        pdf.save(path)
    first, proof, last = read(path, ReadOptions(ocr="never")).pages
    assert proof.reason is not None
    for page in (first, last):
        assert page.quality == "doubtful"
        assert page.reason is not None
        assert "other pages set in the same fonts" in page.reason.en
