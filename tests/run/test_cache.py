"""What is kept: an entry may be missing, never stale, damaged or not ours."""

from __future__ import annotations

import pickle
import sqlite3
from array import array
from pathlib import Path

from ita_checker.model import Box, Document, Line, Page, Report, Status
from ita_checker.run.cache import Cache, key, pack, unpack

DOCUMENT = Document(
    "a.pdf",
    "00",
    (Page(1, 595.0, 842.0, (Line("กข", Box(0, 0, 2, 1), array("f", [0, 1, 1, 2]), "กข"),)),),
)


def test_a_document_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("document", [("k", DOCUMENT)])
    cache.close()
    back = Cache(tmp_path).get("k")
    assert back == DOCUMENT
    assert (back.text, back.span(0, 2).quote) == ("กข\n\f", "กข")


def test_a_damaged_entry_is_no_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("report", [("k", Report("a.pdf", status=Status.CLEAN))])
    cache.close()
    base = sqlite3.connect(tmp_path / "entries.sqlite")
    base.execute("update entry set value = cast(x'00' || substr(value, 2) as blob)")
    base.commit()
    base.close()
    assert Cache(tmp_path).get("k") is None


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "entries.sqlite").write_bytes(
        b"no database, but long enough to be taken for one" * 50
    )
    cache = Cache(tmp_path)
    cache.put("report", [("k", Report("a.pdf"))])
    assert cache.get("k") == Report("a.pdf")


def test_nothing_but_our_own_words_is_unpickled() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return exec, ("raise SystemExit",)

    assert unpack(pack(Evil())) is None
    assert b"exec" in pickle.dumps(Evil())


def test_the_oldest_entries_go_when_the_limit_is_passed(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=1000)
    for number in range(40):
        cache.put("report", [(str(number), Report(f"{number}.pdf"))])
    cache.close()
    cache = Cache(tmp_path, limit=1000)
    assert cache.get("0") is None
    assert cache.get("39") == Report("39.pdf")
    assert cache.info().reports < 40


def test_a_key_changes_with_every_part() -> None:
    assert len({key("a", 1), key("a", 2), key("b", 1), key("a", None)}) == 4


def test_a_cache_that_cannot_be_written_costs_no_result(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    cache = Cache(blocked / "below")
    cache.put("report", [("k", Report("a.pdf"))])
    assert cache.get("k") is None
