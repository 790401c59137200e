"""One worker that judges by a pack with words of its own, and then by others, mixes no words."""

from __future__ import annotations

from pathlib import Path

import pytest

import ita_checker

SAMPLES = Path(__file__).parents[2] / "samples"
RULES = """
pack: my-2564
title: {th: ของเรา, en: Ours}
extends: nacc-2564
source: หนังสือสั่งการ
vocabulary: {blanks.fill: [Integrity]}
"""


def test_words_of_one_pack_are_not_heard_in_the_next_report_of_the_same_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ITA_CHECKER_CACHE", str(tmp_path / "cache"))
    (tmp_path / "my.yaml").write_text(RULES, encoding="utf-8")
    sample = (SAMPLES / "2564/huai-nam-rae/O43.pdf").read_bytes()
    for number, name in enumerate(("2563/a", "2564/b", "2564/c", "2565/d")):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / f"in/{name}/O43.pdf").write_bytes(sample + b"%" * number)
    made = ita_checker.check_folder(
        tmp_path / "in", rules=(tmp_path / "my.yaml",), jobs=1, ocr="never"
    )
    blanks = {
        report.path: (report.pack, [one.subject for one in report.findings if one.code == "TXT001"])
        for report in made.reports
    }
    form = "(ระบุกิจกรรม)"
    own = ["(Integrity and Transparency Assessment: ITA)", form]
    assert {path: (pack, set(said)) for path, (pack, said) in blanks.items()} == {
        "2563/a/O43.pdf": ("nacc-2563", {form}),
        "2564/b/O43.pdf": ("my-2564", set(own)),
        "2564/c/O43.pdf": ("my-2564", set(own)),
        "2565/d/O43.pdf": ("nacc-2565", {form}),
    }
