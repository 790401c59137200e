"""Options that several commands share, and what turns their texts into values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ita_checker.cli.language import option
from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import Words

MB = 1024**2


class Place(click.ParamType[Path | str]):
    """A path on this machine, or a URL (s3://bucket/folder), which a Path would mangle."""

    name = "path"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        from ita_checker.scan import remote

        return remote.place(value) if isinstance(value, str) else value


OCR = option(
    "--ocr",
    type=click.Choice(["auto", "never", "always"]),
    default="auto",
    show_default=True,
    thai="อ่านภาพสแกน: เมื่อจำเป็น ไม่อ่าน ทุกหน้า",
    english="Read pictures of pages: where needed, never, all.",
)
OCR_ENGINE = option(
    "--ocr-engine",
    type=click.Choice(["own", "tesseract"]),
    default="own",
    show_default=True,
    thai="ตัวอ่านภาพสแกน: ของโปรแกรมเอง หรือ Tesseract ที่ติดตั้งไว้",
    english="What reads them: our own reader, or Tesseract where it is installed.",
)
FORM = option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(["text", "json"]),
    thai="รูปแบบผล",
    english="Output format.",
)


def item_codes(_: click.Context, __: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """Return item codes in the one form packs have them; one that is none stays and is told."""
    from ita_checker.scan.submission import item_codes as codes

    return tuple(code for text in given for code in codes(text) or (text,))


def finding_codes(_: click.Context, __: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
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
            raise unknown_code(code)
    return codes


def unknown_code(code: str) -> UsageError:
    """Return the complaint about a code that is none, with the one that was meant."""
    from ita_checker.rulebook import catalogue

    return UsageError(
        Words("ไม่มีรหัสนี้", "no such code"), code, did_you_mean(code.upper(), catalogue())
    )
