"""One scan from settings to batch: what the command line and Python callers both come in by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ita_checker import __version__
from ita_checker.cache import Cache
from ita_checker.cluster import engine
from ita_checker.decisions import Decisions
from ita_checker.decisions import load as decided
from ita_checker.errors import UsageError
from ita_checker.files import Found, find
from ita_checker.judge import status
from ita_checker.model import Batch, Document, Finding, Report, Status, Submission, Words
from ita_checker.read import MOST_PAGES, read
from ita_checker.read import Options as Reading
from ita_checker.rulebook import load
from ita_checker.scan import Means, Progress, scan
from ita_checker.submission import Options, read_manifest, submission
from ita_checker.together import Twins, twins
from ita_checker.workers import MEMORY, SECONDS, Limits, run

ALWAYS = ("DOC001", "DOC002", "DOC003", "DOC004", "DOC005")  # the first law: never filtered away


@dataclass(frozen=True, slots=True)
class Settings:
    """What a scan is asked for. `select` and `ignore` hold codes or prefixes; `timeout` is seconds, `memory` bytes a file."""

    year: int | None = None
    scheme: str | None = None
    items: tuple[str, ...] = ()
    manifest: Path | None = None
    register: Path | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ocr: Literal["auto", "never", "always"] = "auto"
    timeout: float = SECONDS
    memory: int = MEMORY
    max_pages: int = MOST_PAGES
    jobs: int = 1
    cache: bool = True
    scheduler: str | None = None
    decisions: Path | None = None


def check_paths(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> tuple[Batch, Found]:
    """Return the batch of every PDF below the paths, and what was found there; RuleError and UsageError come before any PDF is opened."""
    packs = load(settings.rules)
    decisions = decided(settings.decisions) if settings.decisions else Decisions()
    listed = _Listed.of(settings)
    found = listed.joined(find(paths))
    reading = Reading(ocr=settings.ocr, max_pages=settings.max_pages)
    cache = Cache() if settings.cache else None
    means = Means(
        packs,
        reading,
        Limits(settings.timeout, settings.memory),
        settings.jobs,
        cache,
        engine(settings.scheduler) if settings.scheduler else run,
    )
    for shown, path in found.files:
        listed.handed(shown, path)  # a wrong year in the list is told before any PDF is opened
    reports = scan(found.files, listed.handed, means, progress)
    places = dict(found.files)
    same = twins(reports, lambda shown: listed.handed(shown, places[shown]).items)
    stale = decisions.stale(same.told(report) for report in reports)
    reports.finish = lambda report: decisions.told(_chosen(report, settings, same))
    used = {report.pack for report in reports}
    return Batch(reports, tuple(pack for pack in packs if pack.name in used), __version__, _base(paths), stale), found


def _base(paths: Sequence[Path]) -> str:
    """Return the folder the reports' paths are relative to."""
    return str(paths[0].resolve()) if len(paths) == 1 and paths[0].is_dir() else str(Path.cwd())


def read_file(path: Path, pages: tuple[int, int] | None = None, ocr: Literal["auto", "never", "always"] = "auto") -> Document:
    """Return the document as read; ReadError if it cannot be."""
    return read(path, Reading(pages=pages, ocr=ocr))


@dataclass(frozen=True, slots=True)
class _Listed:
    """What options and list say of each file."""

    options: Options
    rows: dict[str, dict[str, str]]  # by absolute path

    @classmethod
    def of(cls, settings: Settings) -> _Listed:
        rows = read_manifest(settings.manifest) if settings.manifest else {}
        base = settings.manifest.parent if settings.manifest else Path()
        options = Options(settings.year, settings.scheme, settings.items, _register(settings.register))
        return cls(options, {str((base / name).resolve()): row for name, row in rows.items()})

    def handed(self, shown: str, path: str) -> Submission:
        return submission(Path(path), shown, self.options, self.rows.get(str(Path(path).resolve())))

    def joined(self, found: Found) -> Found:
        """Return what was found with the rows of the list that no file answers: each is a file that could not be read."""
        present = {str(Path(path).resolve()) for _, path in found.files}
        absent = [(row["path"], path) for path, row in self.rows.items() if path not in present]
        return replace(found, files=tuple(sorted([*found.files, *absent])))


def _register(path: Path | None) -> tuple[str, ...]:
    """Return the names of the register, one a line."""
    if path is None:
        return ()
    try:
        return tuple(name.strip() for name in path.read_text(encoding="utf-8-sig").splitlines() if name.strip())
    except (OSError, UnicodeDecodeError) as error:
        what = Words(f"อ่านทะเบียนหน่วยงานไม่ได้ ({error})", f"cannot read the register ({error})")
        raise UsageError(what, str(path), Words("ใช้ไฟล์ข้อความ UTF-8 บรรทัดละชื่อ", "use a UTF-8 text file, one name a line")) from error


def _chosen(report: Report, settings: Settings, same: Twins) -> Report:
    """Return the report with its twins told and the findings asked for; its status follows them."""
    report = same.told(report)
    findings = tuple(finding for finding in report.findings if _wanted(finding, settings))
    if report.status is Status.UNREADABLE or len(findings) == len(report.findings):
        return report
    return replace(report, findings=findings, status=status(report.results, findings, nothing_read=False))


def _wanted(finding: Finding, settings: Settings) -> bool:
    if finding.code in ALWAYS:
        return True
    return (not settings.select or finding.code.startswith(settings.select)) and not finding.code.startswith(settings.ignore or "-")
