"""What a scan of samples/ says, letter for letter.

After a change that means to alter it: GOLDEN=write pytest tests/test_golden.py, and read the diff.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
GOLDEN = Path(__file__).parent / "golden"
PDFS = sorted(path.relative_to(SAMPLES) for path in SAMPLES.rglob("*.pdf"))


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the reports of one scan of all samples, by path."""
    out = tmp_path_factory.mktemp("golden") / "gaps.json"
    command = [
        sys.executable,
        "-m",
        "ita_checker",
        "scan",
        str(SAMPLES),
        "--no-cache",
        "-o",
        str(out),
    ]
    assert subprocess.run(command, stderr=subprocess.DEVNULL).returncode in (1, 3)
    return {
        report["path"]: report for report in json.loads(out.read_text(encoding="utf-8"))["reports"]
    }


def golden(pdf: Path) -> Path:
    return GOLDEN / f"{'-'.join(pdf.with_suffix('').parts)}.json"


@pytest.mark.parametrize("pdf", PDFS, ids=str)
def test_a_sample_gives_its_golden_report(pdf: Path, reports: dict[str, Any]) -> None:
    said = json.dumps(reports[pdf.as_posix()], ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        golden(pdf).write_text(said, encoding="utf-8")
    assert said == golden(pdf).read_text(encoding="utf-8")


def test_no_golden_report_is_left_without_its_sample() -> None:
    assert sorted(GOLDEN.glob("*.json")) == sorted(golden(pdf) for pdf in PDFS)


def _promised() -> dict[str, list[str]]:
    """Return the codes that samples/README.md promises, each as often as it says, by path."""
    promised = {}
    for line in (SAMPLES / "README.md").read_text(encoding="utf-8").splitlines():
        row = re.match(r"\| \[([^]]+\.pdf)\]\([^)]*\) \| (.*?)(<br>|\|)", line)
        if row:
            counts = re.findall(r"\b([A-Z]{3}[0-9]{3})(?: ×([0-9]+))?", row[2])
            promised[row[1]] = sorted(
                code for code, times in counts for _ in range(int(times or 1))
            )
    return promised


@pytest.mark.parametrize(("path", "codes"), sorted(_promised().items()))
def test_a_scan_finds_exactly_what_the_samples_readme_says(
    path: str, codes: list[str], reports: dict[str, Any]
) -> None:
    assert sorted(finding["code"] for finding in reports[path]["findings"]) == codes


def test_the_readme_tells_of_every_sample() -> None:
    assert sorted(_promised()) == [pdf.as_posix() for pdf in PDFS]
