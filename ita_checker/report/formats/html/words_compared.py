"""The words of two scans side by side and of many in a row, Thai and English."""

from __future__ import annotations

from collections.abc import Mapping

from ita_checker.report.compared.difference import Why

WHY: Mapping[Why, tuple[str, str]] = {
    Why.STAYED: ("คงเดิม", "unchanged"),
    Why.FOUND: ("พบในไฟล์ที่แก้ไขแล้ว", "found in a file that was changed"),
    Why.MENDED: ("ไม่พบแล้วในไฟล์ที่แก้ไข", "no longer in the file, which was changed"),
    Why.FILE_NEW: ("ไฟล์ใหม่", "a new file"),
    Why.FILE_GONE: ("ไม่มีไฟล์แล้ว", "the file is gone"),
    Why.NOT_READ: (
        "ครั้งนี้ยังไม่ได้ตรวจ (อ่านหรือตัดสินไม่ได้)",
        "not looked at this time (unread or undecided)",
    ),
    Why.WAS_NOT_READ: ("ครั้งก่อนยังไม่ได้ตรวจ", "not looked at the time before"),
    Why.DISMISSED: ("ผู้ตรวจพิจารณาว่าไม่ใช่ข้อบกพร่อง", "dismissed by the auditor"),
    Why.WAS_DISMISSED: ("ครั้งก่อนพิจารณาว่าไม่ใช่ข้อบกพร่อง", "dismissed the time before"),
    Why.NOT_ASKED: ("กฎที่ใช้ครั้งนี้ไม่ถามข้อนี้", "the rules of this time do not ask it"),
    Why.WAS_NOT_ASKED: ("กฎที่ใช้ครั้งก่อนไม่ถามข้อนี้", "the rules of the time before did not ask it"),
    Why.BESIDE: ("ไฟล์เดิม ไฟล์อื่นที่นำมาเทียบต่างไป", "the same file; those it was laid beside differ"),
    Why.JUDGED: ("ไฟล์เดิม โปรแกรมหรือกฎตัดสินต่างไป", "the same file: program or rules judge otherwise"),
}
COMPARED: Mapping[str, tuple[str, str]] = {
    "compare_title": ("เทียบผลการตรวจ", "Scans side by side"),
    "new": ("พบใหม่", "New"),
    "gone": ("ไม่พบแล้ว", "Gone"),
    "unchanged": ("คงเดิม", "Unchanged"),
    "courses": ("รายหน่วยงาน", "By office"),
    "files_changed": ("ไฟล์", "Files"),
    "files_new": ("ไฟล์ที่มีใหม่", "New files"),
    "files_gone": ("ไฟล์ที่ไม่มีแล้ว", "Files gone"),
    "files_moved": ("ไฟล์เดิมที่ย้ายที่", "Files that were moved"),
    "moved_from": ("เดิมอยู่ที่", "lay at"),
    "step": ("เทียบ", "Compare"),
    "step_of": ("{old} → {new}", "{old} → {new}"),
    "trend": ("แนวโน้ม", "Trend"),
    "run": ("การตรวจ", "Scan"),
    "change": ("เปลี่ยนแปลง", "Change"),
    "why": ("เหตุที่เปลี่ยน", "Why"),
    "other_rules": (
        "สองครั้งนี้ใช้ชุดกฎหรือรุ่นของโปรแกรมต่างกัน ข้อที่ต่างอาจมาจากกฎ ไม่ใช่จากหน่วยงาน",
        "Rules or program differ between the two: what differs may come from them, not from the "
        "office.",
    ),
    "not_gone": (
        "{n} ข้อไม่พบเพราะครั้งนี้ยังไม่ได้ตรวจ จึงยังไม่ถือว่าแก้ไขแล้ว",
        "{n} are gone only because nobody looked this time: that does not make them mended.",
    ),
    "not_mended": ("ไม่ได้แปลว่าแก้ไขแล้ว", "does not mean mended"),
    "lines_shown": ("{n} ข้อ", "{n} findings"),
    "absent_then": ("ไม่มีรายงาน", "no report"),
    "trend_label": (
        "{run}: อาจได้ 0 คะแนน {zero} ข้อสังเกต {advice}",
        "{run}: {zero} would score 0, {advice} advice",
    ),
}  # fmt: skip


def compared_words(lang: str) -> dict[str, str]:
    """Return the page's words in one language, reasons as why_…"""
    english = lang == "en"
    reasons = {f"why_{why.value}": said[english] for why, said in WHY.items()}
    return {name: said[english] for name, said in COMPARED.items()} | reasons
