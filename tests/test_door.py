"""The Python door: typed, honest, and quick the second time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from running import environment

import ita_checker
from ita_checker.errors import UsageError
from ita_checker.model import Batch, Status
from ita_checker.report.formats import json as as_json
from ita_checker.scan.settings import INNER, Keywords, Settings, settings

SAMPLE = Path(__file__).parent.parent / "samples/2565/pa-kluai-hom/O42.pdf"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITA_CHECKER_CACHE", str(tmp_path / "cache"))


def test_a_missing_path_is_our_own_error() -> None:
    for ask in (ita_checker.check_file, ita_checker.check_folder):
        with pytest.raises(UsageError) as error:
            ask("/nowhere/at/all.pdf")
        assert "no such file or folder" in error.value.text("en")


def test_a_report_says_itself_as_the_json_contract_does() -> None:
    report = ita_checker.check_file(str(SAMPLE), year=2565)
    said = json.loads("".join(as_json.render(Batch((report,), (), "1"))))["reports"][0]
    assert json.loads(json.dumps(report.to_dict())) == said


def test_what_was_passed_over_reaches_python_too(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/O42.pdf").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "in/out.pdf").symlink_to(SAMPLE)
    states = {
        report.path: report.status
        for report in ita_checker.check_folder(tmp_path / "in", year=2565).reports
    }
    assert states == {"O42.pdf": Status.CLEAN, "out.pdf": Status.UNREADABLE}


def test_every_setting_stands_in_one_record_and_has_one_name() -> None:
    own = {field.name for field in fields(Settings)} - {"handed", "reading", "limits"}
    assert set(Keywords.__annotations__) == own | set(INNER)
    made = settings({"year": 2564, "timeout": 5.0, "ocr": "never", "jobs": 3})
    assert (made.handed.fiscal_year, made.limits.seconds, made.reading.ocr, made.jobs) == (
        2564,
        5.0,
        "never",
        3,
    )
    with pytest.raises(TypeError):
        settings({"tiemout": 5.0})  # type: ignore[typeddict-unknown-key]


def test_a_second_call_costs_no_new_start() -> None:
    code = (
        "import sys, time, ita_checker as i\n"
        "times = []\n"
        "for _ in range(3):\n"
        "    began = time.monotonic()\n"
        "    i.check_file(sys.argv[1], cache=False)\n"
        "    times.append(time.monotonic() - began)\n"
        "print(*times)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE)],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    first, *later = map(float, done.stdout.split())
    assert min(later) < first / 2
