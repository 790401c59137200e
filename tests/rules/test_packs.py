"""The packs say what they promise: every example, the year logic of every year, and no change of a
pack goes unnoticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from ita_checker.facts.items.held import held
from ita_checker.facts.page import logical
from ita_checker.judge.judge import judge
from ita_checker.model import Severity
from ita_checker.rulebook import kinds
from ita_checker.rulebook.loader import Book, book, choose, general, look
from ita_checker.rulebook.shelf import home
from ita_checker.rulebook.trying import (
    FAILS,
    MEETS,
    REPORT,
    Trial,
    attempt,
    every_trial,
    trials,
    whole_reports,
)

BOOK = book()
YEARLY = [name for name, pack in BOOK.packs.items() if pack.fiscal_year]
OFFICE = home() / "examples"


def _broken(made: Book, wanted: Sequence[Trial]) -> list[str]:
    outcomes = [attempt(made, trial, judge, held, logical) for trial in wanted]
    return [
        f"{outcome.trial.where} {outcome.trial.id}: {outcome.said}"
        for outcome in outcomes
        if not outcome.kept
    ]


def test_no_rule_file_has_a_mistake() -> None:
    assert [error.text("en") for error in look((OFFICE,))[1]] == []


@cache
def _trials() -> dict[str, list[Trial]]:
    """Return every example by the pack that shows it: what one pack shows no other shows again."""
    by_pack: dict[str, list[Trial]] = {name: [] for name in YEARLY}
    for trial in trials(BOOK, YEARLY):
        by_pack[trial.pack].append(trial)
    return by_pack


@pytest.mark.parametrize("name", YEARLY)
def test_every_example_says_what_its_rule_promises(name: str) -> None:
    assert _broken(BOOK, _trials()[name]) == []


def test_examples_are_tried_once_and_whole_reports_for_every_year() -> None:
    everything = sum(1 for name in YEARLY for _ in every_trial(BOOK, name))
    tried = [trial for own in _trials().values() for trial in own]
    assert len(tried) < everything
    reports = {trial.pack for trial in tried if trial.side == REPORT}
    assert reports == set(YEARLY)


def test_the_example_of_an_office_that_demands_more_keeps_its_promises() -> None:
    made = book((OFFICE,))
    assert _broken(made, list(trials(made, ["demanding-office-2564"], ["nacc-2564"]))) == []


@pytest.mark.parametrize("name", YEARLY)
def test_every_rule_has_an_example_that_meets_it_and_one_that_fails_it(name: str) -> None:
    sides = {(trial.rule.id, trial.side) for trial in every_trial(BOOK, name) if trial.rule}
    assert {(rule.id, side) for rule in BOOK.packs[name].rules for side in (MEETS, FAILS)} == sides


def test_every_code_that_a_check_can_say_is_found_by_an_example() -> None:
    made = book((OFFICE,))
    found: set[str] = set()
    for trial in trials(made, ["nacc-2562", "nacc-2564", "demanding-office-2564"]):
        if trial.side == FAILS:
            found |= set(
                attempt(made, trial, judge, held, logical).said.partition(": ")[2].split(", ")
            )
    assert {code for name in kinds.names() for code in kinds.codes_of(name)} == found


@pytest.mark.parametrize(
    ("pack", "measures", "results", "covers"),
    [
        ("nacc-2563", "O42", "O43", 2563),
        ("nacc-2564", "O42", "O43", 2564),
        ("nacc-2565", "O42", "O43", 2565),
        ("nacc-2566", "O42", "O43", 2566),
        ("nacc-2567", "O34", "O35", 2566),
        ("nacc-2568", "O27", "O28", 2567),
        ("nacc-2569", "O25", "O26", 2568),
        ("obec-2566", "O42", "O43", 2566),
        ("ovec-2568", "O36", "O37", 2568),
    ],
)
def test_the_numbers_and_years_of_measures_and_results_are_those_of_the_year(
    pack: str, measures: str, results: str, covers: int
) -> None:
    own = BOOK.packs[pack]
    told = {
        item.kind: (item.code, own.fiscal_year + item.covers, item.analyses)
        for item in own.items
        if item.kind in ("measures", "results")
    }
    assert told == {"measures": (measures, own.fiscal_year, -1), "results": (results, covers, None)}


@pytest.mark.parametrize(
    ("year", "codes"),
    [
        (
            2564,
            {
                "plan": ["O18", "O21", "O36"],
                "progress": ["O11", "O19", "O40"],
                "annual": ["O12", "O16", "O20", "O24", "O28", "O41"],
            },
        ),
        (
            2566,
            {
                "plan": ["O19", "O34"],
                "progress": ["O12", "O37"],
                "annual": ["O13", "O17", "O22", "O26", "O38"],
            },
        ),
        (2567, {"plan": ["O8", "O30"], "annual": ["O9", "O17", "O19", "O31", "O33"]}),
        (2568, {"plan": ["O6", "O23"], "annual": ["O7", "O13", "O15", "O24", "O26"]}),
        (2569, {"plan": ["O6", "O21"], "annual": ["O7", "O12", "O14", "O22", "O24"]}),
    ],
)
def test_annual_reports_cover_the_year_before_and_progress_and_plans_the_year_itself(
    year: int, codes: dict[str, list[str]]
) -> None:
    items = BOOK.packs[f"nacc-{year}"].items
    told = {
        kind: [item.code for item in items if item.kind == kind]
        for kind in ("plan", "progress", "annual")
    }
    assert {kind: own for kind, own in told.items() if own} == codes
    assert {(item.kind, item.covers) for item in items if item.kind in codes} == {
        (kind, -1 if kind == "annual" else 0) for kind in codes
    }


def test_what_is_not_verified_is_advice() -> None:
    unsure = [rule for pack in BOOK.packs.values() for rule in pack.rules if not rule.verified]
    assert unsure
    assert {level for rule in unsure for level in rule.severity.values()} == {Severity.ADVICE}


def test_every_rule_and_item_says_where_it_is_written() -> None:
    rules = [
        rule.id for pack in BOOK.packs.values() for rule in pack.rules if not rule.source.strip()
    ]
    items = [
        code
        for draft in BOOK.drafts.values()
        for code, said in (draft.said.get("items") or {}).items()
        if said and not said["source"].strip()
    ]
    assert rules + items == []


def test_a_report_is_held_against_its_own_scheme_and_year() -> None:
    packs = tuple(BOOK.packs.values())
    asked = [
        ("nacc", 2564),
        ("obec", 2564),
        ("ovec", 2568),
        ("moph", 2566),
        ("nacc", 2570),
        ("police", 2564),
    ]
    chosen = [choose(packs, scheme, year) for scheme, year in asked]
    assert [pack.name if pack else None for pack in chosen] == [
        "nacc-2564",
        "obec-2564",
        "ovec-2568",
        "moph-2566",
        None,
        None,
    ]
    assert general(packs).name == "general"


# Mutants of every pack: each is a pack changed in one thing. They are laid together, once.
PARTS = {
    "nacc-2564": (
        """analysis-of-last-assessment weak-points analysis-used measures-set measures-complete
        weak-points-answered rounds-named rounds-kept results-reported results-complete real-outcomes
        every-measure-has-results actions-in-year assessment-analysed fiscal-year kind-of-report"""
    ),
    "moph-2566": (
        """procurement-risks procurement-problems procurement-savings procurement-remedies
        bundle-has-form bundle-has-memo"""
    ),
    "ovec-2569": "project-or-committee last-years-honesty",
    "nacc-2562": (
        """demands-publish demands-stakeholder demands-procurement demands-complaint
        demands-bribery demands-conflict demands-discretion measure-complete"""
    ),
}
YEARS_MATTER = ("measures", "results", "annual", "progress", "monthly", "plan")


def _changes(name: str) -> dict[str, str]:
    """Return every change of a pack that an example has to notice: what it is, and as YAML."""
    pack, filed = BOOK.packs[name], BOOK.drafts[name].own.get("filed") or {}
    made = {}
    for item in pack.items:
        if item.code in filed:
            stranger = "title: กลเม็ดเด็ดพราย, titles: [], kind: guide"
            made[f"{item.code} without its titles"] = f"items: {{{item.code}: {{{stranger}}}}}"
        if item.code in filed and item.kind in YEARS_MATTER and not item.also:
            wrong = -1 - item.covers
            made[f"{item.code} of another year"] = f"items: {{{item.code}: {{covers: {wrong}}}}}"
        if item.analyses:
            made["another ITA"] = f"items: {{{item.code}: {{analyses: -2}}}}"
    for rule in PARTS.get(name, "").split():
        made[f"{rule} off"] = f"rules: {{{rule}: {{off: ทดลอง}}}}"
    for shift in (-1, 1):
        made[f"year {shift:+}"] = f"fiscal_year: {pack.fiscal_year + shift}"
    return made


def _mutant_name(name: str, change: str) -> str:
    return f"{name} {change}"


@cache
def _mutants() -> Book:
    """Return all packs with every mutant of each."""
    with TemporaryDirectory() as folder:
        for name in YEARLY:
            filed = yaml.safe_dump({"filed": _plain(BOOK.drafts[name].own.get("filed") or {})})
            for number, (what, change) in enumerate(_changes(name).items()):
                mutant = _mutant_name(name, what)
                head = f"pack: {mutant!r}\ntitle: {{th: ก, en: a}}\nextends: {name}\nsource: x\n"
                closes = BOOK.packs[name].closes
                head += f"closes: {closes}\n" if closes and "year" in what else ""
                file = Path(folder) / f"{name}-{number}.yaml"
                file.write_text(f"{head}{change}\n{filed}", encoding="utf-8")
        made, wrong = look((Path(folder),))
    assert wrong == ()
    return made


@pytest.mark.parametrize("name", YEARLY)
def test_a_pack_with_an_item_a_title_a_part_or_its_year_changed_breaks_an_example(
    name: str,
) -> None:
    made = _mutants()
    unnoticed = []
    for what in _changes(name):
        tried = whole_reports(made, _mutant_name(name, what))
        wanted = (trial for trial in tried if _may_notice(trial, name, what))
        if all(attempt(made, trial, judge, held, logical).kept for trial in wanted):
            unnoticed.append(what)
    assert unnoticed == []


def _may_notice(trial: Trial, name: str, what: str) -> bool:
    """Tell whether a report can show a change: it is of the item, or wants what the rule says."""
    first, _, rest = what.partition(" ")
    sheet = trial.sheet
    if rest.startswith(("without", "of another")):
        return sheet.holds == (first,)
    if rest == "off":
        said = set(kinds.codes_of(BOOK.drafts[name].said["rules"][first]["check"]))
        return bool(said & set(sheet.finds)) or first in sheet.unknown
    return True


@pytest.mark.parametrize("word", ["โครงการหรือกิจกรรม", "งบประมาณ", "ระยะเวลา", "สัตย์จริงโปร่งใส",
    "แยกแยะประโยชน์ส่วนบุคคลและส่วนรวม", "เสมอภาคยุติธรรม", "รับผิดชอบต่อหน้าที่"])  # fmt: skip
def test_a_college_rule_without_one_of_its_things_breaks_an_example(
    word: str, tmp_path: Path
) -> None:
    text = BOOK.drafts["ovec-2569"].path.read_text(encoding="utf-8")
    line = next(one for one in text.split("\n") if f"- {{name: {word}," in one)
    assert _mutant(tmp_path, "ovec-2569", line + "\n", "", FAILS)


def _plain(said: object) -> object:
    """Return rule file data as plain data."""
    if isinstance(said, dict):
        return {key: _plain(value) for key, value in said.items()}
    return [*map(_plain, said)] if isinstance(said, list) else said


@pytest.mark.parametrize("at", range(7))
def test_a_measure_that_the_example_office_no_longer_demands_breaks_an_example(
    at: int, tmp_path: Path
) -> None:
    text = (OFFICE / "demanding-office.yaml").read_text(encoding="utf-8")
    name = [line for line in text.split("\n") if line.startswith("        - name: ")][at]
    (tmp_path / "mutant.yaml").write_text(text.replace(name + "\n", ""), encoding="utf-8")
    made, wrong = look((tmp_path,))
    assert wrong == ()
    assert _broken(
        made,
        [
            trial
            for trial in trials(made, ["demanding-office-2564"])
            if trial.name.endswith("seven-measures")
        ],
    )


@pytest.mark.parametrize("months", ["[3]", "[9]", "[6, 12]"])
def test_another_round_demanded_breaks_an_example(months: str, tmp_path: Path) -> None:
    text = (
        "pack: mutant\ntitle: {th: ก, en: a}\nextends: nacc-2564\nsource: x\nrules:\n "
        " six-months:\n    with: {months: %s}\n    reason: x\n"
    )
    (tmp_path / "mutant.yaml").write_text(text % months, encoding="utf-8")
    made = book((tmp_path,))
    assert _broken(
        made, [trial for trial in trials(made, ["mutant"]) if trial.name.endswith("six-months")]
    )


def _mutant(folder: Path, name: str, old: str, new: str, side: str) -> list[str]:
    """Return the examples that a changed copy of a pack breaks."""
    text = BOOK.drafts[name].path.read_text(encoding="utf-8")
    assert old in text
    (folder / "mutant.yaml").write_text(
        text.replace(old, new, 1).replace(f"pack: {name}", "pack: mutant", 1), encoding="utf-8"
    )
    made, wrong = look((folder,))
    assert wrong == ()
    return _broken(made, [trial for trial in trials(made, ["mutant"]) if trial.side == side])
