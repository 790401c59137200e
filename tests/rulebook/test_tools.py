"""The tools for rule files: the checklist, the difference, next year's pack, the schema."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from ita_checker.cli.rules import rules
from ita_checker.errors import UsageError
from ita_checker.rulebook import kinds, marked
from ita_checker.rulebook.difference import difference
from ita_checker.rulebook.examples import filled, placeholders
from ita_checker.rulebook.loader import book
from ita_checker.rulebook.renewal import shifted
from ita_checker.rulebook.schema import schema
from ita_checker.rulebook.shelf import home
from ita_checker.rulebook.vocabulary import listed
from ita_checker.rulebook.watching import saved
from ita_checker.words import names

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
        {"vocabulary": {"fields.heads.responsble": ["ผู้ขับเคลื่อนงาน"]}},
        {"sauce": "x"},
        (
            {"rules": {"a": _ | {"check": "no_such", "with": {}}}}
            if (_ := dict.fromkeys(("for", "source"), "x"))
            else {}
        ),
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
        "[ ] ทุกมาตรการที่กำหนดไว้มีผลการดำเนินการ\n      อาจได้ 0 คะแนน: MEA002; ข้อสังเกต: MEA003" in said
    )


def test_the_list_names_packs_items_and_what_is_verified() -> None:
    code, said = _run("list", "nacc-2568")
    assert code == 0
    assert (
        "O27     มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน [วิเคราะห์ผล ITA"
        " และกำหนดมาตรการ; N, ITA N-1]" in said
    )
    assert "O11     ข้อมูลสถิติการให้บริการ [ข้อมูลเชิงสถิติ; N-1/N]" in said
    assert "(ยังไม่ได้ยืนยัน)" in _run("list", "nacc-2567")[1]
    assert "? nacc-2568.signed-and-dated" in said


def test_the_difference_is_said_as_an_auditor_says_it() -> None:
    said = difference(book(), "nacc-2566", "nacc-2567")
    assert "~ O34 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน (เดิม O42)\n" in said
    assert "    เลขข้อ: O43 → O35\n" in said
    assert "    ปีที่ต้องรายงาน: N (2566) → N-1 (2566)\n" in said
    assert "- O37 รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ 6 เดือน (เลิกใช้)" in said
    assert "    ยืนยันแล้ว: ใช่ → ไม่\n" in said
    assert "year to report on: N (2566) → N-1 (2566)" in difference(
        book(), "nacc-2566", "nacc-2567", "en"
    )
    assert difference(book(), "moph-2567", "moph-2568") == "moph-2567 → moph-2568\nไม่มีสิ่งที่ต่างกัน\n"


def test_words_that_one_pack_adds_are_a_difference(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        """
pack: ours-2567
title: {th: ของเรา, en: Ours}
extends: nacc-2567
source: หนังสือสั่งการ
vocabulary: {fields.heads.responsible: [ผู้ขับเคลื่อนงาน]}
""",
        encoding="utf-8",
    )
    known = book((tmp_path,))
    line = "fields.heads.responsible: + ผู้ขับเคลื่อนงาน\n"
    assert difference(known, "nacc-2567", "ours-2567") == f"nacc-2567 → ours-2567\nคำศัพท์ {line}"
    assert f"vocabulary {line}" in difference(known, "nacc-2567", "ours-2567", "en")


def test_a_list_of_words_is_found_by_its_name_and_by_a_word() -> None:
    code, every = _run("words")
    assert code == 0 and len(every.splitlines()) == len(names())
    assert _run("words", "fields.heads.remark") == (0, "fields.heads.remark: หมายเหตุ\n")
    held = [line.split(": ")[0] for line in _run("words", "หมายเหตุ")[1].splitlines()]
    assert {"fields.heads.remark", "headings.remark", "fields.labels.remark"} <= set(held)
    with pytest.raises(UsageError, match=r"fields\.heads"):
        listed("fields.head", "th")


def test_near_titles_of_other_items_are_not_taken_for_one() -> None:
    said = difference(book(), "nacc-2564", "nacc-2566")
    assert "~ O13 รายงานผลการดำเนินงานประจำปี (เดิม O12)" in said
    assert "- O20 รายงานผลการใช้จ่ายงบประมาณประจำปี (เลิกใช้)" in said


@pytest.mark.parametrize(
    ("year", "scheme", "count"),
    [
        *((year, "nacc", 43) for year in ("2563", "2564", "2565", "2566")),
        ("2562", "nacc", 48),
        ("2567", "nacc", 35),
        ("2568", "nacc", 28),
        ("2569", "nacc", 26),
        *((year, "obec", 43) for year in ("2563", "2564", "2565", "2566")),
        ("2564", "moph", 24),
        ("2565", "moph", 23),
        *((year, "moph", 22) for year in ("2566", "2567", "2568", "2569")),
        ("2567", "ovec", 37),
        ("2568", "ovec", 37),
        ("2569", "ovec", 23),
    ],
)
def test_the_whole_list_of_a_year_has_every_number_once_in_order(
    year: str, scheme: str, count: int
) -> None:
    code, said = _run("show", "--year", year, "--scheme", scheme)
    codes = re.findall(r"^([A-Z]+\d+) ", said, re.M)
    letters = codes[0].rstrip("0123456789")
    assert code == 0
    assert codes == [f"{letters}{number}" for number in range(1, count + 1)]


def test_the_whole_list_says_of_each_item_what_it_is() -> None:
    said = _run("show", "--year", "2568")[1]
    assert "ปิดรับ: ไม่ทราบ\n" in said
    assert "O1      โครงสร้างและอำนาจหน้าที่ [หน้าเว็บ ไม่ใช่ไฟล์รายงาน]\n" in said
    assert "O11     ข้อมูลสถิติการให้บริการ [ข้อมูลเชิงสถิติ; ปี 2567 หรือ 2568; 1 กฎ ยืนยันแล้ว 1]\n" in said
    assert "[V]" not in said


def test_the_checklist_of_statistics_names_both_years() -> None:
    said = _run("show", "O19", "--year", "2568")[1]
    assert "ปีที่ต้องรายงาน: 2567 (1 ตุลาคม 2566 – 30 กันยายน 2567) หรือ 2568 (" in said
    assert "6 เดือนแรกของปีงบประมาณ N อย่างใดอย่างหนึ่ง" in said


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


def test_the_kinds_of_check_are_told_in_thai_with_their_keys() -> None:
    code, said = _run("kinds")
    assert code == 0
    assert "rounds_required: มีรอบการรายงานที่กฎบังคับหรือไม่\n" in said
    assert "    with months: รอบที่ต้องมี (3, 6, 9, 12)\n" in said
    assert "    with months: the rounds demanded (3, 6, 9, 12)" in _run("kinds", "--lang", "en")[1]


def test_what_is_said_in_thai_of_a_kind_of_check_is_of_one_there_is() -> None:
    told = yaml.safe_load(files("ita_checker.rulebook").joinpath("kinds.yaml").read_text("utf-8"))
    known = {name: set(kinds.kind(name).keys) for name in kinds.names()}
    assert {name: set(said.get("with", {})) for name, said in told.items()} == {
        name: known[name] for name in told
    }


def test_one_rule_alone_is_tried() -> None:
    code, said = _run("test", str(home() / "nacc"), "--rule", "six-months", "--pack", "nacc-2564")
    assert (code, said.split(":")[0], "6 ตัวอย่าง ไม่ตรง 0" in said) == (0, "nacc-2564", True)
    result = CliRunner().invoke(rules, ["test", "--rule", "six-month"])
    assert isinstance(result.exception, UsageError)
    assert "six-months" in str(result.exception)


def test_rule_files_are_looked_at_again_at_each_save(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text("a", encoding="utf-8")
    steps = iter(["", "bb", "", ""])

    def wait(seconds: float) -> None:
        text = next(steps)
        if text:
            file.write_text(text, encoding="utf-8")

    looks = 0
    with pytest.raises(RuntimeError):  # the steps are over
        for _ in saved([tmp_path], wait):
            looks += 1
    assert looks == 2


def test_mistakes_end_with_exit_code_2_and_broken_promises_with_1(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("pack: ours\nextend: nacc-2564\n", encoding="utf-8")
    assert _run("check", str(tmp_path))[0] == 2
    text = (
        "pack: ours\ntitle: {th: ก, en: a}\nsource: x\nextends: nacc-2564\nrules:\n  six-months:\n "
        "   with: {months: [9]}\n"
    )
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    assert _run("check", str(tmp_path))[0] == 0
    code, said = _run("test", str(tmp_path))
    assert (code, "ours.O11.six-months meets 1" in said) == (1, True)


def test_a_folder_of_built_in_packs_is_tried_too() -> None:
    code, said = _run("test", str(home() / "ovec"))
    assert code == 0
    assert said.startswith("ovec-2567, ovec-2568, ovec-2569: ")
    assert "เหมือนที่ทดลองแล้ว" in said
