"""Known words nearly read are put right on lines from pictures; names, key terms and other words
are not touched.
"""

from __future__ import annotations

import pytest

from ita_checker.model import Doubtful
from ita_checker.text.mending import Mended, mended


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("ชือมาตรการ", "ชื่อมาตรการ"),  # a mark lost
        ("หน่วยงานทีรับผิดชอบ", "หน่วยงานที่รับผิดชอบ"),
        ("ผลการตำเนินการ", "ผลการดำเนินการ"),  # one letter wrong in a long word
        ("ประจำปีงบประมณ พ.ศ. ๒๕๖๓", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๓"),  # one lost
        ("วิธปฏิบัติ", "วิธีปฏิบัติ"),
        ("มาตราร", "มาตรการ"),  # the heading of a column
        ("กากำกับติดตาม : รายงานผล", "การกำกับติดตาม : รายงานผล"),  # a label
        ("ผู้รับผิดชอบ.  สำนักปลัด", "ผู้รับผิดชอบ:  สำนักปลัด"),
        ("ซอมาตรการ", "ชื่อมาตรการ"),  # look-alikes and lost marks
        ("☐ รอบ ๓ เดือน 7 รอบ ๖ เดือน O รอบ ๙ เดือน", "☐ รอบ ๓ เดือน ☑ รอบ ๖ เดือน ☐ รอบ ๙ เดือน"),
        ("การกำกุับติดตาม", "การกำกับติดตาม"),  # one too many
        ("ประสิทธิภาพการสีอสาร", "ประสิทธิภาพการสื่อสาร"),
        ("อำเกอพรรณานิคม จังหวัตสกลนคร", "อำเภอพรรณานิคม จังหวัดสกลนคร"),  # look-alikes
        (
            "รอบ 6 ดือนแรก และ รฮบ ๑๒ เดือน",
            "รอบ 6 เดือนแรก และ รอบ ๑๒ เดือน",
        ),  # short words beside numbers
        ("๑๗ ตุลาม ฟ.ศ. ๒๕๖๔", "๑๗ ตุลาคม พ.ศ. ๒๕๖๔"),
        ("ภายในเดือนกันยาขน ๒๕๖๔", "ภายในเดือนกันยายน ๒๕๖๔"),  # behind another word
        ("ผลในรฮบ ๖ เดือน", "ผลในรอบ ๖ เดือน"),
        ("ข้อ 025 การนำผลการประเมิน", "ข้อ O25 การนำผลการประเมิน"),  # a zero is drawn as O is
        ("ประจำปี 2566 (O42 - 043)", "ประจำปี 2566 (O42 - O43)"),
        ("รายงานผล (043)", "รายงานผล (O43)"),
    ],
)
def test_a_known_word_nearly_read_is_put_right(read: str, right: str) -> None:
    assert mended(read, ()).text == right


@pytest.mark.parametrize(
    "read",
    [
        "ความโปร่งในภายในหน่วยงาน",  # a misspelt key term is a finding, not a slip of reading
        "ตามกฏหมาย เจตนารมย์",
        "เทศบาลตำบลเมืองคง",  # เมื่อ stands in no เมือง
        "องค์การบริหารส่วนตำบลดงครั้งน้อย",
        "รอบ 5 เดือน ปี ๒๕๐๕",
        "ครั้งที่ 2 รอบ 6 เดือน",
        "๑๗ พ.ค. ๒๕๖๔ เวลา ๓ เรือน",
        "พิธีการไหว้ครู",  # another word than วิธีการ
        "ผลการดำเนินงาน ผลการดำเนินการ",
        "แจ้งเวียนให้พนักงานเทศบาลทุกคน",  # not สำนักงานเทศบาล
        "ตารางแสดงผลการดำเนินการตามมาตรการ",
        "ความโปร่งใสภายในหน่วยงา",  # the line may go on with the letter
        "มีส่วนได้ส่วนเสียภายนอก",
        "รอบ 6 เดือน และรอบ 12 เดือน",  # the letter before รอบ is none of it
        "ผลการดำเนินงานในรอบ 6 เดือน ของรอบ 12 เดือน",
        "รายงานประกอบ 6 เดือน ตรวจสอบ 3/2567",
        "ประหยัดค่าน้ำมันและค่าน้ำประปา",  # not คำนำ
        "โทร. (043) 221155 ต่อ 043-221156",  # no item
        "ข้อ 012.5 ข้อ 3 เลขที่ 024/2567 จำนวน 043 ชุด",
        "ปัญหา/อุปสรรค ที่ได้ : รับเรื่องร้องเรียน",  # words that something parts
        "ในวันเดียวกับที่นำไปดำเนินการ",  # not เกี่ยวกับ, ได้: all of it is words
        "ภายในกันยายน 2567 ถึงเดือนตุลาคม พ.ศ. 2567",
    ],
)
def test_other_words_names_and_numbers_stay_as_read(read: str) -> None:
    assert mended(read, ()).text == read


def test_every_letter_knows_where_it_was_read() -> None:
    read = "ชือ มาตรการ ผู้รับผิตชอบ"
    found = mended(read, (Doubtful(read.index("ต", 20) if "ต" in read[20:] else 0, 0.6, "ด"),))
    assert found == Mended("ชื่อมาตรการ ผู้รับผิดชอบ", (0, 1, 1, 2, *range(4, len(read))))
    assert [read[at] for at in found.origins[:2]] == ["ช", "ื"]
