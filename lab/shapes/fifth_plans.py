"""A fifth set of layouts in which a report sets its measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Voice
from lab.shapes.wording import (
    AUTUMN,
    SHORT,
    YEAR,
    band,
    centre,
    digits,
    gap,
    head,
    heading,
    points,
    text,
)
from lab.sheets import ABOVE, LEFT_OF, Piece, Table

Rounds = tuple[int, ...]
Plan = Callable[[Voice, Rounds], Sequence[Piece]]


def month_grid(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure beside the twelve months, a dot in those that end a round promised;
    the sentence below says what the dot is.
    """
    fields = head(voice, "name", "steps", "who")
    top = (
        *fields,
        *band(f"พ.ศ. {digits(voice, YEAR - 1)}", AUTUMN),
        *band(f"พ.ศ. {digits(voice, YEAR)}", len(SHORT) - AUTUMN),
    )
    low = (*(ABOVE for _ in fields), *SHORT)
    dots = tuple("●" if at in rounds else "" for at, _ in enumerate(SHORT, 1))
    own = [
        (f"{digits(voice, at)}. {m.name}", m.steps, m.who, *dots)
        for at, m in enumerate(voice.measures, 1)
    ]
    return [
        Table((top, low, *own), 2),
        text(
            f"หมายเหตุ ● หมายถึง เดือนที่ครบกำหนด{voice.called['watch']} "
            f"ให้ผู้รับผิดชอบ{voice.promised(rounds)}"
        ),
    ]


def form(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A form of four columns for each measure, two fields beside each other in its second row."""
    name, who, when, steps, watch = head(voice, "name", "who", "when", "steps", "watch")
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        pieces += [
            centre(f"แบบกำหนดมาตรการ แผ่นที่ {digits(voice, at)}"),
            Table(
                (
                    (name, *band(m.name, 3)),
                    (who, m.who, when, m.when),
                    (steps, *band(m.steps, 3)),
                    (watch, *band(voice.promised(rounds), 3)),
                )
            ),
            gap(),
        ]
    return pieces


def round_rows(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each round promised of each measure, the rest of the measure joined downwards."""
    fields = head(voice, "number", "name", "steps", "who")
    top = (*fields, voice.called["watch"], LEFT_OF)
    low = (*(ABOVE for _ in fields), voice.called["round"], "วิธีการรายงาน")
    own = [
        (digits(voice, at), m.name, m.steps, m.who, voice.called_round(each), voice.promise)
        if each == rounds[0]
        else (*(ABOVE for _ in fields), voice.called_round(each), ABOVE)
        for at, m in enumerate(voice.measures, 1)
        for each in rounds
    ]
    return [Table((top, low, *own), 2)]


def joined(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure in three columns: its name over its steps, who over when, how it is
    watched.
    """
    name, steps, who, when, watch = head(voice, "name", "steps", "who", "when", "watch")
    own = [
        (
            f"{digits(voice, at)}. {m.name}\n- {m.steps}",
            f"{m.who}\n({m.when})",
            voice.promised(rounds),
        )
        for at, m in enumerate(voice.measures, 1)
    ]
    return [Table(((f"{name}\n- {steps}", f"{who}\n({when})", watch), *own))]


def project(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """Numbered items as in a project paper, begun anew for each measure, its name the first."""
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        said = (
            ("name", m.name),
            ("steps", m.steps),
            ("when", m.when),
            ("who", m.who),
            ("watch", voice.promised(rounds)),
        )
        pieces.append(heading(f"แบบเสนอมาตรการ ลำดับ {digits(voice, at)}"))
        pieces += [
            text(f"{digits(voice, item)}. {voice.called[field]}  {words}")
            for item, (field, words) in enumerate(said, 1)
        ]
    return pieces


def regulation(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A chapter for each measure as in a regulation, clauses numbered on through them all."""
    pieces: list[Piece] = []
    clause = 0
    for at, m in enumerate(voice.measures, 1):
        pieces.append(centre(f"หมวด {digits(voice, at)} {m.name}"))
        first = digits(voice, clause + 1)
        for words in (
            f"ให้{m.who}เป็นผู้รับผิดชอบ โดยมีวิธีปฏิบัติ คือ {m.steps}",
            f"กำหนดระยะเวลาดำเนินการตามข้อ {first} ได้แก่ {m.when}",
            f"ให้{m.who}ติดตามการปฏิบัติตามข้อ {first} และ{voice.promised(rounds)}",
        ):
            clause += 1
            pieces.append(text(f"ข้อ {digits(voice, clause)} {words}"))
    return pieces


def list_matrix(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """The measures a list; below it a table of who reports in which round, a column for each round,
    how it is reported in a cell joined downwards.
    """
    ms = voice.measures
    name, who, steps, watch = head(voice, "name", "who", "steps", "watch")
    top = (name, who, *band(watch, len(rounds)))
    low = (ABOVE, ABOVE, *(voice.called_round(each) for each in rounds))
    own = [
        (m.name, m.who, *(ABOVE if at else voice.promise for _ in rounds))
        for at, m in enumerate(ms)
    ]
    return [
        heading(f"{name}และ{steps}"),
        points([f"{m.name} : {m.steps} ({m.when})" for m in ms]),
        heading(f"ตาราง{watch}"),
        Table((top, low, *own), 2),
    ]


def diary(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A calendar of work: when it is done in the first column, a row for each measure, then under a
    band a row for each round in which all of them are reported.
    """
    rows: list[tuple[str, ...]] = [head(voice, "when", "name", "steps", "who")]
    rows += [(m.when, m.name, m.steps, m.who) for m in voice.measures]
    rows.append(band(f"{voice.called['watch']} (ทุกมาตรการ)", 4))
    rows += [(voice.called_round(each), *band(voice.promise, 3)) for each in rounds]
    return [Table(tuple(rows))]


FIFTH_PLANS: dict[str, Plan] = {
    "d-month-grid": month_grid,
    "d-form": form,
    "d-round-rows": round_rows,
    "d-joined": joined,
    "d-project": project,
    "d-regulation": regulation,
    "d-list-matrix": list_matrix,
    "d-diary": diary,
}
