"""A format is a file: its name is what --format takes, its suffixes what --output is known by."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from running import environment

from ita_checker import parts
from ita_checker.cli import forms

SAMPLE = Path(__file__).parents[2] / "samples/2565/pa-kluai-hom/O42.pdf"
NEW = """
from collections.abc import Iterator
from ita_checker.model import Batch

SUFFIXES = (".count",)


def render(batch: Batch, lang: str = "th") -> Iterator[str]:
    yield f"{len(batch.reports)} report(s)\\n"
"""
BESIDE = """
import sys
from ita_checker.report import formats
formats.__path__.append(sys.argv.pop(1))
from ita_checker.cli import main
main()
"""


def test_a_new_format_is_a_file_alone(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats/count.py").write_text(NEW, encoding="utf-8")
    output = tmp_path / "out.count"
    command = [sys.executable, "-c", BESIDE, str(tmp_path / "formats"), "scan", str(SAMPLE)]
    ran = subprocess.run(
        [*command, "--year", "2565", "--jobs=1", "--format=count", "-o", str(output), "-o", "-"],
        env=environment(ITA_CHECKER_CACHE=str(kept)),
        capture_output=True,
        text=True,
        timeout=120,
    )
    said = "1 report(s)\n"
    assert (output.read_text("utf-8"), ran.stdout) == (said, said), ran.stderr


@pytest.mark.parametrize("name", forms.names())
def test_every_suffix_of_a_format_leads_to_it(name: str) -> None:
    own = parts.load("report.formats", name).SUFFIXES
    assert own and {forms.of_suffix(suffix) for suffix in own} == {name}
    assert forms.of_suffix(".pdf") is None
