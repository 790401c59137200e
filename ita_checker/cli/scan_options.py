"""The options of the command that scans, typed once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ita_checker.cli import forms
from ita_checker.cli.language import Function, option
from ita_checker.cli.options import MB, OCR, OCR_ENGINE, Place, finding_codes, item_codes


def _paths(*names: str, **more: Any) -> Callable[[Function], Function]:
    return option(*names, type=click.Path(path_type=Path), **more)


OPTIONS = (
    option(
        "--year",
        type=click.IntRange(2550, 2599),
        thai="ปีงบประมาณ พ.ศ. ที่ส่ง",
        english="Fiscal year (B.E.) the files are submitted for.",
    ),
    option(
        "--scheme",
        thai="เกณฑ์: nacc, obec, ovec, moph",
        english="Scheme the files are held against.",
    ),
    option(
        "--item",
        "items",
        multiple=True,
        callback=item_codes,
        thai="รหัสข้อ เช่น O43 (ใส่ซ้ำได้)",
        english="Item code; may be repeated.",
    ),
    _paths(
        "--manifest",
        metavar="FILE",
        thai=(
            "รายการไฟล์ .xlsx หรือ .csv: path, organisation, fiscal_year, scheme, item, complete, "
            "first_assessment (หัวตารางไทยก็ได้)"
        ),
        english=(
            "List of the files, .xlsx or .csv: path, organisation, fiscal_year, scheme, item, "
            "complete, first_assessment."
        ),
    ),
    option(
        "--complete",
        is_flag=True,
        thai="โฟลเดอร์นี้คือทั้งหมดที่ส่ง: ให้บอกข้อที่ขาด (SET001)",
        english="The folder is all that was submitted: tell which items are missing (SET001).",
    ),
    _paths(
        "--register",
        metavar="FILE",
        thai="ทะเบียนหน่วยงาน: บรรทัดละชื่อ หรือ CSV/XLSX (ประเภท ชื่อ อำเภอ จังหวัด)",
        english=(
            "Register of organisations: one name a line, or CSV/XLSX (kind, name, district, "
            "province)."
        ),
    ),
    _paths(
        "--rules",
        multiple=True,
        metavar="DIR",
        thai="โฟลเดอร์กฎเพิ่มเติม (ใส่ซ้ำได้)",
        english="Further rule folder.",
    ),
    option(
        "--exclude",
        multiple=True,
        metavar="PATTERN",
        thai="ไม่ตรวจไฟล์ที่ชื่อตรงรูปแบบ เช่น 'ฉบับร่าง/*' (ใส่ซ้ำได้)",
        english="Leave out files whose path fits, such as 'draft/*'; may be repeated.",
    ),
    option(
        "--format",
        "form",
        default="text",
        show_default=True,
        type=click.Choice(forms.names()),
        thai="รูปแบบผลบนหน้าจอ",
        english="Output format on stdout.",
    ),
    option(
        "--output",
        "-o",
        "outputs",
        multiple=True,
        type=Place(),
        metavar="FILE",
        thai=(
            "เขียนผลลงไฟล์ ชนิดตามนามสกุล (ใส่ซ้ำได้): .html .xlsx .csv .json .jsonl .sarif .xml "
            ".txt (- = "
            "หน้าจอตาม --format)"
        ),
        english=(
            "Files by suffix: .html .xlsx .csv .json .jsonl .sarif .xml (JUnit) .txt; - for stdout "
            "in --format."
        ),
    ),
    _paths(
        "--annotate",
        metavar="DIR",
        thai="เขียนสำเนา PDF ที่ทำเครื่องหมายไว้ลงโฟลเดอร์นี้",
        english="Write marked copies of the PDFs.",
    ),
    _paths(
        "--letters",
        metavar="DIR",
        thai="เขียนหนังสือแจ้งหน่วยงาน (.docx) รายหน่วยงาน และฉบับรวมสำหรับพิมพ์",
        english="Write a letter for each organisation, and all of them in one file.",
    ),
    _paths(
        "--hand-over",
        metavar="DIR",
        thai="เขียนโฟลเดอร์รายหน่วยงาน: หน้า .html ตาราง .xlsx และหนังสือ .docx ของหน่วยงานนั้นเท่านั้น",
        english="Write a folder for each organisation: its own page, sheet and letter.",
    ),
    _paths(
        "--letter-template",
        metavar="FILE",
        thai="แม่แบบหนังสือ .docx",
        english="Template of the letters.",
    ),
    option(
        "--letters-only",
        type=click.Choice(["auto", "decided", "all"]),
        default="auto",
        show_default=True,
        thai=(
            "ข้อที่ใส่ในหนังสือ: decided = ยืนยันหรือให้ชี้แจงแล้ว, all = ทุกข้อ เว้นที่พิจารณาว่า ไม่ใช่ข้อบกพร่อง, "
            "auto = "
            "decided หากมีผลการพิจารณา"
        ),
        english=(
            "What letters hold: decided (confirmed or to be explained), all, or auto: "
            "decided where "
            "there are decisions."
        ),
    ),
    _paths(
        "--decisions",
        multiple=True,
        metavar="FILE",
        thai="ผลการพิจารณา: ไฟล์จากรายงาน HTML หรือตาราง .xlsx ที่กรอกแล้ว (ใส่ซ้ำได้)",
        english="Decisions: files from the HTML report or filled-in .xlsx sheets; may be repeated.",
    ),
    option(
        "--select",
        multiple=True,
        callback=finding_codes,
        thai="เฉพาะรหัสหรือคำขึ้นต้น เช่น ORG",
        english="Only these codes or prefixes.",
    ),
    option(
        "--ignore",
        multiple=True,
        callback=finding_codes,
        thai="ไม่แสดงรหัสหรือคำขึ้นต้นเหล่านี้",
        english="Leave out these codes or prefixes.",
    ),
    option(
        "--fail-on",
        type=click.Choice(["zero", "advice", "never"]),
        default="advice",
        show_default=True,
        thai="พบระดับใดจึงจบด้วยรหัส 1",
        english="Which findings make exit code 1.",
    ),
    option(
        "--statistics",
        is_flag=True,
        thai="แสดงจำนวนที่พบรายรหัสแทนรายการ",
        english="Print how often each code was found instead of the list.",
    ),
    option(
        "--title",
        default="",
        thai="ชื่องานตรวจ แสดงบนผลทุกแบบ",
        english="Title, shown on every output.",
    ),
    option(
        "--date",
        default="",
        thai="วันที่ตรวจ แสดงบนผลทุกแบบ (today = วันนี้)",
        english="Date of the scan, shown on every output (today for today).",
    ),
    option(
        "--jobs",
        "-j",
        type=click.IntRange(1),
        default=lambda: os.cpu_count() or 1,
        thai="จำนวนงานพร้อมกัน (ปกติเท่าจำนวนแกน)",
        english="Processes at once (default: as many as cores).",
    ),
    OCR,
    OCR_ENGINE,
    option(
        "--timeout",
        type=click.FloatRange(1),
        default=120,
        show_default=True,
        thai="วินาทีต่อไฟล์ (+20 ต่อหน้าที่เป็นภาพ)",
        english="Seconds a file (+20 a page of OCR).",
    ),
    option(
        "--memory",
        type=click.IntRange(256),
        default=2048,
        show_default=True,
        callback=lambda _, __, given: given * MB,
        thai="MB ต่อไฟล์",
        english="Megabytes a file.",
    ),
    option(
        "--max-pages",
        type=click.IntRange(1),
        default=2000,
        show_default=True,
        thai="หน้ามากที่สุดต่อไฟล์",
        english="Most pages of a file.",
    ),
    option(
        "--engine",
        type=click.Choice(["local", "dask"]),
        default="local",
        show_default=True,
        thai="เครื่องนี้หรือคลัสเตอร์ Dask",
        english="Where to run.",
    ),
    option(
        "--scheduler", thai="ที่อยู่ Dask เช่น tcp://host:8786", english="Address of the Dask scheduler."
    ),
    option(
        "--cache/--no-cache",
        default=True,
        thai="--no-cache: ไม่ใช้และไม่เก็บผลเดิม",
        english="--no-cache: neither use nor keep what was read before.",
    ),
    option(
        "--quiet",
        "-q",
        is_flag=True,
        thai="ไม่แสดงความคืบหน้าและบรรทัดสรุป",
        english="No progress and no closing line.",
    ),
)


def scan_options(function: Function) -> Function:
    """Return the function with the options, which help shows in their order."""
    for each in reversed(OPTIONS):
        function = each(function)
    return function
