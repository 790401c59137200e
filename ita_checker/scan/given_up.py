"""Pages that kill their reader are given up, so that the others of their file are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ita_checker.model import Words
from ita_checker.run.outcomes import LimitPassed, Lost

MOST = 5  # pages of a file given up one by one
MOST_LATE = 1  # of them for time: each costs all the time a file has
KILLED = "SIGKILL"  # by the system where its memory is short, or by a person: it may not come again
WHY: Mapping[LimitPassed, Words] = {
    "time": Words("หน้านี้อ่านเกินเวลาที่กำหนด ({})", "this page takes longer than allowed ({})"),
    "memory": Words(
        "หน้านี้ใช้หน่วยความจำเกินที่กำหนด ({})", "this page takes more memory than allowed ({})"
    ),
    "crash": Words("ตัวอ่านหยุดทำงานที่หน้านี้ ({})", "the reader crashed on this page ({})"),
}
REST: Mapping[LimitPassed, Words] = {
    "time": Words(
        "ไม่ได้อ่านตั้งแต่หน้า {1} เพราะไฟล์นี้อ่านเกินเวลาที่กำหนด ({0})",
        "not read from page {1} on: this file takes longer than allowed ({0})",
    ),
    "memory": Words(
        "ไม่ได้อ่านตั้งแต่หน้า {1} เพราะไฟล์นี้ใช้หน่วยความจำเกินที่กำหนด ({0})",
        "not read from page {1} on: this file takes more memory than allowed ({0})",
    ),
    "crash": Words(
        "ไม่ได้อ่านตั้งแต่หน้า {1} เพราะตัวอ่านหยุดทำงานหลายครั้ง ({0})",
        "not read from page {1} on: the reader crashed again and again ({0})",
    ),
}


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Which pages of a file are not to be read, with the reason: `pages` by number, and all from
    `rest` on. `again`: the file was tried once more as it is.
    """

    pages: tuple[tuple[int, Words], ...] = ()
    rest: tuple[int, Words] | None = None
    late: int = 0
    again: bool = False

    @property
    def any(self) -> bool:
        """Tell whether a page is given up."""
        return bool(self.pages or self.rest)

    def why(self, number: int) -> Words | None:
        """Return why a page is not to be read; None where it is to be."""
        if self.rest and number >= self.rest[0]:
            return self.rest[1]
        return dict(self.pages).get(number)

    def after(self, lost: Lost) -> GivenUp | None:
        """Return what to give up after a reader was lost; None where nothing more would help.

        What may have been chance, or what the reader had done before, is tried once more as it
        is. Then the page it died on goes; after some, all from there on, and then half of those
        before.
        """
        chance = not lost.fresh or lost.detail == KILLED
        if chance and not self.again and lost.limit != "time":
            return replace(self, again=True)
        if not lost.at or (self.rest and lost.at == 1):
            return None
        late = self.late + (lost.limit == "time")
        if len(self.pages) < MOST and late <= MOST_LATE and not self.rest:
            page = lost.at, _said(WHY[lost.limit], lost.detail)
            return replace(self, pages=(*self.pages, page), late=late)
        first = lost.at // 2 + 1 if self.rest else lost.at
        return replace(self, rest=(first, _said(REST[lost.limit], lost.detail, first)), late=late)


NOTHING = GivenUp()


def _said(words: Words, *values: object) -> Words:
    return Words(words.th.format(*values), words.en.format(*values))
