"""The command line: arguments in, exit code out. Heavy rooms are entered only when a command needs
them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ita_checker import __version__
from ita_checker.cli.guard import VERBOSE, Group, emit, failures, say
from ita_checker.cli.outputs import (
    Wanted,
    check,
    exit_code,
    progress,
    rendered,
    write,
)
from ita_checker.errors import ExitCode, UsageError, did_you_mean
from ita_checker.model import Words

if TYPE_CHECKING:
    from ita_checker.model import Batch


class Place(click.ParamType[Path | str]):
    """A path on this machine, or a URL (s3://bucket/folder), which a Path would mangle."""

    name = "path"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        from ita_checker.scan import remote

        return remote.place(value) if isinstance(value, str) else value


MB = 1024**2
OCR = click.option("--ocr", type=click.Choice(["auto", "never", "always"]), default="auto", show_default=True,
                   help="อ่านภาพสแกน: เมื่อจำเป็น ไม่อ่าน ทุกหน้า. Read pictures of pages.")  # fmt: skip
OCR_ENGINE = click.option("--ocr-engine", type=click.Choice(["own", "tesseract"]), default="own", show_default=True,
                          help="ตัวอ่านภาพสแกน. What reads them: our own reader, or Tesseract where it is installed.")  # fmt: skip
LANG = click.option(
    "--lang",
    type=click.Choice(["th", "en"]),
    default="th",
    show_default=True,
    help="ภาษาของข้อความ. Language of messages.",
)


@click.group(
    cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="ita-checker")
@VERBOSE
def main() -> None:
    """ตรวจรายงาน ITA (O42/O43 ฯลฯ) ที่เป็น PDF แล้วบอกสิ่งที่ขาด สิ่งที่ขัดกัน และอยู่หน้าใด

    Holds Thai ITA reports against rule files and writes gap lists.

    \b
    Exit codes: 0 every rule met, 1 gaps, 2 wrong use or a wrong rule file,
    3 something could not be checked (outranks 1).
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, type=Place())
@click.option(
    "--year",
    type=click.IntRange(2550, 2599),
    help="ปีงบประมาณ พ.ศ. ที่ส่ง. Fiscal year (B.E.) the files are submitted for.",
)
@click.option("--scheme", help="เกณฑ์: nacc, obec, ovec, moph. Scheme the files are held against.")
@click.option(
    "--item", "items", multiple=True, help="รหัสข้อ เช่น O43 (ใส่ซ้ำได้). Item code; may be repeated."
)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    help="CSV: path, organisation, fiscal_year, scheme, item, complete.",
)
@click.option("--complete", is_flag=True,
              help="โฟลเดอร์นี้คือทั้งหมดที่ส่ง: ให้บอกข้อที่ขาด (SET001). The folder is all that was submitted: tell which items are missing.")  # fmt: skip
@click.option(
    "--register",
    type=click.Path(path_type=Path),
    help="ทะเบียนชื่อหน่วยงาน บรรทัดละชื่อ. Register of organisations, one name a line.",
)
@click.option(
    "--rules",
    "rule_dirs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="โฟลเดอร์กฎเพิ่มเติม (ใส่ซ้ำได้). Further rule folder.",
)
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    help="รูปแบบผล. Output format.",
)
@click.option("--output", "-o", "outputs", multiple=True, type=Place(),
              help="เขียนผลลงไฟล์ ชนิดตามนามสกุล (ใส่ซ้ำได้): .html .xlsx .csv .json .jsonl .sarif .xml (JUnit). Files by suffix.")  # fmt: skip
@click.option("--annotate", type=click.Path(path_type=Path), metavar="DIR",
              help="เขียนสำเนา PDF ที่ทำเครื่องหมายไว้ลงโฟลเดอร์นี้. Write marked copies of the PDFs.")  # fmt: skip
@click.option("--letters", type=click.Path(path_type=Path), metavar="DIR",
              help="เขียนหนังสือแจ้งข้อบกพร่อง (.docx) รายหน่วยงาน. Write a gap letter for each organisation.")  # fmt: skip
@click.option(
    "--letter-template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="แม่แบบหนังสือ .docx. Template of the letters.",
)
@click.option("--decisions", type=click.Path(path_type=Path), metavar="FILE",
              help="ผลการพิจารณาที่บันทึกจากรายงาน HTML. Decisions exported from the HTML report.")  # fmt: skip
@LANG
@click.option(
    "--select", multiple=True, help="เฉพาะรหัสหรือคำขึ้นต้น เช่น ORG. Only these codes or prefixes."
)
@click.option(
    "--ignore", multiple=True, help="ไม่แสดงรหัสหรือคำขึ้นต้นเหล่านี้. Leave out these codes or prefixes."
)
@click.option("--fail-on", type=click.Choice(["zero", "advice", "never"]), default="advice", show_default=True,
              help="พบระดับใดจึงออกด้วยรหัส 1. Which findings make exit code 1.")  # fmt: skip
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    help="จำนวนงานพร้อมกัน (ปกติเท่าจำนวนแกน). Processes at once.",
)
@OCR
@OCR_ENGINE
@click.option("--timeout", type=click.FloatRange(1), default=120, show_default=True,
              help="วินาทีต่อไฟล์ (+20 ต่อหน้าที่เป็นภาพ). Seconds a file (+20 a page of OCR).")  # fmt: skip
@click.option(
    "--memory",
    type=click.IntRange(256),
    default=2048,
    show_default=True,
    help="MB ต่อไฟล์. Megabytes a file.",
)
@click.option(
    "--max-pages",
    type=click.IntRange(1),
    default=2000,
    show_default=True,
    help="หน้ามากที่สุดต่อไฟล์. Most pages of a file.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="เครื่องนี้หรือคลัสเตอร์ Dask. Where to run.",
)
@click.option("--scheduler", help="ที่อยู่ Dask เช่น tcp://host:8786. Address of the Dask scheduler.")
@click.option(
    "--no-cache", is_flag=True, help="ไม่ใช้และไม่เก็บผลเดิม. Neither use nor keep what was read before."
)
@VERBOSE
@click.pass_context
def scan(
    ctx: click.Context,
    /,
    paths: tuple[Path | str, ...],
    form: str,
    lang: str,
    fail_on: str,
    **asked: Any,
) -> None:
    """ตรวจทุก PDF ใต้ PATH เทียบกับกฎของปีและข้อที่ส่ง แล้วพิมพ์รายการข้อบกพร่อง

    Reads every PDF below each PATH, holds it against the rule pack of its scheme and fiscal year,
    prints a gap list.
    DOC001-DOC005 are always shown: what was not looked at is never fine.

    \b
    ita-checker scan samples/
    ita-checker scan 2564/ --item O43 -o gaps.xlsx -o gaps.html
    """
    wanted = Wanted(
        asked["outputs"], form, lang, asked["annotate"], asked["letters"], asked["letter_template"]
    )
    check(wanted)
    batch, wrong = _scanned(paths, **asked)
    for complaint in wrong:
        say(complaint)
    if batch.reports:
        for left_out in write(batch, wanted):
            say(left_out)
        if not wanted.files:
            colour, encoding = sys.stdout.isatty(), sys.stdout.encoding if form == "text" else ""
            emit(rendered(batch, form, lang, colour=colour), encoding or "utf-8")
        failures(batch.reports)
    ctx.exit(ExitCode.MISUSE if wrong else exit_code(batch.reports, fail_on))


def _scanned(paths: Sequence[Path | str], **asked: Any) -> tuple[Batch, tuple[UsageError, ...]]:
    """Return the batch of one scan and the paths that were wrong; UsageError or RuleError before
    any PDF is opened.
    """
    import os

    from ita_checker.scan import api
    from ita_checker.scan.settings import Keywords, settings

    wanted: Keywords = {
        "year": asked["year"],
        "scheme": asked["scheme"],
        "items": _items(asked["items"]),
        "manifest": asked["manifest"],
        "register": asked["register"],
        "rules": tuple(asked["rule_dirs"]),
        "select": _codes(asked["select"]),
        "ignore": _codes(asked["ignore"]),
        "ocr": asked["ocr"],
        "ocr_engine": asked["ocr_engine"],
        "timeout": asked["timeout"],
        "memory": asked["memory"] * MB,
        "max_pages": asked["max_pages"],
        "jobs": asked["jobs"] or os.cpu_count() or 1,
        "cache": not asked["no_cache"],
        "scheduler": _scheduler(asked["engine"], asked["scheduler"]),
        "decisions": asked["decisions"],
        "complete": asked["complete"],
    }
    chosen = settings(wanted)
    if refused := api.refused_cache(chosen):
        say(refused)
    show = (
        progress(lambda line: click.echo(line, err=True, nl=False)) if sys.stderr.isatty() else None
    )
    return api.check_paths(paths, chosen, show)


def _items(given: Sequence[str]) -> tuple[str, ...]:
    """Return item codes in the one form packs have them; one that is none stays and is told."""
    from ita_checker.scan.submission import item_codes

    return tuple(code for text in given for code in item_codes(text) or (text,))


def _scheduler(engine: str, address: str | None) -> str | None:
    """Return the cluster's address, None for this machine; UsageError if one option is given
    without the other.
    """
    if (engine == "dask") != bool(address):
        what = Words(
            "--engine dask และ --scheduler ต้องใช้คู่กัน", "--engine dask and --scheduler go together"
        )
        raise UsageError(
            what,
            remedy=Words(
                "เช่น --engine dask --scheduler tcp://host:8786",
                "as in --engine dask --scheduler tcp://host:8786",
            ),
        )
    return address


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    """Return codes and prefixes as written with commas or repeated options; UsageError for one
    that is none.
    """
    codes = tuple(
        code.strip().upper() for text in given for code in text.split(",") if code.strip()
    )
    if not codes:
        return ()
    from ita_checker.rulebook import catalogue

    for code in codes:
        if not any(known.startswith(code) for known in catalogue()):
            raise _unknown_code(code)
    return codes


def _unknown_code(code: str) -> UsageError:
    from ita_checker.rulebook import catalogue

    return UsageError(
        Words("ไม่มีรหัสนี้", "no such code"), code, did_you_mean(code.upper(), catalogue())
    )


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--pages", help="หน้า เช่น 1-3. Pages, for example 1-3.")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    help="รูปแบบผล. Output format.",
)
@OCR
@OCR_ENGINE
@VERBOSE
@click.pass_context
def text(ctx: click.Context, /, file: Path, pages: str | None, form: str, **reading: Any) -> None:
    """แสดงข้อความที่โปรแกรมอ่านได้จาก FILE ทีละหน้า

    Shows what was read, page by page: what every check stands on. Exit code 3 if a page was not
    read.
    """
    from ita_checker.errors import ReadError
    from ita_checker.model import ReadOptions
    from ita_checker.report.parts import pages as rendering
    from ita_checker.run.workers import Limits
    from ita_checker.scan import api

    options = ReadOptions(pages=_page_range(pages), **reading)
    try:
        document = api.read_file(file, options, Limits())
    except ReadError as error:
        say(error)
        ctx.exit(ExitCode.UNCHECKED)
    written = rendering.as_json(document) if form == "json" else rendering.as_text(document)
    emit([written], (sys.stdout.encoding if form == "text" else "") or "utf-8")
    ctx.exit(ExitCode.UNCHECKED if document.unread else ExitCode.CLEAN)


def _page_range(pages: str | None) -> tuple[int, int] | None:
    """Return first and last page of '3' or '1-3'; UsageError if it is neither."""
    if pages is None:
        return None
    first, _, last = pages.partition("-")
    if (
        not first.isdecimal()
        or not (last or first).isdecimal()
        or not 1 <= int(first) <= int(last or first)
    ):
        raise UsageError(
            Words("ไม่ใช่ช่วงหน้า", "not a range of pages"),
            pages,
            Words("เขียนเช่น 1-3", "write it like 1-3"),
        )
    return int(first), int(last or first)


@main.command()
@click.argument("code", required=False)
@LANG
def explain(code: str | None, lang: str) -> None:
    """อธิบายรหัส เช่น ORG002: หมายถึงอะไร สำคัญอย่างไร ควรทำอะไร (ไม่ระบุรหัส = แสดงทุกรหัส)

    Says what a code means, why it matters and what to do, in Thai and English; without CODE lists
    them all.
    """
    from ita_checker.rulebook import catalogue

    codes = catalogue()
    if code is None:
        click.echo(
            "\n".join(
                f"{entry.code}  {entry.severity.value:6}  {getattr(entry.title, lang)}"
                for entry in codes.values()
            )
        )
        return
    if code.upper() not in codes:
        raise _unknown_code(code)
    entry = codes[code.upper()]
    for language, labels in (("th", ("เหตุผล", "ควรทำ")), ("en", ("Why", "What to do"))):
        click.echo(f"{entry.code} ({entry.severity.value}) {getattr(entry.title, language)}")
        click.echo(
            f"  {labels[0]}: {getattr(entry.why, language)}\n  {labels[1]}: {getattr(entry.do, language)}\n"
        )


@main.group()
def cache() -> None:
    """แคชของเอกสารที่อ่านแล้ว

    What was read and judged before, kept by content in your cache folder.
    """


@cache.command()
def info() -> None:
    """บอกที่เก็บ จำนวน และขนาด. Says where it is, what it holds and its size."""
    from ita_checker.run.cache import Cache

    cache = Cache()
    if refused := cache.refused():
        raise refused
    held = cache.info()
    click.echo(
        f"{held.path}\nเอกสาร (documents): {held.documents}\nผลตรวจ (reports): {held.reports}\nMB: {held.size / 1e6:.1f}"
    )


@cache.command()
def clear() -> None:
    """ลบแคชทั้งหมด. Forgets everything."""
    from ita_checker.run.cache import Cache

    cache = Cache()
    if refused := cache.refused():
        raise refused
    cache.clear()
