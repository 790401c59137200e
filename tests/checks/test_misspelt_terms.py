"""TXT002: wrong spellings of key terms, never inside right words."""

from dataclasses import replace

from building import case, with_document

from ita_checker.checks.misspelt_terms import Params, check
from ita_checker.model import Doubtful

TERMS = Params(
    {
        "โปร่งใสภายใน": ("โปร่งในภายใน",),
        "โปร่งใส": ("โปรงใส", "โปร่งใส่"),
        "กฎหมาย": ("กฏหมาย",),
        "ดุลพินิจ": ("ดุลยพินิจ",),
        "ประเมิน": ("ประเมิณ",),
        "เจตนารมณ์": ("เจตนารมย์",),
        "Integrity": ("Intergity",),
    }
)


def said(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [
        (one.subject, one.expected, [span.quote for span in one.spans])
        for one in check(case(text), TERMS).findings
    ]


def test_wrong_spellings_are_quoted_as_printed_once_each() -> None:
    assert said("ความโปร่งใน\nภายในหน่วยงาน ตามกฏหมาย และกฏ หมาย ผลการประเมิณ Intergity") == [
        ("โปร่งในภายใน", "โปร่งใสภายใน", ["โปร่งในภายใน"]),
        ("กฏหมาย", "กฎหมาย", ["กฏหมาย", "กฏ หมาย"]),
        ("ประเมิณ", "ประเมิน", ["ประเมิณ"]),
        ("Intergity", "Integrity", ["Intergity"]),
    ]


def test_right_words_are_left_alone() -> None:
    assert (
        said(
            "ความโปร่งใส ใส่ใจบริการ ดุลพินิจ ดุลย์ ดุลยภาพ นายดุลยพล กฎหมาย การประเมิน เจตนารมณ์"
            " โปร่งใสภายใน Integrity"
        )
        == []
    )


def test_a_wrong_letter_surely_read_from_a_picture_is_said_with_both_readings() -> None:
    found = check(case("(ocr)\nความโปร่งในภายในหน่วยงาน"), TERMS).findings
    assert [(one.subject, one.doubt and one.doubt.en) for one in found] == [
        ("โปร่งในภายใน", "read from a picture as โปร่งในภายใน, perhaps โปร่งใสภายใน")
    ]


def test_on_a_page_read_from_a_picture_look_alikes_and_unsure_letters_may_be_the_readers() -> None:
    own = case("(ocr)\nความโปร่งในภายในหน่วยงาน")
    page = own.document.pages[0]
    lines = (replace(page.lines[0], doubtful=(Doubtful(10, 0.6, "ส"),)),)
    unsure = with_document(own, replace(own.document, pages=(replace(page, lines=lines),)))
    assert check(unsure, TERMS).findings == ()
    assert said("(ocr)\nตามกฏหมาย\n---page---\nตามกฏหมาย") == [("กฏหมาย", "กฎหมาย", ["กฏหมาย"])]
