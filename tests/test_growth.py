"""No pattern and no reader of text takes more than in proportion to what it is given."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import growth
import pytest

from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.wrapping import wrap
from ita_checker.text import dates, phrases, tokens
from ita_checker.text.compare import bare, plain
from ita_checker.text.flow import Flow, fold
from ita_checker.text.mending import mended
from ita_checker.text.numbers import runs
from ita_checker.text.visible import visible
from ita_checker.words import lists_of

LETTERS = 5000  # enough to tell a square from a line; `python tests/growth.py 1000000` goes on
LOOKS = 12  # what shares the machine may hide a pattern that grows in a single one


# Asked only of what is short: each with who sees to that.
SHORT = {
    "ita_checker.text.patterns.PIECES": "regex source of ours",
}


def test_no_pattern_grows_more_than_linearly() -> None:
    uses = growth.patterns()
    assert len(uses) > 200
    asked = [use for use in uses if use.where.split(": ")[0] not in SHORT]
    assert len(uses) - len(asked) == len(SHORT)
    assert [*growth.slow(LETTERS, asked)] == []


def fresh_boundaries(text: str) -> object:
    tokens._kept.cache_clear()
    return tokens.boundaries(Flow(text))


# Every word that a label of a field may be, and what every rule of the packs looks for.
LABELS = tuple(word for words in lists_of("fields.labels").values() for word in words)
READERS: dict[str, Callable[[str], Any]] = {
    "visible": visible,
    "spoken": lambda text: spoken(text, "th"),
    "Flow": Flow,
    "fold": fold,
    "tokens": tokens.tokens,
    "boundaries": fresh_boundaries,
    "dates": lambda text: dates.find(Flow(text)),
    "urls": lambda text: dates.urls(Flow(text)),
    "phrases": lambda text: phrases.find(Flow(text), LABELS[:40]),
    "mended": lambda text: mended(text, ()),
    "plain": plain,
    "bare": bare,
    "runs": runs,
}


# Readers that take long for every letter show what grows in a shorter text.
SLOW_READERS = ("mended", "boundaries", "tokens")


@pytest.mark.parametrize("name", READERS)
def test_no_reader_of_text_grows_more_than_linearly(name: str) -> None:
    READERS[name]("ทดสอบ 2564")  # what it makes once is made now
    letters = LETTERS if name in SLOW_READERS else LETTERS * 4
    found = {run: growth.grows(READERS[name], run, letters) for run in growth.RUNS}
    assert {run: ratio for run, ratio in found.items() if ratio} == {}


PLANTED = """
import re
from dataclasses import dataclass
from ita_checker.text.patterns import built
ALONE = re.compile(r"\\s*x$")
IN_A_DICT = {"a": (re.compile(r"[.]+-"),)}
OF_WORDS = built("{word}*!", {"word": ["ก", "กก"]})
@dataclass(frozen=True)
class Held:
    pattern: re.Pattern
IN_A_RECORD = Held(re.compile(r"(?:\\d+)*-$"))
def use(text):
    return re.sub(r"(?:\\s|,)*;", "", text)
"""


def test_a_pattern_that_grows_is_noticed_wherever_it_is_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planted.py").write_text(PLANTED, encoding="utf-8")
    spec = spec_from_file_location("ita_checker.planted", tmp_path / "planted.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "ita_checker.planted", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(growth, "modules", lambda: iter([module]))
    monkeypatch.setattr(growth, "HOME", tmp_path)
    monkeypatch.setattr(growth, "judge_samples", lambda: None)
    monkeypatch.setattr(growth, "RUNS", (".", "1", " ", "ก"))
    monkeypatch.setattr(growth, "GIVEN", 0.1)
    grows = {
        f"ita_checker.planted.{name}" for name in ("ALONE", "IN_A_DICT", "OF_WORDS", "IN_A_RECORD")
    } | {"ita_checker.planted:13"}
    found: set[str] = set()
    for _ in range(LOOKS):
        found |= {
            where.split(": ")[0] for where, _, _ in growth.slow(LETTERS * 4, growth.patterns())
        }
        if found >= grows:
            break
    assert found == grows


def test_what_is_compiled_while_a_report_is_judged_is_measured_too() -> None:
    def work() -> None:
        exec(compile("re.compile('ก+ข?' * 3)", str(growth.HOME / "x.py"), "exec"), {"re": re})

    before, growth.judge_samples = growth.judge_samples, work
    try:
        assert [made.pattern for _, made in growth._made_at_work()] == ["ก+ข?" * 3]
    finally:
        growth.judge_samples = before


def test_what_grows_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "GIVEN", 0.2)
    use = growth.Use("here", re.compile(r"\s*x"), frozenset())
    assert growth.grows(use, " ", LETTERS * 4) is not None
    use = growth.Use("here", re.compile(r"(?:a|aa)+$"), frozenset({"match"}))
    assert growth.grows(use, "aa", LETTERS) is not None


def test_a_line_that_is_long_is_wrapped() -> None:
    assert max(map(len, wrap("ก" * 2000 + " " + "x" * 500, 80))) <= 80
