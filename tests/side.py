"""Reports from plain text laid side by side, as a scan lays them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ita_checker.across.side_by_side import Beside, side_by_side
from ita_checker.across.sketching import sketch
from ita_checker.judge.identify import identify
from ita_checker.model import Body, Pack, Sketch, Submission
from ita_checker.rulebook import load
from ita_checker.rulebook.paper import document
from ita_checker.rulebook.phrases import teach

PLACE = "อำเภอเกษตรวิสัย จังหวัดร้อยเอ็ด"


@cache
def packs() -> tuple[Pack, ...]:
    """Return the built-in packs, their words taught."""
    made = load(())
    teach(made)
    return made


def laid(texts: Mapping[str, str], *, complete: bool = False) -> Beside:
    """Return what reports (path such as 2565/dong/O43.pdf → text) show side by side."""
    bodies: list[Body] = []

    def keep(body: object) -> bytes:
        assert isinstance(body, Body)
        bodies.append(body)
        return b""

    sketches = [_sketch(path, texts[path], keep) for path in sorted(texts)]
    return side_by_side(sketches, bodies.__getitem__, packs(), lambda _: complete)


def _sketch(path: str, text: str, keep: object) -> Sketch:
    folders = tuple(path.split("/")[-2::-1])
    year = next((int(part) for part in folders if part.isdigit()), 2565)
    item = path.rsplit("/", 1)[-1].split(".")[0].split(" ")[0]
    items = tuple(item.split("-")) if item.startswith("O") else ()
    asked = Submission(path, year, "nacc", items, folders=folders)
    content = hashlib.sha256(text.encode()).hexdigest()
    read = replace(document(text, path), sha256=content)
    return sketch(identify(read, asked, packs()), keep)  # type: ignore[arg-type]


def codes(beside: Beside) -> dict[str, list[str]]:
    """Return the codes said of each path."""
    return {
        path: [finding.code for finding in own] for path, own in sorted(beside.findings.items())
    }


def plan(office: str, place: str, *measures: str, year: int = 2565, score: str = "84.71") -> str:
    """Return a report that sets measures."""
    rows = "\n".join(
        f"{name} | 1. ประกาศให้ทราบทั่วกัน // 2. ติดตามทุกเดือน | สำนักปลัด | รายงานผล รอบ 6 เดือน"
        for name in measures
    )
    return f"""
# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. {year}
-> {office}
-> {place}
---page---
1. การวิเคราะห์ผลการประเมิน ITA ประจำปี พ.ศ. {year - 1}
{office} {place} ได้คะแนน {score} คะแนน จุดอ่อนที่ต้องแก้ไข ได้แก่ การใช้อำนาจ

2. มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน

มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
{rows}

ลงชื่อ นายสมชาย ใจดี
"""


INDICATORS = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)


def scores(office: str, place: str, low: Mapping[str, str], year: int = 2564) -> str:
    """Return the assessment's own page: all indicators scored well but those of `low`."""
    rows = "\n".join(
        f"{number} | {name} | {low.get(name, f'9{number % 10}.1{number % 10}')}"
        for number, name in enumerate(INDICATORS, 1)
    )
    return f"""
# ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)
# ประจำปีงบประมาณ พ.ศ. {year}
-> {office}
-> {place}
คะแนนภาพรวม 88.21 คะแนน ระดับ A

ลำดับ | ตัวชี้วัด | คะแนน
{rows}
"""


DONE = (
    "จัดประชาคมที่ศาลาประชาคม เมื่อวันที่ 14 มีนาคม {year} มีผู้เข้าร่วม 87 คน",
    "ปรับปรุงคู่มือการรับเรื่องร้องเรียน ประกาศใช้วันที่ 9 มกราคม {year} แจกจ่าย 340 เล่ม",
    "หน่วยตรวจสอบภายในสุ่มตรวจ 23 สัญญา วงเงินรวม 1,284,500 บาท รายงานเมื่อวันที่ 21 เมษายน {year}",
    "ลงข่าวบนเว็บไซต์ 126 เรื่อง และเปิดบัญชีไลน์ทางการวันที่ 3 กุมภาพันธ์ {year} มีผู้ติดตาม 841 คน",
    "อบรมพนักงานเรื่องผลประโยชน์ทับซ้อน 52 คน ผ่านการทดสอบเฉลี่ยร้อยละ 91.36",
)
OWN = (
    "เปิดเวทีรับฟังความเห็นเรื่องประปาหมู่บ้าน วันที่ 6 มิถุนายน {year} ชาวบ้านมาร่วม 118 คน",
    "ตั้งศูนย์รับเรื่องที่ชั้นล่างของสำนักงาน รับเรื่องไว้ 17 เรื่อง แก้ไขเสร็จภายใน 12 วัน",
    "ลงประกาศจัดซื้อ 44 โครงการ วงเงิน 2,930,750 บาท ผู้สังเกตการณ์เข้าร่วมวันที่ 28 มกราคม {year}",
    "ติดป้ายข่าวที่ตลาดสด 19 จุด และพิมพ์วารสาร 1,150 ฉบับ ส่งถึงบ้านวันที่ 11 พฤษภาคม {year}",
    "จัดทำแบบรายงานความขัดแย้งแห่งผลประโยชน์ 36 ฉบับ ส่งครบเมื่อวันที่ 17 กุมภาพันธ์ {year}",
)


def results(
    office: str,
    place: str,
    *measures: str,
    year: int = 2565,
    done: tuple[str, ...] = DONE,
    dated: int | None = None,
) -> str:
    """Return a report of what was done; `dated`: the year of its days, if not its own."""
    rows = "\n".join(
        f"{name} | {text.format(year=dated or year)} | ดำเนินการครบถ้วน | ประชาชนได้รับประโยชน์"
        for name, text in zip(measures, done, strict=False)
    )
    return f"""
# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. {year}
-> {office}
-> {place}
---page---
บัดนี้ {office} {place} ได้ดำเนินการตามมาตรการเรียบร้อยแล้ว มีผลการดำเนินการดังนี้

มาตรการ | การดำเนินการ | ผลผลิต | ผลลัพธ์
{rows}

ลงชื่อ นายสมชาย ใจดี
นายก{office}
"""
