"""No pattern and no reader of text takes more than in proportion to what it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import growth
import pytest

from ita_checker.report.parts.days import spoken
from ita_checker.report.parts.wrapping import wrap
from ita_checker.text.flow import Flow
from ita_checker.text.visible import visible

LETTERS = 5000  # enough to tell a square from a line; `python tests/growth.py 1000000` goes on


# Asked only of what is short: each with who sees to that.
SHORT = {
    "ita_checker.facts.organisation.whose.JOINED": "twelve letters between two names",
    "ita_checker.text.patterns.PIECES": "regex source of ours",
}


def test_no_pattern_grows_more_than_linearly() -> None:
    uses = growth.patterns()
    assert len(uses) > 200
    found = {where.split(": ")[0]: (run, ratio) for where, run, ratio in growth.slow(LETTERS)}
    assert {where: shown for where, shown in found.items() if where not in SHORT} == {}


@pytest.mark.parametrize(
    "read", [visible, lambda text: spoken(text, "th"), Flow], ids=["visible", "spoken", "Flow"]
)
def test_no_reader_of_text_grows_more_than_linearly(read: Callable[[str], Any]) -> None:
    assert {run: growth.grows(read, run, 40_000) for run in growth.RUNS} == dict.fromkeys(
        growth.RUNS
    )


def test_what_grows_is_noticed() -> None:
    import re

    use = growth.Use("here", re.compile(r"\s*x"), frozenset())
    assert growth.grows(use, " ", LETTERS * 4) is not None
    use = growth.Use("here", re.compile(r"(?:a|aa)+$"), frozenset({"match"}))
    assert growth.grows(use, "aa", LETTERS) is not None


def test_a_line_that_is_long_is_wrapped() -> None:
    assert max(map(len, wrap("ก" * 2000 + " " + "x" * 500, 80))) <= 80
