"""What is said: of one file, and of all files of a scan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from ita_checker.model.answers import Decision, Finding, Verdict
from ita_checker.model.contract import report_data
from ita_checker.model.packs import Pack
from ita_checker.model.pages import Words
from ita_checker.model.records import record
from ita_checker.model.sketch import Family, Pair


class Status(StrEnum):
    """A report in one word. FILTERED: nothing among the codes chosen, but others were found."""

    CLEAN = "clean"
    FILTERED = "filtered"
    GAPS = "gaps"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


class Origin(StrEnum):
    """Where it is known from what a report was handed in as."""

    OPTION = "option"
    LIST = "list"
    FOLDER = "folder"
    NAME = "name"
    REPORT = "report"


@record(frozen=True, slots=True)
class Result:
    """One rule's verdict on one report."""

    rule: str
    verdict: Verdict
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Where the program itself broke: the rule's id or "reading", and the traceback."""

    where: str
    trace: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything said of one file. `dismissed`: findings that a person decided are none.
    `failures`: where the program broke on it; another scan looks again. `origins`: where year,
    items, scheme and organisation are known from. `hidden`: findings of codes not chosen.
    `sketch`: what is kept of it to lay it beside others, packed; empty once it is put away.
    """

    path: str
    sha256: str | None = None
    pages: int | None = None
    pages_unread: tuple[int, ...] = ()
    status: Status = Status.UNREADABLE
    scheme: str | None = None
    fiscal_year: int | None = None
    reported_year: int | None = None
    items: tuple[str, ...] = ()
    organisation: str | None = None
    district: str | None = None
    province: str | None = None
    results: tuple[Result, ...] = ()
    findings: tuple[Finding, ...] = ()
    pack: str | None = None
    dismissed: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()
    sketch: bytes = field(default=b"", repr=False, compare=False)
    origins: tuple[tuple[str, Origin], ...] = ()
    hidden: int = 0

    def to_dict(self, lang: str = "th") -> Mapping[str, Any]:
        """Return the report as other programs are given it: the JSON contract."""
        return report_data(self, lang)


@dataclass(frozen=True, slots=True)
class Stale:
    """A decision that changed nothing in this scan, and why; `torn`: others decided otherwise."""

    decision: Decision
    why: Words
    torn: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """All reports of one scan, sorted by path (on disk, if many), the packs they were held
    against, and the tool's version.

    `base`: the folder that the reports' paths are relative to, for links to the files. `stale`:
    decisions that no longer hold. `elsewhere`: where those files lie whose path as shown does not
    lead to them, because their name is no valid text or another reads alike. `remarks`: what a
    reader must know of the scan as a whole, such as codes left out or files passed over. `title`
    and `date` are as asked for. `drawn`: PDFs made for this scan. `near`: the folder of the output,
    which links to the files start from. `families`: the offices with their files; `pairs`: files
    that belong beside each other. `cache`: where what is made of the reports may be kept, if it is.
    """

    reports: Sequence[Report]
    packs: tuple[Pack, ...]
    version: str
    base: str = ""
    stale: tuple[Stale, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    families: tuple[Family, ...] = ()
    pairs: tuple[Pair, ...] = ()
    remarks: tuple[Words, ...] = ()
    title: str = ""
    date: str = ""
    drawn: Mapping[str, str] = field(default_factory=dict)
    cache: str = ""
    near: str = ""

    def pdf(self, path: str) -> str:
        """Return where the PDF lies that a report was read from: of a picture, a document or a
        file out of an archive one that was made for this scan.
        """
        return self.drawn.get(path) or self.place(path)

    def place(self, path: str) -> str:
        """Return where the file of a report's path lies: on disk, or behind a URL."""
        return self.elsewhere.get(path) or (path if "://" in path else str(Path(self.base, path)))
