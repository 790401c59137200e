"""The first law in one place: nothing rests on a page that was not read."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from building import case, document

from ita_checker.judge import law
from ita_checker.judge.judge import UNCLEAR, judge
from ita_checker.judge.law import honest, lawful, status
from ita_checker.judge.stamping import SCANNED
from ita_checker.model import (
    Answer,
    Case,
    Certainty,
    Finding,
    Item,
    Pack,
    Report,
    Result,
    Rule,
    Severity,
    Source,
    Span,
    Status,
    Submission,
    Verdict,
    Words,
)

SEEN = Finding("TXT001", (Span(3, 8, "....."),))
MISSED = Finding("SEC001", subject="การวิเคราะห์", absent=True)
PROOF = (Span(0, 3, "ก.ข"),)


@pytest.mark.parametrize(
    ("answer", "verdict", "findings"),
    [
        (Answer(Verdict.GAP, (MISSED,)), Verdict.UNKNOWN, ()),
        (Answer(Verdict.GAP, (SEEN,)), Verdict.GAP, (SEEN,)),
        (Answer(Verdict.PARTIAL, (SEEN, MISSED)), Verdict.GAP, (SEEN,)),
        (Answer(Verdict.MET), Verdict.UNKNOWN, ()),
        (Answer(Verdict.MET, evidence=PROOF), Verdict.MET, ()),
    ],
)
def test_with_a_page_unread_only_what_was_seen_counts(
    answer: Answer, verdict: Verdict, findings: tuple[Finding, ...]
) -> None:
    honestly = honest(answer, [2])
    assert (honestly.verdict, honestly.findings) == (verdict, findings)
    assert honest(answer, []) == answer


def report(text: str, *rules: Rule) -> Report:
    return judge(document(text), Submission("a.pdf"), [Pack("general", "", 0, (), rules, "0")])


def rule(check: str, name: str = "general.x", verified: bool = True, **severity: Severity) -> Rule:
    return Rule(name, check, None, None, severity, "test", verified)


def checking(monkeypatch: pytest.MonkeyPatch, **checks: object) -> None:
    """Make kinds of check that answer so, or break."""
    import ita_checker.checks as room

    for name, answer in checks.items():
        module = ModuleType(f"ita_checker.checks.{name}")
        module.check = _answering(answer)  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setattr(room, name, module, raising=False)
    monkeypatch.setattr("ita_checker.parts.names", lambda package: tuple(checks))


def _answering(answer: object) -> object:
    def check(case: Case, params: object) -> object:
        if isinstance(answer, Exception):
            raise answer
        return answer

    return check


def test_every_rule_gives_exactly_one_result_and_a_broken_one_harms_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checking(monkeypatch, good=Answer(Verdict.GAP, (SEEN,)), broken=ZeroDivisionError("oh"))
    judged = report("บันทึก .....", rule("broken", "general.b"), rule("good", "general.g"))
    assert [(result.rule, result.verdict) for result in judged.results] == [
        ("reading", Verdict.MET), ("general.b", Verdict.UNKNOWN), ("general.g", Verdict.GAP),
    ]  # fmt: skip
    assert judged.results[1].note is not None
    assert judged.results[1].note.en == "this rule could not be checked (ZeroDivisionError: oh)"
    assert judged.status is Status.UNKNOWN
    assert [finding.code for finding in judged.findings] == ["TXT001"]


def test_an_unverified_rule_only_advises_and_a_rule_may_change_a_level(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checking(monkeypatch, good=Answer(Verdict.GAP, (SEEN,)))
    plain, unverified, changed = (
        report("บันทึก", one).findings[0].severity
        for one in (
            rule("good"),
            rule("good", verified=False),
            rule("good", TXT001=Severity.ADVICE),
        )
    )
    assert (plain, unverified, changed) == (Severity.ZERO, Severity.ADVICE, Severity.ADVICE)


def test_what_two_rules_both_saw_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    checking(monkeypatch, good=Answer(Verdict.GAP, (SEEN,)), same=Answer(Verdict.GAP, (SEEN,)))
    judged = report("บันทึก", rule("good", "general.a"), rule("same", "general.b"))
    assert [(finding.code, finding.rule) for finding in judged.findings] == [
        ("TXT001", "general.a")
    ]


def test_unread_pages_are_named_with_the_reason_and_make_the_report_unknown() -> None:
    judged = report("หน้าแรก\n---page---\n(unread)\n---page---\nหน้าสาม")
    assert [(finding.code, finding.subject, finding.severity) for finding in judged.findings] == [
        ("DOC003", "2", Severity.ZERO)
    ]
    assert (judged.pages, judged.pages_unread, judged.status) == (3, (2,), Status.UNKNOWN)


def test_a_report_of_which_no_page_was_read_is_unreadable() -> None:
    assert report("(unread)").status is Status.UNREADABLE


def test_ignorance_outranks_gaps_and_gaps_outrank_nothing() -> None:
    unknown, met = Result("a", Verdict.UNKNOWN), Result("b", Verdict.MET)
    assert status([unknown, met], [SEEN], False) is Status.UNKNOWN
    assert status([met], [SEEN], False) is Status.GAPS
    assert status([met], [], False) is Status.CLEAN


def test_a_finding_on_a_scanned_page_asks_for_a_second_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = Finding("TXT001", (Span(0, 5, ".....", ocr=True),))
    checking(monkeypatch, good=Answer(Verdict.GAP, (seen,)))
    doubt = report("บันทึก", rule("good")).findings[0].doubt
    assert doubt is not None
    assert doubt.en == "read from a scanned page"


def test_what_is_missing_beside_letters_that_cannot_be_right_asks_for_a_second_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checking(monkeypatch, good=Answer(Verdict.GAP, (MISSED,)))
    paper = document("บันทึกข้อความ")
    why = Words("รหัสตัวอักษรเสีย", "broken codes")
    spoiled = replace(paper, pages=tuple(replace(page, reason=why) for page in paper.pages))
    packs = [Pack("general", "", 0, (), (rule("good"),), "0")]
    found = [judge(one, Submission("a.pdf"), packs).findings for one in (paper, spoiled)]
    assert [[(one.code, one.doubt) for one in own] for own in found] == [
        [("SEC001", law.NOT_FOUND)],
        [("SEC001", UNCLEAR)],
    ]


def test_letters_that_a_page_hides_are_said_and_no_doubt_of_what_it_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checking(monkeypatch, good=Answer(Verdict.GAP, (MISSED,)))
    paper = document("บันทึกข้อความ")
    said = Words("ตัวอักษรที่มองไม่เห็น", "letters that cannot be seen")
    hiding = replace(paper, pages=tuple(replace(page, unseen=said) for page in paper.pages))
    judged = judge(hiding, Submission("a.pdf"), [Pack("general", "", 0, (), (rule("good"),), "0")])
    told = {one.code: one for one in judged.findings}
    assert told["SEC001"].doubt is law.NOT_FOUND
    assert said.en in told["DOC004"].message.en
    assert "low confidence" not in told["DOC004"].message.en
    assert "อ่านได้ไม่ชัด" not in told["DOC004"].message.th


def test_pages_read_badly_and_pages_that_hide_letters_are_told_each_in_its_words() -> None:
    paper = document("บันทึกข้อความ")
    (page,) = paper.pages
    said = Words("ตัวอักษรที่มองไม่เห็น", "letters that cannot be seen")
    pages = (replace(page, quality="doubtful"), replace(page, number=2, unseen=said))
    judged = judge(
        replace(paper, pages=pages), Submission("a.pdf"), [Pack("general", "", 0, (), (), "0")]
    )
    assert [
        (one.code, one.subject, one.message.en.partition(" (")[0]) for one in judged.findings
    ] == [
        ("DOC004", "1", "Read with low confidence"),
        ("DOC004", "2", "Text that the page does not show"),
    ]


def test_how_pages_were_read_is_sure_unless_a_picture_speaks_against_the_text() -> None:
    paper = document("บันทึกข้อความ")
    (page,) = paper.pages
    why = Words("ภาพเสีย", "a damaged picture")
    pages = (
        replace(page, source=Source.UNREAD, reason=why),
        replace(page, number=2, quality="doubtful", reason=why),
        replace(page, number=3, quality="contradicted", reason=why),
    )
    read = replace(paper, pages=pages)
    judged = judge(read, Submission("a.pdf"), [Pack("general", "", 0, (), (), "0")])
    assert {one.code: (one.certainty.value, one.doubt) for one in judged.findings} == {
        "DOC003": ("sure", None),
        "DOC004": ("sure", None),
        "DOC009": ("likely", SCANNED),
    }


def test_an_absence_is_likely_and_sure_only_where_a_second_sign_shows_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proven = replace(MISSED, subject="ผลการดำเนินการ", corroborated=True)
    checking(monkeypatch, good=Answer(Verdict.GAP, (MISSED, proven)))
    judged = report("บันทึกข้อความ", rule("good"))
    assert {(one.certainty, one.doubt) for one in judged.findings} == {
        (Certainty.LIKELY, law.NOT_FOUND),
        (Certainty.SURE, None),
    }


def test_a_check_that_says_what_cannot_be_stamped_breaks_alone_and_its_trace_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    strange = Answer(Verdict.GAP, (Finding("XYZ999"),))
    checking(monkeypatch, good=Answer(Verdict.GAP, (SEEN,)), strange=strange)
    judged = report("บันทึก .....", rule("strange", "general.s"), rule("good", "general.g"))
    assert [(result.rule, result.verdict) for result in judged.results] == [
        ("reading", Verdict.MET),
        ("general.s", Verdict.UNKNOWN),
        ("general.g", Verdict.GAP),
    ]
    assert [failure.where for failure in judged.failures] == ["general.s"]
    assert "KeyError: 'XYZ999'" in judged.failures[0].trace


def test_what_is_part_of_a_missing_whole_is_told_once_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = Finding("SEC001", subject="การวิเคราะห์", absent=True, cause="analysis")
    part = Finding("SEC001", subject="จุดอ่อน", absent=True, cause="weak", within="analysis")
    checking(monkeypatch, whole=Answer(Verdict.GAP, (whole,)), part=Answer(Verdict.GAP, (part,)))
    both = report("ก", rule("whole", "general.a"), rule("part", "general.b"))
    alone = report("ก", rule("part", "general.b"))
    assert [one.subject for one in both.findings] == ["การวิเคราะห์"]
    assert [one.subject for one in alone.findings] == ["จุดอ่อน"]
    assert {one.verdict for one in both.results[1:]} == {Verdict.GAP}


def test_what_may_be_missing_is_not_asked_of_an_item_that_the_file_is_not_for() -> None:
    feared = replace(MISSED, perhaps=(Span(0, 3, "ก.ข"),))
    open_question = Answer(Verdict.GAP, (feared,))
    other, own = Item("O42", "", "measures"), Item("O43", "", "results")
    made = case("ก", items=(other, own))
    asked = replace(made, item=other, demanded=frozenset({"O43"}))
    assert lawful(open_question, asked).verdict is Verdict.MET
    assert lawful(open_question, replace(asked, item=own)).verdict is Verdict.UNKNOWN


WHOLES = {
    "analysis": ("SEC001",),
    "measures": ("MEA001", "MEA006", "RND001"),
    "results": ("MEA002", "RND003"),
}
OF_WHOLES = [(whole, code) for whole, codes in WHOLES.items() for code in codes]


@pytest.mark.parametrize(("whole", "code"), OF_WHOLES)
def test_what_is_part_of_an_open_whole_is_open_too(
    monkeypatch: pytest.MonkeyPatch, whole: str, code: str
) -> None:
    missed = Finding("SEC001", subject="ส่วนทั้งหมด", absent=True, cause=whole)
    feared = replace(missed, perhaps=(Span(0, 1, "ก"),))
    part = Finding(code, subject="ส่วนหนึ่ง", absent=True, within=whole)
    answers = {"open": feared, "gone": missed, "part": part}
    said_by = {name: Answer(Verdict.GAP, (one,)) for name, one in answers.items()}
    checking(monkeypatch, **said_by, there=Answer(Verdict.MET, evidence=PROOF))
    ways = {
        name: report("ก", rule("part", "general.p"), rule(name, "general.w"))
        for name in ("open", "gone", "there")
    }
    said = {name: [one.subject for one in made.findings] for name, made in ways.items()}
    assert said == {"open": [], "gone": ["ส่วนทั้งหมด"], "there": ["ส่วนหนึ่ง"]}
    verdicts = {name: made.results[1].verdict for name, made in ways.items()}
    assert verdicts == {"open": Verdict.UNKNOWN, "gone": Verdict.GAP, "there": Verdict.GAP}


def test_every_part_that_rules_or_checks_name_has_its_pair_above() -> None:
    """Read where wholes are named: in the rules' `within` and in the checks' findings."""
    home = Path(__file__).parents[2]
    sources = [*home.glob("rules/**/*.yaml"), *home.glob("ita_checker/checks/*.py")]
    named = {
        "".join(whole)
        for path in sources
        for whole in re.findall(
            r"^ +within: (\w+)$|within=\"(\w+)\"", path.read_text("utf-8"), re.M
        )
    }
    assert named == set(WHOLES)
    codes = {
        code
        for path in home.glob("ita_checker/checks/*.py")
        for code in re.findall(
            r"Finding\(\s*\"(\w{6})\"[^)]*?within=\"", path.read_text(encoding="utf-8"), re.DOTALL
        )
    }
    assert codes <= {code for codes in WHOLES.values() for code in codes}
