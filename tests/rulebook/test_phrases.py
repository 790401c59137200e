"""What a pack's rules look for is known to the dictionary, wrong spellings are not."""

from __future__ import annotations

from dataclasses import dataclass, field

from ita_checker.model import Item, Pack, Rule
from ita_checker.rulebook.phrases import phrases, teach
from ita_checker.text import tokens as words


@dataclass(frozen=True)
class Asked:
    any_of: tuple[str, ...] = ()
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)


def pack(*rules: Rule, sha256: str) -> Pack:
    return Pack("own-2564", "nacc", 2564, (Item("O43", "กลเม็ดฟะเฟือน", "results"),), rules, sha256)


def test_items_and_phrases_are_taught_once_and_misspellings_never() -> None:
    asked = Rule(
        "own.a",
        "required_part",
        Asked(("ฐฟุบเฟะ",), {"ฌานเฟี้ยะ": ("ฒุ่มเฟื้อ",)}),
        None,
        {},
        "test",
        True,
    )
    wrong = Rule(
        "own.b", "misspelt_terms", Asked((), {"กฎหมาย": ("กฟหมายฟ",)}), None, {}, "test", True
    )
    own = pack(asked, wrong, sha256="phrases-1")
    assert list(phrases(own)) == ["กลเม็ดฟะเฟือน", "ฐฟุบเฟะ", "ฌานเฟี้ยะ", "ฒุ่มเฟื้อ"]
    teach([own])
    assert [words.known(word) for word in ("กลเม็ดฟะเฟือน", "ฐฟุบเฟะ", "ฒุ่มเฟื้อ", "กฟหมายฟ")] == [
        True,
        True,
        True,
        False,
    ]
    known = set(words.dictionary().words)
    teach([own])
    assert words.dictionary().words == known
