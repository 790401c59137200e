"""The command line: one command, one file."""

from ita_checker.cli.group import main

__all__ = ["main"]
