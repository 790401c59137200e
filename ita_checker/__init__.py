"""Checks Thai ITA reports against rule files: check_file() and check_folder() are the
Python door.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Unpack

    from ita_checker.model import Batch, Report
    from ita_checker.scan.settings import Keywords

__version__ = "0.1.0"
__all__ = ["check_file", "check_folder"]


def check_file(path: Path | str, **settings: Unpack[Keywords]) -> Report:
    """Return the report on one PDF; its to_dict() is the JSON contract. UsageError where there is
    no such file.
    """
    return check_folder(path, **settings).reports[0]


def check_folder(path: Path | str, **settings: Unpack[Keywords]) -> Batch:
    """Return the reports on every PDF below a folder, sorted by path; what was passed over (links
    that lead out, closed folders) is a report too. UsageError where there is no such folder or no
    PDF in it.
    """
    from ita_checker.scan import api, remote
    from ita_checker.scan.settings import settings as made

    place = remote.place(path) if isinstance(path, str) else path
    batch, wrong = api.check_paths([place], made(settings))
    if wrong:
        raise wrong[0]
    return batch
