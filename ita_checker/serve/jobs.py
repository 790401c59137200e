"""Jobs: what was dropped onto the page at one time, in a folder of its own with all that came of
it.
"""

from __future__ import annotations

import json
import secrets
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.run.drafts import draft
from ita_checker.serve.ledger import Ledger
from ita_checker.serve.names import numbered

if TYPE_CHECKING:
    from ita_checker.scan.scanned import Scanned

# No digit and no vowel: a folder's name must name no year and no item.
LETTERS, LENGTH = "bcdfghjkmnpqrstvwxz", 16
FILES, RESULTS, PAGE, CARD = "เอกสาร", "results", "report.html", "job.json"
LISTS = "lists"
LONGEST_TITLE = 200
NO_JOB = Words("ไม่มีงานนี้", "no such job")


class State(StrEnum):
    """Where a job stands. KEPT: done, by a server that has ended since."""

    FILLING = "filling"
    WAITING = "waiting"
    SCANNING = "scanning"
    DRAWING = "drawing"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"
    KEPT = "kept"


BUSY = (State.WAITING, State.SCANNING, State.DRAWING)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a job's files are handed in as."""

    title: str = ""
    year: int | None = None
    scheme: str | None = None
    items: tuple[str, ...] = ()
    complete: bool = False
    ocr: Literal["auto", "never", "always"] = "auto"


class Listing(StrEnum):
    """What may be handed in beside the files: the list of the files, a register of offices."""

    MANIFEST = "manifest"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Line:
    """One file as it was done: its path, status, findings, and pages that were not read."""

    path: str
    status: str
    organisation: str
    findings: int
    unread: int


@dataclass
class Job:
    """One job. `lines` come as files are done; `scanned` is there once this server scanned it."""

    home: Path
    created: str
    asked: Asked = field(default_factory=Asked)
    state: State = State.FILLING
    sent: int = 0  # files handed in
    total: int = 0
    lines: list[Line] = field(default_factory=list)
    fault: Words | None = None
    scanned: Scanned | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    lock: threading.RLock = field(default_factory=threading.RLock)
    _ledger: Ledger | None = None
    _opening: threading.Lock = field(default_factory=threading.Lock)

    @property
    def id(self) -> str:
        return self.home.name

    @property
    def files(self) -> Path:
        return self.home / FILES

    @property
    def page(self) -> Path:
        return self.home / RESULTS / PAGE

    @property
    def ledger(self) -> Ledger:
        """Return the job's decisions, read once. Never waits for what is being written."""
        with self._opening:
            self._ledger = self._ledger or Ledger.of(self.home)
            return self._ledger

    def listing(self, role: Listing) -> Path | None:
        """Return the list that was handed in for this; None where none was."""
        return next(iter(sorted((self.home / LISTS).glob(f"{role}.*"))), None)

    def place(self, name: str) -> Path:
        """Return where a file of that (safe) name goes, its folders made; numbered where another
        file has the name.
        """
        with self.lock:
            for each in numbered(name):
                place = self.files / each
                place.parent.mkdir(parents=True, exist_ok=True)
                if not place.exists():
                    place.touch()
                    return place
        raise AssertionError("numbers do not end")

    def keep(self) -> None:
        """Write the job's card."""
        data: dict[str, Any] = {
            "created": self.created,
            "asked": asdict(self.asked),
            "state": self.state.value,
        }
        data["total"] = self.total
        with draft(self.home / CARD) as place:
            place.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


class Shelf:
    """The jobs of a working folder, the latest first."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._lock = threading.Lock()
        home.mkdir(parents=True, exist_ok=True)
        self._jobs = {job.id: job for job in _kept(home)}

    def all(self) -> list[Job]:
        """Return the jobs, the latest first."""
        return sorted(self._jobs.values(), key=lambda job: job.created, reverse=True)

    def job(self, name: str) -> Job:
        """Return a job by its id; UsageError where there is none."""
        if name not in self._jobs:
            raise UsageError(NO_JOB)
        return self._jobs[name]

    def new(self) -> Job:
        """Return a new job, its folder made."""
        name = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        home = self.home / name
        (home / RESULTS).mkdir(parents=True)
        (home / FILES).mkdir()
        (home / LISTS).mkdir()
        job = Job(home, time.strftime("%Y-%m-%dT%H:%M:%S"))
        job.keep()
        with self._lock:
            self._jobs[name] = job
        return job

    def remove(self, name: str) -> None:
        """Remove a job with all its files; UsageError while it is at work."""
        job = self.job(name)
        if job.state in BUSY:
            raise UsageError(Words("หยุดการตรวจก่อนลบ", "stop the scan before removing it"))
        with self._lock:
            del self._jobs[name]
        shutil.rmtree(job.home)


def _kept(home: Path) -> Iterator[Job]:
    """Yield the jobs whose folders lie there. A scan that was cut off has its files still."""
    for card in sorted(home.glob(f"*/{CARD}")):
        if card.parent.is_symlink() or not set(card.parent.name) <= set(LETTERS):
            continue
        try:
            data: dict[str, Any] = json.loads(card.read_text(encoding="utf-8"))
            asked = Asked(**{**data["asked"], "items": tuple(data["asked"]["items"])})
            state = State.KEPT if data["state"] in (State.DONE, State.KEPT) else State.FILLING
            sent = sum(path.is_file() for path in (card.parent / FILES).rglob("*"))
            yield Job(card.parent, str(data["created"]), asked, state, sent, int(data["total"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # no job of ours
