"""Checks Thai ITA reports against rule files: check_file() and check_folder() are the Python door."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ita_checker.model import Batch, Report

__version__ = "0.1.0"
__all__ = ["check_file", "check_folder"]


def check_file(path: Path | str, **settings: Any) -> Report:
    """Return the report on one PDF; settings are those of door.Settings (year, scheme, items,
    rules ...).
    """
    return check_folder(path, **settings).reports[0]


def check_folder(path: Path | str, **settings: Any) -> Batch:
    """Return the reports on every PDF below a folder, sorted by path."""
    from ita_checker.scan import api as door

    return door.check_paths([Path(path)], door.Settings(**settings))[0]
