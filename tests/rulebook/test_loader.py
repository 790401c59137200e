"""Packs are laid over each other as their files say, and nothing that a pack of one's own changes
is silent.
"""

from __future__ import annotations

import pickle
import re
import time
from pathlib import Path

import pytest

from ita_checker.errors import RuleError
from ita_checker.judge.identify import identify
from ita_checker.model import Change, Severity, Submission
from ita_checker.rulebook import choose, general, load
from ita_checker.rulebook.levels import told
from ita_checker.rulebook.loader import book, look
from ita_checker.rulebook.paper import document

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
    items = (
        "extends: nacc-2569\nfiscal_year: 2570\nitems:\n  O26: {was: O25, must: false}\n  O25:"
        " {was: O26}\n  O21: null\n"
    )
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


def test_the_last_day_of_submission_is_known_only_where_someone_read_it() -> None:
    assert {pack.name: pack.closes for pack in load() if pack.closes} == {
        "nacc-2563": "2563-07-15",
        "nacc-2564": "2564-04-30",
        "nacc-2565": "2565-04-30",
    }


def test_who_answers_to_which_scheme_is_written_in_the_rule_files() -> None:
    told = {pack.scheme: (pack.offices, pack.others) for pack in load() if pack.fiscal_year}
    assert told == {
        "nacc": (
            (
                "วิทยาลัยชุมชน",
                "วิทยาลัยพยาบาล",
                "วิทยาลัยการสาธารณสุข",
                "วิทยาลัยนาฏศิลป",
                "วิทยาลัยช่างศิลป",
            ),
            True,
        ),
        "obec": (("โรงเรียน",), False),
        "ovec": (("วิทยาลัย",), False),
        "moph": (("โรงพยาบาล", "สำนักงานสาธารณสุข"), False),
    }


@pytest.mark.parametrize(
    ("college", "scheme"), [("วิทยาลัยชุมชนดอยหลวง", "nacc"), ("วิทยาลัยเทคนิคดอยหลวง", "ovec")]
)
def test_a_college_of_another_ministry_answers_to_no_scheme_of_vocational_colleges(
    college: str, scheme: str
) -> None:
    paper = f"# มาตรการส่งเสริมคุณธรรมและความโปร่งใส\n# ประจำปีงบประมาณ พ.ศ. 2567\n-> {college}"
    assert identify(document(paper), Submission("a.pdf", 2567), load()).scheme == scheme


@pytest.mark.parametrize(("number", "scheme"), [("MOIT 18", "moph"), ("O42", "nacc")])
def test_an_items_number_that_one_scheme_alone_has_tells_the_scheme(
    number: str, scheme: str
) -> None:
    paper = (
        f"# ข้อ {number} มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานและชมรม STRONG\n"
        "# ประจำปีงบประมาณ พ.ศ. 2567\n-> กองกลางของเรา"
    )
    assert identify(document(paper), Submission("a.pdf", 2567), load()).scheme == scheme


def test_a_new_scheme_with_its_offices_items_and_titles_is_a_file_alone(tmp_path: Path) -> None:
    text = """pack: police-2566
title: {th: เกณฑ์สถานีตำรวจ, en: Police stations}
extends: nacc
scheme: police
offices: [สถานีตำรวจ]
fiscal_year: 2566
source: คู่มือ
list: {source: คู่มือ, verified: true}
titles:
  measures: [แนวทางยกระดับความโปร่งใสของสถานี]
items:
  O7: {title: มาตรการของสถานี, kind: measures, analyses: -1}
pages:
  O1: ข้อมูลสถานี
unread:
  O2-O6: ข้ออื่น
"""
    (tmp_path / "police.yaml").write_text(text, encoding="utf-8")
    packs = load((tmp_path,))
    station = document(
        "# แนวทางยกระดับความโปร่งใสของสถานี\n# ประจำปีงบประมาณ พ.ศ. 2566\n-> สถานีตำรวจภูธรหนองบัวทอง"
    )
    case = identify(station, Submission("a.pdf"), packs)
    assert (case.scheme, [item.code for item in case.items]) == ("police", ["O7"])
    pack = next(pack for pack in packs if pack.name == "police-2566")
    assert (list(pack.unread), dict(pack.pages)) == (
        ["O2", "O3", "O4", "O5", "O6"],
        {"O1": "ข้อมูลสถานี"},
    )


def test_what_is_of_a_year_that_nobody_verified_is_advice_item_by_item() -> None:
    levels = {
        rule.id: rule.verified
        for rule in _pack("nacc-2567").rules
        if rule.id.endswith("fiscal-year")
    }
    assert levels["nacc-2567.O35.fiscal-year"]
    assert not levels["nacc-2567.O33.fiscal-year"]


def test_a_renumbered_item_takes_its_rules_and_reports_along(tmp_path: Path) -> None:
    head = HEAD + "extends: moph-2566\nfiscal_year: 2570\nitems:\n"
    text = head + "  MOIT3: {title: ข้อใหม่ของปี 2570, kind: guide, source: x, verified: true}\n"
    made = book((_written(tmp_path, text + "  MOIT30: {was: MOIT3}\n"),))
    rules = {rule.id for rule in made.packs["ours"].rules}
    assert "ours.MOIT30.procurement-risks" in rules
    assert "ours.MOIT3.procurement-risks" not in rules
    holds = [
        report["holds"] for report in made.drafts["ours"].said["examples"] if "holds" in report
    ]
    assert ["MOIT30"] in holds
    assert ["MOIT3"] not in holds


def test_the_letters_of_a_source_are_never_shown_raw() -> None:
    sources = [rule.source for pack in load() for rule in pack.rules]
    assert not [source for source in sources if re.search(r"\[[VCMD]\]", source)]
    assert told("ก [V]; ข [M]") == "ก (อ่านจากแหล่งที่เผยแพร่แล้ว); ข (ยังไม่ได้ยืนยัน)"


def test_words_of_a_pack_stand_after_those_it_takes_over(tmp_path: Path) -> None:
    said = "title: {th: ก, en: a}\nsource: ก\nvocabulary: "
    first = '{fields.heads.responsible: [ถือธง], told.round: ["เที่ยว[ที่]"]}\n'
    (tmp_path / "a.yaml").write_text(f"pack: a-2567\nextends: nacc-2567\n{said}{first}", "utf-8")
    (tmp_path / "b.yaml").write_text(
        f"pack: b-2567\nextends: a-2567\n{said}"
        "{fields.heads.responsible: [ธงชัย], fields.heads.steps: [ก้าว], told.round: null}\n",
        "utf-8",
    )
    known = {pack.name: pack.vocabulary for pack in load((tmp_path,))}
    assert known["nacc-2567"] == {}
    assert known["a-2567"] == {
        "fields.heads.responsible": ("ถือธง",),
        "told.round": ("เที่ยว[ที่]",),
    }
    assert known["b-2567"] == {
        "fields.heads.responsible": ("ถือธง", "ธงชัย"),
        "fields.heads.steps": ("ก้าว",),
    }


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


@pytest.mark.parametrize(
    "text",
    [
        "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)),
        "words: " + "[" * 3000 + "]" * 3000,
        "words: " + "{a: " * 300 + "1" + "}" * 300,
        "fiscal_year: " + "9" * 5000,
        "words: !!python/object/apply:os.system ['true']",
    ],
    ids=["aliases", "deep lists", "deep keys", "a long number", "an object"],
)
def test_a_hostile_rule_file_is_a_mistake_of_its_own_at_once(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.yaml").write_text(f"pack: mine\ntitle: {{th: ก, en: a}}\nsource: x\n{text}\n")
    began = time.process_time()
    with pytest.raises(RuleError):
        load([tmp_path])
    assert time.process_time() - began < 20
