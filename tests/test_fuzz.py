"""Texts and bytes that nobody thought of: facts, rules, writers and unpackers take them all.

Seconds here; `ITA_FUZZ=2000 pytest tests/test_fuzz.py -n 0` goes on for minutes.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace

import pytest
from building import document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from report.hostile import TEXTS, batch, hostile

from ita_checker.cli.outputs import rendered
from ita_checker.judge.judge import judge
from ita_checker.model import Document, Report, Submission, Verdict
from ita_checker.rulebook import load
from ita_checker.run.packing import pack, unpack
from ita_checker.scan.files import readable
from ita_checker.scan.submission import item_codes, year_of
from ita_checker.text.visible import HIDDEN

RUNS = int(os.environ.get("ITA_FUZZ", "15"))
QUICK = settings(
    max_examples=RUNS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=RUNS == 15,
)
PACKS = load()
# Words that facts look for, in orders no report has, with what a damaged text layer puts between.
WORDS = (
    "รายงานผลการดำเนินการ", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "ภายในหน่วยงาน", "ประจำปีงบประมาณ",
    "พ.ศ.", "๒๕๖๔",
    "2563", "25๖4", "๓๑ กันยายน", "1 ตุลาคม 2563 - 30 กันยายน 2564", "รอบ ๖ เดือน", "ไตรมาสที่ 4",
    "องค์การบริหารส่วนตำบล",
    "เทศบาลตำบลป่ากล้วยหอม", "อำเภอ", "จังหวัด", "ลำดับ", "ผู้รับผิดชอบ", "ระยะเวลา", "ตัวชี้วัด",
    "ผลการดำเนินงาน", "ปัญหา",
    "ข้อเสนอแนะ", "(ระบุ", "....................", "ลงชื่อ", "ปลัด", "ฯ", "ๆ", "่", "ํา", "\ud800",
    "\x00", "\u202e", "☑",
    "(", "“", "-", "/", "|", "ก", "x", " ",
)  # fmt: skip
LINES = some.lists(
    some.one_of(
        some.lists(some.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join),
        some.lists(some.sampled_from(WORDS[:-9]), min_size=3, max_size=5).map(" | ".join),
        some.text(alphabet=some.characters(blacklist_characters="\n\f\t|#-"), max_size=60),
    ),
    min_size=1,
    max_size=40,
)


@QUICK
@given(LINES, some.sampled_from([2563, 2564, 2567]), some.sampled_from(["O42", "O43"]))
def test_whatever_stands_on_the_pages_every_rule_answers_and_none_breaks(
    lines: list[str], year: int, item: str
) -> None:
    texts = [line.replace("\n", " ").replace("\f", " ") for line in lines]
    pages = ("\n".join(texts[at : at + 12]) for at in range(0, len(texts), 12))
    made = document("\n---page---\n".join(pages))
    assert len(made.pages) == max(1, -(-len(texts) // 12))
    report = judge(made, Submission("a.pdf", year, "nacc", (item,)), PACKS)
    assert [failure.trace for failure in report.failures] == []
    assert len(report.results) > 1
    assert unpack(pack(report), Report) == report
    assert unpack(pack(made), Document) == made
    for finding in report.findings:
        assert finding.message is not None


@QUICK
@given(some.text(alphabet=some.characters(), max_size=300))
@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "junit", "csv", "text"])
def test_whatever_a_text_holds_a_writer_writes_it_whole(form: str, text: str) -> None:
    pieces = rendered(batch(hostile(0, text)), form, "th")
    written = "".join(piece if isinstance(piece, str) else piece.decode() for piece in pieces)
    written.encode()
    assert [hit for hit in HIDDEN.findall(written.removeprefix("\ufeff")) if hit != "\r"] == []
    if form == "json":
        assert len(json.loads(written)["reports"]) == 1


@QUICK
@given(some.binary(max_size=400), some.integers(0, 400), some.integers(0, 255))
def test_no_bytes_are_taken_for_a_record_they_are_not(noise: bytes, at: int, byte: int) -> None:
    whole = pack(replace(hostile(0, TEXTS[0]), results=()))
    changed = whole[: at % len(whole)] + bytes([byte]) + whole[at % len(whole) + 1 :]
    for data in (noise, changed):
        for kind in (Document, Report):
            try:
                assert isinstance(unpack(data, kind), kind)
            except ValueError:
                continue


@QUICK
@given(some.binary(max_size=60).map(os.fsdecode))
def test_whatever_a_file_is_called_it_has_a_name_that_can_be_written(name: str) -> None:
    shown = readable(name)
    shown.encode()
    item_codes(shown)
    from pathlib import PurePosixPath

    year_of(PurePosixPath("/", shown.replace("\0", "")))
    assert Verdict.UNKNOWN.value == "unknown"
