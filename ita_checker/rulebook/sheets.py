"""What a rule file may say: the keys of a pack, of an item, of a rule, of an example. The schema
and the README follow from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from ita_checker.model import SEPTEMBER, Severity, Words

Kind = Literal[
    "measures",
    "measure",
    "results",
    "practice",
    "plan",
    "strategy",
    "progress",
    "annual",
    "monthly",
    "statistics",
    "evidence",
    "guide",
]
KINDS = {
    "measures": Words("วิเคราะห์ผล ITA และกำหนดมาตรการ", "analyses the ITA and sets measures"),
    "measure": Words("มาตรการเดียว (ปี 2562)", "one measure by itself (2562)"),
    "results": Words("ผลการดำเนินการตามมาตรการ", "results of the measures"),
    "practice": Words(
        "มาตรการและผลการปฏิบัติในข้อเดียว", "measures and what was done about them, in one item"
    ),
    "plan": Words("แผนหรือการประเมินของปี", "a plan or assessment for the year"),
    "strategy": Words(
        "แผนที่ครอบคลุมหลายปี หรือไม่ตรวจปีบนปก", "a plan for several years, or whose year is not checked"
    ),
    "progress": Words("รายงานความก้าวหน้ารอบ 6 เดือน", "a report on the first six months"),
    "annual": Words("รายงานผลประจำปี", "an annual report"),
    "monthly": Words("รายงานรายเดือน", "monthly reports"),
    "statistics": Words("ข้อมูลเชิงสถิติ", "statistics"),
    "evidence": Words(
        "ประกาศ แนวปฏิบัติ หรือหลักฐานของปี", "an announcement, guideline or other evidence of the year"
    ),
    "guide": Words("คู่มือ แนวปฏิบัติ หรือหลักเกณฑ์ ที่ไม่ผูกกับปี", "a manual or guideline of no certain year"),
}
EVERY_OFFICE = "every other office"
EVERY_REPORT = "every report"


class ExampleSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """One example.

    report: the report's text (see rules/README.md for how tables and pages are written).
    finds: the codes that have to be found; none for an example that meets the rule.
    organisation: the organisation the file was submitted under.
    register: the register of organisations.
    file: the path of the file, such as 2564/O43.pdf.
    """

    report: str
    finds: str | tuple[str, ...] = ()
    organisation: str | None = None
    register: tuple[str, ...] = ()
    file: str = "report.pdf"


class ExamplesSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """Examples of a rule: at least one that meets it and one that fails it.

    meets: reports that the rule finds nothing wrong with.
    fails: reports that it finds something wrong with.
    """

    meets: tuple[str | ExampleSheet, ...] = ()
    fails: tuple[str | ExampleSheet, ...] = ()


class RuleSheet(
    Struct, frozen=True, forbid_unknown_fields=True, rename={"applies": "for", "params": "with"}
):
    """One rule.

    for: "every report", a kind of item (measures, results …), an item code (O43), or a list of
    these.
    check: the kind of check (ita-checker rules kinds).
    with: what the check needs to know.
    title: the rule in one line, as it stands in the checklist.
    message: what is said of a finding, where the usual words of its code do not fit.
    severity: zero or advice, for all codes or code by code.
    reason: why the severity of an inherited rule is changed.
    off: why an inherited rule is switched off.
    source: where it is written that this must be so.
    verified: whether someone read that source; what is not verified is advice.
    examples: reports that meet and fail the rule.
    """

    applies: str | tuple[str, ...]
    check: str
    title: Words
    source: str
    verified: bool
    params: Mapping[str, Any] = {}
    message: Words | None = None
    severity: Severity | Mapping[str, Severity] | None = None
    reason: str | None = None
    off: str | None = None
    examples: ExamplesSheet = ExamplesSheet()


class ItemSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """One item.

    was: the number it had in the pack that is extended; all that is not written here is taken over
    from there.
    title: its official title.
    kind: what kind of report it asks for.
    titles: other titles that such reports carry.
    requires: what the assessor looks for, bullet by bullet.
    covers: the year it must cover: 0 the fiscal year assessed (N), -1 the year before; [-1, 0]
    either of them.
    analyses: the year of the ITA that it analyses: -1 last year's.
    must: whether every organisation has to submit it as a file.
    not_first: whether an organisation assessed for the first time does not submit it.
    source: where its number and title are written.
    verified: whether someone read that source.
    """

    title: str
    kind: Kind
    source: str
    verified: bool
    was: str | None = None
    titles: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    covers: Literal[0, -1] | tuple[Literal[0, -1], ...] = 0
    analyses: Literal[-1, -2] | None = None
    must: bool = False
    not_first: bool = False


class ReportSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole report and all that has to be found in it: the year logic of a pack in examples. One
    that writes its years as {N} holds for every pack that has the items, and for each is tried.

    says: what the example shows.
    report: its text.
    holds: the items it holds, by code or by kind (results); {title} and {covered} are the first's.
    each: kinds of item instead: it is tried for every single item of these kinds that has no rules
    of its own.
    item: the item it is handed in for, by code or kind, where it is.
    finds: every code that has to be found.
    file: the path of the file.
    year: the fiscal year it is submitted for, where that is not this pack's.
    unknown: the rules that cannot be answered (kind-of-report).
    """

    says: str
    report: str
    holds: tuple[str, ...] = ()
    each: tuple[Kind, ...] = ()
    item: str | None = None
    finds: tuple[str, ...] = ()
    file: str = "report.pdf"
    year: int | None = None
    unknown: tuple[str, ...] = ()


class ListSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a pack's list of items is written, for items that say no source of their own.

    source: where.
    verified: whether someone read it.
    """

    source: str
    verified: bool


class PackSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """One rule file.

    pack: its name.
    title: what it is, in one line.
    extends: the pack whose items and rules it takes over.
    scheme: nacc, obec, ovec, moph or one's own. A pack without scheme and fiscal year is only
    there to be extended.
    fiscal_year: the fiscal year assessed (N), in the Buddhist era.
    source: where the list of items is written.
    verified: whether someone read this year's manual; until then the rules of its items are advice.
    closes: the last day of submission, such as 2564-04-30; left out where nobody knows it.
    offices: how the names begin of the offices that answer to the scheme (โรงเรียน); "every other
    office": all that no scheme names. Where several fit, the longest decides.
    school_years: whether reports may be of a school year (ประจำปีการศึกษา).
    year_ends: the month with which the scheme's own reports of the whole year end, where that is
    not September: 8.
    items_of: the pack whose list of items it uses, before its own changes to it.
    list: where the items are written, for those that say no source of their own here.
    titles: what reports of a kind of item are called, beside the items' own titles.
    pages: the items that a web page answers, no file: code and title.
    unread: the items whose criteria nobody read yet: code and what is known.
    words: what {names} in examples stand for.
    vocabulary: words added to lists of the vocabulary, by the lists' names (fields.labels.steps);
    in force for reports of this pack and of those that extend it.
    items: the items by code; an inherited item that is no more: null.
    rules: the rules by name; keys of an inherited rule are laid over it one by one.
    examples: whole reports and what has to be found in them.
    filed: by item, the titles that offices really file in this year, years in figures: each has to
    be held as that item, with no word against its kind or year (" // " begins a line).
    """

    pack: str
    title: Words
    source: str
    extends: str | None = None
    verified: bool = True
    scheme: str | None = None
    fiscal_year: int | None = None
    closes: str | None = None
    offices: str | tuple[str, ...] = ()
    school_years: bool = False
    year_ends: int = SEPTEMBER
    items_of: str | None = None
    list: ListSheet | None = None
    titles: Mapping[Kind, tuple[str, ...]] = {}
    pages: Mapping[str, str] = {}
    unread: Mapping[str, str] = {}
    words: Mapping[str, str] = {}
    vocabulary: Mapping[str, tuple[str, ...]] = {}
    items: Mapping[str, ItemSheet | None] = {}
    rules: Mapping[str, RuleSheet] = {}
    examples: tuple[ReportSheet, ...] = ()
    filed: Mapping[str, str | tuple[str, ...]] = {}
