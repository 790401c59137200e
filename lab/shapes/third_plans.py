"""A third set of layouts in which a report sets its measures: issues with those concerned, steps
numbered in the cell or in rows, quarters, grouped by urgency, as an order, forms, two tables.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Voice
from lab.shapes.wording import begins, parts, text
from lab.sheets import ABOVE, LEFT_OF, Kind, Piece, Table, Text

Rounds = tuple[int, ...]
Plan = Callable[[Voice, Rounds], Sequence[Piece]]


def issues(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """Issue, guideline and those concerned; time and reports are lines of the guideline."""
    own = [
        (m.name, f"- {m.steps}\n- ระยะเวลา {m.when}\n- {voice.promised(rounds)}", m.who)
        for m in voice.measures
    ]
    return [Table((("ประเด็น", "แนวทาง", "ผู้เกี่ยวข้อง"), *own))]


def in_cell(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each, its steps numbered inside the cell, the report the last of them."""
    called = voice.called
    rows = [tuple(called[field] for field in ("number", "name", "steps", "when", "who"))]
    for at, m in enumerate(voice.measures, 1):
        steps = (*parts(m.steps), voice.promised(rounds))
        cell = "\n".join(f"{step}) {part}" for step, part in enumerate(steps, 1))
        rows.append((str(at), m.name, cell, m.when, m.who))
    return [Table(tuple(rows))]


def step_rows(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each step beside the name and who does it joined over them, the report in a row."""
    called = voice.called
    rows = [(called["name"], "ลำดับขั้น", called["steps"], called["who"], called["when"])]
    for m in voice.measures:
        name, who, when = m.name, m.who, m.when
        for step, part in enumerate((*parts(m.steps), voice.promised(rounds)), 1):
            rows.append((name, str(step), part, who, when))
            name = who = when = ABOVE
    return [Table(tuple(rows))]


def quarters(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A column for each quarter, ticked from where a measure begins; who does it comes first."""
    called = voice.called
    year = ("ปีงบประมาณ 2565", LEFT_OF, LEFT_OF, LEFT_OF)
    low = ("ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4")
    rows: list[tuple[str, ...]] = [
        (called["who"], called["name"], called["steps"], *year, called["watch"]),
        (ABOVE, ABOVE, ABOVE, *low, ABOVE),
    ]
    for m in voice.measures:
        first = begins(m.when) // 3
        ticks = (*["-"] * first, *["/"] * (4 - first))
        rows.append((m.who, m.name, m.steps, *ticks, voice.promised(rounds)))
    return [Table(tuple(rows), 2)]


def urgency(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """Rows grouped in a joined first column: what is urgent, what is to be made better."""
    called = voice.called
    half = (len(voice.measures) + 1) // 2
    groups = {0: "ต้องแก้ไขโดยเร่งด่วน", half: "ต้องพัฒนาให้ดีขึ้น"}
    rows = [
        ("ลักษณะของประเด็น", *(called[f] for f in ("name", "steps", "who", "watch"))),
        *(
            (groups.get(at, ABOVE), m.name, m.steps, m.who, voice.promised(rounds))
            for at, m in enumerate(voice.measures)
        ),
    ]
    return [Table(tuple(rows))]


def order(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """As an order has it: a clause for each, lettered points under it, no field named."""
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        pieces += [
            text(f"ข้อ {at} ให้ใช้ “{m.name}” โดยให้ถือปฏิบัติ ดังนี้"),
            Text(
                Kind.POINTS,
                (
                    f"(ก) ให้{m.who}รับผิดชอบ{m.steps}",
                    f"(ข) กำหนดเวลาถือปฏิบัติ {m.when}",
                    f"(ค) ให้{voice.promised(rounds)}",
                ),
            ),
        ]
    return pieces


def forms(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A form of four columns for each, two fields in one of its rows."""
    called = voice.called
    pieces: list[Piece] = []
    for m in voice.measures:
        pieces += [
            Table(
                (
                    (called["name"], m.name, LEFT_OF, LEFT_OF),
                    (called["who"], m.who, called["when"], m.when),
                    (called["steps"], m.steps, LEFT_OF, LEFT_OF),
                    (called["watch"], voice.promised(rounds), LEFT_OF, LEFT_OF),
                ),
                0,
            ),
            text(" "),
        ]
    return pieces


def split(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """What is done in one table; by whom, when and how it is watched in another."""
    called = voice.called
    first = tuple(called[field] for field in ("number", "name", "steps"))
    second = tuple(called[field] for field in ("number", "name", "who", "when", "watch"))
    ms = list(enumerate(voice.measures, 1))
    return [
        text(f"ตารางที่ 1 {called['steps']}"),
        Table((first, *((str(at), m.name, m.steps) for at, m in ms))),
        text(f"ตารางที่ 2 {called['who']}และ{called['watch']}"),
        Table(
            (
                second,
                *((str(at), m.name, m.who, m.when, voice.promised(rounds)) for at, m in ms),
            )
        ),
    ]


THIRD_PLANS: dict[str, Plan] = {
    "issues": issues,
    "in-cell": in_cell,
    "step-rows": step_rows,
    "quarters": quarters,
    "urgency": urgency,
    "order": order,
    "forms": forms,
    "split": split,
}
