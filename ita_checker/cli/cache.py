"""The commands for what was read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_checker.cli.language import Family, command

if TYPE_CHECKING:
    from ita_checker.run.cache import Cache

cache = Family(
    "cache", help="แคชของเอกสารที่อ่านแล้ว", context_settings={"help_option_names": ["-h", "--help"]}
)
cache.english = "What was read and judged before, kept by content in your cache folder."


@command("บอกที่เก็บ จำนวน และขนาด", "Says where it is, what it holds and its size.")
def info() -> None:
    """Print what the cache holds."""
    held = _open().info()
    click.echo(
        f"{held.path}\nเอกสาร (documents): {held.documents}\nผลการตรวจ (reports): {held.reports}\n"
        f"MB: {held.size / 1e6:.1f}"
    )


@command("ลบแคชทั้งหมด", "Forgets everything.")
def clear() -> None:
    """Empty the cache."""
    _open().clear()


def _open() -> Cache:
    from ita_checker.run.cache import Cache

    opened = Cache()
    if refused := opened.refused():
        raise refused
    return opened


cache.add_command(info)
cache.add_command(clear)
