"""TXT002: wrong spellings of key terms, never inside right words."""

from building import case

from ita_checker.checks.misspelt_terms import Params, check

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
    return [(one.subject, one.expected, [span.quote for span in one.spans]) for one in check(case(text), TERMS).findings]


def test_wrong_spellings_are_quoted_as_printed_once_each() -> None:
    assert said("ความโปร่งใน\nภายในหน่วยงาน ตามกฏหมาย และกฏ หมาย ผลการประเมิณ Intergity") == [
        ("โปร่งในภายใน", "โปร่งใสภายใน", ["โปร่งในภายใน"]),
        ("กฏหมาย", "กฎหมาย", ["กฏหมาย", "กฏ หมาย"]),
        ("ประเมิณ", "ประเมิน", ["ประเมิณ"]),
        ("Intergity", "Integrity", ["Intergity"]),
    ]


def test_right_words_are_left_alone() -> None:
    assert said("ความโปร่งใส ใส่ใจบริการ ดุลพินิจ ดุลย์ ดุลยภาพ นายดุลยพล กฎหมาย การประเมิน เจตนารมณ์ โปร่งใสภายใน Integrity") == []


def test_on_a_page_read_from_a_picture_a_wrong_letter_may_be_the_readers() -> None:
    assert said("(ocr)\nตามกฏหมาย\n---page---\nตามกฏหมาย") == [("กฏหมาย", "กฎหมาย", ["กฏหมาย"])]
