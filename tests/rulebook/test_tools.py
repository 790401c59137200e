"""The tools for rule files: the checklist, the difference, next year's pack, the schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from ita_checker.cli.rules import rules
from ita_checker.rulebook import marked
from ita_checker.rulebook.difference import difference
from ita_checker.rulebook.examples import filled, placeholders
from ita_checker.rulebook.loader import book
from ita_checker.rulebook.renewal import shifted
from ita_checker.rulebook.schema import schema
from ita_checker.rulebook.shelf import home

SCHEMA = jsonschema.Draft202012Validator(json.loads(json.dumps(schema())))
FILES = sorted(home().rglob("*.yaml"))


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(rules, list(arguments))
    return result.exit_code, result.output


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA.schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_rule_file_fits_the_schema(path: Path) -> None:
    said = json.loads(json.dumps(marked.read(path, path.name)))
    assert [error.message for error in SCHEMA.iter_errors(said)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"rules": {"a": {"check": "rounds"}}},
        {"rules": {"a": {"off": 3}}},
        {"rules": {"a": {"with": {}, "chek": "rounds"}}},
        {"items": {"O1": {"kind": "anual"}}},
        {"items": {"O1": {"covers": 1}}},
        {"fiscal_year": "2564"},
        {"sauce": "x"},
        {"rules": {"a": _ | {"check": "no_such", "with": {}}}}
        if (_ := dict.fromkeys(("for", "source"), "x"))
        else {},
        {
            "rules": {
                "a": {
                    **_,
                    "check": "rounds_required",
                    "title": {"th": "ก", "en": "a"},
                    "verified": True,
                    "with": {"months": "6"},
                }
            }
        },
        {
            "rules": {
                "a": {
                    **_,
                    "check": "rounds_required",
                    "title": {"th": "ก", "en": "a"},
                    "verified": True,
                    "severity": {"ORG001": "zero"},
                }
            }
        },
        {
            "rules": {
                "a": {
                    **_,
                    "check": "weak_indicators",
                    "title": {"th": "ก", "en": "a"},
                    "verified": True,
                    "with": {"hints": {"การใช้อำนาจจ": []}},
                }
            }
        },
    ],
)
def test_what_is_a_mistake_does_not_fit_the_schema(wrong: dict[str, object]) -> None:
    good = {"pack": "a", "title": {"th": "ก", "en": "a"}, "source": "x"}
    assert SCHEMA.is_valid(good)
    assert not SCHEMA.is_valid(good | wrong)


def test_the_checklist_of_the_first_year_with_the_flip_says_the_year_before() -> None:
    code, said = _run("show", "o35", "--year", "2567")
    assert code == 0
    assert "ปีที่ต้องรายงาน: 2566 (1 ตุลาคม 2565 – 30 กันยายน 2566)" in said
    assert (
        "[ ] ทุกมาตรการที่กำหนดไว้มีผลการดำเนินการ\n      เสี่ยง 0 คะแนน: MEA002; คำแนะนำ: MEA003" in said
    )


def test_the_list_names_packs_items_and_what_is_verified() -> None:
    code, said = _run("list", "nacc-2568")
    assert code == 0
    assert (
        "O27     มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน [วิเคราะห์ผล ITA และกำหนดมาตรการ; N, ITA N-1]"
        in said
    )
    assert "(ยังไม่ได้ยืนยัน)" in said
    assert "? nacc-2568.signed-and-dated" in said


def test_the_difference_shows_new_numbers_and_the_flip_of_the_year() -> None:
    said = difference(book(), "nacc-2566", "nacc-2567")
    assert "code O42 → O34" in said
    assert "code O43 → O35" in said
    assert "covers 0 → -1" in said
    assert "- O37 รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ 6 เดือน" in said
    assert difference(book(), "nacc-2564", "nacc-2565") == "nacc-2564 → nacc-2565\n=\n"


def test_near_titles_of_other_items_are_not_taken_for_one() -> None:
    said = difference(book(), "nacc-2564", "nacc-2566")
    assert "~ O13 รายงานผลการดำเนินงานประจำปี: code O12 → O13" in said
    assert "- O20 รายงานผลการใช้จ่ายงบประมาณประจำปี" in said


def test_only_years_near_the_packs_own_move_on() -> None:
    text = "ปี 2566 ๒๕๖๕ พ.ร.บ. 2540 เลขที่ 125660 พ.ศ.2567"
    assert shifted(text, 2566, 4) == "ปี 2570 ๒๕๖๙ พ.ร.บ. 2540 เลขที่ 125660 พ.ศ.2571"


def test_an_example_is_filled_for_its_year() -> None:
    item = book().packs["nacc-2567"].item("O35")
    assert (
        filled("{code} {covered} {N} {thai N-1} {a} {x}", {"a": "{b}", "b": "ข\n"}, 2567, item)
        == "O35 2566 2567 ๒๕๖๖ ข {x}"
    )
    assert placeholders("{thai N} {a b} {}") == ("N", "a b")


def test_the_kinds_of_check_are_told_with_their_keys() -> None:
    code, said = _run("kinds")
    assert code == 0
    assert "rounds_required: " in said
    assert "    with months: the rounds demanded (3, 6, 9, 12)" in said


def test_mistakes_end_with_exit_code_2_and_broken_promises_with_1(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("pack: ours\nextend: nacc-2564\n", encoding="utf-8")
    assert _run("check", str(tmp_path))[0] == 2
    text = "pack: ours\ntitle: {th: ก, en: a}\nsource: x\nextends: nacc-2564\nrules:\n  six-months:\n    with: {months: [9]}\n"
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    assert _run("check", str(tmp_path))[0] == 0
    code, said = _run("test", str(tmp_path))
    assert (code, "ours.O11.six-months meets 1" in said) == (1, True)


def test_a_folder_of_built_in_packs_is_tried_too() -> None:
    code, said = _run("test", str(home() / "ovec"))
    assert code == 0
    assert said.startswith("ovec-2567, ovec-2568, ovec-2569: ")
