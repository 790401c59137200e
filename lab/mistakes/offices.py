"""Who reports: slips, other offices, blanks, other kinds, other places."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace

from lab.mistakes import Plant
from lab.mistakes.places_of import a_paragraph, in_cells, in_pieces, inserted, rewritten
from lab.places import KINDS, PROVINCIAL, other, split
from lab.sheets import Kind, Sheet, Table, texts
from lab.truth import Mark, Mistake

# Letters and marks that pens and readers of scans take for each other.
SLIPS = {
    "่": "้",
    "้": "่",
    "ด": "ค",
    "ค": "ด",
    "ถ": "ภ",
    "ภ": "ถ",
    "ผ": "ฝ",
    "ซ": "ช",
    "ต": "ด",
    "ื": "ี",
    "ิ": "ี",
    "ั": "้",
}
OTHER_KIND = {
    "องค์การบริหารส่วนตำบล": "เทศบาลตำบล",
    "เทศบาลตำบล": "องค์การบริหารส่วนตำบล",
    "เทศบาลเมือง": "เทศบาลตำบล",
}
OFTEN = 2  # times an office must be named beside the mistake
LOCAL = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร")


def slip(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG001: one letter of the office's name is another, in one sentence."""
    office = sheet.truth.organisation
    kind, name = split(office)
    spots = [at for at, letter in enumerate(name) if letter in SLIPS]
    found = a_paragraph(sheet, chance, office)
    if not (kind and spots and found):
        return None
    at = chance.choice(spots)
    wrong = name[:at] + SLIPS[name[at]] + name[at + 1 :]
    made = rewritten(sheet, found[0], office, kind + wrong)
    return made.planted(Mistake("ORG001", wrong, ("ORG002",)))


def stranger(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG002: another office's name stands in a sentence about what the reporting one did."""
    office, (kind, _) = sheet.truth.organisation, split(sheet.truth.organisation)
    found = a_paragraph(sheet, chance, office)
    if kind not in LOCAL or not found:
        return None
    wrong = other(chance, sheet.text, sheet.truth.province).subdistrict
    made = rewritten(sheet, found[0], office, kind + wrong)
    return made.planted(Mistake("ORG002", wrong, ("ORG001", "ORG008")))


def stranger_in_short(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG002: another office's name in its short form, in such a sentence or in a cell."""
    office, (kind, _) = sheet.truth.organisation, split(sheet.truth.organisation)
    sentences = list(in_pieces(sheet, (Kind.TEXT, Kind.POINTS), *_forms(office)))
    cells = list(in_cells(sheet, *_forms(office)))
    if kind not in LOCAL or not (sentences or cells) or not _often(sheet):
        return None
    wrong = other(chance, sheet.text, sheet.truth.province).subdistrict
    number = chance.randrange(len(sentences) + len(cells))
    if number < len(sentences):
        at, form = sentences[number]
        made = rewritten(sheet, at, form, KINDS[kind] + wrong)
    else:
        at, row, column, form = cells[number - len(sentences)]
        table = sheet.pieces[at]
        assert isinstance(table, Table)
        cell = table.body[row][column].replace(form, KINDS[kind] + wrong, 1)
        made = sheet.put(at, table.put(row, column, cell))
    return made.planted(Mistake("ORG002", wrong, ("ORG001", "ORG008")))


def stranger_signs(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG002: another office's name stands in a signature or a heading."""
    office, (kind, name) = sheet.truth.organisation, split(sheet.truth.organisation)
    found = list(in_pieces(sheet, (Kind.SIGNATURE, Kind.HEADING), *_forms(office)))
    if kind not in LOCAL or not found or not _often(sheet):
        return None
    at, form = chance.choice(found)
    wrong = other(chance, sheet.text, sheet.truth.province).subdistrict
    made = rewritten(sheet, at, form, form.replace(name, wrong))
    return made.planted(Mistake("ORG002", wrong, ("ORG001", "ORG008")))


def _forms(office: str) -> tuple[str, ...]:
    """Return how an office is written in sentences and signatures."""
    kind, name = split(office)
    posts = kind.replace("เทศบาล", "เทศมนตรี") + name
    return (office, posts, KINDS.get(kind, kind) + name)


def _often(sheet: Sheet) -> bool:
    """Tell whether the office is named often enough for it to be known with one name less."""
    return sheet.text.count(split(sheet.truth.organisation)[1]) > OFTEN


def unnamed(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG003: the form's blank for the office's name was never filled in."""
    kind, _ = split(sheet.truth.organisation)
    if kind not in LOCAL:
        return None
    blank = f"{kind}........................"
    made = inserted(sheet, f"ทั้งนี้ {blank} จะนำข้อเสนอแนะไปปรับปรุงการดำเนินงานในปีต่อไป", chance)
    return made and made.planted(Mistake("ORG003", blank, ("TXT001",)))


def nobody(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG004: the report never says whose it is."""
    office = sheet.truth.organisation
    kind, name = split(office)
    if kind not in LOCAL:
        return None
    short, place = KINDS[kind], (sheet.truth.district, sheet.truth.province)

    def without(text: str) -> str:
        text = text.replace(office, "หน่วยงาน").replace(f"{short}{name}", "หน่วยงาน")
        text = text.replace(f"อำเภอ{place[0]} จังหวัด{place[1]}", "")
        return text.replace("เทศมนตรีตำบล" + name, "").replace("เทศมนตรีเมือง" + name, "").strip()

    made = sheet.mapped(without)
    if name in made.text:
        return None
    fair = (Mark("ORG002"), Mark("ORG003"))
    return replace(made, truth=sheet.truth).planted(Mistake("ORG004"), fair=fair)


def other_kind(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG005: the same name, another kind of office."""
    office = sheet.truth.organisation
    kind, name = split(office)
    found = a_paragraph(sheet, chance, office)
    if kind not in OTHER_KIND or not found:
        return None
    wrong = OTHER_KIND[kind] + name
    made = rewritten(sheet, found[0], office, wrong)
    return made.planted(Mistake("ORG005", wrong, ("ORG001", "ORG002")))


def elsewhere(sheet: Sheet, chance: random.Random) -> Sheet | None:
    """ORG006: the office's own name with another district and province, the right ones elsewhere
    beside it.
    """
    office, (kind, _) = sheet.truth.organisation, split(sheet.truth.organisation)
    right = re.compile(
        rf"(?:อำเภอ|อ\.)\s*{re.escape(sheet.truth.district)}\s*"
        rf"(?:จังหวัด|จ\.)\s*{re.escape(sheet.truth.province)}"
    )
    told = re.compile(rf"{re.escape(office)}(?:\s*{right.pattern}|(?!\s*(?:อำเภอ|อ\.|จังหวัด|จ\.)))")
    found = a_paragraph(sheet, chance, office, good=lambda text: bool(told.search(text)))
    if not found or not sheet.truth.province or kind == PROVINCIAL:
        return None
    place = other(chance, sheet.text, sheet.truth.province)
    wrong = f"{office} อำเภอ{place.district} จังหวัด{place.province} "
    old = next(match[0] for line in found[1].split("\n") for match in told.finditer(line))
    made = rewritten(sheet, found[0], old, wrong)
    if not any(right.search(text) for text in texts(made.pieces)):
        return None  # the wrong place would be the only one, and so the right one
    return made.planted(Mistake("ORG006", place.province))


MISTAKES: Mapping[str, Plant] = {
    "ORG001": slip,
    "ORG002": stranger,
    "ORG002-short": stranger_in_short,
    "ORG002-signature": stranger_signs,
    "ORG003": unnamed,
    "ORG004": nobody,
    "ORG005": other_kind,
    "ORG006": elsewhere,
}
