"""Every mistake in a rule file is told by file:line, with what to do, before any report is
opened.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ita_checker.errors import RuleError
from ita_checker.rulebook import kinds, load
from ita_checker.rulebook.loader import forget, look

GOOD = """\
pack: our-2570
title: {th: เกณฑ์ของเรา, en: Our rules}
extends: nacc-2569
fiscal_year: 2570
source: หนังสือสั่งการ
closes: 2570-04-30
items:
  O30:
    title: รายงานผลการใช้รถราชการประจำปี
    kind: annual
    covers: -1
    source: หนังสือสั่งการ
    verified: true
rules:
  seven-measures:
    for: measures
    check: measures_required
    with:
      measures:
        - name: มาตรการป้องกันการรับสินบน
          phrases: [งดรับสินบน]
    title: {th: มีมาตรการป้องกันการรับสินบน, en: Has the measure against bribery}
    message: {th: "ไม่พบ {subject}", en: "{subject} was not found"}
    severity: {MEA001: zero}
    source: หนังสือสั่งการ
    verified: true
    examples:
      meets: ["# {title}\\n# มาตรการป้องกันการรับสินบน"]
      fails: ["# {title}"]
  key-terms:
    severity: zero
    reason: ต้องแก้ก่อนส่ง
  real-dates:
    off: ตรวจด้วยมือแล้ว
"""

WRONG_WORD = '"{}" is no word; write a letter or more, and close every bracket'


def _mistakes(folder: Path, text: str) -> list[str]:
    (folder / "ours.yaml").write_text(text, encoding="utf-8")
    return [error.text("en").replace(str(folder), "rules") for error in look((folder,))[1]]


def test_a_good_pack_has_no_mistake(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "source: หนังสือสั่งการ\ncloses",
            "sauce: หนังสือสั่งการ\ncloses",
            '5: unknown key "sauce", did you mean "source"?',
        ),
        ("    kind: annual", "    kinds: annual", '10: unknown key "kinds", did you mean "kind"?'),
        (
            "    kind: annual",
            "    kind: anual",
            '10: "anual" is none of the values, did you mean "annual"?',
        ),
        (
            "phrases: [งดรับสินบน]",
            "any_of: [งดรับสินบน]",
            '21: unknown key "any_of"; there is: name, phrases',
        ),
        (
            "        - name: มาตรการป้องกันการรับสินบน\n          phrases",
            "        - phrases",
            '20: the key "name" is missing; add name: …',
        ),
        (
            "    with:\n      measures:",
            "    with:\n      measure:",
            '19: unknown key "measure", did you mean "measures"?',
        ),
        (
            "phrases: [งดรับสินบน]",
            "phrases: งดรับสินบน",
            "21: this should be a list [a, b], not text; write a list [a, b]",
        ),
        (
            "check: measures_required",
            "check: measure_required",
            '17: there is no kind of check "measure_required", did you mean "measures_required"?',
        ),
        ("for: measures", "for: measure", None),
        (
            "for: measures",
            "for: mesures",
            '16: for: there is no "mesures", did you mean "measures"?',
        ),
        ("for: measures", "for: [O25, O99]", '16: for: there is no "O99"'),
        (
            "extends: nacc-2569",
            "extends: nacc2569",
            '3: there is no pack "nacc2569", did you mean "nacc-2569"?',
        ),
        (
            "extends: nacc-2569",
            "extends: our-2570",
            "3: extends goes round in a circle (our-2570 → our-2570); break it",
        ),
        (
            "fiscal_year: 2570",
            "fiscal_year: 2027",
            "4: 2027 is no Buddhist-era fiscal year; write it in the Buddhist era, such as 2570",
        ),
        (
            "fiscal_year: 2570",
            'fiscal_year: "2570"',
            "4: this should be a whole number, not text; write a whole number",
        ),
        (
            "closes: 2570-04-30",
            "closes: 30 เมษายน 2570",
            '6: "30 เมษายน 2570" is no date; write year-month-day, such as 2564-04-30',
        ),
        ("  O30:", "  030:", '8: "030" is no item code; write letters and a number, such as O30'),
        ("    covers: -1", "    covers: -3", '11: "-3" is none of the values; there is: 0, -1'),
        (
            "    title: รายงานผลการใช้รถราชการประจำปี\n",
            "",
            '8: the key "title" is missing; add title: …',
        ),
        (
            "ใช้รถราชการประจำปี",
            "ใช้รถราชการประจำปี\n    title: ซ้ำ",
            '10: the key "title" stands twice; it is at rules/ours.yaml:9 too; keep one',
        ),
        (
            "title: รายงานผลการใช้รถราชการประจำปี",
            "title: รายงานผลการดำเนินการป้องกันการทุจริตประจำปี",
            "9: O24 has the same title; give this item's own official title",
        ),
        (
            "    verified: true\nrules",
            "    verified: yes\nrules",
            "13: this should be true or false, not text; write true or false",
        ),
        (
            "    source: หนังสือสั่งการ\n    verified: true\nrules",
            '    source: ""\n    verified: true\nrules',
            "12: source is empty; fill it in",
        ),
        (
            "severity: {MEA001: zero}",
            "severity: {MEA002: zero}",
            '24: this kind of check does not say MEA002, did you mean "MEA001"?',
        ),
        (
            "severity: {MEA001: zero}",
            "severity: {DOC003: advice}",
            "24: DOC003 can be neither changed nor switched off; take DOC003 out",
        ),
        (
            "severity: {MEA001: zero}",
            "severity: zeros",
            '24: "zeros" is none of the values, did you mean "zero"?',
        ),
        (
            '"ไม่พบ {subject}"',
            '"ไม่พบ {sujet}"',
            '23: message: there is no {sujet}, did you mean "subject"?',
        ),
        (
            "title: {th: มีมาตรการป้องกันการรับสินบน, en: Has",
            "title: {en: Has",
            '22: the key "th" is missing; add th: …',
        ),
        (
            '      fails: ["# {title}"]\n',
            "",
            "28: the rule has no example that fails it; add examples: fails: [ … ]",
        ),
        (
            'fails: ["# {title}"]',
            'fails: ["# {titel}"]',
            '29: the example uses {titel}, which is nothing, did you mean "title"?',
        ),
        (
            'fails: ["# {title}"]',
            'fails: [{report: "# {title}", finds: MEA002}]',
            '29: this check does not say MEA002, did you mean "MEA001"?',
        ),
        (
            "    reason: ต้องแก้ก่อนส่ง\n",
            "",
            "31: the severity is changed without a reason; add reason: …",
        ),
        (
            "    off: ตรวจด้วยมือแล้ว",
            '    off: " "',
            "34: switched off without a reason; write real-dates: {off: why}",
        ),
        (
            "  real-dates:\n    off: ตรวจด้วยมือแล้ว",
            "  real-dates: null",
            "33: the rule real-dates cannot just be left out; write real-dates: {off: why}",
        ),
        (
            "  real-dates:\n",
            "  real-date:\n",
            '34: there is no rule real-date to switch off, did you mean "real-dates"?',
        ),
        (
            "  seven-measures:",
            "  Seven Measures:",
            '15: "Seven Measures" is no name for a rule; write it like seven-measures',
        ),
        (
            "pack: our-2570",
            "pack: nacc-2569",
            '1: there are two packs named "nacc-2569"; the other is at rules/nacc/2569.yaml:1 too',
        ),
        (
            "    off: ตรวจด้วยมือแล้ว",
            "\toff: ตรวจด้วยมือแล้ว",
            "34: not YAML: found character that cannot start any token; check",
        ),
        ("pack: our-2570\n", "", "1: the pack has no name; add pack: name"),
        (
            "    verified: true\n    examples",
            "    verified: false\n    examples",
            "24: a rule that is not verified cannot be zero; read its source",
        ),
    ],
)
def test_each_mistake_is_told_with_its_line_and_a_remedy(
    tmp_path: Path, right: str, wrong: str, said: str | None
) -> None:
    assert right in GOOD
    told = _mistakes(tmp_path, GOOD.replace(right, wrong, 1))
    if said is None:
        assert told == []
    else:
        assert any(
            line.startswith(f"rules/ours.yaml:{said.removesuffix(' too')}") for line in told
        ), told


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("pages: {O30: หน้าเว็บ}", "O30 stands in items: already; take O30 out"),
        ("filed: {O31: รายงาน}", "this pack has no item O31, did you mean"),
        ("items_of: nacc-2571", 'there is no pack "nacc-2571", did you mean "nacc-2567"?'),
        ("list: {source: x}", 'the key "verified" is missing; add verified: …'),
        ("school_years: yes", "this should be true or false, not text"),
        ("titles: {measures: มาตรการ}", "this should be a list [a, b], not text"),
    ],
)
def test_mistakes_in_the_lists_of_a_pack_are_told_at_their_line(
    tmp_path: Path, more: str, said: str
) -> None:
    told = _mistakes(tmp_path, GOOD.replace("items:", f"{more}\nitems:", 1))
    assert any(line.startswith("rules/ours.yaml:7: ") and said in line for line in told), told


def test_what_is_called_verified_has_to_rest_on_something(tmp_path: Path) -> None:
    text = GOOD.replace(
        "    source: หนังสือสั่งการ\n    verified: true\n    examples",
        "    source: ได้ยินมา [M]\n    verified: true\n    examples",
    )
    assert _mistakes(tmp_path, text) == [
        "rules/ours.yaml:26: verified: true, but its source says (not verified); name what proves "
        "it, or write verified: false"
    ]


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("{fields.heads.responsible: [ผู้ขับเคลื่อนงาน]}", ""),
        ('{offices.kinds.องค์การบริหารส่วนตำบล.short: ["อบลต."]}', ""),
        ('{told.round: ["เที่ยว[ที่](ก|ข)"]}', ""),
        (
            "{fields.heads.responsble: [ก]}",
            'the vocabulary has no list "fields.heads.responsble", did you mean '
            '"fields.heads.responsible"?',
        ),
        ('{told.round: ["เที่ยว[ที่"]}', WRONG_WORD.format("เที่ยว[ที่")),
        ('{told.round: ["ที่)(ก"]}', WRONG_WORD.format("ที่)(ก")),
        ('{told.round: [" "]}', WRONG_WORD.format(" ")),
        ("{told.round: รอบ}", "this should be a list [a, b], not text; write a list [a, b]"),
        ("{told.round: [1]}", "this should be text, not a whole number; write text"),
    ],
)
def test_words_are_added_to_lists_that_there_are(tmp_path: Path, added: str, said: str) -> None:
    told = _mistakes(tmp_path, GOOD.replace("items:", f"vocabulary: {added}\nitems:", 1))
    assert [line.removeprefix("rules/ours.yaml:7: ") for line in told] == ([said] if said else [])


def test_a_name_that_no_pack_adds_to_is_no_list(tmp_path: Path) -> None:
    for name in ("fields.called.steps", "places.capital_city", "fields", "nothing"):
        (told,) = _mistakes(
            tmp_path, GOOD.replace("items:", f"vocabulary: {{{name}: [ก]}}\nitems:", 1)
        )
        assert f'the vocabulary has no list "{name}"' in told


@pytest.mark.parametrize(
    ("words", "said"),
    [('{a: "{b}", b: "x{a}"}', "holds itself"), ('{a: "{bb}"}', "the example uses {bb}")],
)
def test_words_of_a_pack_stand_for_something(tmp_path: Path, words: str, said: str) -> None:
    told = _mistakes(tmp_path, GOOD.replace("items:", f"words: {words}\nitems:", 1))
    assert told
    assert all(line.startswith("rules/ours.yaml:7: ") and said in line for line in told)


@pytest.mark.parametrize("value", ["3", "x", "true", "[1]", "[[]]", "{x: 1}", "null", '""'])
@pytest.mark.parametrize(
    "key",
    [
        "pack",
        "title",
        "extends",
        "fiscal_year",
        "closes",
        "items",
        "rules",
        "words",
        "vocabulary",
        "examples",
        "verified",
    ],
)
def test_no_value_of_a_wrong_form_is_more_than_a_mistake(
    tmp_path: Path, key: str, value: str
) -> None:
    kept = [line for line in GOOD.split("\n") if not line.startswith(f"{key}:")]
    told = _mistakes(
        tmp_path,
        "\n".join([f"{key}: {value}", *(kept if key not in ("items", "rules") else kept[:6])]),
    )
    assert all(line.startswith("rules/ours.yaml:") for line in told)


def test_every_mistake_of_a_file_is_told_at_once_in_the_order_of_its_lines(tmp_path: Path) -> None:
    text = (
        GOOD.replace("closes: 2570-04-30", "closes: soon")
        .replace("for: measures", "for: mesures")
        .replace("covers: -1", "covers: one")
    )
    assert [line.split(" ")[0] for line in _mistakes(tmp_path, text)] == [
        "rules/ours.yaml:6:",
        "rules/ours.yaml:11:",
        "rules/ours.yaml:16:",
    ]


def test_loading_raises_the_first_mistake_and_says_how_many_more_there_are(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(
        GOOD.replace("closes: 2570-04-30", "closes: soon").replace("for: measures", "for: mesures"),
        encoding="utf-8",
    )
    with pytest.raises(RuleError) as error:
        load((tmp_path,))
    assert error.value.where == f"{tmp_path}/ours.yaml:6"
    assert error.value.text("en").endswith("(and 1 more: ita-checker rules check)")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            (
                "weak-points-answered:\n    with:\n      hints:\n        การใช้อำนาจจ: [ดุลพินิจ]\n"
                "    reason: x\n"
            ),
            '9: there is no "การใช้อำนาจจ", did you mean "การใช้อำนาจ"?',
        ),
        (
            "measures-complete:\n    with:\n      plan: [steps,\n        monitorring]\n",
            '9: there is no "monitorring", did you mean "monitoring"?',
        ),
        (
            "six-months:\n    with:\n      months: [5]\n",
            '8: there is no "5"; there is: 3, 6, 9, 12',
        ),
        (
            "key-terms:\n    with:\n      terms:\n        ก: [ข]\n        ข: [ก]\n",
            "7: with: “ก” stands as a right spelling and as a wrong one",
        ),
    ],
)
def test_a_word_that_nothing_is_looked_up_by_is_a_mistake(
    tmp_path: Path, rule: str, said: str
) -> None:
    told = _mistakes(
        tmp_path,
        "pack: ours\ntitle: {th: ก, en: a}\nsource: x\nextends: nacc-2564\nrules:\n  " + rule,
    )
    assert any(one.startswith(f"rules/ours.yaml:{said}") for one in told), told


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ((), "the kind of check blank_pages does not say what codes it gives"),
        (("DOC007", "DOC999"), "gives DOC999, which the catalogue does not have"),
    ],
)
def test_a_kind_of_check_whose_codes_nobody_knows_is_refused_when_rules_are_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codes: tuple[str, ...], said: str
) -> None:
    told = kinds.kind("blank_pages")
    known = kinds.kind
    monkeypatch.setattr(
        kinds, "kind", lambda name: replace(told, codes=codes) if name == told.name else known(name)
    )
    forget()
    wrong = [error.text("en") for error in look()[1]]
    forget()
    assert any(
        line.startswith("rules/general.yaml:") and said in line and "checks/blank_pages.py" in line
        for line in wrong
    ), wrong


def test_what_was_looked_through_before_changes_nothing_of_what_is_said(tmp_path: Path) -> None:
    bad = GOOD.replace("    kind: annual", "    kinds: annual")
    looked = []
    for text in (bad, GOOD, bad):
        (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
        again = look((tmp_path,))
        forget()
        anew = look((tmp_path,))
        assert again[0].packs == anew[0].packs
        assert [error.text("en") for error in again[1]] == [error.text("en") for error in anew[1]]
        looked.append([error.text("en") for error in anew[1]])
    assert looked[0] == looked[2] != looked[1] == []


def test_a_folder_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        load((tmp_path / "none",))
    assert error.value.text("en") == f"{tmp_path}/none: no such folder check what --rules names"


@pytest.mark.parametrize("text", ["", "- a\n", "just words\n"])
def test_a_file_that_is_no_list_of_keys_is_a_mistake(tmp_path: Path, text: str) -> None:
    assert _mistakes(tmp_path, text) == [
        "rules/ours.yaml:1: a rule file is a list of “key: value”; begin with pack: and its name"
    ]


def test_a_file_that_is_not_utf8_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_bytes("pack: ของเรา".encode("cp874"))
    assert [error.where for error in look((tmp_path,))[1]] == [f"{tmp_path}/ours.yaml:1"]
