"""The laboratory's own scales: what counts as found, as false, as decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lab import cases, rendered
from lab.figures import share, wilson
from lab.likeness import plain
from lab.scoring import Outcome, score
from lab.truth import Mark, Mistake, Truth, from_json, to_json

TRUTH = Truth(2564, "nacc", "O43", "องค์การบริหารส่วนตำบลโคกแดง", "เมือง", "ตาก")


def finding(code: str, quote: str = "", **more: Any) -> dict[str, Any]:
    """A finding as --format json writes it."""
    return {"code": code, "quote": quote, "severity": "zero", "doubt": None, **more}


def judged(truth: Truth, *findings: dict[str, Any], verdict: str = "met", producer: str = "x"):
    """How a report is judged that got these findings."""
    report = {
        "status": "gaps" if findings else "clean",
        "results": [{"rule": "a", "verdict": verdict}],
        "pages_unread": [],
        "findings": findings,
        "organisation": truth.organisation,
        "district": "เมือง",
        "province": "น่าน",
        "fiscal_year": 2564,
    }
    if verdict == "unknown":
        report["status"] = "unknown"
    return score([rendered.Specimen("a.pdf", "me", "a", producer, truth)], {"a.pdf": report})[0]


def test_a_planted_mistake_is_found_where_the_quote_touches_it() -> None:
    truth = TRUTH.with_mistakes(Mistake("YEA005", "๑๔ เมษายน ๒๕๖๓", ("YEA003",)))
    assert judged(truth, finding("YEA003", "14 เมษายน 2563")).count(Outcome.FOUND) == 1
    other = judged(truth, finding("YEA005", "14 เมษายน 2562"))
    assert (other.count(Outcome.MISSED), other.count(Outcome.BESIDE)) == (1, 1)


def test_any_place_that_a_finding_shows_is_its_evidence() -> None:
    truth = TRUTH.with_mistakes(Mistake("RND005", "รอบ 3 เดือน และรอบ 9 เดือน"))
    both = finding("RND005", "รอบ 6 เดือน", quotes=["รอบ 6 เดือน", "รอบ 9 เดือน"])
    assert judged(truth, both).count(Outcome.FOUND) == 1


def test_a_name_read_from_a_scan_may_differ_by_a_letter_but_never_by_a_digit() -> None:
    truth = TRUTH.with_mistakes(Mistake("ORG002", "องค์การบริหารส่วนตำบลบางไผ่ลุ่ม"))
    slip = finding("ORG002", "องค์การบริหารส่วนตำบลบางไผลุ่ม")
    assert judged(truth, slip, producer="scan").count(Outcome.FOUND) == 1
    assert judged(truth, slip, producer="chromium").count(Outcome.FOUND) == 0
    dated = TRUTH.with_mistakes(Mistake("YEA005", "เดือนเมษายน 2563"))
    late = finding("YEA005", "เดือนเมษายน 2562")
    assert judged(dated, late, producer="scan").count(Outcome.FOUND) == 0


def test_false_findings_are_sorted_by_how_flatly_they_are_said() -> None:
    one = judged(
        TRUTH,
        finding("ORG002", "ก"),
        finding("ORG002", "ข", doubt="ดูอีกครั้ง"),
        finding("RND003", "ค", certainty="likely"),
        finding("YEA006", "ง", severity="advice"),
    )
    counts = (Outcome.FALSE_SURE, Outcome.FALSE_LIKELY, Outcome.FALSE_ADVICE)
    assert [one.count(outcome) for outcome in counts] == [1, 2, 1]


def test_what_is_fair_or_a_note_is_not_false_unless_it_is_forbidden_there() -> None:
    from dataclasses import replace

    truth = replace(TRUTH, fair=(Mark("SEC002"),), forbidden=(Mark("TXT003", "ข้อ ๓"),))
    one = judged(truth, finding("SEC002"), finding("TXT003", "๒๕๖4"), finding("TXT003", "ข้อ ๓.1"))
    assert [line.outcome for line in one.lines] == [
        Outcome.FAIR,
        Outcome.NOTE,
        Outcome.FALSE_SURE,
    ]


def test_a_report_with_an_open_question_is_not_decided() -> None:
    assert judged(TRUTH).decided
    assert not judged(TRUTH, verdict="unknown").decided
    assert not judged(TRUTH, finding("ORG002", "ก")).decided


def test_facts_are_compared_and_the_wrong_one_is_named() -> None:
    one = judged(TRUTH)
    assert one.facts_right == ("organisation", "district", "fiscal_year")
    assert one.facts_wrong == ("province: น่าน (ตาก)",)


def test_a_report_that_the_scan_lost_has_missed_everything() -> None:
    truth = TRUTH.with_mistakes(Mistake("YEA001"))
    lost = score([rendered.Specimen("a.pdf", "me", "a", "x", truth)], {})[0]
    assert (lost.read, lost.decided, lost.count(Outcome.MISSED)) == (False, False, 1)


def test_damage_and_kinds_of_digits_do_not_matter_to_a_quote() -> None:
    assert plain("อ าเภอ ๑๒ ....") == plain("อำเภอ 12")
    assert plain("เปํา") == plain("เปำ")


def test_wilson_gives_the_interval_of_the_textbook() -> None:
    low, high = wilson(81, 263)  # Newcombe 1998, table I, method 3: 0.2553 to 0.3662
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    assert share(0, 0) == "-"
    assert wilson(0, 10)[0] == 0.0


def test_truth_is_the_same_after_writing_and_reading() -> None:
    truth = TRUTH.with_mistakes(Mistake("MEA002", "ก", ("RND003",)), fair=(Mark("TXT003"),))
    assert from_json(to_json(truth)) == truth


def test_a_range_of_items_is_all_of_them() -> None:
    from dataclasses import replace

    assert replace(TRUTH, item="O42-O44").items == ("O42", "O43", "O44")
    assert replace(TRUTH, item="O42+O43").items == ("O42", "O43")


def test_cases_of_a_blind_author_are_read_and_a_quote_that_is_not_there_is_told(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "set" / "cases" / "01-a"
    folder.mkdir(parents=True)
    (folder / "doc.html").write_text("<style>b{}</style><p>รอบ <b>๑๒</b> เดือน</p>", "utf-8")
    (folder / "truth.json").write_text(
        '{"path":"writer","submitted_for":{"fiscal_year":2565,"scheme":"nacc","item":"O43"},'
        '"organisation":"ก","district":"","province":"","expected":[{"code":"RND003","quote":'
        '"รอบ ๑๒ เดือน"},{"code":"RND002","quote":"รอบ 5"}],"fair":["TXT003"],"forbidden":[]}',
        "utf-8",
    )
    (case,) = cases.cases(tmp_path / "set")
    assert (case.author, case.name, case.producer) == ("set", "01-a", "writer")
    assert case.truth.fair == (Mark("TXT003"),)
    assert list(cases.faults(case)) == ["01-a: RND002 quotes what is not there: รอบ 5"]


def test_a_broken_truth_is_named(tmp_path: Path) -> None:
    (tmp_path / "01").mkdir()
    (tmp_path / "01" / "truth.json").write_text("{}", "utf-8")
    with pytest.raises(ValueError, match=r"truth\.json.*submitted_for"):
        cases.cases(tmp_path)
