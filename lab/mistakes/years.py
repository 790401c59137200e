"""Years and dates that are not what they should be."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace

from lab.mistakes import Plant
from lab.mistakes.places_of import a_paragraph, a_table, covered, like, rewritten
from lab.sheets import Kind, Sheet, Text
from lab.trial import handed_in
from lab.truth import Mark, Mistake

TITLES = (Kind.COVER, Kind.TITLE, Kind.CENTRE)
BUDDHIST = 543
LAW = re.compile(r"(พระราชบัญญัติข้อมูลข่าวสารของราชการ|พระราชบัญญัติเทศบาล) พ\.ศ\. ([0-9๐-๙]{4})")
REPORTING = ("จัดทำ", "รายงาน", "รวบรวม", "ดำเนินการ")
AHEAD = ("ต่อไป", "ปีถัดไป")
# right before a year: it is an assessment's, a budget's, or one to come, and no report's
ANOTHERS = re.compile(r"(ประเมิน|ITA|ข้อบัญญัติ|จะ|สิ้น)[^0-9๐-๙]{0,60}$")
# a year of the assessment, as it is named where its results are analysed
ASSESSED = r"((?:ประเมิน|ITA)[^0-9๐-๙\n]{{0,70}}){year}"


def wrong_title(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA002: the cover or title bears last year's number, and nothing else does."""
    right = like(sheet, covered(sheet))
    wrong = like(sheet, covered(sheet) - 1)
    fiscal = re.compile(rf"(ประจำปี|ปีงบประมาณ)([^0-9๐-๙\n]{{0,25}}){right}")
    pieces, changed = list(sheet.pieces), 0
    for at, piece in enumerate(pieces):
        said = piece.text if isinstance(piece, Text) else ""
        subject = said.startswith("เรื่อง") and isinstance(piece, Text)
        if isinstance(piece, Text) and (piece.kind in TITLES or subject) and fiscal.search(said):
            lines = tuple(fiscal.sub(rf"\g<1>\g<2>{wrong}", line) for line in piece.lines)
            pieces[at] = Text(piece.kind, lines)
            changed += 1
    if not changed:
        return None
    made = Sheet(sheet.author, sheet.name, sheet.style, sheet.truth, tuple(pieces), sheet.producer)
    return made.planted(Mistake("YEA002", wrong, ("YEA003",)))


def wrong_inside(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA003: a sentence about this report names an older fiscal year."""
    right = f"ปีงบประมาณ พ.ศ. {like(sheet, covered(sheet))}"
    found = a_paragraph(
        sheet,
        chance,
        right,
        good=lambda text: (
            any(word in text for word in REPORTING)
            and not any(word in text for word in AHEAD)
            and not text.startswith(("เรื่อง", "ข้อ 1"))
            and not ANOTHERS.search(text[: text.find(right)])
        ),
    )
    if not found:
        return None
    wrong = like(sheet, covered(sheet) - 2)
    made = rewritten(sheet, found[0], right, f"ปีงบประมาณ พ.ศ. {wrong}")
    return made.planted(Mistake("YEA003", wrong, ("YEA002", "YEA004")))


def wrong_assessment(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA004: the assessment analysed is not last year's, wherever it is named: one that is right
    elsewhere is a slip that nobody need call so.
    """
    year = sheet.truth.fiscal_year
    wrong, named = like(sheet, year - 3), re.compile(ASSESSED.format(year=like(sheet, year - 1)))
    asked = any(item.analyses is not None for item in handed_in(sheet.truth))
    found = asked and a_paragraph(
        sheet, chance, "วิเคราะห์", good=lambda text: named.search(text) is not None
    )
    if not found:
        return None
    made = sheet.mapped(lambda text: named.sub(rf"\g<1>{wrong}", text))
    return replace(made, truth=sheet.truth).planted(Mistake("YEA004", wrong, ("YEA003",)))


def _dated(sheet: Sheet, chance: random.Random, date: str, *codes: str) -> Sheet | None:
    """Return the sheet with a date in one cell of the column that tells when things were done."""
    found = a_table(sheet, "results", "when")
    if not found:
        return None
    at, table, column = found
    row = chance.randrange(len(table.body))
    made = sheet.put(at, table.put(row, column, date))
    return made.planted(Mistake(codes[0], date, codes[1:]))


def too_early(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA005: an action dated before the fiscal year."""
    month = "เมษายน" if sheet.truth.scheme == "obec" else "กรกฎาคม"  # a school year begins in May
    date = f"{month} {like(sheet, covered(sheet) - 1)}"
    return _dated(sheet, chance, date, "YEA005", "YEA003")


def too_early_by_day(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA005: the same, the date led by its label."""
    date = f"วันที่ {like(sheet, 14)} เมษายน {like(sheet, covered(sheet) - 1)}"
    return _dated(sheet, chance, date, "YEA005", "YEA003")


def no_such_day(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA006: a date that does not exist."""
    date = f"{like(sheet, 31)} พฤศจิกายน {like(sheet, covered(sheet) - 1)}"
    return _dated(sheet, chance, date, "YEA006")


def christian_era(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA007: a Christian-era year in a Thai date."""
    date = f"กุมภาพันธ์ {like(sheet, covered(sheet) - BUDDHIST)}"
    return _dated(sheet, chance, date, "YEA007")


def wrong_law(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """YEA008: a law cited with a year that is not its own."""
    found = a_paragraph(sheet, chance, good=lambda text: bool(LAW.search(text)))
    hit = LAW.search(found[1]) if found else None
    if not (found and hit):
        return None
    wrong = f"{hit[1]} พ.ศ. {like(sheet, 2545)}"
    made = rewritten(sheet, found[0], hit[0], wrong)
    return made.planted(Mistake("YEA008", like(sheet, 2545)), fair=(Mark("YEA003"),))


MISTAKES: Mapping[str, Plant] = {
    "YEA002": wrong_title,
    "YEA003": wrong_inside,
    "YEA004": wrong_assessment,
    "YEA005": too_early,
    "YEA005-day": too_early_by_day,
    "YEA006": no_such_day,
    "YEA007": christian_era,
    "YEA008": wrong_law,
}
