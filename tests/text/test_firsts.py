"""A search that passes over letters with which no match begins finds what it found."""

import re

import pytest
from hypothesis import strategies as some
from untimed import given

from ita_checker.text import firsts
from ita_checker.text.firsts import compiled

LETTERS = some.sampled_from(["ก", "ข", "1", "[กข]", r"\d", "[^ก]", "."])
BEFORE = some.sampled_from(["(?<!ก)", "(?<=ข)", "(?=[ก1])", "(?!1)", r"\b", "^", ""])
AFTER = some.sampled_from(["?", "*", "+", "{2}", "{0,2}?", "*+", "", "$"])
SOURCES = some.recursive(
    LETTERS,
    lambda inner: some.one_of(
        some.builds(lambda one, other: f"(?:{one}|{other})", inner, inner),
        some.builds(lambda before, one, after: f"{before}({one}){after}", BEFORE, inner, AFTER),
        some.builds(lambda one, other: f"(?>{one}){other}", inner, inner),
        some.builds(lambda one, other: one + other, inner, inner),
    ),
    max_leaves=6,
)


@given(SOURCES, some.text("กข1ค", max_size=8))
def test_whatever_a_pattern_is_made_of_it_finds_the_same(source: str, text: str) -> None:
    try:
        usual = re.compile(source)
    except re.error:
        return
    found = [(hit.span(), hit.groups()) for hit in compiled(source + "(?#)").finditer(text)]
    assert found == [(hit.span(), hit.groups()) for hit in usual.finditer(text)]


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        ("(?<!ก)ขค", "ข"),
        ("(?P<day>ข?)(?:ก|ค)", "กขค"),
        ("(?:ก|ข)+ค", "กข"),
        ("(?=.ค)(?:ขค|(?:กค|จ))", "กขจ"),
        ("(?>ขค|คก)", "ขค"),
        ("(?:ก|.)ข", ""),
    ],
)
def test_the_engine_is_told_what_a_pattern_begins_with(
    source: str, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[tuple[object, int]] | None] = []
    find = firsts._told
    monkeypatch.setattr(firsts, "_told", lambda *asked: told.append(find(*asked)) or told[-1])
    compiled(source + "(?#told)")
    assert "".join(sorted(chr(letter) for _, letter in told[0] or ())) == begins


def test_a_python_that_was_not_tested_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firsts, "KNOWN", False)
    monkeypatch.setattr(firsts, "import_module", lambda name: pytest.fail(f"asked for {name}"))
    assert compiled("(?<!ก)ขค(?#plain)").search("ขค")
