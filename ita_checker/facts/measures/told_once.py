"""What the text outside the tables says of measures: fields given once for all, measures named
over photographs.
"""

from __future__ import annotations

from ita_checker.facts.measures.in_prose import FULL, label, told
from ita_checker.facts.measures.in_tables import BLANK, Measure
from ita_checker.facts.measures.names import SHORTEST, SURELY, alike, core
from ita_checker.facts.measures.plan_and_results import results
from ita_checker.facts.page import flow
from ita_checker.facts.tables import (
    ACTIVITY,
    MONITORING,
    RESPONSIBLE,
    RESULT_FIELDS,
    STEPS,
    Prose,
    prose,
    said,
)
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern

# How prose says a thing for which the table has no column: once for all measures.
SAYS = {
    STEPS: "ขั้นตอน|วิธีการ|วิธีปฏิบัติ|วิธีดำเนิน|แนวทาง(การ)?(ปฏิบัติ|ดำเนิน)|ดังต่อไปนี้",
    RESPONSIBLE: "รับผิดชอบ|มอบหมาย(ให้|แก่|สำนัก|กอง|ฝ่าย|กลุ่ม|เจ้าหน้าที่|คณะ|ผู้)|ผู้ที่เกี่ยวข้อง|หน่วยงานหลัก",
    MONITORING: "กำกับ.{0,8}ติดตาม|กำกับดูแล|ติดตาม(และ)?(ประเมิน|รายงาน|ผล|กำกับ|ตรวจสอบ)|การติดตาม|"
    "รายงานผล.{0,40}(ทุก|รอบ|ราย|ผู้บริหาร|ปลัด|นายก|ทราบ)|รอบ(ที่)?\\d{1,2}(เดือน)?|ไตรมาส",
}
FOR_ALL = pattern(
    "ทุกมาตรการ|มาตรการทั้งหมด|ทั้งนี้|ทุกส่วนราชการ|ทุกสำนัก|ทุกกอง|มาตรการข้างต้น|มาตรการดังกล่าว|ทุกข้อ"
)
NOT_DONE = pattern(
    "(ยัง)?(ไม่มี|ไม่ได้)(การ)?(ดำเนินการ|ดำเนินงาน|ผลการดำเนินการ|ผลการดำเนินงาน)?|ยังไม่(ได้|มีการ)?(ดำเนินการ|ดำเนินงาน)|ไม่ดำเนินการ"
)


def stated(facts: Facts, field: str) -> bool:
    """Tell whether the text outside the tables speaks of a field that the tables have no column
    for.
    """
    says = SAYS.get(field)
    return says is None or any(pattern(says).search(text) for text in _paragraphs(facts))


def stated_for_all(facts: Facts, field: str) -> bool:
    """Tell whether the text outside the tables gives a field for all measures at once."""
    says = SAYS.get(field)
    if says is None:
        return False
    own = {part for one in told(facts) for parts in one.fields.values() for part in parts}
    for line in prose(facts):
        labelled = label(facts, line)
        if (
            labelled
            and labelled[0] == field
            and labelled[1][0] < labelled[1][1]
            and labelled[1] not in own
        ):
            return True
    return any(pattern(says).search(text) and FOR_ALL.search(text) for text in _paragraphs(facts))


def tells(facts: Facts, measure: Measure, field: str) -> bool:
    """Tell whether one of a measure's own cells speaks of a field that it has no place of its own
    for, or may hold it: words in a column that nobody understood.
    """
    says = SAYS.get(field)
    return says is not None and (
        bool(measure.unplaced)
        or any(pattern(says).search(said(facts, parts)) for parts in measure.fields.values())
    )


def nothing_done(facts: Facts, measure: Measure) -> bool:
    """Tell whether everything a result says is that nothing was done."""
    own = [
        said(facts, measure.fields[held])
        for held in (ACTIVITY, *RESULT_FIELDS)
        if held in measure.fields
    ]
    spoken = [text.strip("-.* ") for text in own if not BLANK.fullmatch(text)]
    return bool(spoken) and all(NOT_DONE.fullmatch(text) for text in spoken)


def _paragraphs(facts: Facts) -> tuple[str, ...]:
    """Return the text outside the tables, folded, line joined to line as far as they fill the
    page's width.
    """
    return facts.once(_joined_lines)


def _joined_lines(facts: Facts) -> tuple[str, ...]:
    made: list[str] = []
    last: Prose | None = None
    for line in prose(facts):
        text = flow(facts).text[line.start : line.end]
        if last is not None and last.right >= FULL and last.end + 1 >= line.start:
            made[-1] += text
        else:
            made.append(text)
        last = line
    return tuple(made)


def mentioned(facts: Facts, measure: Measure) -> bool:
    """Tell whether a line outside all tables begins with the measure's name where results are
    told: a heading over photos, say.
    """
    first = min((one.name[0] for one in results(facts)), default=None)
    return first is not None and any(
        _begins(facts, line, measure) for line in prose(facts) if line.start > first
    )


def _begins(facts: Facts, line: Prose, measure: Measure) -> bool:
    text = core(flow(facts).text[line.start : line.end])
    return len(measure.called) >= SHORTEST and (
        text.startswith(measure.called) or alike(text, measure.called) >= SURELY
    )
