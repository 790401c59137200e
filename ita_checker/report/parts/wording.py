"""The words that every output shares: one word for one thing on screen, page, sheet and letter."""

from __future__ import annotations

from ita_checker.model import Certainty, Decision, Origin, Severity, Status
from ita_checker.model.deciding import KINDS, SPOKEN

STATUS = {
    "th": {
        Status.CLEAN: "ไม่พบข้อบกพร่อง",
        Status.FILTERED: "ไม่พบในรหัสที่เลือก",
        Status.GAPS: "พบข้อบกพร่อง",
        Status.UNKNOWN: "ตรวจได้ไม่ครบ",
        Status.UNREADABLE: "อ่านไม่ได้",
    },
    "en": {
        Status.CLEAN: "clean",
        Status.FILTERED: "nothing among the codes chosen",
        Status.GAPS: "gaps",
        Status.UNKNOWN: "not fully checked",
        Status.UNREADABLE: "unreadable",
    },
}
SEVERITY = {
    "th": {Severity.ZERO: "อาจได้ 0 คะแนน", Severity.ADVICE: "ข้อสังเกต"},
    "en": {Severity.ZERO: "would score 0", Severity.ADVICE: "advice"},
}
CERTAINTY = {
    "th": {Certainty.SURE: "ชัดเจน", Certainty.LIKELY: "ควรตรวจสอบซ้ำ"},
    "en": {Certainty.SURE: "sure", Certainty.LIKELY: "check again"},
}
DECISIONS = {lang: tuple(getattr(SPOKEN[kind], lang) for kind in KINDS) for lang in ("th", "en")}
ORIGIN = {
    "th": {
        Origin.OPTION: "ตัวเลือกที่สั่ง",
        Origin.LIST: "รายการไฟล์",
        Origin.FOLDER: "ชื่อโฟลเดอร์",
        Origin.NAME: "ชื่อไฟล์",
        Origin.REPORT: "ตัวรายงานเอง",
    },
    "en": {
        Origin.OPTION: "the option given",
        Origin.LIST: "the list of files",
        Origin.FOLDER: "the folder's name",
        Origin.NAME: "the file's name",
        Origin.REPORT: "the report itself",
    },
}
ASPECTS = {
    "th": {"fiscal_year": "ปีงบประมาณ", "items": "ข้อ", "scheme": "เกณฑ์", "organisation": "หน่วยงาน"},
    "en": {
        "fiscal_year": "fiscal year",
        "items": "item",
        "scheme": "scheme",
        "organisation": "organisation",
    },
}
WHOLE = {"th": "ทั้งฉบับ", "en": "whole document"}  # where a finding stands at no place
NOBODY = {"th": "ไม่ทราบหน่วยงาน", "en": "organisation unknown"}


def decided(decision: Decision | None, lang: str) -> str:
    """Return a decision in a word, empty where none was made."""
    return DECISIONS[lang][KINDS.index(decision.kind)] if decision else ""


def page_ranges(pages: tuple[int, ...]) -> str:
    """Return pages as people write them: 3, 6-25, 288."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(
        str(first)
        if first == last
        else f"{first}-{last}"
        if last > first + 1
        else f"{first}, {last}"
        for first, last in runs
    )


def origins(told: tuple[tuple[str, Origin], ...], lang: str) -> str:
    """Return where year, item, scheme and office came from, in one line."""
    return " · ".join(f"{ASPECTS[lang][name]}: {ORIGIN[lang][origin]}" for name, origin in told)
