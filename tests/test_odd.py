"""Odd PDFs through the real scan: it ends, every file is accounted for, each failure is classed,
the good one is unharmed.
"""

from __future__ import annotations

from pathlib import Path

import odd
import pytest

from ita_checker.model import Report, Status
from ita_checker.scan.api import check_paths
from ita_checker.scan.settings import settings

SAMPLES = Path(__file__).parent.parent / "samples"
GOOD = SAMPLES / "2565/pa-kluai-hom/O42.pdf"
COUNT = (
    26  # two of each kind of damage; `python tests/odd.py FOLDER 2000` makes as many as one likes
)
SECONDS = 20.0
# What a limit must end. A page of too many letters or rulings is given up, not its file.
ENDLESS = {"many-pages.pdf"}
LIMIT = ("Over the time limit", "Over the memory limit", "5000 pages, more than 2000")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    folder = tmp_path_factory.mktemp("odd")
    (folder / "good").mkdir()
    (folder / "good/O42.pdf").write_bytes(GOOD.read_bytes())
    for name, content in [
        *odd.damaged([GOOD, SAMPLES / "2566/tha-ruea-bai/O42.pdf"], COUNT),
        *odd.bombs().items(),
    ]:
        (folder / name).write_bytes(content)
    batch, _ = check_paths(
        [folder],
        settings({"timeout": SECONDS, "jobs": 2, "cache": False, "ocr": "never", "year": 2565}),
    )
    said = {report.path: report for report in batch.reports}
    assert set(said) == {path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")}
    return said


def test_the_good_file_among_them_is_unharmed(reports: dict[str, Report]) -> None:
    assert reports["good/O42.pdf"].status is Status.CLEAN


def test_what_cannot_be_read_says_in_which_way(reports: dict[str, Report]) -> None:
    failed = {
        path: report.findings[0]
        for path, report in reports.items()
        if report.status is Status.UNREADABLE and report.pages is None
    }
    assert {finding.code for finding in failed.values()} == {"DOC001", "DOC002", "DOC005"}
    limits = {
        path: finding.message.en
        for path, finding in failed.items()
        if finding.code == "DOC005" and finding.message
    }
    assert set(limits) >= ENDLESS
    assert [
        said for said in limits.values() if not said.startswith(LIMIT)
    ] == []  # no reader failed, none crashed


def test_what_was_not_read_is_never_fine(reports: dict[str, Report]) -> None:
    bombs = [reports[name] for name in odd.bombs()]
    assert {report.status for report in bombs} <= {Status.UNKNOWN, Status.UNREADABLE, Status.GAPS}
    assert reports["letters-bomb.pdf"].status is Status.UNREADABLE
    assert all(report.findings or report.status is Status.UNKNOWN for report in bombs)


def test_a_locked_file_is_told_from_a_damaged_one(reports: dict[str, Report]) -> None:
    codes = {
        path: report.findings[0].code
        for path, report in reports.items()
        if path.endswith(("-locked.pdf", "-noise.pdf"))
    }
    assert {path.rpartition("-")[2]: code for path, code in codes.items()} == {
        "locked.pdf": "DOC002",
        "noise.pdf": "DOC001",
    }
