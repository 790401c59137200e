"""All that is made of words hears of a word that is added: nothing reads a list once for good when
it is imported, no cache that knows no vocabulary keeps what was made of one, no list is deaf.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import growth
import pytest

from ita_checker.judge.judge import judge
from ita_checker.model import ReadOptions, Report, Submission
from ita_checker.read import read
from ita_checker.rulebook import load, paper
from ita_checker.text.patterns import Pattern
from ita_checker.words import lists, names, speaking, words_of
from ita_checker.words.in_force import OfWords, make_all

SAMPLES = Path(growth.HOME).parent / "samples"
# each by the group of an office
ASKED_FOR = ("offices.above.", "offices.of_region.")
MADE_UP = "ฆฅฆฅฆ"
# Of every wing something: plans and results, rounds, dates, other offices, scanned pages.
JUDGED = ("2564/huai-nam-rae/O43", "2565/pa-kluai-hom/O42", "2566/tha-ruea-bai/O42")

# No module may read words while it is imported: what is made of them is made when it is asked for.
AT_IMPORT = """
import importlib, pkgutil, sys
import ita_checker.words as words
from ita_checker.words import lists

OURS = ("ita_checker.words", "ita_checker.text.patterns", "collections", "_collections_abc")
wrong = []

def told(function):
    def asked(*args):
        frame = sys._getframe(1)
        while frame.f_globals["__name__"].startswith(OURS):
            frame = frame.f_back
        wrong.append(f"{frame.f_globals['__name__']}:{frame.f_lineno}")
        return function(*args)
    return asked

for name in ("words_of", "words_below", "entry"):
    setattr(words, name, told(getattr(words, name)))
for name in ("__getitem__", "__iter__", "__len__"):
    setattr(lists.Lists, name, told(getattr(lists.Lists, name)))
"""
EVERY_MODULE = """
import ita_checker
for info in pkgutil.walk_packages(ita_checker.__path__, "ita_checker."):
    apart = "ita_checker.training", "ita_checker.__main__", "ita_checker.scan.preload"
    if not info.name.startswith(apart):
        importlib.import_module(info.name)
"""
PLANTED = """
words.words_of("joins.dangling")
tuple(words.lists_of("fields.labels").values())
"""


def _read_for_good(more: str) -> list[str]:
    code = f"{AT_IMPORT}{more}print(*dict.fromkeys(wrong))"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=True
    )
    return ran.stdout.split()


def test_no_module_reads_words_for_good_when_it_is_imported() -> None:
    assert _read_for_good(EVERY_MODULE) == []


def test_all_that_is_made_of_words_can_be_made() -> None:
    assert growth.modules()
    make_all()
    assert all(one.usual is not None for one in _of_words())


def _of_words() -> Iterator[OfWords[Any]]:
    for module in growth.modules():
        yield from (held for held in vars(module).values() if isinstance(held, OfWords))


def test_words_that_are_read_for_good_are_noticed() -> None:
    assert len(_read_for_good(PLANTED)) == 2


@dataclass
class Heard:
    """Which lists were read, and the functions whose answers are kept that read any."""

    read: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    codes: dict[CodeType, str] = field(default_factory=dict)

    def of_list(self, name: str) -> None:
        self.read |= {one for one in names() if f"{one}.".startswith(f"{name}.")}
        self.of_words()

    def of_words(self) -> None:
        frame = sys._getframe(1)
        while frame := frame.f_back:  # type: ignore[assignment]
            if frame.f_code in self.codes:
                self.kept.add(self.codes[frame.f_code])


def _caches(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Yield the functions of a module that keep their answers by what they are asked alone."""
    for name, held in vars(module).items():
        inner = vars(held).items() if isinstance(held, type) else ()
        for called, one in ((name, held), *((f"{name}.{key}", value) for key, value in inner)):
            if hasattr(one, "cache_clear") and hasattr(one, "__wrapped__"):
                yield f"{module.__name__}.{called}", one


def _listening(patch: pytest.MonkeyPatch, heard: Heard) -> None:
    """Let every reading of a list be heard, and every use of what is made of words."""
    found, ask, item = lists._found, OfWords.__call__, lists.Lists.__getitem__

    def entry(name: str) -> Any:
        heard.of_list(name)
        return found(name)

    def called(self: OfWords[Any]) -> Any:
        heard.of_words()
        return ask(self)

    def asked(self: lists.Lists, key: str) -> tuple[str, ...]:
        heard.of_list(f"{self.name}.{key}")
        return item(self, key)

    patch.setattr(lists, "entry", entry)
    patch.setattr(OfWords, "__call__", called)
    patch.setattr(lists.Lists, "__getitem__", asked)
    for module in growth.modules():
        if vars(module).get("entry") is lists_entry:
            patch.setattr(module, "entry", entry)


lists_entry = lists.entry


PROSE = """
# {title}มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
# ประจำปีงบประมาณ พ.ศ. 2564
-> โรงเรียนทุ่งแก้ววิทยา
---page---
    โรงเรียนทุ่งแก้ววิทยา ตั้งใจทำงานเพื่อชุมชน
"""


def _judged() -> tuple[Report, ...]:
    packs, made = load(), []
    for name in JUDGED:
        year, _, item = name.split("/")
        document = read(SAMPLES / f"{name}.pdf", ReadOptions(ocr="never"))
        made.append(judge(document, Submission(f"{name}.pdf", int(year), "nacc", (item,)), packs))
    for item, title in (("O42", ""), ("O43", "รายงานผลการดำเนินการตาม")):
        handed = Submission(f"{item}.pdf", 2564, "nacc", (item,))
        made.append(judge(paper.document(PROSE.format(title=title)), handed, packs))
    return tuple(made)


@pytest.fixture(scope="module")
def heard() -> Heard:
    """Return what was heard while all that modules hold was made, and reports were judged, in a
    vocabulary where every list has a word more.
    """
    made = Heard()
    load()  # packs are read before any has its words in force: they are held to our own lists
    with pytest.MonkeyPatch.context() as patch, speaking(dict.fromkeys(names(), (MADE_UP,))):
        for module in growth.modules():
            for name, one in _caches(module):
                made.codes[one.__wrapped__.__code__] = name
                if not module.__name__.startswith("ita_checker.rulebook"):
                    one.cache_clear()
        _listening(patch, made)
        for module in growth.modules():
            for held in vars(module).values():
                if isinstance(held, OfWords):
                    held()
                elif isinstance(held, Pattern):
                    assert held.now.pattern == held.pattern
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr("ita_checker.judge.known.speaking", lambda _: speaking(_every_list()))
            _judged()
    return made


def _every_list() -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(names(), (MADE_UP,))


def test_every_list_is_read_anew_by_what_is_made_of_it(heard: Heard) -> None:
    deaf = {name for name in names() - heard.read if not name.startswith(ASKED_FOR)}
    assert sorted(deaf) == []


def test_no_cache_that_knows_no_vocabulary_keeps_what_was_made_of_words(heard: Heard) -> None:
    assert sorted(heard.kept) == []


def test_a_cache_that_keeps_what_was_made_of_words_is_noticed() -> None:
    @cache
    def longest() -> int:
        return max(map(len, words_of("joins.dangling")))

    made = Heard(codes={longest.__wrapped__.__code__: "longest"})
    with pytest.MonkeyPatch.context() as patch:
        _listening(patch, made)
        assert longest() > 1
    assert made.kept == {"longest"}


def test_words_that_stand_nowhere_change_nothing() -> None:
    usual = _judged()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ita_checker.judge.known.speaking", lambda _: speaking(_every_list()))
        assert _judged() == usual
