"""What the heading of a column says its cells hold: the words offices use for the fields of a
measure.
"""

from __future__ import annotations

import re

from ita_checker.text.flow import fold

NUMBER, NAME, PROJECT, TOPIC = "number", "name", "project", "topic"
GUIDELINE, STEPS, RESPONSIBLE, MONITORING = "guideline", "steps", "responsible", "monitoring"
PERIOD, BUDGET, INDICATOR, EXPECTED, SCORE = "period", "budget", "indicator", "expected", "score"
ACTIVITY, RESULT, OUTPUT, OUTCOME = "activity", "result", "output", "outcome"
PROBLEM, SUGGESTION, REMARK, EVIDENCE = "problem", "suggestion", "remark", "evidence"
PLAN_FIELDS = (GUIDELINE, STEPS, RESPONSIBLE, MONITORING)
RESULT_FIELDS = (RESULT, OUTPUT, OUTCOME)
OWN_FIELDS = frozenset(
    {*PLAN_FIELDS, ACTIVITY, *RESULT_FIELDS}
)  # fields that say whether plan or result is told

LONGEST = 70  # letters: headings are short, a data cell of that length is none
NUMBERS = re.compile(r"(ที่?|ลำดับ(ที่?)?|ลำดับความสำคัญ|ข้อ(ที่?)?|no|รหัส|#)")  # a scan loses the mark of ที่
# Read from the top: the first line that a heading contains decides ("ผลการดำเนินงานตามมาตรการ" is a
# result, not a name).
CONTAINED = (
    (EXPECTED, ("คาดว่า", "คาดหวัง", "ผลที่คาด", "ประโยชน์ที่ได้รับ", "ประโยชน์ที่จะได้")),
    (
        INDICATOR,
        (
            "ตัวชี้วัดความสำเร็จ",
            "ตัวชี้วัดผล",
            "ตัวชี้วัดของมาตรการ",
            "เป้าหมาย",
            "ค่าเป้า",
            "ตัวชี้วัดกิจกรรม",
            "ตัวชี้วัดโครงการ",
        ),
    ),
    (PROBLEM, ("ปัญหา", "อุปสรรค", "สาเหตุ")),
    (SUGGESTION, ("ข้อเสนอแนะ", "ข้อเสนอ", "แนวทางแก้ไข")),
    (SCORE, ("คะแนน", "ระดับผล", "เกรด", "ผลการประเมิน")),
    (
        EVIDENCE,
        ("หลักฐาน", "ภาพถ่าย", "ภาพกิจกรรม", "ลิงก์", "ลิงค์", "link", "url", "เอกสาร", "อ้างอิง", "qrcode"),
    ),
    (RESULT, ("ผลผลิตและผลลัพธ์", "ผลผลิต/ผลลัพธ์", "ผลลัพธ์/ผลผลิต", "ผลผลิต-ผลลัพธ์")),
    (OUTCOME, ("ผลลัพธ์", "ผลสัมฤทธิ์", "ผลสำเร็จ", "ความสำเร็จ", "outcome")),
    (OUTPUT, ("ผลผลิต", "output")),
    (
        RESULT,
        (
            "ผลการดำเนิน",
            "ผลดำเนิน",
            "ผลการปฏิบัติ",
            "ผลปฏิบัติ",
            "ผลการกำกับ",
            "ผลการติดตาม",
            "ผลการนำ",
            "ผลการจัด",
            "ความก้าวหน้า",
            "ความคืบหน้า",
            "ผลที่ได้",
            "ผลที่เกิด",
            "สรุปผล",
            "ผลงาน",
            "ผลจากการ",
            "ผลของการ",
        ),
    ),
    (MONITORING, ("กำกับ", "ติดตาม", "การรายงาน", "รายงานผล")),
    (
        RESPONSIBLE,
        (
            "รับผิดชอบ",
            "ผู้เกี่ยวข้อง",
            "ผู้ดำเนินการ",
            "ผู้ปฏิบัติ",
            "เจ้าภาพ",
            "หน่วยงานดำเนินการ",
            "หน่วยดำเนินการ",
            "หน่วยงานที่ดำเนิน",
        ),
    ),
    (
        PERIOD,
        (
            "ระยะเวลา",
            "ห้วงเวลา",
            "ช่วงเวลา",
            "แล้วเสร็จ",
            "กำหนดเวลา",
            "วันเดือนปี",
            "ว/ด/ป",
            "วัน/เดือน",
            "วันที่",
            "ไตรมาส",
            "กำหนดการ",
            "ปีงบประมาณ",
        ),
    ),
    (STEPS, ("ขั้นตอน", "วิธีการ", "วิธีดำเนิน", "วิธีปฏิบัติ", "กระบวนการดำเนิน", "แผนการดำเนิน", "แผนดำเนิน")),
)
AFTER_NAME = (
    (GUIDELINE, ("แนวทาง", "แนวปฏิบัติ", "หลักเกณฑ์")),
    (
        ACTIVITY,
        (
            "รายละเอียด",
            "การดำเนินงาน",
            "การดำเนินการ",
            "สิ่งที่ดำเนิน",
            "ที่ได้ดำเนิน",
            "ที่ดำเนินการ",
            "ที่ดำเนินงาน",
            "การนำไปปฏิบัติ",
            "การนำไปสู่การปฏิบัติ",
            "การนำมาตรการ",
            "การปฏิบัติ",
        ),
    ),
    (BUDGET, ("งบประมาณ", "ค่าใช้จ่าย")),
    (REMARK, ("หมายเหตุ",)),
    (TOPIC, ("ประเด็น", "ตัวชี้วัด", "หัวข้อ", "ข้อคำถาม", "เครื่องมือ", "องค์ประกอบ", "วัตถุประสงค์")),
    (PROJECT, ("กิจกรรม", "โครงการ", "แผนงาน", "รายการ", "ชื่อเรื่อง", "กลยุทธ์")),
)
WHOLE = {
    fold(word): held
    for word, held in {
        "ส่วนราชการ": RESPONSIBLE,
        "หน่วยงาน": RESPONSIBLE,
        "ผล": RESULT,
        "ขั้น": STEPS,
        "เรื่อง": PROJECT,
    }.items()
}
NAMES = tuple(fold(word) for word in ("ชื่อมาตรการ", "มาตรการ", "ประเด็นมาตรการ", "ประเด็น/มาตรการ"))
MEASURE = fold("มาตรการ")
WATCHING = re.compile("(แนวทาง|วิธี|ระบบ)?(การ)?(กำกับ|ติดตาม|รายงาน)")
# What may follow "มาตรการ" in a heading; in a row it is followed by what the measure is about.
AFTER_MEASURE = re.compile(
    r"(|/.*|และ(กิจกรรม|แนวทาง|โครงการ|วิธี).*|หรือ.*|\(.*|ที่|ที่กำหนด(ไว้)?|ที่ดำเนินการ|ฯ.*|การดำเนินการ|การดำเนินงาน|ภายใน.{0,20}|"
    r"(เพื่อ)?(ขับเคลื่อน(การ)?)?ส่งเสริมคุณธรรมและความโปร่งใส(ภายใน.{0,20})?(ประจำปี.{0,20})?|ป้องกันการทุจริต|แนวทาง.{0,20}|กิจกรรม.{0,20})"
)
CONTAINED_FOLDED = tuple((held, tuple(map(fold, words))) for held, words in CONTAINED)
AFTER_FOLDED = tuple((held, tuple(map(fold, words))) for held, words in AFTER_NAME)


def field(heading: str) -> str:
    """Return the field a column of that heading (folded) holds, '' if it is none that we know."""
    bare = heading.strip(".:()-*•\t\f ")
    if not bare or len(bare) > LONGEST:
        return ""
    if NUMBERS.fullmatch(bare):
        return NUMBER
    if bare in WHOLE:
        return WHOLE[bare]
    if named(bare):
        return NAME
    if bare.startswith(MEASURE):
        return ""  # a measure's own name, whatever words are in it
    if WATCHING.match(bare):
        return MONITORING
    return _first(bare, CONTAINED_FOLDED) or _first(bare, AFTER_FOLDED)


def named(heading: str) -> bool:
    """Tell whether a heading (folded) stands over the measures' names."""
    start = next((name for name in NAMES if heading.startswith(name)), None)
    return start is not None and AFTER_MEASURE.fullmatch(heading[len(start) :]) is not None


def _first(heading: str, table: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return next((held for held, words in table if any(word in heading for word in words)), "")
