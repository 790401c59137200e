"""A page that kills its reader is given up with its reason; the other pages are read and judged."""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import odd
import pikepdf
import pytest

from ita_checker.model import Document, Page, ReadOptions, Report, Source, Status, Submission, Words
from ita_checker.run.cache import Cache
from ita_checker.run.outcomes import Limits, Lost
from ita_checker.scan import reading
from ita_checker.scan.api import check_paths
from ita_checker.scan.given_up import MOST, GivenUp
from ita_checker.scan.one import Task
from ita_checker.scan.reading import read_in_time
from ita_checker.scan.settings import settings
from ita_checker.scan.tasks import Entry, Means, scan

GOOD = Path(__file__).parents[2] / "samples/2565/pa-kluai-hom/O42.pdf"
PAGES = 12


def deadly(path: Path, at: dict[int, str], given_up: GivenUp, marks: Path) -> Document:
    """Read a file of so many pages, some of which kill whoever reads them."""

    def page(number: int, before: Any) -> Page:
        why = before(number)
        if why is not None:
            return Page(number, 1, 1, source=Source.UNREAD, reason=why)
        with marks.open("a") as file:
            file.write(f"{number} ")
        fault = at.get(number)
        if fault == "abort":
            os.kill(os.getpid(), signal.SIGABRT)
        if fault == "killed once" and marks.read_text().split().count(str(number)) == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        if fault == "memory":
            raise MemoryError
        if fault == "hang":
            time.sleep(60)
        return Page(number, 1, 1)

    def read(path: Path, options: ReadOptions, picture: Any, before: Any) -> Document:
        return Document(str(path), "", tuple(page(number, before) for number in range(1, PAGES)))

    import ita_checker.read

    ita_checker.read.read = read
    return read_in_time(path, ReadOptions(), given_up)


def call(task: Task, at: dict[int, str], **_: Any) -> Report:
    """Return a report that says which pages are unread, and why, in the path."""
    document = deadly(Path(task.path), at, task.given_up, Path(task.path).with_suffix(".marks"))
    unread = [page for page in document.pages if page.source is Source.UNREAD]
    said = " ".join(f"{page.number}:{page.reason.en if page.reason else ''}" for page in unread)
    return Report(said, task.sha256, len(document.pages), status=Status.CLEAN, organisation=said)


def outcome(folder: Path, at: dict[int, str], cache: Cache | None = None) -> Report:
    (folder / "a.pdf").write_text(str(at))
    means = Means((), ReadOptions(), Limits(seconds=3.0), 1, cache, call=partial(call, at=at))
    files = [Entry("a.pdf", str(folder / "a.pdf"))]
    (report,) = scan(files, lambda shown, _: Submission(shown), means)
    return report


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ({5: "abort"}, "5:the reader crashed on this page (SIGABRT)"),
        ({5: "memory"}, "5:this page takes more memory than allowed (MemoryError)"),
        ({5: "hang"}, "5:this page takes longer than allowed (3 s)"),
        (
            {1: "abort", 11: "memory"},
            "1:the reader crashed on this page (SIGABRT) "
            "11:this page takes more memory than allowed (MemoryError)",
        ),
        ({7: "killed once"}, ""),
    ],
)
def test_a_page_that_kills_its_reader_is_lost_alone(
    tmp_path: Path, at: dict[int, str], said: str
) -> None:
    report = outcome(tmp_path, at)
    assert (report.status, report.organisation) == (Status.CLEAN, said)


def test_where_page_after_page_kills_all_behind_is_given_up_and_the_rest_read(
    tmp_path: Path,
) -> None:
    report = outcome(tmp_path, dict.fromkeys(range(3, PAGES), "abort"))
    assert report.organisation is not None
    unread = re.findall(r"(\d+):(?:the|not)", report.organisation)
    assert unread == [str(number) for number in range(3, PAGES)]
    assert "not read from page 8 on" in report.organisation


def test_where_every_page_kills_the_file_is_lost_after_some_tries(tmp_path: Path) -> None:
    report = outcome(tmp_path, dict.fromkeys(range(1, PAGES), "abort"))
    tries = (tmp_path / "a.marks").read_text().split()
    assert report.organisation is not None
    assert len(tries) <= MOST + 3


def test_time_is_not_spent_again_for_each_page(tmp_path: Path) -> None:
    began = time.monotonic()
    report = outcome(tmp_path, dict.fromkeys(range(4, PAGES), "hang"))
    assert report.organisation is not None
    assert report.organisation.startswith("4:this page takes longer than allowed")
    assert "5:not read from page 5 on: this file takes longer than allowed" in report.organisation
    assert time.monotonic() - began < 60


def test_what_was_given_up_is_tried_again_in_the_next_scan(tmp_path: Path) -> None:
    for _ in range(2):
        outcome(tmp_path, {2: "abort"}, Cache(tmp_path / "cache"))
    assert (tmp_path / "a.marks").read_text().split().count("2") == 2


def test_a_death_that_may_be_chance_gives_nothing_up_at_first() -> None:
    died = Lost("crash", "SIGSEGV", at=4)
    assert GivenUp().after(replace(died, fresh=False)) == GivenUp(again=True)
    assert GivenUp().after(replace(died, detail="SIGKILL")) == GivenUp(again=True)
    given_up = GivenUp(again=True).after(replace(died, fresh=False))
    assert given_up is not None
    assert [number for number, _ in given_up.pages] == [4]


def test_a_death_at_no_page_is_the_files() -> None:
    assert GivenUp().after(Lost("time", "20 s")) is None
    assert GivenUp(rest=(1, Words("", ""))).after(Lost("crash", "SIGABRT", at=1)) is None


def bomb_within(path: Path) -> Path:
    """Write the good sample with a page in its midst that draws a form 2³⁰ times."""
    forms = odd.forms_that_double(30)
    with pikepdf.open(GOOD) as good:
        with pikepdf.open(forms) as bomb:
            good.pages.insert(2, bomb.pages[0])
        good.save(path)
    return path


def test_a_real_bomb_among_good_pages_costs_its_page(tmp_path: Path) -> None:
    bomb_within(tmp_path / "O42.pdf")
    batch, _ = check_paths(
        [tmp_path], settings({"year": 2565, "cache": False, "memory": 1024**3, "timeout": 60.0})
    )
    (report,) = batch.reports
    assert isinstance(report, Report)
    assert report.pages_unread == (3,)
    assert report.organisation is not None


def test_one_file_read_alone_loses_its_page_too(tmp_path: Path) -> None:
    path = bomb_within(tmp_path / "O42.pdf")
    limits = Limits(seconds=60.0, memory=1024**3)
    document = reading.read_alone(path, ReadOptions(), limits, lambda lost: ValueError(lost))  # type: ignore[arg-type,return-value]
    unread = [page.number for page in document.pages if page.source is Source.UNREAD]
    assert (unread, len(document.pages) > 3) == ([3], True)
