"""The laboratory's commands, one module each."""

from __future__ import annotations

import importlib
import pkgutil

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """How good is ita_checker? Texts with known truth, rendered, scanned, scored."""


for part in sorted(one.name for one in pkgutil.iter_modules(__path__)):
    module = importlib.import_module(f"{__name__}.{part}")
    for command in getattr(module, "COMMANDS", ()):
        main.add_command(command)
