"""Decisions are on disk when they are made, in the form every scan takes, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ita_checker.errors import UsageError
from ita_checker.scan.decisions import load
from ita_checker.serve.ledger import Ledger


def row(subject: str, decision: str | None = "confirmed", **more: Any) -> dict[str, Any]:
    return {
        "id": f"id-{subject}",
        "by": "สมหญิง",
        "sha256": "0" * 64,
        "rule": "general.year",
        "code": "YEA002",
        "subject": subject,
        "decision": decision,
        "reason": "ดูแล้ว",
        "date": "2569-11-28",
        **more,
    }


def test_what_is_kept_is_read_by_a_scan_and_by_the_next_server(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path)
    assert ledger.change([row("ก"), row("ข", "dismissed", expires="2570-09-30")]) == 2
    ledger.sign("สมหญิง")
    held = load(tmp_path / "decisions.json").held
    assert {(key[3], made.kind, made.by, made.expires) for key, made in held.items()} == {
        ("ก", "confirmed", "สมหญิง", None),
        ("ข", "dismissed", "สมหญิง", "2570-09-30"),
    }
    again = Ledger.of(tmp_path)
    assert (again.rows, again.by, again.steps) == (ledger.rows, "สมหญิง", 1)


def test_steps_are_taken_back_one_by_one_by_the_next_server_too(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path)
    ledger.change([row("ก")])
    ledger.change([row("ก", "explain"), row("ข")])
    ledger.change([row("ข", None)])
    again = Ledger.of(tmp_path)
    held = []
    while again.steps:
        again.undo()
        held.append(sorted((one["subject"], one["decision"]) for one in again.rows.values()))
    assert held == [[("ก", "explain"), ("ข", "confirmed")], [("ก", "confirmed")], []]
    assert again.undo() == []
    assert Ledger.of(tmp_path).rows == {}


def test_a_decision_is_told_in_the_journal_before_anything_else(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path)
    ledger.change([row("ก")])
    ledger.undo()
    lines = [json.loads(line) for line in ledger.journal.read_text("utf-8").splitlines()]
    assert [line["step"] for line in lines] == [0, 1]
    assert lines[0]["changes"][0]["decision"] == "confirmed"
    assert lines[1]["undone"] == 0


def test_a_journal_cut_short_by_a_power_cut_goes_on(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path)
    ledger.change([row("ก")])
    with ledger.journal.open("a", encoding="utf-8") as file:
        file.write('{"step": 1, "chan')
    again = Ledger.of(tmp_path)
    again.change([row("ข")])
    last = Ledger.of(tmp_path)
    assert [one["subject"] for one in last.undo()] == ["ข"]
    assert [one["subject"] for one in last.undo()] == ["ก"]


def test_a_step_that_was_told_and_not_written_is_made_good(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path)
    ledger.change([row("ก")])
    before = ledger.path.read_bytes()
    ledger.change([row("ข")])
    ledger.path.write_bytes(before)
    assert {one["subject"] for one in Ledger.of(tmp_path).rows.values()} == {"ก", "ข"}


@pytest.mark.parametrize(
    "wrong",
    [
        row("ก", "nothing"),
        row("ก", "dismissed", reason=" "),
        row("ก", date="tomorrow"),
        row("ก", reason="ย" * 9000),
        row("ก", id=""),
        row("ก", by=["x"]),
        {"decision": "confirmed"},
        "confirmed",
    ],
)
def test_what_is_no_sound_decision_changes_nothing(tmp_path: Path, wrong: Any) -> None:
    ledger = Ledger.of(tmp_path)
    ledger.change([row("ข")])
    before = ledger.path.read_bytes()
    with pytest.raises(UsageError):
        ledger.change([row("ค"), wrong])
    assert (ledger.path.read_bytes(), ledger.steps) == (before, 1)


def test_a_file_of_decisions_that_cannot_be_read_is_said_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "decisions.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="อ่านผลการพิจารณา"):
        Ledger.of(tmp_path)
    assert (tmp_path / "decisions.json").read_text(encoding="utf-8") == "{"
