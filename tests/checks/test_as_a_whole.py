"""Measures that were not read one by one are never said to be complete unseen: the text that speaks
of every field is the evidence, and where none does, nobody knows.
"""

from __future__ import annotations

import pytest
from building import case

from ita_checker.checks import outcomes
from ita_checker.checks.measure_fields import Params, check
from ita_checker.model import Answer, Item, Verdict

ALONE = Params()
DONE = (
    "ผลการดำเนินการตามมาตรการ\n"
    "ในรอบ 6 เดือน องค์การบริหารส่วนตำบลได้จัดอบรม 40 คน ประชาชนพึงพอใจร้อยละ 92"
    " ได้ปรับปรุงเว็บไซต์เมื่อ 5 มกราคม 2566 เรื่องร้องเรียนลดลงจาก 9 เรื่องเหลือ 2 เรื่อง"
)


def asked(text: str) -> Answer:
    return check(case(text), ALONE)


def test_results_in_running_text_are_met_with_the_text_as_evidence() -> None:
    answer = asked(DONE)
    assert answer.verdict is Verdict.MET
    assert answer.evidence
    assert "อบรม" in answer.evidence[0].quote


def test_a_file_without_either_part_has_nothing_that_could_lack_a_field() -> None:
    answer = asked("หนังสือเชิญประชุมประจำเดือน")
    assert answer.verdict is Verdict.MET
    assert not answer.evidence


def test_a_plan_told_without_saying_who_answers_is_not_known_to_be_complete() -> None:
    answer = asked(
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        "กำหนดมาตรการ 3 เรื่อง มีขั้นตอน วิธีการ และการติดตาม รายงานผล รอบ 6 เดือน ดังนี้\n"
        "เปิดเผยข้อมูล จัดซื้อโปร่งใส และรับเรื่องร้องเรียน เผยแพร่ จัดทำ กำหนดแนวทาง"
    )
    assert answer.verdict is Verdict.UNKNOWN
    assert "รับเรื่องร้องเรียน" in answer.evidence[0].quote


ANNOUNCED = """# ประกาศโรงพยาบาลทุ่งแก้ว
เรื่อง มาตรการป้องกันการรับสินบน ประจำปีงบประมาณ พ.ศ. 2567
และเพื่อแก้จุดอ่อนด้านการรับรู้มาตรการต้านสินบนที่พบในผลการประเมิน ปีงบประมาณ พ.ศ. 2566 จึงกำหนดมาตรการไว้ ดังนี้
ข้อ 1 การป้องกันการรับของขวัญ ให้เจ้าหน้าที่ทุกคนงดรับของขวัญ ทุกชนิดจากผู้ป่วย ญาติ และบริษัทยา ผู้รับผิดชอบ กลุ่มงานบริหารทั่วไป
ขั้นตอน ติดป้ายทุกจุดบริการ ตรวจนับของที่มีผู้วางไว้และคืนเจ้าของหรือส่งเป็นส่วนกลางภายในวันเดียวกัน แล้วลงบันทึกในสมุดคุม
ข้อ 2 การป้องกันการรับสินบนในกระบวนการจัดซื้อจัดจ้าง ผู้รับผิดชอบ งานพัสดุ และกลุ่มงานเภสัชกรรม ขั้นตอน ให้กรรมการทุกชุด
ลงนามในแบบแสดงความบริสุทธิ์ใจก่อนพิจารณา ห้ามผู้แทนยาเข้าพบนอกห้องที่จัดไว้ และเผยแพร่ผลการจัดหาทุกเดือน
ข้อ 3 การรับเงินบริจาคและทรัพย์สินบริจาค ผู้รับผิดชอบ งานการเงินและบัญชี ขั้นตอน ออกใบเสร็จทุกครั้ง นำฝากภายในวันทำการถัดไป
และรายงานยอดต่อคณะกรรมการบริหารโรงพยาบาล
ข้อ 4 การกำกับติดตาม ให้กลุ่มงานบริหารทั่วไปสรุปผลเสนอผู้อำนวยการ เมื่อสิ้นไตรมาสที่ 2 และไตรมาสที่ 4
"""


@pytest.mark.parametrize(
    ("kind", "verdict"), [("evidence", Verdict.MET), ("results", Verdict.UNKNOWN)]
)
def test_evidence_that_only_sets_measures_owes_no_outcomes_yet(kind: str, verdict: Verdict) -> None:
    made = case(ANNOUNCED, fiscal_year=2566, items=(Item("MOIT12", "มาตรการ", kind),))
    assert outcomes.check(made, outcomes.Params()).verdict is verdict
