"""Layouts in which a report sets its measures: tables upright and on their side, cards, labelled
lines, prose. Each is a function of the writer and the rounds promised.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Planned, Voice
from lab.sheets import ABOVE, Kind, Piece, Table, Text

Rounds = tuple[int, ...]
Plan = Callable[[Voice, Rounds], Sequence[Piece]]


def _text(line: str) -> Text:
    return Text(Kind.TEXT, (line,))


def _head(voice: Voice, *fields: str) -> tuple[str, ...]:
    return tuple(voice.called[field] for field in fields)


def rows(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure."""
    head = _head(voice, "name", "steps", "who", "when", "watch")
    own = [(m.name, m.steps, m.who, m.when, voice.promised(rounds)) for m in voice.measures]
    return [Table((head, *own))]


def merged(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each, how it is watched once for all in a joined cell."""
    head = _head(voice, "number", "name", "steps", "who", "watch")
    own = [
        (str(at), m.name, m.steps, m.who, voice.promised(rounds) if at == 1 else ABOVE)
        for at, m in enumerate(voice.measures, 1)
    ]
    return [Table((head, *own))]


def turned(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A column for each measure, a row for each field."""
    ms = voice.measures
    return [
        Table(
            (
                (voice.called["name"], *(m.name for m in ms)),
                (voice.called["steps"], *(m.steps for m in ms)),
                (voice.called["who"], *(m.who for m in ms)),
                (voice.called["watch"], *(voice.promised(rounds) for _ in ms)),
            )
        )
    ]


def turned_bare(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """The same with nothing in the corner, when before how."""
    ms = voice.measures
    return [
        Table(
            (
                ("", *(m.name for m in ms)),
                (voice.called["who"], *(m.who for m in ms)),
                (voice.called["when"], *(m.when for m in ms)),
                (voice.called["steps"], *(m.steps for m in ms)),
                (voice.called["watch"], *(voice.rounds(rounds) for _ in ms)),
            )
        )
    ]


def turned_two(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """On its side, two measures and then the third in a table of its own."""
    pieces: list[Piece] = []
    for ms in (voice.measures[:2], voice.measures[2:]):
        pieces.append(
            Table(
                (
                    (voice.called["name"], *(m.name for m in ms)),
                    (voice.called["steps"], *(m.steps for m in ms)),
                    (voice.called["who"], *(m.who for m in ms)),
                    (voice.called["watch"], *(voice.promised(rounds) for _ in ms)),
                )
            )
        )
        pieces.append(_text(" "))
    return pieces


def cards(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A small table for each measure, labels on the left."""
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        pieces += [
            Table(
                (
                    (f"มาตรการที่ {at}", m.name),
                    (voice.called["steps"], m.steps),
                    (voice.called["who"], m.who),
                    (voice.called["watch"], voice.promised(rounds)),
                )
            ),
            _text(" "),
        ]
    return pieces


def labelled(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A heading for each measure, labelled lines under it."""
    pieces: list[Piece] = []
    for at, m in enumerate(voice.measures, 1):
        pieces += [
            Text(Kind.HEADING, (f"มาตรการที่ {at} {m.name.removeprefix('มาตรการ')}",)),
            _text(f"{voice.called['steps']} : {m.steps}"),
            _text(f"{voice.called['who']} : {m.who}"),
            _text(f"{voice.called['watch']} : {voice.promised(rounds)}"),
        ]
    return pieces


def bracketed(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A paragraph for each, counted by the writer's word, the rest in brackets."""
    return [
        _text(f"{_count(voice, at)} {m.name} ({m.who}: {m.steps} {voice.promised(rounds)})")
        for at, m in enumerate(voice.measures)
    ]


def told(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A sentence for each, counted by the writer's word."""
    return [
        _text(
            f"{_count(voice, at)} {m.name} โดยให้{m.who}เป็นผู้รับผิดชอบ ดำเนินการ{m.steps} "
            f"และ{voice.promised(rounds)}"
        )
        for at, m in enumerate(voice.measures)
    ]


def dashed(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A numbered line for each, its parts set apart by dashes."""
    return [
        _text(f"({at}) {m.name} – {m.steps} – {m.who} – {voice.promised(rounds)}")
        for at, m in enumerate(voice.measures, 1)
    ]


def in_time(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each, the rounds promised in the column of times."""
    head = _head(voice, "number", "name", "steps", "who", "when")
    own = [
        (str(at), m.name, m.steps, m.who, f"{m.when} รายงาน{voice.rounds(rounds)}")
        for at, m in enumerate(voice.measures, 1)
    ]
    return [Table((head, *own))]


def once(voice: Voice, rounds: Rounds) -> Sequence[Piece]:
    """A row for each, the rounds promised once for all in a sentence below."""
    head = _head(voice, "number", "name", "steps", "who", "when")
    own = [(str(at), m.name, m.steps, m.who, m.when) for at, m in enumerate(voice.measures, 1)]
    return [
        Table((head, *own)),
        _text(f"ให้ผู้รับผิดชอบทุกมาตรการติดตามและ{voice.promised(rounds)} ตลอดปีงบประมาณ"),
    ]


def _count(voice: Voice, at: int) -> str:
    return f"{voice.counted}{' ' if voice.ordinals[at].isdigit() else ''}{voice.ordinals[at]}"


def names(ms: Sequence[Planned]) -> tuple[str, ...]:
    """Return what the measures are called."""
    return tuple(m.name for m in ms)


PLANS: dict[str, Plan] = {
    "rows": rows,
    "merged": merged,
    "turned": turned,
    "turned-bare": turned_bare,
    "turned-two": turned_two,
    "cards": cards,
    "labelled": labelled,
    "bracketed": bracketed,
    "told": told,
    "dashed": dashed,
    "in-time": in_time,
    "once": once,
}
