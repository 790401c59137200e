"""What is kept: an entry may be missing, never stale, damaged or not ours."""

from __future__ import annotations

import ast
import hashlib
import os
import pickle
import sqlite3
import stat
import sys
import time
import zlib
from array import array
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from ita_checker.model import Box, Document, Line, Page, Report, Status
from ita_checker.run import packing, sources
from ita_checker.run.cache import Cache, key
from ita_checker.run.packing import pack, unpack

DOCUMENT = Document(
    "a.pdf",
    "00",
    (Page(1, 595.0, 842.0, (Line("กข", Box(0, 0, 2, 1), array("f", [0, 1, 1, 2]), "กข"),)),),
)


def test_a_document_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("document", [("k", DOCUMENT)])
    cache.close()
    back = Cache(tmp_path).get("k", Document)
    assert back is not None
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
    assert Cache(tmp_path).get("k", Report) is None


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "entries.sqlite").write_bytes(
        b"no database, but long enough to be taken for one" * 50
    )
    cache = Cache(tmp_path)
    cache.put("report", [("k", Report("a.pdf"))])
    assert cache.get("k", Report) == Report("a.pdf")


class Evil:
    """What runs code where it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("raise SystemExit(9)",)


def test_an_entry_can_run_no_code(tmp_path: Path) -> None:
    # The walk out of a module of ours by a dotted name, which a list of allowed modules let pass.
    dotted = (
        b"\x80\x05\x8c\x1aita_checker.model.document\x8c\x24dataclass.__builtins__.__getitem__"
        b"\x93\x8c\x04eval\x85R\x8c\x0eopen('ran','w')\x85R."
    )
    cache = Cache(tmp_path)
    for number, payload in enumerate((pickle.dumps(Evil()), dotted)):
        for data in (payload, zlib.compress(payload)):
            plant(cache, str(number), data)
            assert cache.get(str(number), Report) is None
            with pytest.raises(ValueError):
                unpack(data, Document)
    assert not Path("ran").exists()


def plant(cache: Cache, name: str, data: bytes) -> None:
    """Put an entry into a cache as someone would who knows how it is sealed."""
    cache.put("report", [(name, Report("a.pdf"))])
    sealed = hashlib.sha256(name.encode() + b"\0" + data).digest() + data
    with sqlite3.connect(cache.path) as base:
        base.execute("update entry set value = ? where key = ?", (sealed, name))
    base.close()


def test_an_entry_put_under_another_key_or_of_another_kind_is_no_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("report", [("clean", Report("a.pdf", status=Status.CLEAN)), ("k", Report("b.pdf"))])
    with sqlite3.connect(cache.path) as base:
        base.execute(
            "update entry set value = (select value from entry where key = 'clean') where key = 'k'"
        )
    base.close()
    assert cache.get("k", Report) is None
    assert cache.get("clean", Document) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zlib",
        zlib.compress(b""),
        zlib.compress(b"\x91" * 100_000),
        zlib.compress(b"\xdf\xff\xff\xff\xff"),
        pack(DOCUMENT)[:-4],
        pack(DOCUMENT) + b"x",
        pack(["a", {"b": 1}]),
    ],
    ids=["empty", "noise", "nothing", "deep", "huge map", "cut", "longer", "another shape"],
)
def test_what_is_not_of_the_type_is_refused(data: bytes) -> None:
    for kind in (Document, Report):
        with pytest.raises(ValueError):
            unpack(data, kind)


def test_a_small_entry_cannot_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST", 10_000)
    with pytest.raises(ValueError):
        unpack(zlib.compress(b"\xc6\x00\x98\x96\x80" + bytes(10_000_000)), bytes)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners and modes are POSIX")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_a_cache_others_can_write_to_is_refused_and_costs_no_result(
    tmp_path: Path, mode: int
) -> None:
    kept = Cache(tmp_path / "cache")
    kept.put("report", [("k", Report("a.pdf"))])
    kept.close()
    (tmp_path / "cache").chmod(mode)
    cache = Cache(tmp_path / "cache")
    refused = cache.refused()
    assert refused is not None
    assert "others can write" in refused.text("en")
    cache.put("report", [("k2", Report("a.pdf"))])
    assert (cache.get("k", Report), cache.info().reports) == (None, 0)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners and modes are POSIX")
def test_a_cache_of_another_user_and_one_that_is_a_link_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cache(tmp_path / "own").put("report", [("k", Report("a.pdf"))])
    (tmp_path / "linked").mkdir(mode=0o700)
    (tmp_path / "linked/entries.sqlite").symlink_to(tmp_path / "own/entries.sqlite")
    refused = Cache(tmp_path / "linked").refused()
    assert refused is not None and "a link" in refused.text("en")
    me = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    refused = Cache(tmp_path / "own").refused()
    assert refused is not None and "another user" in refused.text("en")


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners and modes are POSIX")
def test_the_folder_and_the_file_are_the_users_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new/cache")
    cache.put("report", [("k", Report("a.pdf"))])
    assert stat.S_IMODE(cache.path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in cache.path.parent.iterdir()} == {0o600}


def test_half_a_pair_of_letters_costs_itself_and_nothing_else() -> None:
    report = Report("\udca1.pdf", organisation="ก\ud83d", fiscal_year=2564)
    assert unpack(pack(report), Report) == Report(
        "\ufffd.pdf", organisation="ก\ufffd", fiscal_year=2564
    )


def test_what_a_document_rests_on_is_the_reading_room_and_what_it_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ita_checker"
    for name, text in {
        "read/__init__.py": "from ita_checker.read import lines\nfrom ita_checker.model import Box",
        "read/lines.py": "from ita_checker.text.numbers import (\n    number,\n)\n",
        "read/ocr/model.onnx": "weights",
        "scan/reading.py": "",
        "model/__init__.py": "from ita_checker.model import document",
        "model/document.py": "",
        "text/__init__.py": "",
        "text/numbers.py": "",
        "text/other.py": "",
        "text/digits.yaml": "",
        "facts/years.py": "",
        "words/years.yaml": "",
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text)
    monkeypatch.setattr(sources, "HOME", home)

    def hashed() -> tuple[str, str]:
        sources.of_reading.cache_clear(), sources.of_all.cache_clear()
        return sources.of_reading(), sources.of_all()

    before = hashed()
    for name, changes in {
        "facts/years.py": (False, True),
        "words/years.yaml": (False, True),
        "text/other.py": (False, True),
        "text/numbers.py": (True, True),
        "text/digits.yaml": (True, True),
        "model/document.py": (True, True),
        "read/lines.py": (True, True),
        "read/ocr/model.onnx": (True, True),
    }.items():
        (home / name).write_text((home / name).read_text() + "\n# changed")
        after = hashed()
        assert (after[0] != before[0], after[1] != before[1]) == changes, name
        before = after
    monkeypatch.setattr(sources, "_version", lambda name: f"{name} 2")
    assert hashed()[0] != before[0]
    sources.of_reading.cache_clear(), sources.of_all.cache_clear()


def test_a_folder_that_another_version_left_with_its_cache_is_no_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ita_checker"
    (home / "read" / "old" / "__pycache__").mkdir(parents=True)
    (home / "read" / "__init__.py").write_text("from ita_checker.read import new as old")
    (home / "read" / "new.py").touch()
    monkeypatch.setattr(sources, "HOME", home)
    used = sources._used(sources._tree(home / "read"))
    assert used == {home / "read" / "__init__.py", home / "read" / "new.py"}


def test_what_is_read_rests_on_every_library_that_reads() -> None:
    home = sources.HOME
    files = {*sources._tree(home / "read"), *sources._used(sources._tree(home / "read"))}
    trees = [ast.parse(path.read_bytes()) for path in sorted(files) if path.suffix == ".py"]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    outside = {name.split(".")[0] for name in names} - set(sys.stdlib_module_names)
    told = packages_distributions()
    libraries = {told[name][0].lower() for name in outside - {home.name}}
    assert "pythainlp" in libraries
    assert libraries <= set(sources.LIBRARIES)


def test_the_oldest_entries_go_when_the_limit_is_passed(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=1000)
    for number in range(40):
        cache.put("report", [(str(number), Report(f"{number}.pdf"))])
    cache.close()
    cache = Cache(tmp_path, limit=1000)
    assert cache.get("0", Report) is None
    assert cache.get("39", Report) == Report("39.pdf")
    assert cache.info().reports < 40


def test_a_key_changes_with_every_part() -> None:
    assert len({key("a", 1), key("a", 2), key("b", 1), key("a", None)}) == 4


def test_a_cache_that_cannot_be_written_costs_no_result(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    cache = Cache(blocked / "below")
    cache.put("report", [("k", Report("a.pdf"))])
    assert cache.get("k", Report) is None


def test_a_clock_that_goes_back_costs_no_entry_and_no_eviction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([2e9, 1e9, 1e9, 1e9, 1e9])
    monkeypatch.setattr(time, "time", lambda: next(clock, 1e9))
    kept = Cache(tmp_path)
    kept.put("report", [("tomorrow", b"x" * 100)])
    kept.put("report", [("today", b"y" * 100)])
    kept.close()
    again = Cache(tmp_path)
    assert again.get("tomorrow", bytes) == b"x" * 100
    assert again.get("today", bytes) == b"y" * 100
