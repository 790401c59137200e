"""What a source rests on: the letters of rule files, as words that people understand."""

from __future__ import annotations

import re

from ita_checker.model import Words

LEVELS = {
    "V": Words("อ่านจากแหล่งที่เผยแพร่แล้ว", "read in a public source"),
    "C": Words("มีแหล่งที่เผยแพร่หนึ่งแห่งตรงกัน", "one public source agrees"),
    "M": Words("ยังไม่ได้ยืนยัน", "not verified"),
    "D": Words("สรุปจากข้อเท็จจริงอื่น", "concluded from other facts"),
}
PROOF = frozenset("VC")  # what can prove a rule or an item
TAG = re.compile(r"\[([A-Z])\]")


def told(source: str, lang: str = "th") -> str:
    """Return a source with its letters said in words: [V] is (read in a public source)."""

    def words(match: re.Match[str]) -> str:
        said: Words | None = LEVELS.get(match[1])
        return f"({getattr(said, lang)})" if said else match[0]

    return TAG.sub(words, source)


def tags(source: str) -> tuple[str, ...]:
    """Return the letters in a source, in order."""
    return tuple(TAG.findall(source))
