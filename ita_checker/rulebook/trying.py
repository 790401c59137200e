"""Tries the examples of rules: does each say what its rule file promises?"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from ita_checker import parts
from ita_checker.model import (
    Answer,
    Case,
    Document,
    Facts,
    Item,
    Pack,
    Report,
    Rule,
    Submission,
    Verdict,
)
from ita_checker.rulebook.examples import filled
from ita_checker.rulebook.kinds import codes_of
from ita_checker.rulebook.loader import Book
from ita_checker.rulebook.marked import place
from ita_checker.rulebook.paper import document
from ita_checker.rulebook.sheets import KINDS, ExampleSheet, ReportSheet
from ita_checker.rulebook.shelf import Draft

Judge = Callable[[Document, Submission, Sequence[Pack]], Report]
Whole = Callable[[Document], Document]  # the document before it was cut into pages
Held = Callable[[Facts, Pack], tuple[Item, ...]]
MEETS, FAILS, REPORT = "meets", "fails", "report"
TITLED = ("DOC", "YEA")  # what a title alone can be wrong in: its kind, its year


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of one rule (or one whole report of a pack): what it promises, and how to try
    it. `aside`: rules of one's own, which a report that is taken over knows nothing of. `about`:
    how the codes begin that it is about.
    """

    pack: str
    name: str
    side: str
    number: int
    where: str
    rule: Rule | None
    item: Item | None
    text: str
    sheet: ExampleSheet | ReportSheet
    aside: frozenset[str] = frozenset()
    about: tuple[str, ...] = ("",)

    @property
    def id(self) -> str:
        """Return its name for people: rule, side, number from 1."""
        return f"{self.name} {self.side} {self.number}"

    @property
    def promise(self) -> str:
        """Return what the rule file promises of it."""
        finds = self.sheet.finds if not isinstance(self.sheet.finds, str) else (self.sheet.finds,)
        if isinstance(self.sheet, ReportSheet):
            return f"{', '.join(self.sheet.holds)}: {', '.join(finds) or '-'}"
        return (
            "met"
            if self.side == MEETS
            else f"gap: {', '.join(finds or codes_of(self.rule.check if self.rule else ''))}"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial went: whether it said what was promised, and what it said."""

    trial: Trial
    kept: bool
    said: str


def trials(book: Book, names: Sequence[str], proved: Sequence[str] = ()) -> Iterator[Trial]:
    """Yield the examples of the packs named, for each rule and item, then the whole reports.

    An example that was shown already, by an item or pack before or by one of `proved`, is not tried
    again: the same rule, asked of an item of the same form, in the same words but for year, number
    and title. Whole reports are tried for every pack: they show its years, numbers and titles.
    """
    shown = {key for name in proved for _, key in _of_rules(book, name)}
    for name in names:
        for trial, key in _of_rules(book, name):
            if key not in shown:
                shown.add(key)
                yield trial
        yield from whole_reports(book, name)


def whole_reports(book: Book, name: str) -> Iterator[Trial]:
    """Yield the titles that offices file in a pack's year, then its whole reports."""
    yield from _of_filed(book, name)
    yield from _of_reports(book, name)


def every_trial(book: Book, name: str) -> Iterator[Trial]:
    """Yield every example of a pack, shown elsewhere or not."""
    yield from (trial for trial, _ in _of_rules(book, name))
    yield from whole_reports(book, name)


def _of_rules(book: Book, name: str) -> Iterator[tuple[Trial, Hashable]]:
    """Yield the examples of a pack's rules, each with what makes it another than those of other
    packs.
    """
    pack, draft = book.packs[name], book.drafts[name]
    words = draft.said.get("words") or {}
    for rule in pack.rules:
        own = rule.id.rpartition(".")[2]
        said, sheet = draft.said["rules"][own], book.sheet(name, own)
        item = pack.item(rule.item) if rule.item else None
        form = (item.kind, item.years, item.analyses) if item else (_titles(pack),)
        nameless = dataclasses.replace(item, title="", code="") if item else None
        window = pack.closes[5:] if pack.closes else None
        for side, examples in ((MEETS, sheet.examples.meets), (FAILS, sheet.examples.fails)):
            for number, example in enumerate(examples, 1):
                full = _filled(example, words, pack.fiscal_year, item)
                where = place(said, ("examples", side, number - 1))
                timeless = _filled(example, words, 0, nameless).report
                key = (id(said), side, number, form, pack.scheme, window, timeless)
                yield (
                    Trial(name, rule.id, side, number, where, rule, item, full.report, full),
                    key,
                )


def _titles(pack: Pack) -> tuple[str, ...]:
    """Return what the pack's items are called: rules of every report see them all."""
    return tuple(sorted({title for item in pack.items for title in (item.title, *item.titles)}))


def _of_reports(book: Book, name: str) -> Iterator[Trial]:
    """Yield the whole reports of a pack; one whose items the pack does not have is not the
    pack's.
    """
    pack, draft = book.packs[name], book.drafts[name]
    words = draft.said.get("words") or {}
    own = {
        code
        for rule in (draft.said.get("rules") or {}).values()
        for code in ([rule["for"]] if isinstance(rule["for"], str) else rule["for"])
    }
    for number, said in enumerate(draft.said.get("examples") or (), 1):
        sheet = book.bench.report(said)
        where = draft.said["examples"].lines[number - 1]
        for held in _held(pack, sheet, own):
            handed = _coded(pack, sheet.item)
            first = next((pack.item(code) for code in (*held, *handed)), None)
            full = replace(
                sheet,
                says=filled(sheet.says, words, pack.fiscal_year, first),
                report=filled(sheet.report, words, pack.fiscal_year, first),
                file=filled(sheet.file, words, pack.fiscal_year, first),
                holds=held,
                item=handed[0] if handed else sheet.item,
            )
            title = f"{name}: {full.says}" + (f" ({held[0]})" if sheet.each else "")
            aside = _aside(draft, said)
            yield Trial(name, title, REPORT, number, where, None, None, full.report, full, aside)


def _of_filed(book: Book, name: str) -> Iterator[Trial]:
    """Yield a report of each title that offices really file in the pack's year."""
    pack, draft = book.packs[name], book.drafts[name]
    words = draft.said.get("words") or {}
    for code, said in (draft.own.get("filed") or {}).items():
        titles = [said] if isinstance(said, str) else said
        for number, title in enumerate(titles, 1):
            lines = [f"# {line}" for line in title.split(" // ")]
            text = "\n".join([*lines, "-> {office}", "-> {place}"])
            text = filled(text, words, pack.fiscal_year, pack.item(code))
            sheet = ReportSheet(title, text, (code,))
            where = draft.own["filed"].lines[code]
            yield Trial(
                name,
                f"{name}: {code} {title}",
                REPORT,
                number,
                where,
                None,
                None,
                text,
                sheet,
                about=TITLED,
            )


def _aside(draft: Draft, report: Any) -> frozenset[str]:
    """Return the rules of a pack of one's own that a report it takes over knows nothing of."""
    if draft.built_in or any(report is one for one in draft.own.get("examples") or ()):
        return frozenset()
    return frozenset(draft.own.get("rules") or ())


def _held(pack: Pack, sheet: ReportSheet, own: Set[str]) -> Iterator[tuple[str, ...]]:
    """Yield the codes that a whole report holds: once, or for every item of the kinds asked that
    has no rules of its `own`.
    """
    if sheet.each:
        yield from (
            (item.code,) for item in pack.items if item.kind in sheet.each and item.code not in own
        )
        return
    codes = [_coded(pack, held) for held in sheet.holds]
    needed = [*codes, _coded(pack, sheet.item)] if sheet.item in KINDS else codes
    if all(needed):
        yield tuple(code for found in codes for code in found)


def _coded(pack: Pack, named: str | None) -> tuple[str, ...]:
    """Return the codes of the items of a kind, or the code itself."""
    if named not in KINDS:
        return (named,) if named else ()
    return tuple(item.code for item in pack.items if item.kind == named)


def _filled(
    example: str | ExampleSheet, words: Mapping[str, str], fiscal_year: int, item: Item | None
) -> ExampleSheet:
    """Return an example with its years and names filled in everywhere."""
    sheet = ExampleSheet(example) if isinstance(example, str) else example

    def full(text: str) -> str:
        return filled(text, words, fiscal_year, item)

    return replace(
        sheet,
        report=full(sheet.report),
        organisation=full(sheet.organisation) if sheet.organisation else None,
        register=tuple(map(full, sheet.register)),
        file=full(sheet.file),
    )


def attempt(book: Book, trial: Trial, judge: Judge, held: Held, whole: Whole) -> Outcome:
    """Return how a trial went. A rule's example asks its rule alone, a whole report is judged by
    all rules.
    """
    if isinstance(trial.sheet, ReportSheet):
        return _report(book, trial, trial.sheet, judge)
    pack, sheet, rule = book.packs[trial.pack], trial.sheet, trial.rule
    assert rule is not None
    year = pack.fiscal_year or None
    submission = Submission(sheet.file, year, pack.scheme, (), sheet.organisation, sheet.register)
    facts = Facts(whole(document(trial.text, sheet.file)), submission)
    items = (trial.item,) if trial.item else held(facts, pack)
    case = Case(facts, pack, year, pack.scheme, items, trial.item)
    answer: Answer = parts.load("checks", rule.check).check(case, rule.params)
    found = sorted({finding.code for finding in answer.findings})
    if trial.side == MEETS:
        return Outcome(
            trial, answer.verdict is Verdict.MET and not found, _said(answer.verdict, found)
        )
    wanted = (sheet.finds,) if isinstance(sheet.finds, str) else sheet.finds or codes_of(rule.check)
    return Outcome(trial, bool(found) and set(wanted) <= set(found), _said(answer.verdict, found))


def _report(book: Book, trial: Trial, sheet: ReportSheet, judge: Judge) -> Outcome:
    pack = book.packs[trial.pack]
    year = sheet.year or pack.fiscal_year
    submission = Submission(sheet.file, year, pack.scheme, (sheet.item,) if sheet.item else ())
    report = judge(document(trial.text, sheet.file), submission, [pack, book.packs["general"]])
    said = [(one.code, one.rule.rpartition(".")[2]) for one in report.findings]
    found = sorted(
        {code for code, rule in said if rule not in trial.aside and code.startswith(trial.about)}
    )
    open_ones = [one.rule for one in report.results if one.verdict is Verdict.UNKNOWN]
    unknown = sorted({rule.rpartition(".")[2] for rule in open_ones} - trial.aside)
    kept = (
        report.items == sheet.holds
        and found == sorted(set(sheet.finds))
        and set(sheet.unknown) <= set(unknown)
    )
    told = f"; ไม่ทราบ {', '.join(unknown)}" if unknown else ""
    return Outcome(
        trial, kept, f"{', '.join(report.items) or '-'}: {', '.join(found) or '-'}{told}"
    )


def _said(verdict: Verdict, found: Sequence[str]) -> str:
    return f"{verdict.value}: {', '.join(found)}" if found else verdict.value
