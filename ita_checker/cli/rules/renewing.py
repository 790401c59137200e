"""The command that begins another year's pack."""

from __future__ import annotations

from pathlib import Path

import click

from ita_checker.cli.language import LANG, command, option
from ita_checker.cli.rules.books import RULES, YEAR, named, opened
from ita_checker.errors import UsageError
from ita_checker.model import Words


@command(
    "เริ่มชุดกฎของปีใหม่จากชุดกฎเดิม เช่น rules new --from nacc-2569 --year 2570 -o กฎของเรา/2570.yaml",
    "Begins another year's pack as a difference from an existing one.",
)
@option(
    "--from", "name", required=True, thai="ชุดกฎที่เริ่มจาก เช่น nacc-2566", english="Pack to begin from."
)
@option(
    "--year",
    type=YEAR,
    required=True,
    thai="ปีงบประมาณใหม่ พ.ศ.",
    english="The new fiscal year (B.E.).",
)
@option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="FILE",
    thai="เขียนลงไฟล์ (ไม่ทับไฟล์เดิม)",
    english="File to write; never over another.",
)
@RULES
@LANG
def new(name: str, year: int, output: Path | None, dirs: tuple[Path, ...], lang: str) -> None:
    """Print the new pack, or write it to a file."""
    from ita_checker.rulebook.renewal import renewed

    book = opened(dirs)
    text = renewed(book, named(book, name).name, year)
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        from ita_checker.scan.refusals import reason

        why = reason(error)
        what = Words(f"เขียนไฟล์ไม่ได้ ({why.th})", f"cannot write the file ({why.en})")
        raise UsageError(
            what, str(output), Words("เลือกชื่อไฟล์อื่น", "choose another file name")
        ) from error
    click.echo(str(output))
