"""The house keeps its directions: who may import whom, which outside library lives in which room."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent / "ita_checker"
# A room may use the rooms named here (and itself); everything may use model and errors.
MAY_USE = {
    "model": set(),
    "errors": set(),
    "parts": set(),
    "text": set(),
    "facts": {"text"},
    "checks": {"facts", "text"},
    "rulebook": {"parts", "checks", "text"},
    "read": {"text", "parts"},
    "submission": {"text"},
    "identify": {"facts", "rulebook"},
    "readings": {"text"},
    "doubts": set(),
    "judge": {"parts", "checks", "facts", "identify", "readings", "doubts", "rulebook"},
    "report": {"text", "parts", "rulebook", "read", "workers"},
    "cache": set(),
    "remote": set(),
    "heads": {"cache", "rulebook"},
    "files": {"remote"},
    "workers": set(),
    "cluster": {"workers"},
    "warm": {"text", "judge", "read", "rulebook"},
    "spool": {"cache"},
    "together": {"judge"},
    "decisions": {"judge"},
    "outputs": {"parts", "report", "remote"},
    "compare": set(),
    "compare_cli": {"compare", "outputs", "text"},
    "scan": {"judge", "read", "cache", "workers", "spool", "remote"},
    "door": {"scan", "judge", "read", "cache", "heads", "submission", "files", "together", "cluster", "workers", "decisions", "remote"},
    "rules_cli": {"rulebook", "text", "judge", "facts"},
    "cli": {"remote", "door", "files", "cache", "report", "rulebook", "rules_cli", "compare_cli", "outputs", "text"},
    "training": {"read", "text"},
}
LIVES_IN = {
    "pdfplumber": {"read"}, "pdfminer": {"read"}, "pypdfium2": {"read", "training"},
    "pythainlp": {"text", "training"}, "rapidfuzz": {"text", "read", "training"}, "geothai": {"text"},
    "yaml": {"rulebook"}, "msgspec": {"rulebook", "report"}, "click": {"cli", "rules_cli", "compare_cli"}, "wcwidth": {"report"},
    "xlsxwriter": {"report"}, "pypdf": {"report"}, "docx": {"report"}, "fsspec": {"remote"}, "distributed": {"cluster"},
    "cv2": {"read", "training"}, "onnxruntime": {"read", "training"}, "torch": {"training"},
}  # fmt: skip
FREE = {"model", "errors", "parts"}


def _room(path: Path) -> str:
    inner = path.relative_to(HOME)
    return inner.parts[0] if len(inner.parts) > 1 else inner.stem


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


MODULES = sorted(path for path in HOME.rglob("*.py") if path.name not in ("__init__.py", "__main__.py") or path.parent != HOME)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOME)))
def test_every_arrow_runs_in_its_direction(path: Path) -> None:
    room = _room(path)
    used = {name.split(".")[1] for name in _imports(path) if name.startswith("ita_checker.")}
    used -= {"__version__", room} | FREE
    assert used <= MAY_USE[room], f"{room} may not import {used - MAY_USE[room]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOME)))
def test_every_outside_library_stays_in_its_room(path: Path) -> None:
    room = _room(path)
    outside = {name.split(".")[0] for name in _imports(path)} & set(LIVES_IN)
    assert {name for name in outside if room not in LIVES_IN[name]} == set()


def test_no_module_holds_a_second_idea() -> None:
    long = {str(path.relative_to(HOME)): lines for path in MODULES if (lines := path.read_text(encoding="utf-8").count("\n")) > 300}
    assert long == {}


def test_only_judge_scan_and_the_pipe_from_a_worker_catch_everything() -> None:
    guards = [path.name for path in MODULES if "except Exception" in path.read_text(encoding="utf-8")]
    assert set(guards) <= {"judge.py", "scan.py", "workers.py", "remote.py"}  # fsspec: every store below it has errors of its own
