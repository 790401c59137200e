"""The command that shows what was read of a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal, TypedDict, Unpack

import click

from ita_checker.cli.guard import VERBOSE, emit, say
from ita_checker.cli.language import LANG, command, option
from ita_checker.cli.options import FORM, OCR, OCR_ENGINE
from ita_checker.errors import ExitCode, ReadError, UsageError
from ita_checker.model import Words


class Reading(TypedDict):
    """The options that say how to read."""

    ocr: Literal["auto", "never", "always"]
    ocr_engine: Literal["own", "tesseract"]


@command(
    "แสดงข้อความที่โปรแกรมอ่านได้จาก FILE ทีละหน้า",
    "Shows what was read, page by page: what every check stands on. Exit code 3 if a page was not "
    "read.",
)
@click.argument("file", type=click.Path(path_type=Path))
@option("--pages", thai="หน้า เช่น 1-3", english="Pages, for example 1-3.")
@FORM
@OCR
@OCR_ENGINE
@LANG
@VERBOSE
@click.pass_context
def text(
    ctx: click.Context,
    /,
    file: Path,
    pages: str | None,
    form: str,
    lang: str,
    **reading: Unpack[Reading],
) -> None:
    """Print the pages of one file."""
    from ita_checker.model import ReadOptions
    from ita_checker.report.parts import pages as rendering
    from ita_checker.run.outcomes import Limits
    from ita_checker.scan import api

    options = ReadOptions(pages=_page_range(pages), **reading)
    try:
        document = api.read_file(file, options, Limits())
    except ReadError as error:
        say(error)
        ctx.exit(ExitCode.UNCHECKED)
    if not document.pages:
        raise UsageError(
            Words("ไฟล์นี้ไม่มีหน้าที่ระบุ", "the file has no such page"),
            f"{file} --pages {pages}",
            Words("ระบุหน้าที่มีในไฟล์", "name pages that are there"),
        )
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
