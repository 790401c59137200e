"""How a line begins that goes on with nothing: a number, a bullet, a part's name, a letter's words."""

from __future__ import annotations

from ita_checker.text.flow import fold
from ita_checker.text.patterns import pattern

NUMBERED = pattern(
    r"(?:ส่วนที่|บทที่|ตอนที่|หมวดที่|ข้อที่|ข้อ|มาตรการที่)\d{1,2}(?:\.\d{1,2})*"
    r"|\d{1,2}(?:\.\d{1,2})*[.)](?=\D)|\d{1,2}(?:\.\d{1,2})+(?=\D)"
    r"|\([\dก-ฮ]{1,2}\)|[ก-ฮ]\.(?![ก-ฮ]\.)|[-•*●▪➢✓✔☑☐□–]"
)
OPENS = pattern(
    r"ส่วนราชการ|เรื่อง(?!ร้อง)|เรียน(?!รู้|การ)|อ้างถึง|สิ่งที่ส่งมาด้วย|จึงเรียนมา|จึงประกาศ|ทั้งนี้ตั้งแต่|ลงชื่อ|\(ลงนาม"
)


def begins_anew(text: str) -> bool:
    """Tell whether a line begins a piece of its own, as its first letters say."""
    folded = fold(text[:60])
    return bool(NUMBERED.match(folded) or OPENS.match(folded))
