"""The command that scans: its options, typed once, and what it does with them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Unpack, cast

import click

from ita_checker.cli import preferences
from ita_checker.cli.closing import closing
from ita_checker.cli.guard import TOLD, VERBOSE, emit, failures, say, tell
from ita_checker.cli.language import LANG, command
from ita_checker.cli.options import Place
from ita_checker.cli.outputs import Wanted, check, exit_code, progress, rendered, write
from ita_checker.cli.scan_options import scan_options
from ita_checker.cli.streaming import Stream
from ita_checker.errors import ExitCode, UsageError
from ita_checker.model import Words
from ita_checker.scan.settings import Keywords, settings

if TYPE_CHECKING:
    from ita_checker.model import Batch, Report


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
@scan_options
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
