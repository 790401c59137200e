"""One scan from settings to batch: what the command line and Python callers both come in by."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_checker import __version__
from ita_checker.across.twins import CODES, MISSING, twins
from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import (
    ALWAYS_TOLD,
    Batch,
    Document,
    Finding,
    Pack,
    ReadOptions,
    Report,
    Status,
    Submission,
    Words,
)
from ita_checker.run.cache import Cache
from ita_checker.run.dask import engine
from ita_checker.run.outcomes import Limits
from ita_checker.run.workers import run
from ita_checker.scan import remote
from ita_checker.scan.archives import Archives
from ita_checker.scan.beside import beside
from ita_checker.scan.files import Choice, Found, find
from ita_checker.scan.kinds import has_office
from ita_checker.scan.listing import said_yes
from ita_checker.scan.one import lost
from ita_checker.scan.packs import heads, whole
from ita_checker.scan.reading import read_alone
from ita_checker.scan.register import read_register
from ita_checker.scan.reports import Finished, Spool
from ita_checker.scan.settings import Settings
from ita_checker.scan.submission import (
    Handed,
    Options,
    handed_in,
    item_codes,
    read_manifest,
    year_given,
)
from ita_checker.scan.tasks import Entry, Means, Progress, made_of, scan

if TYPE_CHECKING:
    from ita_checker.scan.decisions import Decisions


def check_paths(
    paths: Sequence[Path | str], settings: Settings, progress: Progress | None = None
) -> tuple[Batch, tuple[UsageError, ...]]:
    """Return the batch of every PDF below the paths (or URLs), and which paths were wrong.

    What lies below the paths and is not opened (links that lead out, closed folders) is a report
    of the batch too. RuleError and UsageError come before any PDF is opened.
    """
    decisions = _decisions(settings)
    cache = _cache(settings)
    packs = heads(settings.rules, cache)
    listed = _Listed.of(settings, paths)
    listed.known(packs)
    found = find(paths, _choice(settings))
    listed = replace(listed, named=found.named)
    found = listed.joined(found)
    files = _entries(found)
    means = Means(
        packs,
        _reading(settings.reading),
        settings.limits,
        settings.jobs,
        cache,
        engine(settings.scheduler) if settings.scheduler else run,
        whole=lambda: whole(settings.rules),
        register=read_register(settings.register),
    )
    lying = {file.shown: file.path for file in files}
    sayable = _sayable(packs, listed.any_complete) if settings.select else lambda _: ()

    def asked(report: Report) -> Report:
        """Return a report with where it is known from, and what was asked for of it."""
        report = listed.told(report.path, lying[report.path]).told(report)
        return _decided(_chosen(report, settings, sayable), decisions)

    reports = scan(
        files,
        listed.handed,
        means,
        (lambda done, total, report: progress(done, total, asked(report))) if progress else None,
    )
    places = [(file.shown, file.path) for file in files]
    same = twins(places, reports.contents, lambda shown, path: listed.handed(shown, path).items)
    together = beside(
        reports,
        [listed.handed(*place) for place in places],
        packs,
        lambda number: listed.complete(files[number].path),
    )

    def told(report: Report) -> Report:
        return together.told(same.told(report))

    stale = decisions.stale(map(told, reports)) if decisions else ()
    return Batch(
        reports=Finished(reports, lambda report: asked(told(report))),
        packs=tuple(pack for pack in packs if pack.name in reports.packs),
        version=__version__,
        base=_base(paths),
        stale=stale,
        elsewhere=_elsewhere(files, found.named),
        drawn=_drawn(files, reports, found.named),
        families=together.families,
        pairs=tuple(pair for pair in together.pairs if _asked_for(pair.code, settings)),
        remarks=(*chosen_codes(settings), *found.passed, *listed.noticed(files)),
        title=settings.title,
        date=_day(settings.date),
    ), found.wrong


def _entries(found: Found) -> list[Entry]:
    """Return all that was found, to be looked at or not, by its path as shown."""
    skipped = (Entry(one.path, one.path, one.why, one.remedy) for one in found.skipped)
    files = (Entry(shown, path) for shown, path in found.files)
    return sorted([*files, *skipped], key=lambda file: file.shown)


def _choice(settings: Settings) -> Choice:
    """Return what is taken of what lies below the paths. What was given as a list, a register or
    decisions was not handed in, nor was what this scan writes.
    """
    kept = Cache().path.parent
    given = (*settings.ours, settings.manifest, settings.register, *settings.decisions, kept)
    return Choice(
        settings.exclude,
        tuple(os.path.realpath(place) for place in given if place),
        office=has_office(),
        # Workers on other machines do not see what is taken out here.
        unpack=None if settings.scheduler else Archives().opened,
    )


def chosen_codes(settings: Settings) -> tuple[Words, ...]:
    """Return what must be said on every output where codes were left out."""
    said = []
    if settings.select:
        codes = ", ".join(settings.select)
        said.append(
            Words(
                f"แสดงเฉพาะรหัส {codes} ตามที่เลือก ข้อบกพร่องรหัสอื่นไม่ได้แสดง",
                f"Only the codes {codes} are shown, as chosen; findings of other codes are not.",
            )
        )
    if settings.ignore:
        codes = ", ".join(settings.ignore)
        said.append(
            Words(f"ไม่แสดงรหัส {codes} ตามที่เลือก", f"The codes {codes} are not shown, as chosen.")
        )
    return tuple(said)


def _day(text: str) -> str:
    """Return a day as 2569-11-28; "today" is today's. UsageError for what is no day."""
    if not text:
        return ""
    from ita_checker.scan.decisions import buddhist, day

    return buddhist(datetime.date.today()) if text == "today" else day(text, "--date") or ""


def refused_cache(settings: Settings) -> UsageError | None:
    """Return why the cache is not used though it was asked for; None where it is used."""
    return Cache().refused() if settings.cache else None


def _cache(settings: Settings) -> Cache | None:
    """Return the cache; None where nothing may be kept in it: that costs time and no result."""
    cache = Cache() if settings.cache else None
    return None if cache is None or cache.refused() else cache


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


def _decisions(settings: Settings) -> Decisions | None:
    if not settings.decisions:
        return None
    from ita_checker.scan.decisions import load

    return load(*settings.decisions)


def _decided(report: Report, decisions: Decisions | None) -> Report:
    return decisions.told(report) if decisions else report


def _base(paths: Sequence[Path | str]) -> str:
    """Return the folder or URL the reports' paths are relative to."""
    first = paths[0]
    if isinstance(first, str):
        return first if len(paths) == 1 else ""
    return str(first.resolve()) if len(paths) == 1 and first.is_dir() else str(Path.cwd())


def read_file(path: Path, options: ReadOptions, limits: Limits) -> Document:
    """Return the document as read by a worker that can be killed; ReadError if it cannot be,
    UsageError where the reader of scans asked for is not installed.
    """
    return read_alone(path, _reading(options), limits, lost)


def _reading(options: ReadOptions) -> ReadOptions:
    """Return how files are read, with the version of a reader of scans that is not ours;
    UsageError where it is not installed.
    """
    if options.ocr_engine == "own":
        return options
    from ita_checker.read.ocr import tesseract

    return replace(options, ocr_version=tesseract.version())


@dataclass(frozen=True, slots=True)
class _Listed:
    """What options and list say of each file. `named`: the paths that name what files out of
    archives are; `given`: the list's paths as they stand there, by row.
    """

    options: Options
    rows: Mapping[str, Mapping[str, str]]  # by absolute path or URL
    remarks: tuple[Words, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False  # all that was submitted is here

    @classmethod
    def of(cls, settings: Settings, paths: Sequence[Path | str]) -> _Listed:
        rows, remarks = read_manifest(settings.manifest) if settings.manifest else ({}, ())
        options = settings.handed
        folders = [path for path in paths if isinstance(path, Path) and path.is_dir()]
        homes = [settings.manifest.parent if settings.manifest else Path(), *folders]
        return cls(
            options,
            {_where(name, homes): row for name, row in rows.items()},
            remarks,
            whole=settings.complete,
        )

    def known(self, packs: Sequence[Pack]) -> None:
        """UsageError for an item asked for that no pack of that year has: a slip of the finger
        must not become "nothing was found".
        """
        asked = [(code, self.options.fiscal_year, "--item") for code in self.options.items]
        self._schemes(packs)
        for row in self.rows.values():
            year = self.options.fiscal_year or year_given(row)
            asked += [(code, year, row["path"]) for code in item_codes(row.get("item", ""))]
        for code, year, where in asked:
            codes = {
                item.code
                for pack in packs
                if pack.items and year in (None, pack.fiscal_year)
                for item in pack.items
            }
            if code not in codes:
                what = Words(
                    f"ไม่มีข้อ {code} ในชุดกฎ" + (f"ปี {year}" if year else ""),
                    f"no pack{f' of {year}' if year else ''} has an item {code}",
                )
                raise UsageError(what, where, did_you_mean(code, sorted(codes)))

    def _schemes(self, packs: Sequence[Pack]) -> None:
        """UsageError for a scheme that no pack is of."""
        there = sorted({pack.scheme for pack in packs if pack.items})
        asked = [(self.options.scheme, "--scheme")]
        asked += [(row.get("scheme"), row["path"]) for row in self.rows.values()]
        for scheme, where in asked:
            if scheme and scheme not in there:
                what = Words(f"ไม่มีเกณฑ์ {scheme!r}", f"no scheme {scheme!r}")
                raise UsageError(what, where, did_you_mean(scheme, there))

    def handed(self, shown: str, path: str) -> Submission:
        """Return what a file was handed in as."""
        return self.told(shown, path).submission

    def told(self, shown: str, path: str) -> Handed:
        """Return what a file was handed in as, and where that is known from."""
        row, named = self._row(path), self.named.get(path, path)
        place = remote.path_of(named) if remote.is_url(named) else Path(named)
        return handed_in(place, shown, self.options, row)

    def complete(self, path: str) -> bool:
        """Tell whether all that the file's office submitted is here: by the option or the list."""
        row = self._row(path)
        return self.whole or (row is not None and said_yes(row.get("complete", "")))

    @property
    def any_complete(self) -> bool:
        """Tell whether missing items are looked for at all."""
        return self.whole or any(said_yes(row.get("complete", "")) for row in self.rows.values())

    def _row(self, path: str) -> Mapping[str, str] | None:
        path = self.named.get(path, path)
        name = path if remote.is_url(path) else os.path.realpath(path)
        return self.rows.get(name) if self.rows else None

    def joined(self, found: Found) -> Found:
        """Return what was found with the rows of the list that no file answers: each is a file
        that could not be read. A row that names a file alone, without its folders, is that of the
        one file of this name.
        """
        if not self.rows:
            return found
        places = [self.named.get(path, path) for _, path in found.files]
        real = [path if remote.is_url(path) else os.path.realpath(path) for path in places]
        absent = [(row["path"], path) for path, row in self.rows.items() if path not in set(real)]
        return replace(found, files=tuple(sorted([*found.files, *absent])))

    def noticed(self, files: Sequence[Entry]) -> Iterator[Words]:
        """Yield what a reader must know of how files were taken: columns left alone, folders that
        may name a year.
        """
        yield from self.remarks
        unclear = Counter(
            handed.unclear for file in files if (handed := self.told(file.shown, file.path)).unclear
        )
        for name, count in sorted(unclear.items()):
            yield Words(
                f"โฟลเดอร์ “{name}” อาจหมายถึงปี พ.ศ. 25{name} แต่ไม่แน่ชัด จึงไม่ได้ใช้ ({count} ไฟล์) "
                "หากใช่ ให้ระบุ --year หรือตั้งชื่อโฟลเดอร์เป็นปีสี่หลัก",
                f"The folder “{name}” may be the year 25{name}, but that is not sure and was not "
                f"taken so ({count} files); if it is, give --year or name the folder by four digits.",
            )


def _where(name: str, homes: Sequence[Path]) -> str:
    """Return where a path of the list leads: beside the list, or in a folder that is scanned."""
    if remote.is_url(name):
        return name
    plain = name if os.name == "nt" else name.replace("\\", "/")
    places = [home / plain for home in homes]
    there = next((place for place in places if place.exists()), places[0])
    return os.path.realpath(there)


def _chosen(
    report: Report, settings: Settings, sayable: Callable[[Report], Iterable[str]]
) -> Report:
    """Return the report with the findings asked for; its status follows them. What is asked for
    and nothing checks is not "clean" but unknown.
    """
    if report.status is Status.UNREADABLE or not (settings.select or settings.ignore):
        return report
    from ita_checker.judge import law

    findings = tuple(finding for finding in report.findings if _wanted(finding, settings))
    silent = law.unchecked(settings.select, sayable(report)) if settings.select else None
    results = (*report.results, silent) if silent else report.results
    state = law.status(results, findings, nothing_read=False)
    hidden = len(report.findings) - len(findings)
    return replace(
        report,
        findings=findings,
        results=results,
        status=Status.FILTERED if state is Status.CLEAN and hidden else state,
        hidden=hidden,
    )


def _sayable(packs: Sequence[Pack], complete: bool) -> Callable[[Report], Iterable[str]]:
    """Return what tells the codes that can be said of a report: by the rules of its pack, and of
    reports side by side; `complete`: missing items are looked for.
    """
    from ita_checker.rulebook.kinds import codes_of

    kinds = {pack.name: {rule.check for rule in pack.rules} for pack in packs}

    def codes(report: Report) -> set[str]:
        own = kinds.get(report.pack or "", ())
        side = {*CODES, MISSING} if complete else CODES
        return {*ALWAYS_TOLD, *side, *(code for kind in own for code in codes_of(kind))}

    return codes


def _wanted(finding: Finding, settings: Settings) -> bool:
    return finding.code in ALWAYS_TOLD or _asked_for(finding.code, settings)


def _asked_for(code: str, settings: Settings) -> bool:
    return (not settings.select or code.startswith(settings.select)) and not code.startswith(
        settings.ignore or "-"
    )
