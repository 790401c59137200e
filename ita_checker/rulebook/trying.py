"""Tries the examples of rules: does each say what its rule file promises?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
from ita_checker.rulebook.sheets import ExampleSheet, ReportSheet

Judge = Callable[[Document, Submission, Sequence[Pack]], Report]
Whole = Callable[[Document], Document]  # the document before it was cut into pages
Held = Callable[[Facts, Pack], tuple[Item, ...]]
MEETS, FAILS, REPORT = "meets", "fails", "report"


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of one rule (or one whole report of a pack): what it promises, and how to try
    it.
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


def trials(book: Book, names: Sequence[str]) -> Iterator[Trial]:
    """Yield every example of the packs named: for each rule and item, then the whole reports."""
    for name in names:
        pack, draft = book.packs[name], book.drafts[name]
        words = draft.said.get("words") or {}
        for rule in pack.rules:
            yield from _of_rule(book, pack, rule, words)
        for number, said in enumerate(draft.said.get("examples") or (), 1):
            sheet = book.bench.report(said)
            text = filled(sheet.report, words, pack.fiscal_year, None)
            where = draft.said["examples"].lines[number - 1]
            yield Trial(
                name, f"{name}: {sheet.says}", REPORT, number, where, None, None, text, sheet
            )


def _of_rule(book: Book, pack: Pack, rule: Rule, words: Mapping[str, str]) -> Iterator[Trial]:
    name = rule.id.rpartition(".")[2]
    said, sheet = book.drafts[pack.name].said["rules"][name], book.sheet(pack.name, name)
    item = pack.item(rule.item) if rule.item else None
    for side, examples in ((MEETS, sheet.examples.meets), (FAILS, sheet.examples.fails)):
        for number, example in enumerate(examples, 1):
            full = _filled(example, words, pack.fiscal_year, item)
            where = place(said, ("examples", side, number - 1))
            yield Trial(pack.name, rule.id, side, number, where, rule, item, full.report, full)


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
    submission = Submission(sheet.file, year, pack.scheme, ())
    report = judge(document(trial.text, sheet.file), submission, [pack, book.packs["general"]])
    found = sorted({finding.code for finding in report.findings})
    kept = report.items == sheet.holds and found == sorted(set(sheet.finds))
    return Outcome(trial, kept, f"{', '.join(report.items) or '-'}: {', '.join(found) or '-'}")


def _said(verdict: Verdict, found: Sequence[str]) -> str:
    return f"{verdict.value}: {', '.join(found)}" if found else verdict.value
