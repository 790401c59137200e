"""What kills the reader of a file costs as little of it as can be: a page is given up and the
others are read, a file that cannot be opened so is opened otherwise, and where what is made of all
pages never ends, it is made of fewer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ita_checker.model import Way, Words
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
OTHERWISE: Mapping[Way, Way] = {
    "plain": "mended",
    "mended": "unchecked",
    "unchecked": "letters",
}
OPENED: Mapping[LimitPassed, Words] = {
    "time": Words(
        "เปิดไฟล์นี้ตามปกติใช้เวลาเกินที่กำหนด ({}) จึงเปิดด้วยวิธีอื่น",
        "opening this file takes longer than allowed ({}): it was opened in another way",
    ),
    "memory": Words(
        "เปิดไฟล์นี้ตามปกติใช้หน่วยความจำเกินที่กำหนด ({}) จึงเปิดด้วยวิธีอื่น",
        "opening this file takes more memory than allowed ({}): it was opened in another way",
    ),
    "crash": Words(
        "ตัวอ่านหยุดทำงานเมื่อเปิดไฟล์นี้ ({}) จึงเปิดด้วยวิธีอื่น",
        "the reader crashed opening this file ({}): it was opened in another way",
    ),
}
UNJUDGED: Mapping[LimitPassed, Words] = {
    "time": Words(
        "ไม่ได้ตรวจหน้านี้ เพราะการตรวจเมื่อรวมหน้านี้ใช้เวลาเกินที่กำหนด ({})",
        "this page was not checked: with it, checking takes longer than allowed ({})",
    ),
    "memory": Words(
        "ไม่ได้ตรวจหน้านี้ เพราะการตรวจเมื่อรวมหน้านี้ใช้หน่วยความจำเกินที่กำหนด ({})",
        "this page was not checked: with it, checking takes more memory than allowed ({})",
    ),
    "crash": Words(
        "ไม่ได้ตรวจหน้านี้ เพราะโปรแกรมหยุดทำงานเมื่อตรวจรวมหน้านี้ ({})",
        "this page was not checked: with it, the program breaks ({})",
    ),
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Pages that are read and not judged, from and to, and why; those among which the one must be
    that is at fault.
    """

    pages: range
    why: Words
    suspects: range


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Which pages of a file are not to be read, with the reason: `pages` by number, and all from
    `rest` on; how the file is to be opened and why so; which pages are not to be judged. `again`:
    the file was tried once more as it is. `trace`: where the program broke.
    """

    pages: tuple[tuple[int, Words], ...] = ()
    rest: tuple[int, Words] | None = None
    late: int = 0
    again: bool = False
    way: Way = "plain"
    otherwise: Words | None = None
    left_out: LeftOut | None = None
    trace: str = ""

    @property
    def any(self) -> bool:
        """Tell whether the file is not read as it would be: what is read is not to be kept."""
        return bool(self.pages or self.rest or self.otherwise)

    def why(self, number: int) -> Words | None:
        """Return why a page is not to be read; None where it is to be."""
        if self.rest and number >= self.rest[0]:
            return self.rest[1]
        return dict(self.pages).get(number)

    def after(self, lost: Lost) -> GivenUp | None:
        """Return what to give up after a reader was lost; None where nothing more would help.

        What may have been chance, or what the reader had done before, is tried once more as it
        is.
        """
        chance = not lost.fresh or lost.detail == KILLED
        if chance and not self.again and lost.limit != "time":
            return replace(self, again=True)
        broke = lost.trace if lost.limit == "crash" else ""
        known = replace(self, trace=broke or self.trace)
        if lost.stage == "part":
            return known._without_page(lost)
        if lost.stage in ("opening", "closing"):
            return known._opened_otherwise(lost)
        return known._judged_in_part(lost) if lost.stage == "whole" else None

    def _without_page(self, lost: Lost) -> GivenUp | None:
        """Give up the page it died on; after some, all from there on, and then half of those
        before.
        """
        if self.rest and lost.at == 1:
            return None
        late = self.late + (lost.limit == "time")
        if len(self.pages) < MOST and late <= MOST_LATE and not self.rest:
            page = lost.at, _said(WHY[lost.limit], lost.detail)
            return replace(self, pages=(*self.pages, page), late=late)
        first = lost.at // 2 + 1 if self.rest else lost.at
        return replace(self, rest=(first, _said(REST[lost.limit], lost.detail, first)), late=late)

    def _opened_otherwise(self, lost: Lost) -> GivenUp | None:
        """Have the file opened in the next way there is."""
        if self.way not in OTHERWISE:
            return None
        why = self.otherwise or _said(OPENED[lost.limit], lost.detail)
        return replace(self, way=OTHERWISE[self.way], otherwise=why)

    def _judged_in_part(self, lost: Lost) -> GivenUp | None:
        """Leave out the latter half of the pages among which the one at fault must be. Where that
        was left out and it died all the same, it is among the others.
        """
        suspects = range(1, lost.at + 1)
        if self.left_out:
            before, out = self.left_out.suspects, self.left_out.pages
            suspects = range(before.start, out.start)
        if not suspects or len(suspects) == lost.at == 1:
            return None
        out = suspects[len(suspects) // 2 :]
        why = _said(UNJUDGED[lost.limit], lost.detail)
        return replace(self, left_out=LeftOut(out, why, suspects))


NOTHING = GivenUp()


def _said(words: Words, *values: object) -> Words:
    return Words(words.th.format(*values), words.en.format(*values))
