"""Finds the mistakes in what a pack adds to the vocabulary: lists that there are not, words that
match nothing or anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook.marked import Map
from ita_checker.rulebook.mistakes import mistake
from ita_checker.rulebook.shelf import Draft
from ita_checker.text.flow import fold
from ita_checker.words import names

OPENING, CLOSING = "([", ")]"


def added(draft: Draft) -> Iterator[RuleError]:
    """Yield mistakes in the words that a pack's own file adds; those it takes over were proved
    where they stand.
    """
    own = draft.own.get("vocabulary") or Map(draft.own.where)
    for name, words in own.items():
        if words is None:
            continue  # nothing of what was taken over
        if name not in names():
            yield mistake(
                own.lines[name],
                f"ไม่มีคำศัพท์ชุด “{name}”",
                f'the vocabulary has no list "{name}"',
                _meant(name),
            )
            continue
        for word, line in zip(words, words.lines, strict=True):
            if not fold(word) or not _balanced(word):
                yield mistake(
                    line,
                    f"“{word}” ไม่เป็นคำ",
                    f'"{word}" is no word',
                    Words(
                        "เขียนคำอย่างน้อยหนึ่งอักษร วงเล็บเปิดปิดให้ครบ",
                        "write a letter or more, and close every bracket",
                    ),
                )


def _meant(name: str) -> Words:
    """Return the list that was meant, or the lists of the subject."""
    subject = [known for known in sorted(names()) if known.split(".")[0] == name.split(".")[0]]
    return did_you_mean(name, subject or sorted({known.split(".")[0] for known in names()}))


def _balanced(word: str) -> bool:
    """Tell whether every bracket is closed: "[…]" and "(a|b)" are notation in some lists."""
    open_ones = 0
    for letter in word:
        open_ones += (letter in OPENING) - (letter in CLOSING)
        if open_ones < 0:
            return False
    return not open_ones
