"""The command that scans: its options, typed once, and what it does with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Unpack, cast

import click

from ita_checker.cli import preferences
from ita_checker.cli.closing import closing
from ita_checker.cli.guard import TOLD, VERBOSE, emit, failures, say, tell
from ita_checker.cli.language import LANG, Function, command, option
from ita_checker.cli.options import MB, OCR, OCR_ENGINE, Place, finding_codes, item_codes
from ita_checker.cli.outputs import Wanted, check, exit_code, progress, rendered, write
from ita_checker.cli.streaming import Stream
from ita_checker.errors import ExitCode, UsageError
from ita_checker.model import Words
from ita_checker.scan.settings import Keywords, settings

if TYPE_CHECKING:
    from ita_checker.model import Batch, Report

FORMS = ("text", "json", "jsonl", "csv", "sarif", "junit", "html", "xlsx")


class Asked(Keywords):
    """Every option of the command, by its parameter's name."""

    outputs: tuple[Path | str, ...]
    annotate: Path | None
    letters: Path | None
    hand_over: Path | None
    letter_template: Path | None
    letters_only: Literal["auto", "decided", "all"]
    fail_on: Literal["zero", "advice", "never"]
    engine: Literal["local", "dask"]
    statistics: bool
    quiet: bool


def _paths(*names: str, **more: Any) -> Callable[[Function], Function]:
    return option(*names, type=click.Path(path_type=Path), **more)


@command(
    """ตรวจทุกรายงานใต้ PATH เทียบกับกฎของปีและข้อที่ส่ง แล้วพิมพ์รายการข้อบกพร่อง

อ่าน PDF ภาพสแกน (JPG PNG TIFF) เอกสาร Office (เมื่อมี LibreOffice) และไฟล์ใน ZIP
ไฟล์อื่นที่ยังไม่ได้เปิดดูจะแจ้งชื่อไว้ทุกไฟล์ (DOC001-DOC005 แสดงเสมอ: สิ่งที่ยังไม่ได้ตรวจ ไม่ถือว่าผ่าน)

\b
ita-checker scan 2564/ -o ผลตรวจ.html -o ผลตรวจ.xlsx
ita-checker scan 2564/ --item O43 --letters หนังสือ/""",
    """Reads every report below each PATH, holds it against the rule pack of its scheme and fiscal
year, prints a gap list.

PDF, pictures of scans (JPG PNG TIFF), office documents (where LibreOffice is installed) and files
in ZIP archives are read; every other file is named. DOC001-DOC005 are always shown: what was not
looked at is never fine.

\b
ita-checker scan samples/
ita-checker scan 2564/ --item O43 -o gaps.xlsx -o gaps.html""",
)
@click.argument("paths", nargs=-1, required=True, type=Place())
@option("--year", type=click.IntRange(2550, 2599), thai="ปีงบประมาณ พ.ศ. ที่ส่ง",
        english="Fiscal year (B.E.) the files are submitted for.")  # fmt: skip
@option(
    "--scheme", thai="เกณฑ์: nacc, obec, ovec, moph", english="Scheme the files are held against."
)
@option("--item", "items", multiple=True, callback=item_codes, thai="รหัสข้อ เช่น O43 (ใส่ซ้ำได้)",
        english="Item code; may be repeated.")  # fmt: skip
@_paths("--manifest", metavar="FILE",
        thai="รายการไฟล์ .xlsx หรือ .csv: path, organisation, fiscal_year, scheme, item, complete, first_assessment (หัวตารางไทยก็ได้)",
        english="List of the files, .xlsx or .csv: path, organisation, fiscal_year, scheme, item, complete, first_assessment.")  # fmt: skip
@option("--complete", is_flag=True, thai="โฟลเดอร์นี้คือทั้งหมดที่ส่ง: ให้บอกข้อที่ขาด (SET001)",
        english="The folder is all that was submitted: tell which items are missing (SET001).")  # fmt: skip
@_paths("--register", metavar="FILE", thai="ทะเบียนหน่วยงาน: บรรทัดละชื่อ หรือ CSV/XLSX (ประเภท ชื่อ อำเภอ จังหวัด)",
        english="Register of organisations: one name a line, or CSV/XLSX (kind, name, district, province).")  # fmt: skip
@_paths("--rules", multiple=True, metavar="DIR", thai="โฟลเดอร์กฎเพิ่มเติม (ใส่ซ้ำได้)",
        english="Further rule folder.")  # fmt: skip
@option("--exclude", multiple=True, metavar="PATTERN", thai="ไม่ตรวจไฟล์ที่ชื่อตรงรูปแบบ เช่น 'ฉบับร่าง/*' (ใส่ซ้ำได้)",
        english="Leave out files whose path fits, such as 'draft/*'; may be repeated.")  # fmt: skip
@option("--format", "form", default="text", show_default=True, type=click.Choice(FORMS),
        thai="รูปแบบผลบนหน้าจอ", english="Output format on stdout.")  # fmt: skip
@option("--output", "-o", "outputs", multiple=True, type=Place(), metavar="FILE",
        thai="เขียนผลลงไฟล์ ชนิดตามนามสกุล (ใส่ซ้ำได้): .html .xlsx .csv .json .jsonl .sarif .xml .txt (- = หน้าจอตาม --format)",
        english="Files by suffix: .html .xlsx .csv .json .jsonl .sarif .xml (JUnit) .txt; - for stdout in --format.")  # fmt: skip
@_paths("--annotate", metavar="DIR", thai="เขียนสำเนา PDF ที่ทำเครื่องหมายไว้ลงโฟลเดอร์นี้",
        english="Write marked copies of the PDFs.")  # fmt: skip
@_paths("--letters", metavar="DIR", thai="เขียนหนังสือแจ้งหน่วยงาน (.docx) รายหน่วยงาน และฉบับรวมสำหรับพิมพ์",
        english="Write a letter for each organisation, and all of them in one file.")  # fmt: skip
@_paths("--hand-over", metavar="DIR", thai="เขียนโฟลเดอร์รายหน่วยงาน: หน้า .html ตาราง .xlsx และหนังสือ .docx ของหน่วยงานนั้นเท่านั้น",
        english="Write a folder for each organisation: its own page, sheet and letter.")  # fmt: skip
@_paths(
    "--letter-template", metavar="FILE", thai="แม่แบบหนังสือ .docx", english="Template of the letters."
)
@option("--letters-only", type=click.Choice(["auto", "decided", "all"]), default="auto", show_default=True,
        thai="ข้อที่ใส่ในหนังสือ: decided = ยืนยันหรือให้ชี้แจงแล้ว, all = ทุกข้อ เว้นที่พิจารณาว่า ไม่ใช่ข้อบกพร่อง, auto = decided หากมีผลการพิจารณา",
        english="What letters hold: decided (confirmed or to be explained), all, or auto: decided where there are decisions.")  # fmt: skip
@_paths("--decisions", multiple=True, metavar="FILE",
        thai="ผลการพิจารณา: ไฟล์จากรายงาน HTML หรือตาราง .xlsx ที่กรอกแล้ว (ใส่ซ้ำได้)",
        english="Decisions: files from the HTML report or filled-in .xlsx sheets; may be repeated.")  # fmt: skip
@option("--select", multiple=True, callback=finding_codes, thai="เฉพาะรหัสหรือคำขึ้นต้น เช่น ORG",
        english="Only these codes or prefixes.")  # fmt: skip
@option("--ignore", multiple=True, callback=finding_codes, thai="ไม่แสดงรหัสหรือคำขึ้นต้นเหล่านี้",
        english="Leave out these codes or prefixes.")  # fmt: skip
@option("--fail-on", type=click.Choice(["zero", "advice", "never"]), default="advice", show_default=True,
        thai="พบระดับใดจึงจบด้วยรหัส 1", english="Which findings make exit code 1.")  # fmt: skip
@option("--statistics", is_flag=True, thai="แสดงจำนวนที่พบรายรหัสแทนรายการ",
        english="Print how often each code was found instead of the list.")  # fmt: skip
@option(
    "--title", default="", thai="ชื่องานตรวจ แสดงบนผลทุกแบบ", english="Title, shown on every output."
)
@option("--date", default="", thai="วันที่ตรวจ แสดงบนผลทุกแบบ (today = วันนี้)",
        english="Date of the scan, shown on every output (today for today).")  # fmt: skip
@option("--jobs", "-j", type=click.IntRange(1), default=lambda: os.cpu_count() or 1,
        thai="จำนวนงานพร้อมกัน (ปกติเท่าจำนวนแกน)", english="Processes at once (default: as many as cores).")  # fmt: skip
@OCR
@OCR_ENGINE
@option("--timeout", type=click.FloatRange(1), default=120, show_default=True,
        thai="วินาทีต่อไฟล์ (+20 ต่อหน้าที่เป็นภาพ)", english="Seconds a file (+20 a page of OCR).")  # fmt: skip
@option("--memory", type=click.IntRange(256), default=2048, show_default=True, callback=lambda _, __, given: given * MB,
        thai="MB ต่อไฟล์", english="Megabytes a file.")  # fmt: skip
@option("--max-pages", type=click.IntRange(1), default=2000, show_default=True,
        thai="หน้ามากที่สุดต่อไฟล์", english="Most pages of a file.")  # fmt: skip
@option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True,
        thai="เครื่องนี้หรือคลัสเตอร์ Dask", english="Where to run.")  # fmt: skip
@option(
    "--scheduler", thai="ที่อยู่ Dask เช่น tcp://host:8786", english="Address of the Dask scheduler."
)
@option("--cache/--no-cache", default=True, thai="--no-cache: ไม่ใช้และไม่เก็บผลเดิม",
        english="--no-cache: neither use nor keep what was read before.")  # fmt: skip
@option(
    "--quiet",
    "-q",
    is_flag=True,
    thai="ไม่แสดงความคืบหน้าและบรรทัดสรุป",
    english="No progress and no closing line.",
)
@LANG
@VERBOSE
@click.pass_context
def scan(
    ctx: click.Context,
    /,
    paths: tuple[Path | str, ...],
    form: str,
    lang: str,
    **asked: Unpack[Asked],
) -> None:
    """Scan, write, close with one line and the exit code."""
    _paired(asked["engine"], asked.get("scheduler"))
    wanted = _wanted(ctx, form, lang, asked)
    check(wanted)
    batch, wrong, stream = _scanned(ctx, paths, asked, wanted)
    for complaint in wrong:
        say(complaint)
    if batch.reports:
        for left_out in write(batch, wanted):
            say(left_out)
        _shown(batch, wanted, asked["statistics"], stream)
        failures(batch.reports)
        if not asked["quiet"]:
            tell(closing(batch, wanted.written(), lang))
    ctx.exit(ExitCode.MISUSE if wrong else exit_code(batch.reports, asked["fail_on"]))


def _wanted(ctx: click.Context, form: str, lang: str, asked: Asked) -> Wanted:
    return Wanted(
        files=tuple(place for place in asked["outputs"] if str(place) != "-"),
        screen=any(str(place) == "-" for place in asked["outputs"]) or not asked["outputs"],
        form=form,
        lang=lang,
        annotate=asked["annotate"],
        hand_over=asked["hand_over"],
        letters=asked["letters"],
        template=asked["letter_template"],
        letters_only=asked["letters_only"],
        sender=preferences.sender(ctx),
    )


def _shown(batch: Batch, wanted: Wanted, statistics: bool, stream: Stream | None) -> None:
    """Write to the screen what is wanted there."""
    if statistics:
        from ita_checker.report.parts.statistics import counted

        emit(counted(batch, wanted.lang, wanted.form == "json"))
    elif stream:
        stream.close(batch)
    elif wanted.screen:
        colour = sys.stdout.isatty()
        encoding = sys.stdout.encoding if wanted.form == "text" else ""
        emit(rendered(batch, wanted.form, wanted.lang, colour=colour), encoding or "utf-8")


def _scanned(
    ctx: click.Context, paths: tuple[Path | str, ...], asked: Asked, wanted: Wanted
) -> tuple[Batch, tuple[UsageError, ...], Stream | None]:
    """Return the batch of one scan, the paths that were wrong, and what streams it; UsageError or
    RuleError before any file is opened.
    """
    from ita_checker.scan import api

    all_asked: Mapping[str, Any] = asked
    given = cast(
        Keywords, {name: all_asked[name] for name in Keywords.__annotations__ if name in all_asked}
    )
    given["ours"] = wanted.places()
    chosen = settings(given)
    if refused := api.refused_cache(chosen):
        say(refused)
    if TOLD in ctx.find_root().meta:
        tell(f"settings: {ctx.find_root().meta.get(preferences.FOUND, '-')}")
    shown = wanted.screen and not asked["statistics"]
    stream = Stream(wanted.lang) if wanted.form == "jsonl" and shown else None
    bar = sys.stderr.isatty() and not asked["quiet"]
    line = progress(lambda text: click.echo(text, err=True, nl=False)) if bar else None

    def told(done: int, total: int, report: Report) -> None:
        if line:
            line(done, total, report)
        if stream:
            stream.put(report)

    batch, wrong = api.check_paths(paths, chosen, told)
    return batch, wrong, stream


def _paired(engine: str, address: str | None) -> None:
    """UsageError if the cluster or its address is given without the other."""
    if (engine == "dask") != bool(address):
        raise UsageError(
            Words(
                "--engine dask และ --scheduler ต้องใช้คู่กัน",
                "--engine dask and --scheduler go together",
            ),
            remedy=Words(
                "เช่น --engine dask --scheduler tcp://host:8786",
                "as in --engine dask --scheduler tcp://host:8786",
            ),
        )
