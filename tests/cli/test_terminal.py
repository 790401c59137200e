"""What a terminal, a pipe and a settings file make of the command."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from ita_checker.cli.group import main
from ita_checker.cli.language import Option

SAMPLE = Path(__file__).parents[2] / "samples/2564/huai-nam-rae/O43.pdf"


@pytest.fixture
def run(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("ITA_CHECKER_CACHE", str(kept))
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, [*map(str, words)])


@pytest.mark.parametrize(
    "words", [["--help"], ["scan", "--help"], ["explain"], ["scan", "nothing-here"]]
)
@pytest.mark.parametrize("encoding", ["cp874", "cp1252", "ascii"])
def test_no_encoding_of_a_terminal_kills_a_command(words: list[str], encoding: str) -> None:
    own = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "ita_checker", *words]
    done = subprocess.run(command, capture_output=True, env=own, timeout=120)
    assert b"Traceback" not in done.stderr
    assert done.returncode == (2 if "nothing-here" in words else 0)


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_a_terminal_of_windows_874_shows_every_line_in_letters_it_has(
    kept: Path, tmp_path: Path
) -> None:
    import pty

    shown = tmp_path / "shown"
    with shown.open("wb") as screen:
        master, slave = pty.openpty()
        own = os.environ | {
            "PYTHONIOENCODING": "cp874",
            "ITA_CHECKER_CACHE": str(kept),
        }
        command = [sys.executable, "-m", "ita_checker", "scan", str(SAMPLE)]
        process = subprocess.Popen(command, stdout=slave, stderr=slave, env=own)
        os.close(slave)
        with contextlib.suppress(OSError):  # the terminal is gone
            while part := os.read(master, 4096):
                screen.write(part)
        os.close(master)
    said = shown.read_bytes().decode("cp874")
    assert process.wait() == 1
    assert "พบช่องที่ยังไม่ได้กรอก: “(ระบุกิจกรรม)”" in said
    assert "x TXT001" in said
    assert not {"?", "\\u"} & set(said) and "\\u" not in said


def test_what_is_piped_is_utf8_whatever_the_locale() -> None:
    own = {
        key: value
        for key, value in os.environ.items()
        if key not in ("PYTHONIOENCODING", "PYTHONUTF8")
    }
    own |= {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "ita_checker", "explain"], capture_output=True, env=own, timeout=120
    )
    assert "อาจได้ 0 คะแนน" in done.stdout.decode("utf-8")


def test_help_speaks_one_language_at_a_time(run: Any) -> None:
    assert "วิธีใช้:" in run("scan", "--help").output
    english = run("--lang", "en", "scan", "--help").output
    assert "Usage:" in english and "Fiscal year" in english
    assert not any(
        "\u0e01" <= letter <= "\u0e5b" for letter in run("scan", "--lang", "en", "--help").output
    )


COMMANDS = [
    [],
    ["scan"],
    ["serve"],
    ["text"],
    ["explain"],
    ["compare"],
    ["decisions"],
    ["cache"],
    ["cache", "info"],
    ["rules"],
    *[
        ["rules", name]
        for name in ("list", "show", "check", "test", "new", "diff", "schema", "kinds", "words")
    ],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_the_help_of_every_command_is_thai_or_english_whole(run: Any, words: list[str]) -> None:
    thai = run(*words, "--help").stdout
    assert "วิธีใช้:" in thai and "แสดงวิธีใช้นี้" in thai
    assert not {"[OPTIONS]", "[default:", "[required]", "Options:", "RANGE"} & set(thai.split())
    with click.Context(main) as ctx:
        command: click.Command = main
        for word in words:
            assert isinstance(command, click.Group)
            found = command.get_command(ctx, word)
            assert found is not None
            command = found
    for option in command.params:
        if isinstance(option, Option):
            assert _is_thai(option.help or "") and option.english, option.name
    for before, after in ((["--lang", "en"], []), ([], ["--lang", "en"])):
        whole = [*before, *words, *after] if words[-1:] != ["info"] else ["--lang", "en", *words]
        english = run(*whole, "--help").stdout
        assert english.startswith("Usage:")
        assert not _is_thai(english)


def _is_thai(text: str) -> bool:
    return any("\u0e01" <= letter <= "\u0e5b" for letter in text)


def test_a_command_that_holds_others_shows_its_help_as_it_is_laid_out(run: Any) -> None:
    for words in ([], ["rules"], ["cache"]):
        done = run(*words)
        assert (done.exit_code, done.stderr) == (2, "")
        assert done.stdout == run(*words, "--help").stdout


@pytest.mark.parametrize(
    ("words", "thai"),
    [
        (["scan", "--slect", "x"], "ไม่มีตัวเลือก --slect หมายถึง “--select” หรือไม่"),
        (["scan"], "ยังไม่ได้ระบุ PATHS"),
        (["scan", "x", "--format", "pdf"], "'pdf' ไม่ใช่ตัวเลือกที่มี"),
        (["scan", "x", "--year", "64"], "64 อยู่นอกช่วง 2550–2599"),
        (["scan", "x", "-j", "0"], "--jobs: 0 ต้องไม่น้อยกว่า 1"),
        (["scna"], "ไม่มีคำสั่ง scna หมายถึง “scan” หรือไม่"),
        (["rules", "shwo"], "ไม่มีคำสั่ง shwo หมายถึง “show” หรือไม่"),
        (["rules", "show", "O43", "--year", "99"], "--year: 99 อยู่นอกช่วง 2550–2599"),
        (["rules", "show"], "ยังไม่ได้ระบุ --year"),
        (["scan", "x", "--scheme", "xyz"], "ไม่มีเกณฑ์ 'xyz'"),
    ],
)
def test_a_wrong_command_line_is_told_in_thai_and_ends_with_2(
    run: Any, words: list[str], thai: str
) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert thai in done.stderr


def test_settings_are_found_upwards_and_the_environment_and_command_line_come_first(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ita-checker.toml").write_text(
        'lang = "en"\nselect = ["TXT"]\n[scan]\nyear = 2565\n', encoding="utf-8"
    )
    (tmp_path / "deep/er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep/er")
    said = run("scan", SAMPLE, "--format", "json", "-q")
    data = json.loads(said.stdout)
    assert (data["reports"][0]["fiscal_year"], data["reports"][0]["origins"]["fiscal_year"]) == (
        2565,
        "option",
    )
    assert data["scan"]["remarks"] == [
        "Only the codes TXT are shown, as chosen; findings of other codes are not."
    ]
    monkeypatch.setenv("ITA_CHECKER_SCAN_YEAR", "2564")
    assert (
        json.loads(run("scan", SAMPLE, "--format", "json", "-q").stdout)["reports"][0][
            "fiscal_year"
        ]
        == 2564
    )
    (tmp_path / "ita-checker.toml").write_text("yaer = 2565\n", encoding="utf-8")
    wrong = run("scan", SAMPLE)
    assert wrong.exit_code == 2 and "“year”" in wrong.stderr


def test_json_lines_come_one_a_report_and_the_scan_last_also_as_output_dash(run: Any) -> None:
    lines = [
        json.loads(line)
        for line in run("scan", SAMPLE, "--format", "jsonl", "-o", "-").stdout.splitlines()
    ]
    assert [line["path"] for line in lines] == [SAMPLE.as_posix(), None]
    assert lines[-1]["summary"]["findings"] == {"zero": 1, "advice": 2}


def test_statistics_count_each_code_and_a_scan_ends_with_one_line(run: Any) -> None:
    done = run("scan", SAMPLE, "--statistics", "--lang", "en")
    assert [line.split()[:2] for line in done.stdout.splitlines()[1:]] == [
        ["TXT001", "1"],
        ["TXT002", "1"],
        ["TXT003", "1"],
    ]
    assert done.stderr == "1 file (gaps 1) · 3 findings (would score 0 1, advice 2)\n"
