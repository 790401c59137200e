"""One scan from settings to batch: what the command line and Python callers both come in by."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ita_checker import __version__
from ita_checker.across.twins import Twins, twins
from ita_checker.errors import UsageError
from ita_checker.model import Batch, Document, Finding, Report, Status, Submission, Words
from ita_checker.run.cache import Cache
from ita_checker.run.dask import engine
from ita_checker.run.workers import MEMORY, SECONDS, Limits, run
from ita_checker.scan import remote
from ita_checker.scan.files import Found, find
from ita_checker.scan.packs import heads, whole
from ita_checker.scan.submission import Options, read_manifest, submission, year_given
from ita_checker.scan.tasks import MOST_PAGES, Means, Progress, Reading, scan

if TYPE_CHECKING:
    from ita_checker.scan.decisions import Decisions

ALWAYS = ("DOC001", "DOC002", "DOC003", "DOC004", "DOC005")  # the first law: never filtered away


@dataclass(frozen=True, slots=True)
class Settings:
    """What a scan is asked for. `select` and `ignore` hold codes or prefixes; `timeout` is
    seconds, `memory` bytes a file.
    """

    year: int | None = None
    scheme: str | None = None
    items: tuple[str, ...] = ()
    manifest: Path | None = None
    register: Path | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ocr: Literal["auto", "never", "always"] = "auto"
    ocr_engine: Literal["own", "tesseract"] = "own"
    timeout: float = SECONDS
    memory: int = MEMORY
    max_pages: int = MOST_PAGES
    jobs: int = 1
    cache: bool = True
    scheduler: str | None = None
    decisions: Path | None = None


def check_paths(
    paths: Sequence[Path | str], settings: Settings, progress: Progress | None = None
) -> tuple[Batch, Found]:
    """Return the batch of every PDF below the paths (or URLs), and what was found there.

    RuleError and UsageError come before any PDF is opened.
    """
    decisions = _decisions(settings)
    cache = Cache() if settings.cache else None
    packs = heads(settings.rules, cache)
    listed = _Listed.of(settings)
    found = listed.joined(find(paths))
    means = Means(
        packs,
        Reading(
            settings.ocr, settings.max_pages, settings.ocr_engine, _ocr_version(settings.ocr_engine)
        ),
        Limits(settings.timeout, settings.memory),
        settings.jobs,
        cache,
        engine(settings.scheduler) if settings.scheduler else run,
        whole=lambda: whole(settings.rules),
    )
    reports = scan(found.files, listed.handed, means, progress)
    same = twins(
        found.files, reports.contents, lambda shown, path: listed.handed(shown, path).items
    )
    stale = decisions.stale(same.told(report) for report in reports) if decisions else ()
    reports.finish = lambda report: _decided(_chosen(report, settings, same), decisions)
    return Batch(
        reports,
        tuple(pack for pack in packs if pack.name in reports.packs),
        __version__,
        _base(paths),
        stale,
    ), found


def _decisions(settings: Settings) -> Decisions | None:
    if settings.decisions is None:
        return None
    from ita_checker.scan.decisions import load

    return load(settings.decisions)


def _decided(report: Report, decisions: Decisions | None) -> Report:
    return decisions.told(report) if decisions else report


def _base(paths: Sequence[Path | str]) -> str:
    """Return the folder or URL the reports' paths are relative to."""
    first = paths[0]
    if isinstance(first, str):
        return first if len(paths) == 1 else ""
    return str(first.resolve()) if len(paths) == 1 and first.is_dir() else str(Path.cwd())


def read_file(
    path: Path,
    pages: tuple[int, int] | None = None,
    ocr: Literal["auto", "never", "always"] = "auto",
    ocr_engine: Literal["own", "tesseract"] = "own",
) -> Document:
    """Return the document as read; ReadError if it cannot be, UsageError where the reader of scans
    asked for is not installed.
    """
    from ita_checker.read import Options as How
    from ita_checker.read import read

    _ocr_version(ocr_engine)
    return read(path, How(pages=pages, ocr=ocr, ocr_engine=ocr_engine))


def _ocr_version(ocr_engine: Literal["own", "tesseract"]) -> str:
    """Return the version of a reader of scans that is not ours; UsageError where it is not
    installed.
    """
    if ocr_engine == "own":
        return ""
    from ita_checker.read.ocr import tesseract

    return tesseract.version()


@dataclass(frozen=True, slots=True)
class _Listed:
    """What options and list say of each file."""

    options: Options
    rows: dict[str, dict[str, str]]  # by absolute path or URL

    @classmethod
    def of(cls, settings: Settings) -> _Listed:
        rows = read_manifest(settings.manifest) if settings.manifest else {}
        base = settings.manifest.parent if settings.manifest else Path()
        options = Options(
            settings.year, settings.scheme, settings.items, _register(settings.register)
        )
        for row in rows.values():
            year_given(row)  # a wrong one is told before any PDF is opened
        return cls(
            options,
            {
                name if remote.is_url(name) else os.path.realpath(base / name): row
                for name, row in rows.items()
            },
        )

    def handed(self, shown: str, path: str) -> Submission:
        """Return what a file was handed in as."""
        away = remote.is_url(path)
        row = self.rows.get(path if away else os.path.realpath(path)) if self.rows else None
        return submission(remote.path_of(path) if away else Path(path), shown, self.options, row)

    def joined(self, found: Found) -> Found:
        """Return what was found with the rows of the list that no file answers: each is a file
        that could not be read.
        """
        if not self.rows:
            return found
        present = {
            path if remote.is_url(path) else os.path.realpath(path) for _, path in found.files
        }
        absent = [(row["path"], path) for path, row in self.rows.items() if path not in present]
        return replace(found, files=tuple(sorted([*found.files, *absent])))


def _register(path: Path | None) -> tuple[str, ...]:
    """Return the names of the register, one a line."""
    if path is None:
        return ()
    try:
        return tuple(
            name.strip()
            for name in path.read_text(encoding="utf-8-sig").splitlines()
            if name.strip()
        )
    except (OSError, UnicodeDecodeError) as error:
        what = Words(f"อ่านทะเบียนหน่วยงานไม่ได้ ({error})", f"cannot read the register ({error})")
        raise UsageError(
            what,
            str(path),
            Words("ใช้ไฟล์ข้อความ UTF-8 บรรทัดละชื่อ", "use a UTF-8 text file, one name a line"),
        ) from error


def _chosen(report: Report, settings: Settings, same: Twins) -> Report:
    """Return the report with its twins told and the findings asked for; its status follows them."""
    report = same.told(report)
    findings = tuple(finding for finding in report.findings if _wanted(finding, settings))
    if report.status is Status.UNREADABLE or len(findings) == len(report.findings):
        return report
    from ita_checker.judge.judge import status

    return replace(
        report, findings=findings, status=status(report.results, findings, nothing_read=False)
    )


def _wanted(finding: Finding, settings: Settings) -> bool:
    if finding.code in ALWAYS:
        return True
    return (
        not settings.select or finding.code.startswith(settings.select)
    ) and not finding.code.startswith(settings.ignore or "-")
