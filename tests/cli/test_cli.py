"""The command as a user runs it: what it says, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ita_checker.rulebook import catalogue

SAMPLES = Path(__file__).parents[2] / "samples"
CLEAN = SAMPLES / "2565/pa-kluai-hom/O42.pdf"
GAPS = SAMPLES / "2564/huai-nam-rae/O43.pdf"


@pytest.fixture
def run(kept: Path) -> Any:
    """Return what runs ita-checker, with the cache that tests share unless it is given another."""

    def command(*words: object, **env: str) -> subprocess.CompletedProcess[str]:
        own = {
            **os.environ,
            "ITA_CHECKER_CACHE": str(kept),
            "PYTHONIOENCODING": "utf-8",
            **env,
        }
        return subprocess.run(
            [sys.executable, "-m", "ita_checker", *map(str, words)],
            capture_output=True,
            text=True,
            env=own,
            timeout=300,
        )

    return command


def codes(out: str) -> dict[str, list[str]]:
    return {
        report["path"]: sorted(finding["code"] for finding in report["findings"])
        for report in json.loads(out)["reports"]
    }


def test_a_clean_report_ends_with_0_and_one_with_gaps_with_1(run: Any) -> None:
    clean, gaps = run("scan", CLEAN, "--format", "json"), run("scan", GAPS, "--format", "json")
    assert (clean.returncode, codes(clean.stdout)) == (0, {CLEAN.as_posix(): []})
    assert (gaps.returncode, codes(gaps.stdout)) == (
        1,
        {GAPS.as_posix(): ["TXT001", "TXT002", "TXT003"]},
    )


def test_fail_on_select_and_ignore_change_what_counts(run: Any) -> None:
    assert run("scan", GAPS, "--fail-on", "never").returncode == 0
    advice = run("scan", GAPS, "--select", "TXT003", "--fail-on", "zero", "--format", "json")
    assert (advice.returncode, codes(advice.stdout)) == (0, {GAPS.as_posix(): ["TXT003"]})
    ignored = run("scan", GAPS, "--ignore", "TXT", "--format", "json")
    assert (ignored.returncode, json.loads(ignored.stdout)["reports"][0]["status"]) == (
        0,
        "filtered",
    )


def test_bad_files_are_each_said_and_every_other_file_is_still_checked(
    run: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "2565"
    folder.mkdir()
    (folder / "O42.pdf").write_bytes(CLEAN.read_bytes())
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "page.pdf").write_text("<html>not a PDF</html>")
    (folder / "cut.pdf").write_bytes(CLEAN.read_bytes()[:700])
    own = str(tmp_path / "cache")
    done = run("scan", tmp_path, "--format", "json", "--jobs", 2, ITA_CHECKER_CACHE=own)
    said = json.loads(done.stdout)
    assert done.returncode == 3
    assert codes(done.stdout) == {
        "2565/O42.pdf": [],
        "2565/cut.pdf": ["DOC003"],
        "2565/empty.pdf": ["DOC001"],
        "2565/page.pdf": ["DOC001"],
    }
    assert [report["status"] for report in said["reports"]] == [
        "clean",
        "unreadable",
        "unreadable",
        "unreadable",
    ]
    assert len({report["findings"][0]["message_en"] for report in said["reports"][1:]}) >= 2
    assert "Traceback" not in done.stderr


def test_a_path_that_does_not_exist_is_misuse_and_the_others_are_still_checked(
    run: Any, tmp_path: Path
) -> None:
    done = run("scan", tmp_path / "nowhere", CLEAN, "--format", "json")
    assert (done.returncode, codes(done.stdout)) == (2, {CLEAN.as_posix(): []})
    assert "no such file or folder" in done.stderr
    assert "ไม่พบไฟล์หรือโฟลเดอร์นี้" in done.stderr


def test_a_folder_without_pdfs_is_misuse(run: Any, tmp_path: Path) -> None:
    done = run("scan", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no PDF in this folder" in done.stderr


def test_a_manifest_tells_year_item_and_organisation_and_a_file_it_names_may_not_be_missing(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(CLEAN.read_bytes())
    listing = tmp_path / "list.csv"
    listing.write_text(
        "path,organisation,fiscal_year,item\na.pdf,เทศบาลตำบลอื่นไกล,2566,O42\ngone.pdf,เทศบาลตำบลอื่นไกล,2566,O42\n",
        encoding="utf-8",
    )
    done = run("scan", tmp_path, "--manifest", listing, "--format", "json")
    said = {report["path"]: report for report in json.loads(done.stdout)["reports"]}
    assert done.returncode == 3
    assert said["a.pdf"]["fiscal_year"] == 2566
    assert {"ORG008", "YEA002"} <= {finding["code"] for finding in said["a.pdf"]["findings"]}
    assert [finding["code"] for finding in said["gone.pdf"]["findings"]] == ["DOC001"]


def test_a_manifest_with_a_wrong_column_stops_before_any_pdf_is_opened(
    run: Any, tmp_path: Path
) -> None:
    listing = tmp_path / "list.csv"
    listing.write_text("path,organizaton\na.pdf,x\n", encoding="utf-8")
    done = run("scan", CLEAN, "--manifest", listing)
    assert (done.returncode, done.stdout) == (2, "")
    assert "unknown column 'organizaton'. Did you mean \"organisation\"?" in done.stderr


def test_a_rule_file_with_an_unknown_key_says_file_line_and_what_was_meant(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_text(
        "pack: own-2564\nextend: nacc-2564\ntitle: {th: ก, en: x}\nsource: ก\n", encoding="utf-8"
    )
    done = run("scan", CLEAN, "--rules", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "own.yaml:2" in done.stderr
    assert "extends" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["scan"],
        ["scan", "x", "--year", "64"],
        ["scan", "x", "--format", "pdf"],
        ["explain", "ORG99"],
        ["scan", CLEAN, "--select", "XYZ"],
    ],
)
def test_wrong_use_ends_with_2(run: Any, words: list[object]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_was_read_is_shown_page_by_page(run: Any) -> None:
    pages = json.loads(run("text", CLEAN, "--pages", "1-1", "--format", "json").stdout)["pages"]
    assert [(page["number"], page["source"], page["reason"]) for page in pages] == [
        (1, "text", None)
    ]
    assert "เทศบาลตำบลป่ากล้วยหอม" in pages[0]["text"].replace("\n", "")


def test_explain_says_what_why_and_what_to_do_in_the_language_asked_for(run: Any) -> None:
    said = run("explain", "org002").stdout, run("explain", "org002", "--lang", "en").stdout
    assert [
        [line.split(":")[0].strip() for line in text.splitlines() if ":" in line] for text in said
    ] == [["ความสำคัญของประเด็นนี้", "สิ่งที่ควรดำเนินการ"], ["Why it matters", "What to do"]]
    assert len(run("explain").stdout.splitlines()) == len(catalogue())


def test_help_and_version_load_no_heavy_library(run: Any) -> None:
    probe = (
        "import sys; from click.testing import CliRunner; from ita_checker.cli.group import main;"
        " r=CliRunner().invoke(main, ['scan','--help']);"
    )
    probe += (
        "print(r.exit_code,"
        " sorted({'pythainlp','pypdfium2','pdfplumber','rapidfuzz','numpy','yaml'} &"
        " set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert done.stdout.strip() == "0 []"
    assert run("--version").stdout.startswith("ita-checker, version ")


def test_output_files_are_written_by_suffix_and_a_bad_place_is_said(
    run: Any, tmp_path: Path
) -> None:
    done = run("scan", GAPS, "-o", tmp_path / "a.json", "-o", tmp_path / "a.csv")
    assert done.returncode == 1
    assert codes((tmp_path / "a.json").read_text(encoding="utf-8")) == {
        GAPS.as_posix(): ["TXT001", "TXT002", "TXT003"]
    }
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    deep = run("scan", GAPS, "-o", tmp_path / "no/such/folder/b.json", "-q")
    assert (deep.returncode, deep.stdout, deep.stderr) == (1, "", "")
    assert (tmp_path / "no/such/folder/b.json").read_bytes() == (tmp_path / "a.json").read_bytes()
    bad = run("scan", GAPS, "-o", tmp_path / "a.csv/c.json")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "cannot write the output" in bad.stderr


def test_one_job_several_jobs_and_the_cache_give_the_same_bytes(run: Any, tmp_path: Path) -> None:
    own = str(tmp_path / "cache")
    outputs = {
        run("scan", SAMPLES / "2565", "--format", "json", *words, ITA_CHECKER_CACHE=own).stdout
        for words in (["-j", 1, "--no-cache"], ["-j", 3], ["-j", 2])
    }
    assert len(outputs) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_is_said_and_leaves_no_half_a_file(kept: Path, tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        own = {**os.environ, "ITA_CHECKER_CACHE": str(kept)}
        done = subprocess.run(
            [sys.executable, "-m", "ita_checker", "scan", CLEAN],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=own,
        )
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    small = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); from"
        " ita_checker.cli.group import main; main()"
    )
    words = [sys.executable, "-c", small, "scan", GAPS, "-o", tmp_path / "a.json"]
    cut = subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        env={**own, "ITA_CHECKER_CACHE": str(tmp_path / "c")},
    )
    assert cut.returncode == 2
    assert "File too large" in cut.stderr
    assert "Traceback" not in cut.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["c"]
