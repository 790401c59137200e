"""The command that opens a window for those who use no terminal."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ita_checker.cli import preferences
from ita_checker.cli.guard import VERBOSE
from ita_checker.cli.language import LANG, command, option
from ita_checker.errors import ExitCode

TOLD = {
    "th": "เปิดหน้านี้ในเบราว์เซอร์ (ใช้ได้เฉพาะเครื่องนี้): {address}\nงานเก็บไว้ที่ {home} · หยุดด้วย Ctrl-C",
    "en": (
        "Open this page (it answers on this machine alone): {address}\nJobs are kept in {home} · "
        "Ctrl-C ends it"
    ),
}
ENDED = {"th": "ปิดแล้ว งานและผลการพิจารณาเก็บไว้ครบ", "en": "Ended; jobs and decisions are kept"}


@command(
    """เปิดหน้าต่างในเบราว์เซอร์: ลากโฟลเดอร์หรือไฟล์มาวาง ดูความคืบหน้า พิจารณา และดาวน์โหลดผล

ทำงานในเครื่องนี้เท่านั้น (127.0.0.1) ไม่ใช้เครือข่าย ผลการพิจารณาบันทึกลงดิสก์ทันที

\b
ita-checker serve
ita-checker serve --folder งาน/2568""",
    """Opens a page in the browser: drop a folder or files, watch, decide, take the results home.

It answers on this machine alone (127.0.0.1), uses no network and keeps each decision on the disk as
it is made.

\b
ita-checker serve
ita-checker serve --folder work/2568""",
)
@option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    default=lambda: Path.home() / "ita-checker",
    show_default="~/ita-checker",
    thai="โฟลเดอร์ที่เก็บงานและผลการพิจารณา",
    english="Where jobs and decisions are kept.",
)
@option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    thai="พอร์ต (ปกติ: พอร์ตว่างใดก็ได้)",
    english="Port (default: any that is free).",
)
@option(
    "--browser/--no-browser",
    default=True,
    thai="--no-browser: ไม่เปิดเบราว์เซอร์ให้",
    english="--no-browser: do not open the browser.",
)
@option(
    "--rules",
    "dirs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    thai="โฟลเดอร์กฎเพิ่มเติม (ใส่ซ้ำได้)",
    english="Further rule folder.",
)
@option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=lambda: os.cpu_count() or 1,
    thai="จำนวนงานพร้อมกัน (ปกติเท่าจำนวนแกน)",
    english="Processes at once (default: as many as cores).",
)
@LANG
@VERBOSE
@click.pass_context
def serve(
    ctx: click.Context,
    /,
    folder: Path,
    port: int,
    browser: bool,
    dirs: tuple[Path, ...],
    jobs: int,
    lang: str,
) -> None:
    """Serve until Ctrl-C."""
    from ita_checker.serve.desk import Means
    from ita_checker.serve.server import Wanted, serve

    home = folder.expanduser().absolute()
    wanted = Wanted(home, Means(lang, dirs, jobs), preferences.sender(ctx), port, browser)
    serve(wanted, lambda address: click.echo(TOLD[lang].format(address=address, home=home)))
    click.echo(ENDED[lang])
    ctx.exit(ExitCode.CLEAN)
