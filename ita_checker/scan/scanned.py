"""A scan that is done: its reports on disk, what they show side by side, and the batch they make
with the decisions that hold, as often as these change.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_checker import __version__
from ita_checker.across.twins import Twins, twins
from ita_checker.model import Batch, Pack, Report
from ita_checker.scan import remote
from ita_checker.scan.beside import beside
from ita_checker.scan.choosing import Chosen, chosen_codes
from ita_checker.scan.files import Found
from ita_checker.scan.handing import Handing
from ita_checker.scan.reports import Finished, Spool
from ita_checker.scan.settings import Settings
from ita_checker.scan.tasks import Entry, made_of

if TYPE_CHECKING:
    from ita_checker.across.side_by_side import Beside
    from ita_checker.scan.decisions import Decisions


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of every report, whatever stands beside it: where it is known from, which codes
    are shown, what was decided.
    """

    listed: Handing
    lying: Mapping[str, str]  # where each file lies, by its path as shown
    chosen: Chosen
    decisions: Decisions | None = None

    def told(self, report: Report) -> Report:
        """Return the report as it is shown."""
        known = self.listed.told(report.path, self.lying[report.path]).told(report)
        report = self.chosen.told(known)
        return self.decisions.told(report) if self.decisions else report


@dataclass(frozen=True, slots=True)
class Scanned:
    """All of one scan. `reports` are as their workers judged them."""

    settings: Settings
    paths: tuple[Path | str, ...]
    files: tuple[Entry, ...]
    found: Found
    packs: tuple[Pack, ...]
    reports: Spool
    asking: Asking
    same: Twins
    together: Beside
    cache: Path | None = None  # where what is made of it may be kept

    def batch(self, decisions: Decisions | None = None) -> Batch:
        """Return the reports with what they show side by side and what was decided."""
        asked = replace(self.asking, decisions=decisions)
        return Batch(
            reports=Finished(self.reports, lambda report: asked.told(self._told(report))),
            packs=tuple(pack for pack in self.packs if pack.name in self.reports.packs),
            version=__version__,
            base=_base(self.paths),
            stale=decisions.stale(map(self._told, self.reports)) if decisions else (),
            elsewhere=_elsewhere(self.files, self.found.named),
            drawn=_drawn(self.files, self.reports, self.found.named),
            families=self.together.families,
            pairs=tuple(pair for pair in self.together.pairs if asked.chosen.asked_for(pair.code)),
            remarks=(
                *chosen_codes(self.settings),
                *self.found.passed,
                *asked.listed.noticed(self.files),
            ),
            title=self.settings.title,
            date=day_of(self.settings.date),
            cache=str(self.cache or ""),
        )

    def pdf(self, shown: str) -> Path | None:
        """Return where the PDF lies that the report of a path as shown was read from, the file
        itself where none was made of it; None for a path that no report has.
        """
        lying = self.asking.lying.get(shown)
        if lying is None or remote.is_url(lying):
            return None
        if lying == shown:  # not opened
            lying = str(Path(_base(self.paths), shown))
        drawn = _drawn(self.files, self.reports, self.found.named)
        place = Path(drawn.get(shown, lying))
        return place if place.is_file() else None

    def _told(self, report: Report) -> Report:
        """Return the report with what is said of it beside others."""
        return self.together.told(self.same.told(report))


def side_by_side(
    reports: Spool, files: Sequence[Entry], listed: Handing, packs: Sequence[Pack]
) -> tuple[Twins, Beside]:
    """Return which files are one, and what the reports show beside each other."""
    places = [(file.shown, file.path) for file in files]
    same = twins(places, reports.contents, lambda shown, path: listed.handed(shown, path).items)
    together = beside(
        reports,
        [listed.handed(*place) for place in places],
        packs,
        lambda number: listed.complete(files[number].path),
    )
    return same, together


def asking(
    settings: Settings,
    listed: Handing,
    files: Iterable[Entry],
    sayable: Callable[[Report], Iterable[str]],
) -> Asking:
    """Return what is asked of every report of the files."""
    lying = {file.shown: file.path for file in files}
    return Asking(listed, lying, Chosen(settings.select, settings.ignore, sayable))


def day_of(text: str) -> str:
    """Return a day as 2569-11-28; "today" is today's. UsageError for what is no day."""
    if not text:
        return ""
    from ita_checker.scan.decisions import buddhist, day

    return buddhist(datetime.date.today()) if text == "today" else day(text, "--date") or ""


def _drawn(files: Iterable[Entry], reports: Spool, named: Mapping[str, str]) -> Mapping[str, str]:
    """Return the PDFs made for this scan: of pictures, documents and files out of archives."""
    made: dict[str, str] = {}
    for file, content in zip(files, reports.contents, strict=True):
        target = made_of(file.path, content.hex() or None)
        if target is not None or file.path in named:
            made[file.shown] = str(target or file.path)
    return made


def _elsewhere(files: Iterable[Entry], named: Mapping[str, str]) -> dict[str, str]:
    """Return where those files lie whose path as shown does not lead to them; of a file out of an
    archive, where the archive lies.
    """
    inside = {
        file.shown: next(str(up) for up in Path(named[file.path]).parents if up.is_file())
        for file in files
        if file.path in named
    }
    return inside | {
        file.shown: os.path.abspath(file.path)
        for file in files
        if file.path not in named
        and not remote.is_url(file.path)
        and not Path(file.path).as_posix().endswith(file.shown)
    }


def _base(paths: Sequence[Path | str]) -> str:
    """Return the folder or URL the reports' paths are relative to."""
    first = paths[0]
    if isinstance(first, str):
        return first if len(paths) == 1 else ""
    return str(first.resolve()) if len(paths) == 1 and first.is_dir() else str(Path.cwd())
