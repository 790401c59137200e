"""Parts that are gone, signatures that are not there, template words left in, terms misspelt."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace

from lab.mistakes import Plant
from lab.mistakes.places_of import a_table, inserted, rewritten
from lab.sheets import Kind, Sheet, Text, part
from lab.truth import Mark, Mistake

TERMS = {"ดุลพินิจ": "ดุลยพินิจ", "คุณธรรมและความโปร่งใสภายใน": "คุณธรรมและความโปร่งในภายใน"}
DATED = re.compile(r"^ประกาศ ณ วันที่|^สั่ง ณ วันที่")
YEAR = re.compile(r"([0-9๐-๙]{3})([0-9๐-๙])(?![0-9๐-๙])")
SWAPPED = str.maketrans("0123456789๐๑๒๓๔๕๖๗๘๙", "๐๑๒๓๔๕๖๗๘๙0123456789")


def _without(sheet: Sheet, name: str) -> Sheet | None:
    span = part(sheet, name)
    if span is None:
        return None
    kept = tuple(piece for at, piece in enumerate(sheet.pieces) if at not in span)
    return replace(sheet, pieces=kept)


# the title of a results report, first of its title's lines
OF_RESULTS = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nประจำปี"


def no_analysis(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """SEC001: a report that sets measures has no analysis of last year's assessment; one that is
    titled as results alone need not have any.
    """
    made, title = _without(sheet, "analysis"), sheet.pieces[0]
    if made is None or (isinstance(title, Text) and title.text.startswith(OF_RESULTS)):
        return None
    made = made.mapped(lambda text: text.replace("การวิเคราะห์ผลการประเมินและมาตรการ", "มาตรการ"))
    return made.planted(Mistake("SEC001"), fair=(Mark("YEA004"), Mark("MEA006")))


def no_results(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """SEC001: a results report without any result."""
    span = part(sheet, "results")
    if span is None or part(sheet, "plan") is None:
        return None
    signed = tuple(
        piece
        for at, piece in enumerate(sheet.pieces)
        if at in span and isinstance(piece, Text) and piece.kind is Kind.SIGNATURE
    )
    made = _without(sheet, "results")
    assert made is not None
    made = replace(made, pieces=(*made.pieces, *signed))
    fair = (Mark("MEA002"), Mark("RND003"), Mark("DOC006"))
    return made.planted(Mistake("SEC001"), fair=fair)


def unsigned(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """SEC002: an announcement without date and signer."""
    kept = tuple(
        piece
        for piece in sheet.pieces
        if not (
            isinstance(piece, Text) and (piece.kind is Kind.SIGNATURE or DATED.search(piece.text))
        )
    )
    first = sheet.pieces[0]
    announcement = isinstance(first, Text) and first.text.startswith(("ประกาศ", "คำสั่ง"))
    if not announcement or len(kept) == len(sheet.pieces):
        return None
    return replace(sheet, pieces=kept).planted(Mistake("SEC002"))


def template_words(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """TXT001: a line of the form was never filled in."""
    blank = "(ระบุชื่อ-สกุล)"
    made = inserted(sheet, f"ผู้ประสานงานของรายงานฉบับนี้ คือ {blank} ติดต่อได้ในวันและเวลาราชการ", chance)
    return made and made.planted(Mistake("TXT001", blank))


def misspelt(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """TXT002: a key term misspelt, once."""
    for term, wrong in TERMS.items():
        for at, piece in enumerate(sheet.pieces):
            if isinstance(piece, Text) and piece.kind is Kind.TEXT and term in piece.text:
                return rewritten(sheet, at, term, wrong).planted(Mistake("TXT002", wrong[-10:]))
    return None


def mixed_digits(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """TXT003: Thai and Arabic digits in one number."""
    found = a_table(sheet, "results", "when")
    if not found:
        return None
    at, table, column = found
    for row, cells in enumerate(table.body):
        hit = YEAR.search(cells[column])
        if hit:
            wrong = hit[1] + hit[2].translate(SWAPPED)
            made = sheet.put(at, table.put(row, column, cells[column].replace(hit[0], wrong)))
            return made.planted(Mistake("TXT003", wrong))
    return None


def wrong_item(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """DOC006: the number on a results report is that of the measures."""
    if part(sheet, "results") is None or part(sheet, "plan") is not None:
        return None
    if sheet.truth.item != "O43":
        return None
    if "O43" in sheet.text:
        truth = sheet.truth  # what it is handed in for stays
        made = replace(sheet.mapped(lambda text: text.replace("O43", "O42")), truth=truth)
    else:
        mark = Text(Kind.CENTRE, ("แบบ OIT ข้อ O42",))
        made = replace(sheet, pieces=(mark, *sheet.pieces))
    return made.planted(Mistake("DOC006", "O42"))


MISTAKES: Mapping[str, Plant] = {
    "DOC006": wrong_item,
    "SEC001-analysis": no_analysis,
    "SEC001-results": no_results,
    "SEC002": unsigned,
    "TXT001": template_words,
    "TXT002": misspelt,
    "TXT003": mixed_digits,
}
