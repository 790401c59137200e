"""What is wrong with a single saying, wherever in a pack it stands; what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_checker.errors import RuleError, did_you_mean
from ita_checker.model import Words
from ita_checker.rulebook.examples import placeholders
from ita_checker.rulebook.levels import PROOF, tags, told
from ita_checker.rulebook.marked import Map
from ita_checker.rulebook.mistakes import mistake
from ita_checker.rulebook.shelf import Draft


def add(text: str) -> Words:
    return Words(f"เพิ่ม {text}", f"add {text}")


def proved(said: Map) -> Iterator[RuleError]:
    """Yield a mistake where something is called verified and its source says that it is not."""
    rests = tags(said["source"])
    if said["verified"] is True and rests and not PROOF & set(rests):
        yield mistake(
            said.lines["verified"],
            f"verified: true แต่ที่มาบอกว่า{told(f'[{rests[0]}]')}",
            f"verified: true, but its source says {told(f'[{rests[0]}]', 'en')}",
            Words(
                "บอกสิ่งที่ยืนยันไว้ในที่มา หรือใส่ verified: false",
                "name what proves it, or write verified: false",
            ),
        )


def empty(said: Map, names: tuple[str, ...]) -> Iterator[RuleError]:
    for name in names:
        if isinstance(said.get(name), str) and not said[name].strip():
            yield mistake(
                said.lines[name],
                f"{name} ว่าง",
                f"{name} is empty",
                Words("กรอกให้ครบ", "fill it in"),
            )


def out(what: str) -> Words:
    return Words(f"ลบ {what} ออก", f"take {what} out")


def words(draft: Draft, report: str, where: str) -> Iterator[RuleError]:
    own = draft.said.get("words")
    known = [*(own if isinstance(own, Map) else ()), "N", "N-1", "N+1", "covered", "title", "code"]
    for word in placeholders(report):
        if word not in known and not re.fullmatch(r"(?:N|covered)(?:[+-]\d)?", word):
            yield mistake(
                where,
                f"ตัวอย่างใช้ {{{word}}} ซึ่งไม่มี",
                f"the example uses {{{word}}}, which is nothing",
                did_you_mean(word, known),
            )
