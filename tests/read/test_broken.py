"""Words that the page itself prints broken are whole in the text, and as printed in `raw`."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Paper

from ita_checker.read import Options, read
from ita_checker.read.page import broken

EDGES = [0.0, 1.0]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("ผลการด าเนินการ", "ผลการดำเนินการ"),
        ("น ้าใส", "น้ำใส"),
        ("น้ าใส", "น้ำใส"),
        ("ประก าศกรม", "ประกาศกรม"),
        ("อบต.ล าภีก าหนด", "อบต.ลำภีกำหนด"),
        ("อำเภอล าดยาว", "อำเภอลาดยาว"),
        ("เพ ื่อ", "เพื่อ"),
        ("คณ ะ", "คณะ"),
        ("ขั้นตอนที ่ 3", "ขั้นตอนที่ 3"),
        ("๑๒ ท ำอะไร", "๑๒ ทำอะไร"),
        ("น้ ำใส", "น้ำใส"),
        ("เ ทศบาล", "เทศบาล"),
        ("ไม่มีเป็ น อั น ว่ า", "ไม่มีเป็นอันว่า"),
        ("ข้อ ก ข ค และ", "ข้อ ก ข ค และ"),
        ("ณ ที่ ว่าการ", "ณ ที่ ว่าการ"),
        ("ไม่ใช่ ก็ดี", "ไม่ใช่ ก็ดี"),
    ],
)
def test_words_that_no_space_can_part_are_whole(printed: str, whole: str) -> None:
    text, edges = broken.whole(printed, EDGES * len(printed))
    assert (text, len(edges)) == (whole, 2 * len(whole))


def test_the_letters_that_are_left_keep_their_places() -> None:
    edges = [float(at) for at in range(2 * len("ก าข"))]
    assert broken.whole("ก าข", edges) == ("กำข", [0.0, 1.0, 4.0, 5.0, 6.0, 7.0])


def test_the_line_tells_what_is_printed(tmp_path: Path) -> None:
    path = Paper().write("ผลการด าเนินการ", 50, 100).save(tmp_path / "paper.pdf")
    line = read(path, Options(ocr="never")).pages[0].lines[0]
    assert (line.text, line.raw) == ("ผลการดำเนินการ", "ผลการด าเนินการ")
