"""What people decided: what it silences, what it cannot, and when it no longer holds."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from report.batches import finding, report

from ita_checker.errors import UsageError
from ita_checker.model import Decision, Result, Severity, Status, Verdict
from ita_checker.scan.decisions import load

TODAY = datetime.date(2026, 11, 23)
SHA = "aa" * 32
ROW = {
    "sha256": SHA,
    "rule": "nacc-2564.TXT003",
    "code": "TXT003",
    "subject": "5/๑๒",
    "decision": "dismissed",
    "reason": "เลขหน้า",
    "date": "2569-11-01",
    "expires": None,
}
SLIP = finding("TXT003", "5/๑๒", severity=Severity.ADVICE)
OTHER = finding("YEA005", "ประกาศ")
MADE = Decision(SHA, "nacc-2564.TXT003", "TXT003", "5/๑๒", "dismissed", "เลขหน้า", "2569-11-01")


def loaded(home: Path, *rows: dict[str, Any], today: datetime.date = TODAY) -> Any:
    path = home / "decisions.json"
    path.write_text(
        json.dumps({"kind": "ita-checker decisions", "schema": 1, "decisions": rows}),
        encoding="utf-8",
    )
    return load(path, today=today)


def test_a_dismissed_finding_is_set_apart_with_its_reason_and_the_rule_counts_as_met(
    tmp_path: Path,
) -> None:
    told = loaded(tmp_path, ROW).told(report("a.pdf", SLIP, sha256=SHA))
    assert (told.status, told.findings, told.dismissed) == (
        Status.CLEAN,
        (),
        (replace(SLIP, decision=MADE),),
    )
    assert [(result.verdict, result.note.en) for result in told.results if result.note] == [
        (Verdict.MET, "1 finding(s) dismissed by the auditor")
    ]


def test_other_findings_stay_and_keep_the_status(tmp_path: Path) -> None:
    told = loaded(tmp_path, ROW).told(report("a.pdf", SLIP, OTHER, sha256=SHA))
    assert (told.status, told.findings) == (Status.GAPS, (OTHER,))


def test_it_holds_for_the_content_whatever_the_file_is_called_and_on_whatever_page_it_stands(
    tmp_path: Path,
) -> None:
    moved = replace(SLIP, spans=())
    assert loaded(tmp_path, ROW).told(report("renamed.pdf", moved, sha256=SHA)).findings == ()
    changed = report("a.pdf", SLIP, sha256="bb" * 32)
    assert loaded(tmp_path, ROW).told(changed) == changed


@pytest.mark.parametrize("key", ["rule", "code", "subject"])
def test_another_rule_code_or_subject_is_another_finding(tmp_path: Path, key: str) -> None:
    same = report("a.pdf", SLIP, sha256=SHA)
    assert loaded(tmp_path, {**ROW, key: "another"}).told(same) == same


@pytest.mark.parametrize("kind", ["confirmed", "explain"])
def test_a_confirmed_finding_and_one_to_be_explained_stay_with_what_was_decided(
    tmp_path: Path, kind: str
) -> None:
    told = loaded(tmp_path, {**ROW, "decision": kind}).told(report("a.pdf", SLIP, sha256=SHA))
    assert told.findings == (replace(SLIP, decision=replace(MADE, kind=kind)),)
    assert told.status is Status.GAPS


@pytest.mark.parametrize("code", ["DOC001", "DOC002", "DOC003", "DOC004", "DOC005"])
def test_what_was_not_looked_at_cannot_be_dismissed(tmp_path: Path, code: str) -> None:
    unread = report(
        "a.pdf",
        finding(code, "3", rule="reading"),
        sha256=SHA,
        status=Status.UNKNOWN,
        results=(Result("reading", Verdict.UNKNOWN),),
    )
    decisions = loaded(tmp_path, {**ROW, "rule": "reading", "code": code, "subject": "3"})
    assert decisions.told(unread) == unread
    assert [one.why.en for one in decisions.stale([unread])] == [f"{code} cannot be dismissed"]


def test_ignorance_stays_ignorance_when_a_finding_is_dismissed(tmp_path: Path) -> None:
    half = report(
        "a.pdf",
        SLIP,
        sha256=SHA,
        status=Status.UNKNOWN,
        results=(Result("nacc-2564.TXT003", Verdict.UNKNOWN),),
    )
    told = loaded(tmp_path, ROW).told(half)
    assert (told.status, told.results) == (Status.UNKNOWN, half.results)


@pytest.mark.parametrize(
    ("expires", "silent"),
    [("2569-11-23", True), ("2569-11-22", False), ("2026-11-22", False), ("2027-01-01", True)],
)
def test_a_decision_holds_until_the_end_of_its_last_day_in_either_era(
    tmp_path: Path, expires: str, silent: bool
) -> None:
    decisions = loaded(tmp_path, {**ROW, "expires": expires})
    slip = report("a.pdf", SLIP, sha256=SHA)
    assert (decisions.told(slip).findings == ()) is silent
    assert [one.why.en for one in decisions.stale([slip])] == (
        [] if silent else ["expired on 2569-11-22"]
    )


def test_decisions_that_match_nothing_are_listed_with_the_reason(tmp_path: Path) -> None:
    decisions = loaded(tmp_path, ROW, {**ROW, "subject": "gone"}, {**ROW, "sha256": "cc" * 32})
    stale = decisions.stale([report("a.pdf", SLIP, sha256=SHA)])
    assert [(one.decision.subject, one.decision.sha256[:2], one.why.en) for one in stale] == [
        ("gone", "aa", "the report no longer has this finding"),
        ("5/๑๒", "cc", "no report of this content in this scan"),
    ]


def test_of_two_decisions_on_one_finding_the_later_holds(tmp_path: Path) -> None:
    slip = report("a.pdf", SLIP, sha256=SHA)
    assert len(loaded(tmp_path, ROW, {**ROW, "decision": "confirmed"}).told(slip).findings) == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {**ROW, "decision": "ignore"},
            "decisions[0]: no such decision 'ignore' use confirmed, dismissed, explain",
        ),
        ({**ROW, "reason": " "}, "decisions[0]: dismissed without a reason give a reason"),
        (
            {**ROW, "expires": "2569-13-01"},
            "decisions[0].expires: not a day: 2569-13-01 as in 2569-11-23",
        ),
        ({"sha256": SHA}, "decisions[0]: rule is missing or no text"),
        ("x", "decisions[0]: must be a JSON object"),
    ],
)
def test_a_mistake_in_the_file_says_which_row_and_what_is_meant(
    tmp_path: Path, row: Any, said: str
) -> None:
    with pytest.raises(UsageError) as error:
        loaded(tmp_path, row)
    assert error.value.text("en") == f"{tmp_path / 'decisions.json'}: {said}"


@pytest.mark.parametrize("content", ["{", "[]", '{"kind": "x", "decisions": []}', "\ufeff"])
def test_another_file_is_no_decisions_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="ไม่ใช่ไฟล์ผลการพิจารณา"):
        load(path, today=TODAY)
