"""Packs are laid over each other as their files say, and nothing that a pack of one's own changes
is silent.
"""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from ita_checker.model import Change, Severity
from ita_checker.rulebook import choose, general, load
from ita_checker.rulebook.loader import book, look

HEAD = "pack: ours\ntitle: {th: ของเรา, en: ours}\nsource: หนังสือสั่งการ\n"


def _written(folder: Path, text: str) -> Path:
    (folder / "ours.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_pack_of_ones_own_stands_in_for_the_built_in_one_of_its_year(tmp_path: Path) -> None:
    packs = load((_written(tmp_path, HEAD + "extends: nacc-2564\n"),))
    assert [pack.name for pack in packs if pack.name == "ours"] == ["ours"]
    chosen = choose(packs, "nacc", 2564)
    assert chosen is not None
    assert (chosen.name, chosen.closes, len(chosen.rules)) == (
        "ours",
        "2564-04-30",
        len(_pack("nacc-2564").rules),
    )
    assert {rule.id.split(".")[0] for rule in chosen.rules} == {"ours"}


def test_changes_of_inherited_rules_are_told_with_their_reasons(tmp_path: Path) -> None:
    rules = """extends: nacc-2564
rules:
  key-terms: {severity: zero, reason: แก้ก่อนส่ง}
  no-blank-pages: {off: พิมพ์สองหน้า}
  every-measure-has-results: {severity: {MEA003: zero}, reason: จังหวัดกำหนด}
  nothing-unfilled: {verified: false, reason: ยังไม่แน่ใจ}
  fiscal-year: {with: {inside: false}, reason: มีปีอื่นได้}
"""
    pack = book((_written(tmp_path, HEAD + rules),)).packs["ours"]
    assert sorted(pack.changes, key=lambda change: change.rule) == [
        Change("every-measure-has-results", "zero", "จังหวัดกำหนด"),
        Change("fiscal-year", "changed", "มีปีอื่นได้"),
        Change("key-terms", "zero", "แก้ก่อนส่ง"),
        Change("no-blank-pages", "off", "พิมพ์สองหน้า"),
        Change("nothing-unfilled", "advice", "ยังไม่แน่ใจ"),
    ]
    levels = {rule.id: dict(rule.severity) for rule in pack.rules}
    assert levels["ours.key-terms"] == {"TXT002": Severity.ZERO}
    assert levels["ours.O43.every-measure-has-results"] == {"MEA003": Severity.ZERO}
    assert levels["ours.nothing-unfilled"] == {"TXT001": Severity.ADVICE}
    assert "ours.no-blank-pages" not in levels


def test_the_built_in_packs_change_nothing_that_has_to_be_told() -> None:
    assert [pack.changes for pack in load()] == [()] * len(load())


def test_an_item_with_a_new_number_takes_all_over_from_the_old_one(tmp_path: Path) -> None:
    items = "extends: nacc-2569\nfiscal_year: 2570\nitems:\n  O26: {was: O25, must: false}\n  O25: {was: O26}\n  O21: null\n"
    pack = book((_written(tmp_path, HEAD + items),)).packs["ours"]
    told = {item.code: (item.kind, item.covers, item.must) for item in pack.items}
    assert (told["O25"], told["O26"], "O21" in told) == (
        ("results", -1, True),
        ("measures", 0, False),
        False,
    )


def test_an_old_number_that_was_none_is_a_mistake(tmp_path: Path) -> None:
    text = HEAD + "extends: nacc-2569\nitems:\n  O27: {was: O42}\n"
    assert [error.text("en") for error in look((_written(tmp_path, text),))[1]] == [
        f'{tmp_path}/ours.yaml:6: the pack that is extended has no item O42, did you mean "O26"?'
    ]


def test_the_rules_of_a_years_items_are_advice_until_its_manual_was_read(tmp_path: Path) -> None:
    text = HEAD + "extends: nacc-2569\nfiscal_year: 2570\nverified: false\n"
    rules = book((_written(tmp_path, text),)).packs["ours"].rules
    assert {rule.verified for rule in rules if rule.item} == {False}
    assert {level for rule in rules if rule.item for level in rule.severity.values()} == {
        Severity.ADVICE
    }
    assert next(rule.verified for rule in rules if rule.id == "ours.one-organisation")


def test_the_last_day_of_submission_reaches_the_rules_that_ask_for_it() -> None:
    ends = {
        year: _rule(f"nacc-{year}", "rounds-kept").params.window_ends for year in (2563, 2564, 2569)
    }
    assert ends == {2563: "07-15", 2564: "04-30", 2569: ""}


def test_the_hash_of_a_pack_follows_every_file_it_is_made_of(tmp_path: Path) -> None:
    one = book((_written(tmp_path, HEAD + "extends: nacc-2564\n"),)).packs["ours"].sha256
    (tmp_path / "two").mkdir()
    two = book((_written(tmp_path / "two", HEAD + "extends: nacc-2565\n"),)).packs["ours"].sha256
    assert len(one) == len(two) == 64
    assert one != two != _pack("nacc-2565").sha256


def test_packs_walk_to_other_processes_and_load_the_same_each_time() -> None:
    packs = load()
    assert pickle.loads(pickle.dumps(packs)) == packs
    assert look()[0].packs == {pack.name: pack for pack in packs}


def test_the_general_rules_are_those_of_every_report() -> None:
    assert {rule.item for rule in general(load()).rules} == {None}
    own = {rule.id.partition(".")[2] for rule in general(load()).rules}
    assert own <= {rule.id.partition(".")[2] for rule in _pack("moph-2566").rules}


@pytest.mark.parametrize("name", ["nacc-2562", "obec-2566", "ovec-2569", "moph-2566"])
def test_every_rule_has_a_name_of_its_own(name: str) -> None:
    names = [rule.id for rule in _pack(name).rules]
    assert len(names) == len(set(names))


def _pack(name: str):  # type: ignore[no-untyped-def]
    return next(pack for pack in load() if pack.name == name)


def _rule(pack: str, name: str):  # type: ignore[no-untyped-def]
    return next(rule for rule in _pack(pack).rules if rule.id.endswith(name))
