"""One word for one thing, as a civil servant writes it, in everything that people read of us."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent / "ita_checker"
# What is not said, and what is said instead.
NEVER = {
    "เสี่ยงได้ 0 คะแนน": "อาจได้ 0 คะแนน",
    "เสี่ยง 0 คะแนน": "อาจได้ 0 คะแนน",
    "โปรดดูซ้ำ": "โปรดตรวจสอบซ้ำ",
    "ควรทำอะไร": "สิ่งที่ควรดำเนินการ",
    "เหตุผลที่สำคัญ": "ความสำคัญของประเด็นนี้",
    "อาจถูกเห็นว่า": "อาจถูกพิจารณาว่า",
    "อาจเห็นว่า": "อาจพิจารณาว่า",
    "ทุกไบต์": "ทุกประการ",
    "ที่ถูกคือ": "ที่ถูกต้องคือ",
    "ส่วนที่ต้องมี": "องค์ประกอบที่กำหนด",
    "ทำไมจึง": "เหตุที่",
    "วัตถุ JSON": "ออบเจ็กต์ JSON",
    "เขียนแฟ้ม": "เขียนไฟล์",
    "การสแกนถูกหยุด": "การตรวจถูกหยุด",
    "เรียน  ผู้บริหาร": "by the kind of office",
}
WHOLE_WORDS = {r"(?<!การ)ผลพิจารณา": "ผลการพิจารณา", r"ตัดออก(?!ไม่)": "ไม่ใช่ข้อบกพร่อง"}
TEXTS = sorted(
    path
    for pattern in ("cli/*.py", "scan/*.py", "report/**/*.py", "rulebook/codes.yaml", "judge/*.py")
    for path in HOME.glob(pattern)
)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(HOME)))
def test_one_word_is_used_for_one_thing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert {word: better for word, better in NEVER.items() if word in text} == {}
    assert {word: better for word, better in WHOLE_WORDS.items() if re.search(word, text)} == {}


def test_the_words_of_status_level_and_decision_stand_in_one_place() -> None:
    shared = "".join(
        (HOME / place).read_text(encoding="utf-8")
        for place in ("report/parts/wording.py", "model/deciding.py")
    )
    page = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted((HOME / "report/formats/html").glob("words*.py"))
    )
    for word in ("อาจได้ 0 คะแนน", "ข้อสังเกต", "ไม่พบข้อบกพร่อง", "ตรวจได้ไม่ครบ", "ให้หน่วยงานชี้แจง"):
        assert word in shared and word in page
