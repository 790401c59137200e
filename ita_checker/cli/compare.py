"""The command that compares two gap lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_checker.cli.language import LANG, command
from ita_checker.cli.options import FORM
from ita_checker.errors import ExitCode

if TYPE_CHECKING:
    from ita_checker.cli.gap_lists import Difference, Line

SAID = {
    "th": {"new": "พบใหม่", "gone": "หายไป", "unchanged": "คงเดิม", "page": "หน้า", "files_new": "ไฟล์ที่มีใหม่", "files_gone": "ไฟล์ที่ไม่มีแล้ว"},
    "en": {"new": "New", "gone": "Gone", "unchanged": "Unchanged", "page": "page", "files_new": "New files", "files_gone": "Files gone"},
}  # fmt: skip
MARKS = {"new": "+", "gone": "−", "unchanged": "="}


@command(
    "เทียบผลการตรวจสองครั้ง (ไฟล์ .json): พบใหม่ หายไป คงเดิม",
    "Compares two gap lists written by scan -o ….json. Exit code 1 if anything is new or gone, else "
    "0.",
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@LANG
@FORM
@click.pass_context
def compare(ctx: click.Context, /, old: Path, new: Path, lang: str, form: str) -> None:
    """Print what is new, gone and unchanged."""
    from ita_checker.cli import gap_lists as comparing

    difference = comparing.compare(old, new)
    click.echo(_json(difference) if form == "json" else "\n".join(_lines(difference, lang)))
    ctx.exit(ExitCode.GAPS if difference.new or difference.gone else ExitCode.CLEAN)


def _json(difference: Difference) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(difference), ensure_ascii=True, indent=1)


def _lines(difference: Difference, lang: str) -> Iterator[str]:
    """Yield what differs line by line, then the three numbers."""
    from ita_checker.text.visible import visible

    said = SAID[lang]
    for name in ("new", "gone"):
        lines: tuple[Line, ...] = getattr(difference, name)
        for line in lines:
            where = f" [{said['page']} {', '.join(map(str, line.pages))}]" if line.pages else ""
            yield visible(
                f"{MARKS[name]} {line.path}: {line.code} {line.message_en if lang == 'en' else line.message}{where}"
            )
    for name in ("files_new", "files_gone"):
        for path in getattr(difference, name):
            yield visible(f"! {said[name]}: {path}")
    yield " · ".join(f"{said[name]} {len(getattr(difference, name))}" for name in MARKS)
