"""A file that is one measure from its title to its end, as in 2562: what it says of steps and of
who is responsible.
"""

from __future__ import annotations

from ita_checker.facts.measures.plan_and_results import plan
from ita_checker.facts.page import flow
from ita_checker.facts.tables import RESPONSIBLE, STEPS, Stretch, grids
from ita_checker.model import Case, Facts
from ita_checker.text.patterns import pattern
from ita_checker.text.phrases import find

KIND = "measure"
ENOUGH = 250  # letters: a shorter file is a cover or an announcement whose measure stands elsewhere
SAYS = {
    STEPS: pattern("ขั้นตอน|วิธีการ|วิธีปฏิบัติ|วิธีดำเนิน|แนวทาง|แนวปฏิบัติ|หลักเกณฑ์|ดังนี้|ดังต่อไปนี้|ให้ปฏิบัติ|ต้องปฏิบัติ"),
    # To appoint someone some day is a step and names nobody.
    RESPONSIBLE: pattern(
        "(?<!แต่งตั้งเจ้าหน้าที่)(?<!กำหนดเจ้าหน้าที่)รับผิดชอบ|มอบหมาย|ผู้(ที่)?เกี่ยวข้อง|ผู้ดำเนินการ|(?<!เพื่อ)ให้(หัวหน้า)?(ทุก)?(สำนัก|กอง|งาน|ฝ่าย|กลุ่ม|ผู้อำนวยการ|"
        "เจ้าหน้าที่|คณะ|ส่วนราชการ|หน่วยงาน|ส่วนงาน|นายก|ปลัด|พนักงาน|ข้าราชการ|บุคลากร|ผู้บังคับบัญชา|ผู้บริหาร)[^\\d]{0,40}(ดำเนินการ|จัดทำ|ตรวจสอบ|ปฏิบัติ|รวบรวม|กำกับ|รายงาน)"
    ),
}


def alone(case: Case) -> Stretch | None:
    """Return where the item's one measure is named, if the file is about it alone and sets no
    measures one by one; else None.
    """
    item = case.item
    if item is None or item.kind != KIND or sum(other.kind == KIND for other in case.items) > 1:
        return None
    if any(one.sure for one in plan(case.facts)) or len(flow(case.facts).text) < ENOUGH:
        return None
    hit = min(
        find(flow(case.facts), (item.title, *item.titles)), key=lambda hit: hit.start, default=None
    )
    return (hit.start, hit.end) if hit else None


def says(facts: Facts, field: str) -> bool:
    """Tell whether the file says anything of a field; a table with a column for it says it in that
    column.
    """
    known = SAYS.get(field)
    return (
        known is None
        or known.search(flow(facts).text) is not None
        or any(field in grid.columns for grid in grids(facts))
    )
