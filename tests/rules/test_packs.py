"""The packs say what they promise: every example, the year logic of every year, and no change of a
pack goes unnoticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ita_checker.facts.items.held import held
from ita_checker.facts.page import logical
from ita_checker.judge.judge import judge
from ita_checker.model import Severity
from ita_checker.rulebook.catalogue import catalogue
from ita_checker.rulebook.loader import Book, book, choose, general, look
from ita_checker.rulebook.shelf import home
from ita_checker.rulebook.trying import FAILS, MEETS, REPORT, Trial, attempt, trials

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


@pytest.mark.parametrize("name", YEARLY)
def test_every_example_says_what_its_rule_promises(name: str) -> None:
    assert _broken(BOOK, list(trials(BOOK, [name]))) == []


def test_the_example_of_an_office_that_demands_more_keeps_its_promises() -> None:
    made = book((OFFICE,))
    assert _broken(made, list(trials(made, ["demanding-office-2564"]))) == []


@pytest.mark.parametrize("name", YEARLY)
def test_every_rule_has_an_example_that_meets_it_and_one_that_fails_it(name: str) -> None:
    sides = {(trial.rule.id, trial.side) for trial in trials(BOOK, [name]) if trial.rule}
    assert {(rule.id, side) for rule in BOOK.packs[name].rules for side in (MEETS, FAILS)} == sides


def test_every_code_that_a_check_can_say_is_found_by_an_example() -> None:
    made = book((OFFICE,))
    found: set[str] = set()
    for trial in trials(made, ["nacc-2562", "nacc-2564", "demanding-office-2564"]):
        if trial.side == FAILS:
            found |= set(
                attempt(made, trial, judge, held, logical).said.partition(": ")[2].split(", ")
            )
    assert {code for code, entry in catalogue().items() if entry.check} == found


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
        (2569, {"plan": ["O21"], "annual": ["O12", "O14", "O22", "O24"]}),
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


YEAR_MUTANTS = [
    (name, old, new)
    for name in YEARLY
    for old, new in (("fiscal_year: {}", 1), ("fiscal_year: {}", -1))
]


@pytest.mark.parametrize(("name", "old", "shift"), YEAR_MUTANTS, ids=lambda value: str(value))
def test_a_pack_of_the_wrong_year_breaks_an_example(
    name: str, old: str, shift: int, tmp_path: Path
) -> None:
    year = BOOK.packs[name].fiscal_year
    assert _mutant(tmp_path, name, old.format(year), old.format(year + shift), REPORT)


@pytest.mark.parametrize(
    ("name", "old", "new", "side"),
    [
        ("nacc-2564", "    covers: 0\n    titles:\n      - รายงานผล", "    covers: -1\n    titles:\n      - รายงานผล", REPORT),
        ("nacc-2566", "    covers: 0\n    titles:\n      - รายงานผล", "    covers: -1\n    titles:\n      - รายงานผล", REPORT),
        ("nacc-2567", "    must: true\n    covers: -1", "    must: true\n    covers: 0", REPORT),
        ("nacc-2568", "    must: true\n    covers: -1", "    must: true\n    covers: 0", REPORT),
        ("nacc-2569", "    must: true\n    covers: -1", "    must: true\n    covers: 0", REPORT),
        ("nacc-2564", "    analyses: -1", "    analyses: -2", REPORT),
        ("nacc-2567", "    analyses: -1", "    analyses: -2", REPORT),
        ("nacc-2562", "  demands-procurement:\n    for: O44", "  demands-procurement:\n    for: O45", REPORT),
    ],
)  # fmt: skip
def test_a_changed_pack_breaks_an_example(
    name: str, old: str, new: str, side: str, tmp_path: Path
) -> None:
    assert _mutant(tmp_path, name, old, new, side)


@pytest.mark.parametrize(
    "measure",
    ["publish", "stakeholder", "procurement", "complaint", "bribery", "conflict", "discretion"],
)
def test_a_measure_of_2562_that_is_no_longer_demanded_breaks_an_example(
    measure: str, tmp_path: Path
) -> None:
    text = BOOK.drafts["nacc-2562"].path.read_text(encoding="utf-8")
    start = text.index(f"  demands-{measure}:")
    rule = text[start : text.index("    verified: true\n    examples:", start)]
    asked = rule[rule.index("    check:") : rule.index("    title:")]
    assert _mutant(tmp_path, "nacc-2562", asked, "    check: blank_pages\n", REPORT)


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
    text = "pack: mutant\ntitle: {th: ก, en: a}\nextends: nacc-2564\nsource: x\nrules:\n  six-months:\n    with: {months: %s}\n    reason: x\n"
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
