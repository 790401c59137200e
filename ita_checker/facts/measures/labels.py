"""The words of prose that names measures: labels of their fields, headings of measures and of the
report's sections.
"""

from __future__ import annotations

import re

from ita_checker.facts.tables import (
    ACTIVITY,
    GUIDELINE,
    INDICATOR,
    OUTPUT,
    PERIOD,
    RESPONSIBLE,
    RESULT,
    STEPS,
)
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern
from ita_checker.words import lists_of, words_of

PLAN, RESULTS = "plan", "results"
BY_LABEL = {
    fold(label): held for held, labels in lists_of("fields.labels").items() for label in labels
}
LABEL = re.compile("|".join(re.escape(label) for label in sorted(BY_LABEL, key=len, reverse=True)))
BULLET = re.compile(r"^(\(?\d{1,2}(\.\d{1,2}){0,3}[.)]?|[-•*●▪>✓o]|[กขคง][.)])*")
FIRST_LABELS = frozenset(
    {GUIDELINE, STEPS, ACTIVITY, RESULT, OUTPUT, INDICATOR, PERIOD, RESPONSIBLE}
)
COLON = re.compile(r"[:=–-]|มีดังนี้|ดังนี้|คือ|ได้แก่")
ORDINALS = {
    fold(word): number for number, word in enumerate(words_of("measures.ordinals"), start=1)
}
# "มาตรการที่หนึ่ง การใช้ดุลพินิจ" names one; "มาตรการที่สองได้ดำเนินการ" tells of one.
SPELLED = (
    fold("มาตรการที่") + f"{any_of(ORDINALS)}(?!{any_of(words_of('measures.tells_of_it'))})[.:)-]?"
)
NUMBERED = re.compile(
    r"^(\(?\d{1,2}(\.\d{1,2}){0,2}[.)](?!\d)|\d{1,2}(\.\d{1,2}){1,2}(?!\d)|ข้อ(ที่)?\d{1,2}[.:)]?|มาตรการที่\d{1,2}(\.\d{1,2})?[.:)-]?"
    + f"|{SPELLED})"
)
NAMED = pattern(
    "^(มาตรการ(?!นี้|ดังกล่าว|ต่าง|ที่(?!\\d)|ทั้ง|เหล่า|ใน|ซึ่ง|จึง|และ|ของ)|"
    "ประกาศเจตจำนง|เจตจำนง|ประกาศเจตนารมณ์|นโยบายno|nogift|นโยบายไม่รับ|นโยบายงดรับ|ประกาศนโยบาย)"
)
# A label that the sentence goes on from is none: "ผู้รับผิดชอบ และกำหนด…", "ผลการดำเนินการ รอบ ๖ เดือน"
# over all results.
GOES_ON = pattern("ตาม|และ|หรือ|ใน|ของ|ที่|เพื่อ|ต่อ|รอบ|ประจำ|ปี|ไตรมาส|ดังกล่าว|ซึ่ง|โดย")
NO_NAME = pattern(
    "เพื่อ|แนวทางการนำ|การวิเคราะห์|ผลการ|ประเด็น|วัตถุประสงค์|การกำกับ|การนำผล|ขั้นตอน|ผู้รับผิดชอบ|ปัญหา|ข้อเสนอ|หลักการ|จุดแข็ง|จุดอ่อน"
)
DEEPER = re.compile(r"\(?\d{1,2}\.\d")
SURELY_SECTION = pattern("ผลการดำเนิน(การ|งาน)(ตาม|ของ)|ส่งเสริมคุณธรรม|การวิเคราะห์ผล")
CONTENTS = re.compile(r"(\.{4,}|…{2,}|_{4,})")
PART = r"^(ส่วนที่\d+|บทที่\d+|ตอนที่\d+)?[.:]?(ตาราง)?"
SECTIONS = (
    (
        RESULTS,
        pattern(
            PART
            + "(สรุป|รายงาน)*(การ)?(ผลการดำเนิน|ความก้าวหน้า|การดำเนิน(การ|งาน)ตามมาตรการ|ดำเนินการตามมาตรการ|ผลการปฏิบัติ)"
        ),
    ),
    (
        PLAN,
        pattern(
            PART + "(การ)?(กำหนด|จัดทำ)?(มาตรการ(เพื่อ)?(การ)?(ขับเคลื่อน|ส่งเสริมคุณธรรม|ภายใน)|"
            "การวิเคราะห์|แผน|แนวทางการพัฒนา|ผลการวิเคราะห์|ผลการประเมิน)"
        ),
    ),
    (
        "",
        pattern(
            "^(คำนำ|สารบัญ|ภาคผนวก|บทนำ|หลักการและเหตุผล|วัตถุประสงค์$|จึงประกาศ|ประกาศณวันที่|สรุป$|ข้อเสนอแนะ$|ส่วนที่\\d|บทที่\\d)"
        ),
    ),
)
