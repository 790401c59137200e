"""A fourth set of layouts in which a report sets its measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Voice
from lab.shapes.wording import band, bare, head, heading, points, text
from lab.sheets import ABOVE, LEFT_OF, Piece, Table

Rounds = tuple[int, ...]
Plan = Callable[[Voice, Rounds], Sequence[Piece]]


def two_heads(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure under headings of two levels."""
    number, name, steps, when, who, watch = head(
        voice, "number", "name", "steps", "when", "who", "watch"
    )
    top = (number, name, "การนำไปสู่การปฏิบัติ", LEFT_OF, "ความรับผิดชอบ", LEFT_OF)
    low = (ABOVE, ABOVE, steps, when, who, watch)
    own = [
        (str(at), m.name, m.steps, m.when, m.who, voice.promised(rounds))
        for at, m in enumerate(voice.measures, 1)
    ]
    return [Table((top, low, *own), 2)]


def ticked(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure, a column to tick for each round promised."""
    fields = head(voice, "number", "name", "steps", "who")
    watch = f"{voice.called['watch']} ({voice.promise})"
    top = (*fields, *band(watch, len(rounds)))
    low = (*(ABOVE for _ in fields), *(voice.called_round(each) for each in rounds))
    own = [
        (str(at), m.name, m.steps, m.who, *("✓" for _ in rounds))
        for at, m in enumerate(voice.measures, 1)
    ]
    return [Table((top, low, *own), 2)]


def banded(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """One table, each measure a band across it, its fields in rows under the band."""
    rows: list[tuple[str, ...]] = [("หัวข้อ", "รายละเอียด")]
    for at, m in enumerate(voice.measures, 1):
        rows += [
            band(f"มาตรการที่ {at} {bare(m)}", 2),
            (voice.called["steps"], m.steps),
            (voice.called["when"], m.when),
            (voice.called["who"], m.who),
            (voice.called["watch"], voice.promised(rounds)),
        ]
    return [Table(tuple(rows))]


def by_field(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A chapter for each field instead of each measure: a table, a table, a list."""
    ms = voice.measures
    return [
        heading(f"1. {voice.called['name']}และ{voice.called['steps']}"),
        Table(
            (
                head(voice, "number", "name", "steps"),
                *((str(at), m.name, m.steps) for at, m in enumerate(ms, 1)),
            )
        ),
        heading(f"2. {voice.called['who']}"),
        Table((head(voice, "name", "who", "when"), *((m.name, m.who, m.when) for m in ms))),
        heading(f"3. {voice.called['watch']}"),
        points([f"{m.name} {m.who} {voice.promised(rounds)}" for m in ms]),
    ]


def outline(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """Numbered to two levels: the label a line of its own, what it says the paragraph below."""
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        pieces.append(heading(f"{at}. {m.name}"))
        said = (
            ("steps", m.steps),
            ("who", m.who),
            ("when", m.when),
            ("watch", voice.promised(rounds)),
        )
        for low, (field, words) in enumerate(said, 1):
            pieces += [text(f"{at}.{low} {voice.called[field]}"), text(words)]
    return pieces


def by_office(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure, the office in charge first and joined where it has several."""
    rows: list[tuple[str, ...]] = [head(voice, "who", "name", "steps", "when", "watch")]
    last = ""
    for m in voice.measures:
        office = ABOVE if m.who == last else m.who
        rows.append((office, m.name, m.steps, m.when, voice.promised(rounds)))
        last = m.who
    return [Table(tuple(rows))]


def announced(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """Clauses as in an announcement, the report promised in a last clause for them all."""
    ms = voice.measures
    return [
        text(
            f"เพื่อให้การปฏิบัติงานของ{voice.organisation}เป็นไปด้วยความสุจริต โปร่งใส และตรวจสอบได้ "
            "จึงกำหนดมาตรการให้ถือปฏิบัติ ดังต่อไปนี้"
        ),
        *(
            text(f"ข้อ {at} {m.name} ให้{m.who}{m.steps} กำหนดเวลา {m.when}")
            for at, m in enumerate(ms, 1)
        ),
        text(
            f"ข้อ {len(ms) + 1} ให้ผู้รับผิดชอบตามข้อ 1 ถึงข้อ {len(ms)} กำกับติดตามการปฏิบัติ "
            f"และ{voice.promised(rounds)}"
        ),
    ]


def wide(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure in a table of eight columns, money and remarks among them."""
    number, name, steps, when, who, watch = head(
        voice, "number", "name", "steps", "when", "who", "watch"
    )
    own = [
        (str(at), m.name, m.steps, m.when, "ไม่ใช้งบประมาณ", m.who, voice.promised(rounds), "-")
        for at, m in enumerate(voice.measures, 1)
    ]
    return [Table(((number, name, steps, when, "งบประมาณ", who, watch, "หมายเหตุ"), *own))]


FOURTH_PLANS: dict[str, Plan] = {
    "c-two-heads": two_heads,
    "c-ticked": ticked,
    "c-banded": banded,
    "c-by-field": by_field,
    "c-outline": outline,
    "c-by-office": by_office,
    "c-announced": announced,
    "c-wide": wide,
}
