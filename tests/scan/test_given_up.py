"""A page that kills its reader is given up with its reason; the other pages are read and judged."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Mapping
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
from ita_checker.scan.reading import judged_in_part, read_in_time
from ita_checker.scan.settings import settings
from ita_checker.scan.tasks import Entry, Means, scan

GOOD = Path(__file__).parents[2] / "samples/2565/pa-kluai-hom/O42.pdf"
PAGES = 12
SAID = {
    "abort": "the reader crashed opening this file (SIGABRT)",
    "memory": "opening this file takes more memory than allowed (MemoryError)",
    "hang": "opening this file takes longer than allowed (3 s)",
    "breaks": "the reader crashed opening this file (KeyError: 'no such word')",
}
SAID_WHOLE = {
    "abort": "with it, the program breaks (SIGABRT)",
    "breaks": "with it, the program breaks (KeyError: 'no such word')",
}
Faults = Mapping[Any, str]  # by page, way of opening or closing, or pages judged together


def dies(fault: str | None, before: int) -> None:
    """Do as a fault says; `before`: how often it was done before."""
    if fault == "abort":
        os.kill(os.getpid(), signal.SIGABRT)
    if fault == "killed once" and not before:
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "memory":
        raise MemoryError
    if fault == "hang":
        time.sleep(60)
    if fault == "breaks":
        raise KeyError("no such word")


def deadly(path: Path, at: Faults, given_up: GivenUp, marks: Path) -> Document:
    """Read a file of so many pages, some of which kill whoever reads them. Faults at "opening" and
    "closing" go by how the file is opened.
    """

    def mark(what: str) -> int:
        before = marks.read_text().split().count(what) if marks.exists() else 0
        with marks.open("a") as file:
            file.write(f"{what} ")
        return before

    def page(number: int, before: Any) -> Page:
        why = before(number)
        if why is not None:
            return Page(number, 1, 1, source=Source.UNREAD, reason=why)
        dies(at.get(number), mark(str(number)))
        return Page(number, 1, 1)

    def read(path: Path, options: ReadOptions, picture: Any, before: Any, after: Any) -> Document:
        dies(at.get(f"opening {options.way}"), mark(options.way))
        pages = tuple(page(number, before) for number in range(1, PAGES))
        after()
        dies(at.get(f"closing {options.way}"), 0)
        return Document(str(path), "", pages)

    import ita_checker.read

    ita_checker.read.read = read
    return read_in_time(path, ReadOptions(), given_up)


def call(task: Task, at: Faults, **_: Any) -> Report:
    """Return a report that says which pages are unread or doubted, and why, as its office. Faults
    at "whole" come where all the pages they name are judged.
    """
    document = deadly(Path(task.path), at, task.given_up, Path(task.path).with_suffix(".marks"))
    document = judged_in_part(document, task.given_up)
    seen = {page.number for page in document.pages if page.source is not Source.UNREAD}
    for name, fault in at.items():
        if isinstance(name, frozenset) and name <= seen:
            dies(fault, 0)
    said = " ".join(
        f"{page.number}:{page.reason.en}" for page in document.pages if page.reason is not None
    )
    return Report(said, task.sha256, len(document.pages), status=Status.CLEAN, organisation=said)


def outcome(folder: Path, at: Faults, cache: Cache | None = None) -> Report:
    (folder / "a.pdf").write_text(str(at))
    means = Means((), ReadOptions(), Limits(seconds=3.0), 1, cache, call=partial(call, at=at))
    files = [Entry("a.pdf", str(folder / "a.pdf"))]
    (report,) = scan(files, lambda shown, _: Submission(shown), means)
    return report


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ({}, ""),
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
def test_a_page_that_kills_its_reader_is_lost_alone(tmp_path: Path, at: Faults, said: str) -> None:
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
    tries = [mark for mark in (tmp_path / "a.marks").read_text().split() if mark.isdigit()]
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
    died = Lost("crash", "SIGSEGV", at=4, stage="part")
    assert GivenUp().after(replace(died, fresh=False)) == GivenUp(again=True)
    assert GivenUp().after(replace(died, detail="SIGKILL")) == GivenUp(again=True)
    given_up = GivenUp(again=True).after(replace(died, fresh=False))
    assert given_up is not None
    assert [number for number, _ in given_up.pages] == [4]


def test_a_death_before_the_file_is_opened_is_the_files() -> None:
    assert GivenUp().after(Lost("time", "20 s")) is None
    given_up = GivenUp(rest=(1, Words("", "")))
    assert given_up.after(Lost("crash", "SIGABRT", at=1, stage="part")) is None


@pytest.mark.parametrize("where", ["opening", "closing"])
@pytest.mark.parametrize("fault", ["abort", "memory", "hang", "breaks"])
def test_where_opening_or_closing_a_file_kills_it_is_opened_otherwise(
    tmp_path: Path, where: str, fault: str
) -> None:
    report = outcome(tmp_path, {f"{where} plain": fault})
    said = report.organisation or ""
    assert report.status is Status.CLEAN
    assert said.startswith(f"1:{SAID[fault]}")
    assert said.count("it was opened in another way") == PAGES - 1
    assert "mended" in (tmp_path / "a.marks").read_text()


def test_each_way_to_open_a_file_is_tried_and_then_it_is_lost(tmp_path: Path) -> None:
    ways = ("plain", "mended", "unchecked", "letters")
    report = outcome(tmp_path, {f"opening {way}": "abort" for way in ways[:-1]})
    assert report.status is Status.CLEAN
    report = outcome(tmp_path, {f"opening {way}": "abort" for way in ways})
    assert (tmp_path / "a.marks").read_text().split()[-4:] == list(ways)
    assert report.status is Status.UNREADABLE
    assert "he reader crashed (SIGABRT)" in str(report.findings[0].message)


@pytest.mark.parametrize(
    ("together", "out"), [({1}, [1]), ({2}, [2]), ({5}, [3, 4, 5]), ({1, 9}, range(6, 12))]
)
@pytest.mark.parametrize("fault", ["abort", "breaks"])
def test_pages_that_cannot_be_judged_together_are_judged_in_part(
    tmp_path: Path, together: set[int], out: list[int], fault: str
) -> None:
    report = outcome(tmp_path, {frozenset(together): fault})
    said = report.organisation or ""
    assert [int(number) for number in re.findall(r"(\d+):this page was not checked", said)] == [
        *out
    ]
    assert SAID_WHOLE[fault] in said


def test_what_cannot_be_judged_at_all_is_lost_and_says_so(tmp_path: Path) -> None:
    report = outcome(tmp_path, {frozenset(): "breaks"})
    assert report.status is Status.UNREADABLE
    assert "he reader crashed (KeyError: 'no such word')" in str(report.findings[0].message)
    assert "in dies" in report.failures[0].trace


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
