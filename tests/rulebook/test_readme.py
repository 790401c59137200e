"""rules/README.md holds: its packs have no mistake, its examples keep their promise, its commands
and keys are those there are.
"""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import get_args

from click.testing import CliRunner

from ita_checker.cli.rules import rules
from ita_checker.facts.items.held import held
from ita_checker.facts.page import logical
from ita_checker.judge.judge import judge
from ita_checker.rulebook.loader import look
from ita_checker.rulebook.mistakes import keys
from ita_checker.rulebook.sheets import Kind, RuleSheet
from ita_checker.rulebook.shelf import home
from ita_checker.rulebook.trying import attempt, trials

TEXT = (home() / "README.md").read_text(encoding="utf-8")
YAML = [dedent(block) for block in re.findall(r"^ *```yaml\n(.*?)^ *```", TEXT, re.M | re.S)]


def test_the_packs_of_the_manual_have_no_mistake_and_their_examples_keep_their_promise(
    tmp_path: Path,
) -> None:
    next_year, rule, fails, words, change = YAML
    (tmp_path / "next.yaml").write_text(next_year + rule + words, encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(change, encoding="utf-8")
    made, wrong = look((tmp_path,))
    assert wrong == ()
    outcomes = [
        attempt(made, trial, judge, held, logical)
        for trial in trials(made, ["nacc-2570", "my-2564"])
    ]
    assert [outcome.trial.id for outcome in outcomes if not outcome.kept] == []
    assert [(item.code, item.covers) for item in made.packs["nacc-2570"].items if item.must] == [
        ("O27", 0),
        ("O28", -1),
    ]
    assert [(change.rule, change.to) for change in made.packs["my-2564"].changes] == [
        ("key-terms", "zero"),
        ("signed-and-dated", "off"),
    ]
    assert "finds: YEA002" in fails
    assert len(made.packs["nacc-2570"].vocabulary) == 2


def test_every_command_of_the_manual_is_there() -> None:
    named = set(re.findall(r"ita-checker rules (\w+)", TEXT)) | set(
        re.findall(r"`rules (\w+)`", TEXT)
    )
    assert named == set(rules.commands)


def test_every_key_of_a_rule_and_every_kind_of_item_is_explained() -> None:
    assert {key for key in keys(RuleSheet) if f"`{key}`" not in TEXT} == {"reason", "off"}
    assert [kind for kind in get_args(Kind) if f"`{kind}`" not in TEXT] == []


def test_next_years_pack_is_begun_checked_and_tried_with_the_commands_alone(tmp_path: Path) -> None:
    run, file = CliRunner(), str(tmp_path / "rules" / "2570.yaml")
    begun = run.invoke(rules, ["new", "--from", "nacc-2569", "--year", "2570", "-o", file])
    checked = run.invoke(rules, ["check", str(tmp_path / "rules")])
    tried = run.invoke(rules, ["test", str(tmp_path / "rules")])
    again = run.invoke(rules, ["new", "--from", "nacc-2569", "--year", "2570", "-o", file])
    differs = run.invoke(
        rules, ["diff", "nacc-2569", "nacc-2570", "--rules", str(tmp_path / "rules")]
    )
    assert [result.exit_code for result in (begun, checked, tried)] == [0, 0, 0]
    assert "ไม่ตรง 0" in tried.output
    assert again.exit_code != 0
    assert differs.output == "nacc-2569 → nacc-2570\nไม่มีสิ่งที่ต่างกัน\n"
