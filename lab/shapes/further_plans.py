"""Further layouts in which a report sets its measures: headings of two levels, a table under each
measure's heading, names across the table, chapters, questions and answers, months, goals, marked
sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Voice
from lab.shapes.wording import SHORT, begins, counted, heading, parts, text
from lab.sheets import ABOVE, LEFT_OF, Piece, Table

Rounds = tuple[int, ...]
Plan = Callable[[Voice, Rounds], Sequence[Piece]]

GOALS = (
    ("สร้างความเชื่อมั่นแก่ผู้รับบริการ", "ผู้ตอบแบบสอบถามเชื่อมั่นไม่น้อยกว่าร้อยละ 80"),
    ("ลดความเสี่ยงและข้อร้องเรียน", "จำนวนข้อร้องเรียนลดลงจากปีที่ผ่านมา"),
    ("บุคลากรรับรู้และถือปฏิบัติ", "บุคลากรรับรู้ไม่น้อยกว่าร้อยละ 90"),
    ("ผู้มีส่วนได้ส่วนเสียเข้าถึงข้อมูล", "จำนวนครั้งที่เผยแพร่ข้อมูล"),
    ("ปฏิบัติงานตามกำหนดเวลา", "งานที่แล้วเสร็จตามกำหนดไม่น้อยกว่าร้อยละ 85"),
)


def two_level(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each under headings of two levels: the practice, the responsibility."""
    called = voice.called
    top = (called["number"], called["name"], "การปฏิบัติ", LEFT_OF, "ความรับผิดชอบ", LEFT_OF)
    low = (ABOVE, ABOVE, called["steps"], called["when"], called["who"], called["watch"])
    own = [
        (str(at), m.name, m.steps, m.when, m.who, voice.promised(rounds))
        for at, m in enumerate(voice.measures, 1)
    ]
    return [Table((top, low, *own), 2)]


def headed_tables(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """The name as a heading, under it a table of its own with labels on the left."""
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        pieces += [
            heading(f"{at}) {m.name}"),
            Table(
                (
                    (voice.called["who"], m.who),
                    (voice.called["steps"], m.steps),
                    (voice.called["when"], m.when),
                    (voice.called["watch"], voice.promised(rounds)),
                ),
                0,
            ),
        ]
    return pieces


def across(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """The name across all columns, below it a row for each step, the rest joined."""
    called = voice.called
    rows: list[tuple[str, ...]] = [
        ("ขั้นที่", called["steps"], called["when"], called["who"], called["watch"])
    ]
    for at, m in enumerate(voice.measures, 1):
        rows.append((f"{at}. {m.name}", LEFT_OF, LEFT_OF, LEFT_OF, LEFT_OF))
        rest: tuple[str, ...] = (m.when, m.who, voice.promised(rounds))
        for step, part in enumerate(parts(m.steps), 1):
            rows.append((f"{at}.{step}", part, *rest))
            rest = (ABOVE, ABOVE, ABOVE)
    return [Table(tuple(rows))]


def chapters(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A numbered chapter for each, its points numbered below it."""
    called = voice.called
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        pieces += [
            heading(f"2.{at} {m.name}"),
            text(f"2.{at}.1 {called['steps']} ได้แก่ {m.steps}"),
            text(f"2.{at}.2 {called['who']} ได้แก่ {m.who}"),
            text(f"2.{at}.3 {called['when']} {m.when}"),
            text(f"2.{at}.4 {called['watch']} {voice.promised(rounds)}"),
        ]
    return pieces


def asked(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """Questions and answers under each name."""
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures):
        pieces.append(heading(f"{counted(voice, at)} {m.name}"))
        for question, answer in (
            ("มีวิธีปฏิบัติอย่างไร", m.steps),
            ("ใครรับผิดชอบ", m.who),
            ("ดำเนินการเมื่อใด", m.when),
            ("กำกับติดตามและรายงานผลอย่างไร", voice.promised(rounds)),
        ):
            pieces += [text(f"ถาม {question}?"), text(f"ตอบ {answer}")]
    return pieces


def months(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A column for each month with a bar across them, the reports in a row across the foot."""
    called = voice.called
    over = ("พ.ศ. 2564", LEFT_OF, LEFT_OF, "พ.ศ. 2565", *[LEFT_OF] * 8)
    rows = [
        (called["name"], called["steps"], *over, called["who"]),
        (ABOVE, ABOVE, *SHORT, ABOVE),
    ]
    for at, m in enumerate(voice.measures, 1):
        first = begins(m.when)
        bar = (*[""] * first, "↔", *[LEFT_OF] * (11 - first))
        rows.append((f"{at}. {m.name}", m.steps, *bar, m.who))
    foot = f"{called['watch']} : {voice.promised(rounds)}"
    rows.append((foot, *[LEFT_OF] * 14))
    return [Table(tuple(rows), 2)]


def goals(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each with its goal and its indicator beside."""
    called = voice.called
    rows = [
        (
            called["name"],
            "เป้าหมาย",
            "ตัวชี้วัดความสำเร็จ",
            called["steps"],
            called["who"],
            called["watch"],
        )
    ]
    for at, m in enumerate(voice.measures):
        rows.append((m.name, *GOALS[at % len(GOALS)], m.steps, m.who, voice.promised(rounds)))
    return [Table(tuple(rows))]


def marked(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A paragraph for each, the field named in square brackets after what it says."""
    called = voice.called
    return [
        text(
            f"{at}. {m.name} [{called['name']}] ให้{m.who} [{called['who']}] {m.steps} "
            f"[{called['steps']}] กำหนดเวลา {m.when} [{called['when']}] "
            f"และ{voice.promised(rounds)} [{called['watch']}]"
        )
        for at, m in enumerate(voice.measures, 1)
    ]


FURTHER_PLANS: dict[str, Plan] = {
    "two-level": two_level,
    "headed-tables": headed_tables,
    "across": across,
    "chapters": chapters,
    "asked": asked,
    "months": months,
    "goals": goals,
    "marked": marked,
}
