"""Measures without result, results without measure, empty fields, outcomes that are none."""

from __future__ import annotations

import random
from collections.abc import Mapping

from lab.mistakes import Plant
from lab.mistakes.places_of import a_table, covered, like, measure
from lab.sheets import ABOVE, Kind, Sheet, Table, Text, part
from lab.truth import Mark, Mistake

# Weak points that only a measure of their own answers, each with the word such a measure has.
UNANSWERED = {"การใช้ทรัพย์สินของราชการ": "ทรัพย์สิน", "การใช้งบประมาณ": "งบประมาณ"}


def _whole_rows(table: Table) -> list[int]:
    """Return the rows that no joined cell ties to another."""
    body = table.body
    tied = [ABOVE in cells for cells in body]
    return [row for row in range(len(body)) if not tied[row] and not any(tied[row + 1 : row + 2])]


def no_result(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """MEA002: a measure of the plan has no result."""
    found = a_table(sheet, "results", "measure")
    rows = _whole_rows(found[1]) if found else []
    if not found or not a_table(sheet, "plan", "measure") or len(rows) < 3:
        return None
    at, table, _ = found
    row = chance.choice(rows)
    made = sheet.put(at, table.without(row))
    return made.planted(Mistake("MEA002", measure(table, row), ("RND003",)))


def no_plan(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """MEA003: a result for a measure that the plan does not have."""
    found = a_table(sheet, "results", "measure")
    if not found or not a_table(sheet, "plan", "measure"):
        return None
    at, table, _ = found
    name = "มาตรการยกย่องบุคลากรต้นแบบด้านคุณธรรม"
    told = {
        "measure": name,
        "number": like(sheet, len(table.body) + 1),
        "done": "คัดเลือกและมอบเกียรติบัตรบุคลากรต้นแบบ",
        "when": f"มกราคม {like(sheet, covered(sheet))}",
        "output": f"ผู้ได้รับเกียรติบัตร {like(sheet, 3)} คน",
        "outcome": "บุคลากรมีแบบอย่างที่ดีในการทำงาน",
    }
    row = tuple(told.get(column, "") for column in table.columns)
    rows = (*table.rows, row)
    made = sheet.put(at, Table(rows, table.heads, table.role, table.columns))
    return made.planted(Mistake("MEA003", name))


def nobody_responsible(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """MEA004: one measure of the plan has nobody responsible."""
    if (
        covered(sheet) < sheet.truth.fiscal_year
    ):  # last year's plan, told again: not what is asked for
        return None
    found = a_table(sheet, "plan", "responsible")
    rows = _whole_rows(found[1]) if found else []
    if not found or len(rows) < 2:
        return None
    at, table, column = found
    row = chance.choice(rows)
    made = sheet.put(at, table.put(row, column, ""))
    return made.planted(Mistake("MEA004", measure(table, row)))


def no_outcome(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """MEA005: the outcome repeats the measure's name."""
    found = a_table(sheet, "results", "outcome")
    if not found:
        return None
    at, table, column = found
    row = chance.randrange(len(table.body))
    name = measure(table, row)
    made = sheet.put(at, table.put(row, column, name))
    return made.planted(Mistake("MEA005", name))


def outcome_of_rounds(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """MEA005: the outcome is the plan's promise again."""
    found = a_table(sheet, "results", "outcome")
    if not found:
        return None
    at, table, column = found
    row = chance.randrange(len(table.body))
    rounds = "\n".join(f"- รอบ {like(sheet, months)} เดือน" for months in (6, 12))
    made = sheet.put(at, table.put(row, column, f"รายงานผลการดำเนินงานตามมาตรการ\n{rounds}"))
    fair = (Mark("RND004"), Mark("RND005"))
    return made.planted(Mistake("MEA005", measure(table, row)), fair=fair)


def unanswered(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """MEA006: a weak point that no measure answers."""
    analysis = part(sheet, "analysis")
    names = [name for name, word in UNANSWERED.items() if word not in sheet.text]
    if analysis is None or not names:
        return None
    name = names[0]
    at = next(
        at
        for at in analysis
        if isinstance(sheet.pieces[at], Text) and "จุดอ่อน" in str(sheet.pieces[at])
    )
    said = f"อีกทั้งตัวชี้วัด{name} ยังได้คะแนนต่ำ เป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วนเช่นกัน"
    made = sheet.put(at, sheet.pieces[at], Text(Kind.TEXT, (said,)))
    return made.planted(Mistake("MEA006", name))


MISTAKES: Mapping[str, Plant] = {
    "MEA002": no_result,
    "MEA003": no_plan,
    "MEA004": nobody_responsible,
    "MEA005": no_outcome,
    "MEA005-rounds": outcome_of_rounds,
    "MEA006": unanswered,
}
