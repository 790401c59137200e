"""Decisions on disk, as they are made: each step is told in a journal first, then all that holds is
written whole, so that a power cut loses nothing and every step can be taken back.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.model.deciding import DISMISSED, KINDS
from ita_checker.run.drafts import draft
from ita_checker.scan.decisions import day

TEXTS = ("id", "by", "sha256", "rule", "code", "subject", "about", "reason", "date", "expires")
LONGEST = 8000  # letters of a text
MOST = 20_000  # changes in one step
KIND = "ita-checker decisions"  # what `scan --decisions` knows the file by

Row = Mapping[str, Any]
Key = tuple[str, str]  # the finding's id, and who decided


@dataclass
class Ledger:
    """What was decided of one job's findings. The file is one that `--decisions` takes."""

    home: Path
    rows: dict[Key, Row] = field(default_factory=dict)
    by: str = ""
    steps: int = 0  # that can be taken back
    lines: int = 0  # of the journal
    lock: threading.RLock = field(default_factory=threading.RLock)

    @classmethod
    def of(cls, home: Path) -> Ledger:
        """Return the ledger kept in a folder; UsageError where its file cannot be read."""
        ledger, written = cls(home), 0
        if ledger.path.exists():
            try:
                data = json.loads(ledger.path.read_text(encoding="utf-8"))
                kept = [_sound(row) for row in data["decisions"]]
                ledger.by, written = str(data.get("by") or ""), int(data.get("lines", 0))
            except (OSError, ValueError, KeyError, TypeError) as error:
                what = Words("อ่านผลการพิจารณาที่เก็บไว้ไม่ได้", "the decisions kept cannot be read")
                raise UsageError(what, str(ledger.path)) from error
            ledger.rows = {(row["id"], row["by"]): row for row in kept}
        told = ledger._told()
        ledger.steps, ledger.lines = len(_undoable(told)), len(told)
        for step in told[written:]:  # told, and not written when the power went
            ledger._put(step["changes"])
        return ledger

    @property
    def path(self) -> Path:
        return self.home / "decisions.json"

    @property
    def journal(self) -> Path:
        return self.home / "journal.jsonl"

    def change(self, given: object) -> int:
        """Keep changes: rows of decisions, null as the decision takes one back. Return how many;
        UsageError for what is none.
        """
        if not isinstance(given, list) or len(given) > MOST:
            raise _wrong("changes")
        with self.lock:
            changes = [_sound(row, taken_back=True) for row in given]
            before = [self.rows.get((row["id"], row["by"])) for row in changes]
            self._tell({"changes": changes, "before": before})
            self.steps += 1
            self._put(changes)
        return len(changes)

    def sign(self, name: object) -> None:
        """Keep who decides here."""
        if not isinstance(name, str) or len(name) > LONGEST:
            raise _wrong("by")
        with self.lock:
            self.by = name
            self._write()

    def save(self) -> None:
        """Write what holds, also where nothing was decided yet."""
        with self.lock:
            self._write()

    def undo(self) -> list[Row]:
        """Take the last step back that was not; return the rows that changed, as they are now."""
        with self.lock:
            left = _undoable(self._told())
            if not left:
                return []
            last = left[-1]
            restored = [
                before or {**row, "decision": None}
                for row, before in zip(last["changes"], last["before"], strict=True)
            ]
            self._tell({"undone": last["step"], "changes": restored})
            self.steps = len(left) - 1
            self._put(restored)
        return restored

    def _put(self, changes: Iterable[Row]) -> None:
        for row in changes:
            key = row["id"], row["by"]
            if row["decision"] is None:
                self.rows.pop(key, None)
            else:
                self.rows[key] = row
        self._write()

    def _write(self) -> None:
        rows = [self.rows[key] for key in sorted(self.rows)]
        data = {"kind": KIND, "schema": 1, "by": self.by, "lines": self.lines, "decisions": rows}
        with draft(self.path) as place, place.open("w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())

    def _tell(self, step: Mapping[str, Any]) -> None:
        line = {"step": self.lines, "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"), **step}
        self.lines += 1
        with self.journal.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def _told(self) -> list[dict[str, Any]]:
        """Return the journal's steps; a line cut short by a power cut is none."""
        if not self.journal.exists():
            return []
        text = self.journal.read_text(encoding="utf-8")
        if not text.endswith("\n"):
            with self.journal.open("a", encoding="utf-8") as file:
                file.write("\n")
        steps = []
        for line in text.splitlines():
            with contextlib.suppress(ValueError):
                steps.append(json.loads(line))
        return steps


def _undoable(told: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    left: dict[int, dict[str, Any]] = {}
    for step in told:
        if "undone" in step:
            left.pop(step["undone"], None)
        else:
            left[step["step"]] = step
    return [left[number] for number in sorted(left)]


def _sound(row: object, taken_back: bool = False) -> Row:
    """Return a row with the keys we know; UsageError where one is missing or is no text."""
    if not isinstance(row, dict):
        raise _wrong("row")
    made: dict[str, Any] = {name: row.get(name) or "" for name in TEXTS}
    for name, value in made.items():
        if not isinstance(value, str) or len(value) > LONGEST:
            raise _wrong(name)
    made["date"], made["expires"] = day(made["date"], "date"), day(made["expires"], "expires")
    made["decision"] = row.get("decision")
    if row.get("settles"):
        made["settles"] = True
    if made["decision"] is None and taken_back:
        return made
    if made["decision"] not in KINDS or not made["id"] or not made["code"]:
        raise _wrong("decision")
    if made["decision"] == DISMISSED and not made["reason"].strip():
        raise _wrong("reason")
    return made


def _wrong(name: str) -> UsageError:
    return UsageError(Words(f"ผลการพิจารณาไม่ถูกต้อง ({name})", f"no sound decision ({name})"))
