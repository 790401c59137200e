"""One scan from settings to batch: what the command line and Python callers both come in by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ita_checker import __version__
from ita_checker.errors import UsageError
from ita_checker.judge import status
from ita_checker.model import Batch, Document, Finding, Report, Status, Words
from ita_checker.read import Options as Reading
from ita_checker.read import read
from ita_checker.rulebook import load
from ita_checker.scan import find_tasks, scan, together
from ita_checker.submission import Options, read_manifest

ALWAYS = ("DOC001", "DOC002", "DOC003", "DOC004", "DOC005")  # the first law: never filtered away


@dataclass(frozen=True, slots=True)
class Settings:
    """What a scan is asked for. `select` and `ignore` hold codes or prefixes of codes; `rules` folders of further packs."""

    year: int | None = None
    scheme: str | None = None
    items: tuple[str, ...] = ()
    manifest: Path | None = None
    register: Path | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 1


def check_paths(paths: Sequence[Path], settings: Settings, progress: Callable[[int, int, Report], None] | None = None) -> Batch:
    """Return the batch of every PDF below the paths; RuleError and UsageError come before any PDF is opened."""
    packs = load(settings.rules)
    manifest = read_manifest(settings.manifest) if settings.manifest else {}
    options = Options(settings.year, settings.scheme, settings.items, _register(settings.register))
    base = settings.manifest.parent if settings.manifest else Path()
    tasks = find_tasks(paths, options, manifest, base)
    reports = []
    for report in scan(tasks, packs, Reading(), settings.jobs):
        reports.append(report)
        if progress:
            progress(len(reports), len(tasks), report)
    shown = tuple(_chosen(report, settings) for report in together(reports))
    used = {report.pack for report in shown}
    return Batch(shown, tuple(pack for pack in packs if pack.name in used), __version__)


def read_file(path: Path, pages: tuple[int, int] | None = None) -> Document:
    """Return the document as read; ReadError if it cannot be."""
    return read(path, Reading(pages=pages))


def _register(path: Path | None) -> tuple[str, ...]:
    """Return the names of the register, one a line."""
    if path is None:
        return ()
    try:
        return tuple(name.strip() for name in path.read_text(encoding="utf-8-sig").splitlines() if name.strip())
    except (OSError, UnicodeDecodeError) as error:
        what = Words(f"อ่านทะเบียนหน่วยงานไม่ได้ ({error})", f"cannot read the register ({error})")
        raise UsageError(what, str(path), Words("ใช้ไฟล์ข้อความ UTF-8 บรรทัดละชื่อ", "use a UTF-8 text file, one name a line")) from error


def _chosen(report: Report, settings: Settings) -> Report:
    """Return the report with the findings asked for; its status follows them."""
    findings = tuple(finding for finding in report.findings if _wanted(finding, settings))
    if report.status is Status.UNREADABLE or findings == report.findings:
        return report
    return replace(report, findings=findings, status=status(report.results, findings, nothing_read=False))


def _wanted(finding: Finding, settings: Settings) -> bool:
    if finding.code in ALWAYS:
        return True
    return (not settings.select or finding.code.startswith(settings.select)) and not finding.code.startswith(settings.ignore or "-")
