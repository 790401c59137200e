"""What is asked and answered: findings, rules and packs, what was handed in, cases, reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from ita_checker.model.contract import report_data
from ita_checker.model.document import Document, Span, Words
from ita_checker.model.sketch import Family, Pair

Answered = TypeVar("Answered")


# What was not looked at: no option leaves these out, no decision waves them through.
ALWAYS_TOLD = ("DOC001", "DOC002", "DOC003", "DOC004", "DOC005", "DOC010")


class Verdict(StrEnum):
    """What one rule says of one report. UNKNOWN is ignorance, never 'fine'."""

    MET = "met"
    PARTIAL = "partial"
    GAP = "gap"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """ZERO: the assessor would score the item 0 for it. ADVICE: worth a look, costs no points by
    itself.
    """

    ZERO = "zero"
    ADVICE = "advice"


class Certainty(StrEnum):
    """How sure a finding is. SURE: two independent signs show it and nothing speaks against it.
    LIKELY: one sign; its doubt says why a person should look twice. Less is no finding.
    """

    SURE = "sure"
    LIKELY = "likely"


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


NOT_OPENED = "DOC010"  # of these, the code of a file that was not opened at all


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a finding: `kind` is confirmed, dismissed or explain (the office is
    asked to).

    It holds for the report of that content, rule, code and subject, on whatever page. Days are of
    the Buddhist era: 2569-11-23.
    `about` keeps what people know the finding by: its file and message; `by` who decided.
    """

    sha256: str
    rule: str
    code: str
    subject: str
    kind: str
    reason: str = ""
    date: str | None = None
    expires: str | None = None
    about: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check saw. `absent`: it rests on not finding, and falls silent where a page was not
    read.

    `rule`, `severity` and `message` are stamped by judge; a check may word its own message, and
    what another
    reading of a scan would undo comes with its severity. `decision`: what a person decided of it.
    """

    code: str
    spans: tuple[Span, ...] = ()
    subject: str = ""
    found: str | None = None
    expected: str | None = None
    doubt: Words | None = None
    absent: bool = False
    certainty: Certainty = Certainty.SURE
    message: Words | None = None
    rule: str = ""
    severity: Severity | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a check answers: a verdict, what it saw wrong, and what it saw right (a MET without
    `evidence` rests on not finding).
    """

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Span, ...] = ()
    note: Words | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a scheme in one fiscal year. Years are offsets from the fiscal year: 0 is N, -1
    is N-1.

    `also`: years that it may cover instead of `covers`.
    `must`: every organisation submits it as a file; `not_first`: not at its first assessment.
    `requires`: what the assessor looks for, bullet by bullet.
    """

    code: str
    title: str
    kind: str
    titles: tuple[str, ...] = ()
    covers: int = 0
    analyses: int | None = None
    must: bool = False
    requires: tuple[str, ...] = ()
    also: tuple[int, ...] = ()
    not_first: bool = False

    @property
    def years(self) -> tuple[int, ...]:
        """Return the years it may cover, as offsets, the usual one first."""
        return (self.covers, *self.also)


@dataclass(frozen=True, slots=True)
class Rule:
    """One question put to a report. `check` names the kind of check; `item` is None for rules of
    every report.
    """

    id: str
    check: str
    params: Any
    item: str | None
    severity: Mapping[str, Severity]
    source: str
    verified: bool
    message: Words | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a pack of one's own does to a rule it inherits: `to` is off, zero, advice or changed;
    `reason` is shown in every output.
    """

    rule: str
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one scheme and fiscal year. `closes`: the last day of submission, such as
    2564-04-30 (Buddhist era); None where nobody knows it.

    `titles`: what reports of a kind of item are called, whatever their item's own title is.
    `offices`: the class words of the offices that answer to its scheme; `others`: all else do.
    `pages`: items answered by a web page, `unread`: items whose criteria nobody read yet; both by
    code, with what they are. `school_years`: its reports may be of a school year.
    """

    name: str
    scheme: str
    fiscal_year: int
    items: tuple[Item, ...]
    rules: tuple[Rule, ...]
    sha256: str
    closes: str | None = None
    changes: tuple[Change, ...] = ()
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    offices: tuple[str, ...] = ()
    others: bool = False
    pages: Mapping[str, str] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    school_years: bool = False

    def item(self, code: str) -> Item | None:
        """Return the item of that code."""
        return next((item for item in self.items if item.code == code), None)


@dataclass(frozen=True, slots=True)
class Submission:
    """What a file was handed in as, as far as options, list, folders and its name tell. `folders`:
    the nearest first. `first_assessment`: the office was never assessed before.
    """

    path: str
    fiscal_year: int | None = None
    scheme: str | None = None
    items: tuple[str, ...] = ()
    organisation: str | None = None
    register: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    first_assessment: bool = False


@dataclass(frozen=True)
class Facts:
    """What one document says, found once and kept, whatever rules and items ask of it.

    Nothing here knows a pack or an item, so nothing kept here can depend on which one asks.
    """

    document: Document
    submission: Submission
    _kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, find: Callable[[Facts], Answered]) -> Answered:
        """Return find(self), computed once per document."""
        if find not in self._kept:
            self._kept[find] = find(self)
        answer: Answered = self._kept[find]
        return answer


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of one document, and the pack, year and items it is held against. `demanded`: codes
    of the items it is for; what is missing is a gap of these alone (of all, where there are none).
    """

    facts: Facts
    pack: Pack | None
    fiscal_year: int | None
    scheme: str
    items: tuple[Item, ...] = ()
    item: Item | None = None
    demanded: frozenset[str] = frozenset()

    @property
    def document(self) -> Document:
        """Return the document as read."""
        return self.facts.document

    @property
    def submission(self) -> Submission:
        """Return what the file was handed in as."""
        return self.facts.submission

    @property
    def reported_year(self) -> int | None:
        """Return the year the item must cover: N, or N-1 for results items from 2567 on."""
        item = self.item or (self.items[0] if self.items else None)
        return None if self.fiscal_year is None else self.fiscal_year + (item.covers if item else 0)


@dataclass(frozen=True, slots=True)
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
    """A decision that changed nothing in this scan, and why."""

    decision: Decision
    why: Words


@dataclass(frozen=True, slots=True)
class Batch:
    """All reports of one scan, sorted by path (on disk, if many), the packs they were held
    against, and the tool's version.

    `base`: the folder that the reports' paths are relative to, for links to the files. `stale`:
    decisions that no longer hold. `elsewhere`: where those files lie whose path as shown does not
    lead to them, because their name is no valid text or another reads alike. `remarks`: what a
    reader must know of the scan as a whole, such as codes left out or files passed over. `title`
    and `date` are as asked for. `drawn`: PDFs made for this scan. `families`: the offices with their files; `pairs`: files that belong beside each other.
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

    def pdf(self, path: str) -> str:
        """Return where the PDF lies that a report was read from: of a picture, a document or a
        file out of an archive one that was made for this scan.
        """
        return self.drawn.get(path) or self.place(path)

    def place(self, path: str) -> str:
        """Return where the file of a report's path lies: on disk, or behind a URL."""
        return self.elsewhere.get(path) or (path if "://" in path else str(Path(self.base, path)))
