"""The second reader: asked for by name, said when it is not there, its digits never trusted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from read.drawing import written

from ita_checker.errors import UsageError
from ita_checker.model import Doubtful, ReadOptions, Source
from ita_checker.read import read
from ita_checker.read.ocr import tesseract
from ita_checker.run.outcomes import Limits
from ita_checker.scan.api import read_file

TESSERACT = ReadOptions(ocr_engine="tesseract")
TABLE = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    + "".join(
        f"{level}\t1\t{block}\t1\t{row}\t{word}\t{left}\t{top}\t{wide}\t40\t{conf}\t{text}\n"
        for level, block, row, word, left, top, wide, conf, text in (
            (1, 0, 0, 0, 0, 0, 900, -1, ""),
            (5, 1, 1, 1, 100, 100, 80, 96.5, "พ.ศ."),
            (5, 1, 1, 2, 200, 100, 80, 97.2, "๒๕๖๔"),
            (5, 1, 2, 1, 100, 200, 60, 42.0, "รอบ"),
            (5, 1, 2, 2, 180, 200, 20, 95.0, "6"),
        )
    )
)


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    tesseract.version.cache_clear()
    yield
    tesseract.version.cache_clear()


def program(folder: Path, languages: str, table: str = TABLE) -> str:
    """Write a tesseract that always says the same; return the PATH on which only it is found."""
    (folder / "table.tsv").write_text(table, encoding="utf-8")
    script = folder / "tesseract"
    script.write_text(
        f"""#!{sys.executable}
import sys
if "--version" in sys.argv: print("tesseract 5.9.9")
elif "--list-langs" in sys.argv: print("List of available languages:\\n{languages}")
else: sys.stdout.buffer.write(open({str(folder / "table.tsv")!r}, "rb").read())
""",
        encoding="utf-8",
    )
    script.chmod(0o755)
    return str(folder)


def scan(folder: Path) -> Path:
    """Write a scanned page; what is on it does not matter here."""
    from PIL import Image

    grey = np.full((1200, 900), 255, np.uint8)
    written(grey, (100, 90), "ITA", 0, 60)
    Image.fromarray(grey).save(folder / "scan.pdf", "PDF", resolution=150)
    return folder / "scan.pdf"


@pytest.mark.skipif(os.name == "nt", reason="the program stands in as a script")
def test_every_digit_it_reads_is_doubted_and_lines_stand_where_it_saw_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", program(tmp_path, "eng\\ntha"))
    page = read(scan(tmp_path), TESSERACT).pages[0]
    assert (page.source, page.quality, [line.text for line in page.lines]) == (
        Source.OCR,
        "tesseract",
        ["พ.ศ. ๒๕๖๔", "รอบ 6"],
    )
    assert page.lines[0].doubtful == tuple(Doubtful(index, 0.5) for index in (5, 6, 7, 8))
    assert page.lines[1].doubtful == (
        Doubtful(0, 0.42),
        Doubtful(1, 0.42),
        Doubtful(2, 0.42),
        Doubtful(4, 0.5),
    )
    scale = 300 / 72
    assert [side * scale for side in (page.lines[0].box.x0, page.lines[0].box.x1)] == pytest.approx(
        [100, 280], abs=15
    )


@pytest.mark.skipif(os.name == "nt", reason="the program stands in as a script")
def test_a_page_on_which_it_reads_nothing_is_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", program(tmp_path, "eng\\ntha", TABLE.split("\n")[0]))
    assert [page.source for page in read(scan(tmp_path), TESSERACT).pages] == [Source.UNREAD]


def test_where_it_is_not_installed_that_is_said_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError) as said:
        read_file(tmp_path / "nothing.pdf", TESSERACT, Limits())
    assert (
        "tesseract is not installed here Install tesseract-ocr and tesseract-ocr-tha"
        in said.value.text("en")
    )
    assert "ติดตั้ง tesseract-ocr และ tesseract-ocr-tha" in said.value.text("th")


@pytest.mark.skipif(os.name == "nt", reason="the program stands in as a script")
def test_where_its_thai_is_not_installed_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", program(tmp_path, "eng\\nosd"))
    with pytest.raises(UsageError, match="ไม่มีภาษา tha"):
        tesseract.version()


@pytest.mark.skipif(os.name == "nt", reason="the program stands in as a script")
def test_the_command_reads_with_it_and_keeps_its_reading_apart_from_ours(tmp_path: Path) -> None:
    pdf = scan(tmp_path)
    env = {
        **os.environ,
        "PATH": program(tmp_path, "eng\\ntha"),
        "ITA_CHECKER_CACHE": str(tmp_path / "cache"),
        "PYTHONIOENCODING": "utf-8",
    }
    base = [sys.executable, "-m", "ita_checker"]
    said = subprocess.run(
        [*base, "text", str(pdf), "--ocr-engine", "tesseract"],
        capture_output=True,
        text=True,
        env=env,
        check=True,
    )
    assert "พ.ศ. ๒๕๖๔\nรอบ 6" in said.stdout
    for engine in ("tesseract", "own"):
        subprocess.run(
            [*base, "scan", str(pdf), "--ocr-engine", engine], capture_output=True, env=env
        )
    info = subprocess.run(
        [*base, "cache", "info"], capture_output=True, text=True, env=env, check=True
    ).stdout
    assert "(documents): 2\n" in info
    script = tmp_path / "tesseract"
    script.unlink()
    absent = subprocess.run(
        [*base, "scan", str(pdf), "--ocr-engine", "tesseract"],
        capture_output=True,
        text=True,
        env=env,
    )
    assert (absent.returncode, absent.stdout) == (2, "")
    assert "--ocr-engine tesseract: tesseract is not installed here" in absent.stderr


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")
def test_the_real_one_reads_print(tmp_path: Path) -> None:
    page = read(scan(tmp_path), TESSERACT).pages[0]
    assert [line.text for line in page.lines] == ["ITA"]
