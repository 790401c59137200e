"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from lab.scanning import HERE

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
ANYWHERE = click.Path(path_type=Path)

program = click.option(
    "--program", type=FOLDER, default=HERE, help="Source tree whose ita_checker is asked."
)
told = click.option(
    "--told", is_flag=True, help="Tell the program scheme and item too, not the year alone."
)
jobs = click.option("-j", "--jobs", default=2, show_default=True, help="Processes.")
listed = click.option("--list", "listed", is_flag=True, help="List every miss and false.")
as_json = click.option("--json", "as_json", type=ANYWHERE, help="Write JSON.")
producers = click.option("--producers", default="", help="Comma-separated; else each text's own.")


def names(text: str) -> tuple[str, ...]:
    """Return the names of a comma-separated option."""
    return tuple(name.strip() for name in text.split(",") if name.strip())
