"""Runs a scan with the ita_checker of any source tree and returns what it said."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lab.rendered import Specimen
from lab.trial import SIDE_BY_SIDE, packs

HERE = Path(__file__).parent.parent

Report = dict[str, Any]


def scan(
    folder: Path,
    program: Path = HERE,
    specimens: Sequence[Specimen] = (),
    told: bool = False,
    jobs: int = 2,
) -> dict[str, Report]:
    """Return every report of a folder by its path there. `told`: the program is told scheme and
    item of each file by a list; else it knows the year alone, from the folder. RuntimeError says
    what went wrong.
    """
    with tempfile.TemporaryDirectory() as temporary:
        command = [sys.executable, "-m", "ita_checker", "scan", str(folder.absolute())]
        command += ["--format", "json", "-j", str(jobs)]
        for code in SIDE_BY_SIDE:
            command += ["--ignore", code]
        if told:
            command += ["--manifest", str(_manifest(folder, Path(temporary), specimens))]
        run = subprocess.run(
            command,
            cwd=program,
            env={**os.environ, "PYTHONPATH": str(program)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if not run.stdout.startswith("{"):
        raise RuntimeError(f"the scan by {program} failed ({run.returncode}): {run.stderr[-2000:]}")
    return {_path(one["path"], folder): one for one in json.loads(run.stdout)["reports"]}


def _path(shown: str, folder: Path) -> str:
    path = Path(shown)
    return path.relative_to(folder.absolute()).as_posix() if path.is_absolute() else path.as_posix()


def _known_items(specimen: Specimen) -> tuple[str, ...]:
    """Return the items a report was handed in for, none where a pack does not know one of them: a
    list that names such an item is refused whole.
    """
    truth = specimen.truth
    known = {
        item.code
        for pack in packs()
        if (pack.scheme, pack.fiscal_year) == (truth.scheme, truth.fiscal_year)
        for item in pack.items
    }
    return truth.items if set(truth.items) <= known else ()


def _manifest(folder: Path, temporary: Path, specimens: Sequence[Specimen]) -> Path:
    path = temporary / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["path", "fiscal_year", "scheme", "item"])
        for one in specimens:
            row = [one.truth.fiscal_year, one.truth.scheme, " ".join(_known_items(one))]
            writer.writerow([(folder / one.pdf).absolute(), *row])
    return path
