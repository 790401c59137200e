"""A file's pictures have a time of their own: what is read is kept, the rest is unread and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_checker.model import ReadOptions, Source
from ita_checker.scan import reading

SCAN = Path(__file__).parents[2] / "samples/2565/nong-lat-kwian/O43.pdf"


def test_pages_for_which_no_time_is_left_are_unread_and_the_others_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter([0.0, 1.0, reading.LONGEST + 1, reading.LONGEST + 2])
    granted: list[float] = []
    monkeypatch.setattr(reading.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(reading, "more_time", granted.append)
    pages = reading.read_in_time(SCAN, ReadOptions()).pages
    assert [page.source for page in pages] == [Source.OCR, Source.UNREAD, Source.UNREAD]
    assert pages[1].reason is not None and "used up" in pages[1].reason.en
    assert granted == [reading.SECONDS_A_PICTURE]
