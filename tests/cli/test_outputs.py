"""What a scan writes beside the screen, and what it refuses before any PDF is read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ita_checker.cli.group import main

SAMPLE = Path(__file__).parents[2] / "samples/2564/huai-nam-rae/O43.pdf"


@pytest.fixture
def scan(kept: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("ITA_CHECKER_CACHE", str(kept))
    return lambda *words: CliRunner().invoke(main, ["scan", str(SAMPLE), *map(str, words)])


def test_one_scan_writes_every_form_marked_copies_and_letters(scan: Any, tmp_path: Path) -> None:
    names = [
        f"gaps{suffix}"
        for suffix in (".html", ".xlsx", ".csv", ".json", ".jsonl", ".sarif", ".xml", ".txt")
    ]
    outputs = [word for name in names for word in ("-o", tmp_path / name)]
    done = scan(*outputs, "--annotate", tmp_path / "marked", "--letters", tmp_path / "letters")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        f"{tmp_path / 'letters'}",  # that nobody decided, in Thai
        f"{tmp_path / 'letters'}",  # and in English
        "ตรวจ 1 ไฟล์ (พบข้อบกพร่อง 1) · พบ 3 รายการ (อาจได้ 0 คะแนน 1, ข้อสังเกต 2) · เขียนแล้ว",
    ]
    assert done.stderr.splitlines()[-1].endswith("gaps.sarif +4")
    heads = {name: (tmp_path / name).read_bytes()[:9] for name in names}
    assert heads == {
        "gaps.html": b"<!doctype",
        "gaps.xlsx": heads["gaps.xlsx"],
        "gaps.csv": heads["gaps.csv"],
        "gaps.json": b'{\n "schem',
        "gaps.jsonl": b'{"path": ',
        "gaps.sarif": b'{\n "$sche',
        "gaps.xml": b"<?xml ver",
        "gaps.txt": heads["gaps.txt"],
    }
    assert heads["gaps.xlsx"].startswith(b"PK")
    assert heads["gaps.csv"].startswith(b"\xef\xbb\xbf")
    assert [path.name for path in (tmp_path / "marked").rglob("*.pdf")] == ["O43.pdf"]
    assert len(list((tmp_path / "letters").glob("*.docx"))) == 1
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "gaps.pdf"], "no format has the suffix '.pdf'"),
        (["--letter-template", "x.docx"], "--letter-template goes with --letters"),
        (
            ["--letters", "out", "--letter-template", "gone.docx"],
            "the letter's template cannot be opened as .docx",
        ),
        (["--decisions", "gone.json"], "cannot be opened"),
    ],
)
def test_what_cannot_work_is_refused_before_any_pdf_is_read(
    scan: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.setenv("ITA_CHECKER_CACHE", str(tmp_path / "cache"))
    done = scan(*words)
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "cache").exists()


def test_a_dismissed_finding_no_longer_makes_the_exit_code_and_a_stale_decision_is_listed(
    scan: Any, tmp_path: Path
) -> None:
    scan("-o", tmp_path / "a.json")
    report = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["reports"][0]
    made = {
        "sha256": report["sha256"],
        "decision": "dismissed",
        "reason": "ตรวจแล้ว",
        "date": "2569-11-01",
    }
    rows = [
        made | {key: one[key] for key in ("rule", "code", "subject")} for one in report["findings"]
    ]
    decisions = tmp_path / "decisions.json"
    decisions.write_text(
        json.dumps(
            {"kind": "ita-checker decisions", "decisions": [*rows, {**rows[0], "subject": "gone"}]}
        ),
        encoding="utf-8",
    )
    done = scan("--decisions", decisions, "--lang", "en")
    assert done.exit_code == 0
    assert re.search(r"decisions that no longer hold +1\n", done.output)
    assert (
        "the report no longer has this finding (ตรวจแล้ว, 1 November 2569)"
        in done.output.replace("\n    ", " ").replace("  ", " ")
    )
