"""What findings are decided as, and the sheet that is filled in: known alike to what writes the
sheet, to what reads it back, and to the page.
"""

from __future__ import annotations

from collections.abc import Mapping

from ita_checker.model.pages import Words

CONFIRMED, DISMISSED, EXPLAIN = KINDS = ("confirmed", "dismissed", "explain")
SPOKEN: Mapping[str, Words] = {
    CONFIRMED: Words("ยืนยัน", "confirmed"),
    DISMISSED: Words("ไม่ใช่ข้อบกพร่อง", "dismissed"),
    EXPLAIN: Words("ให้หน่วยงานชี้แจง", "to be explained"),
}
KEY = "ita-checker"  # heading of the hidden column that tells which finding a row is of
HEADINGS: Mapping[str, Words] = {
    "decision": Words("ผลการพิจารณา", "Decision"),
    "reason": Words("เหตุผล/หมายเหตุ", "Remark"),
    "date": Words("วันที่พิจารณา", "Decided on"),
    "by": Words("ผู้พิจารณา", "Decided by"),
    "message": Words("ข้อความ", "Message"),
    "file": Words("ไฟล์", "File"),
}
# What a filled-in cell may say, in small letters → the kind.
SAID: Mapping[str, str] = {
    **{said: kind for kind, words in SPOKEN.items() for said in (words.th, words.en)},
    **{kind: kind for kind in KINDS},
}
