"""The command that tells what of the fixed part fails now, and keeps the list of it."""

from __future__ import annotations

import click
import yaml


@click.command("known")
@click.option("--write", is_flag=True, help="Write tests/lab/known.yaml anew.")
def known_failures(write: bool) -> None:
    """Say which tests of the fixed part began or ceased to fail against tests/lab/known.yaml."""
    from lab import known

    old = known.known()
    now, went = known.rewritten()
    for name in sorted(old.keys() - now.keys()):
        click.echo(f"mended: {name} ({old[name]})")
    for name in sorted(now.keys() - old.keys()):
        click.echo(f"fails: {name}: {went[name]}")
    click.echo(f"{len(now)} fail, {len(old.keys() - now.keys())} mended")
    if write:
        text = "# Tests known to fail today, each with its kind: python -m lab known --write\n"
        text += yaml.safe_dump(now, allow_unicode=True, sort_keys=True, width=200)
        known.HOME.write_text(text, encoding="utf-8")


COMMANDS = (known_failures,)
