"""The hands of three clerks: a booklet, a memo, an announcement, each with slots for what is tried."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from ita_checker.facts.page import logical
from ita_checker.judge import judge
from ita_checker.model import Submission
from ita_checker.rulebook import load
from ita_checker.rulebook.paper import document

BOOKLET = """
# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. {y}
# {org}
-> {addr}
---page---
# ส่วนที่ ๑ บทนำ
    {org} ได้เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ และได้จัดทำรายงานฉบับนี้เพื่อแสดงผลการดำเนินงานตามมาตรการที่กำหนดไว้
    {line}
# ส่วนที่ ๒ ผลการดำเนินการ
มาตรการ | รายละเอียดการดำเนินการ | ระยะเวลา | ผลลัพธ์
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับปรุงข้อมูลบนเว็บไซต์ให้เป็นปัจจุบันทุกเดือน | {d1} | ประชาชนเข้าถึงข้อมูลได้สะดวก
มาตรการจัดการเรื่องร้องเรียน | จัดช่องทางรับเรื่องร้องเรียน ๓ ช่องทาง | {d2} | ไม่มีเรื่องค้างเกินกำหนด

    {tail}
-> (นายวิชัย ทองดี)
-> {sign}
"""
MEMO = """
# บันทึกข้อความ
ส่วนราชการ สำนักปลัด {org} โทร. 0 4355 1234
ที่ {no} วันที่ {date}
เรื่อง รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {y}
เรียน {head}
    ตามที่ได้มอบหมายให้สำนักปลัดติดตามการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน นั้น บัดนี้ได้รวบรวมผลการดำเนินการเรียบร้อยแล้ว สรุปได้ดังนี้
    1. มาตรการป้องกันการขัดกันแห่งผลประโยชน์ ได้จัดอบรมบุคลากร {d1} มีผู้เข้าร่วม 42 คน ผลลัพธ์ บุคลากรเข้าใจแนวทางปฏิบัติ
    2. มาตรการตรวจสอบการใช้ดุลพินิจ ได้จัดทำคู่มือการปฏิบัติงาน {d2} ผลลัพธ์ การอนุมัติอนุญาตเป็นไปตามขั้นตอน
    {line}
    จึงเรียนมาเพื่อโปรดทราบ
-> (นางสาวพิมพ์ใจ แสงทอง)
-> หัวหน้าสำนักปลัด
-> (นายประยูร มั่นคง)
-> {sign}
"""
ANNOUNCEMENT = """
# ประกาศ{org}
# เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {y}
-> ---------------------------
    ด้วย{org} มีเจตนารมณ์ที่จะยกระดับการประเมินคุณธรรมและความโปร่งใส จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {ita} พบว่าตัวชี้วัดการปรับปรุงการทำงานเป็นจุดที่ต้องพัฒนา จึงกำหนดมาตรการดังนี้
มาตรการ | วิธีดำเนินการ | ผู้รับผิดชอบ | กำหนดเวลา | การติดตาม
มาตรการปรับปรุงการให้บริการ | จัดจุดบริการเบ็ดเสร็จและสำรวจความพึงพอใจ | {resp} | {d1} | รายงานต่อผู้บริหารทุก 6 เดือน
มาตรการเปิดเผยข้อมูล | เผยแพร่ข้อมูลพื้นฐานบนเว็บไซต์ | งานประชาสัมพันธ์ | {d2} | รายงานต่อผู้บริหารทุก 6 เดือน

    {line}
    จึงประกาศให้ทราบโดยทั่วกัน
-> ประกาศ ณ วันที่ {date}
-> (นายสมศักดิ์ เพชรน้อย)
-> {sign}
"""
USUAL = {
    "y": "2566",
    "d1": "มกราคม 2566",
    "d2": "15 กุมภาพันธ์ 2566",
    "date": "10 เมษายน 2566",
    "line": "การดำเนินงานทุกขั้นตอนยึดประโยชน์ของประชาชนเป็นสำคัญ",
    "tail": "ทั้งนี้ จะได้นำปัญหาที่พบไปปรับปรุงในปีต่อไป",
    "ita": "2565",
    "resp": "สำนักปลัด",
    "no": "รอ 72301/118",
}
HEADS = {
    "องค์การบริหารส่วนตำบล": "นายกองค์การบริหารส่วนตำบล",
    "องค์การบริหารส่วนจังหวัด": "นายกองค์การบริหารส่วนจังหวัด",
    "เทศบาลตำบล": "นายกเทศมนตรีตำบล",
    "เทศบาลเมือง": "นายกเทศมนตรีเมือง",
    "มหาวิทยาลัยราชภัฏ": "อธิการบดีมหาวิทยาลัยราชภัฏ",
    "กรม": "อธิบดีกรม",
}
RESULTS, MEASURES = ("nacc", "O43"), ("nacc", "O42")


def office(name: str, district: str, province: str) -> dict[str, str]:
    """Return the slots of an office: its name, address, and who signs for it."""
    head = next(
        (post + name.removeprefix(kind) for kind, post in HEADS.items() if name.startswith(kind)),
        f"ผู้อำนวยการ{name}",
    )
    return {
        "org": name,
        "addr": f"อำเภอ{district} จังหวัด{province}",
        "sign": head,
        "head": head,
    }


def written(hand: str, own: Mapping[str, str], /, **slots: str) -> str:
    """Return the text of a hand with an office's slots and what is tried."""
    return hand.format(**{**USUAL, **own, **slots})


def said(
    text: str,
    scheme: str = "nacc",
    *items: str,
    year: int = 2566,
    organisation: str | None = None,
    of: tuple[str, ...] = ("ORG", "YEA"),
) -> set[str]:
    """Return the codes that are said of a text, those of the register aside."""
    paper = logical(document(textwrap.dedent(text).strip(), "report.pdf"))
    report = judge(paper, Submission("report.pdf", year, scheme, items, organisation), load())
    codes = {finding.code for finding in report.findings if finding.code.startswith(of)}
    return codes - {"ORG007"}
