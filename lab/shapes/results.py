"""Layouts in which a report tells what came of its measures, by round. Each is a function of the
writer, the measures told of and the rounds told of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Planned, Voice
from lab.sheets import ABOVE, LEFT_OF, Kind, Piece, Table, Text

Rounds = tuple[int, ...]
Measures = Sequence[Planned]
Told = Callable[[Voice, Measures, Rounds], Sequence[Piece]]


def _text(line: str) -> Text:
    return Text(Kind.TEXT, (line,))


def _heading(line: str) -> Text:
    return Text(Kind.HEADING, (line,))


def _all(m: Planned, rounds: Rounds, part: int) -> str:
    return " ".join(m.done[each][part] for each in rounds)


def headed(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure under a heading that names the rounds."""
    head = tuple(voice.called[field] for field in ("name", "did", "came"))
    own = [(m.name, _all(m, rounds, 0), _all(m, rounds, 1)) for m in ms]
    return [_heading(f"{voice.results_heading} {voice.rounds(rounds)}"), Table((head, *own))]


def by_row(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A row for each round of each measure."""
    head = tuple(voice.called[field] for field in ("name", "round", "did", "came"))
    own = [
        (m.name if each == rounds[0] else ABOVE, voice.called_round(each), *m.done[each])
        for m in ms
        for each in rounds
    ]
    return [_heading(voice.results_heading), Table((head, *own))]


def by_column(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A column for each round."""
    head = (voice.called["name"], *(f"ผล{voice.called_round(each)}" for each in rounds))
    own = [(m.name, *(" ".join(m.done[each]) for each in rounds)) for m in ms]
    return [_heading(voice.results_heading), Table((head, *own))]


def two_levels(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """Two columns for each round, the round over them."""
    top = [voice.called["name"]]
    low = [ABOVE]
    for each in rounds:
        top += [voice.called_round(each), LEFT_OF]
        low += [voice.called["did"], voice.called["came"]]
    own = [(m.name, *(part for each in rounds for part in m.done[each])) for m in ms]
    return [_heading(voice.results_heading), Table((tuple(top), tuple(low), *own), 2)]


def in_heading(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """The rounds named in a column's heading and nowhere else."""
    head = (
        voice.called["name"],
        f"{voice.called['did']} {voice.rounds(rounds)}",
        voice.called["came"],
    )
    own = [(m.name, _all(m, rounds, 0), _all(m, rounds, 1)) for m in ms]
    return [_heading(voice.results_heading), Table((head, *own))]


def turned(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A column for each measure, a row for each round."""
    own = [(voice.called_round(each), *(" ".join(m.done[each]) for m in ms)) for each in rounds]
    head = (voice.called["name"], *(m.name for m in ms))
    return [_heading(voice.results_heading), Table((head, *own))]


def turned_fields(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A column for each measure, rows for what was done and what came of it, under a heading that
    names the rounds.
    """
    return [
        _heading(f"{voice.results_heading} {voice.rounds(rounds)}"),
        Table(
            (
                (voice.called["name"], *(m.name for m in ms)),
                (voice.called["who"], *(m.who for m in ms)),
                (voice.called["did"], *(_all(m, rounds, 0) for m in ms)),
                (voice.called["came"], *(_all(m, rounds, 1) for m in ms)),
            )
        ),
    ]


def cards(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A small table for each measure, a row for each round."""
    pieces: list[Piece] = [_heading(voice.results_heading)]
    for at, m in enumerate(ms, 1):
        own = [(voice.called_round(each), " ".join(m.done[each])) for each in rounds]
        pieces += [
            Table(((f"มาตรการที่ {at}", m.name), (voice.called["who"], m.who), *own)),
            _text(" "),
        ]
    return pieces


def labelled(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A heading for each measure, a labelled line for what was done and what came of it."""
    pieces: list[Piece] = [_heading(f"{voice.results_heading} {voice.rounds(rounds)}")]
    for at, m in enumerate(ms, 1):
        pieces += [
            _heading(f"{at}. {m.name}"),
            _text(f"{voice.called['did']} : {_all(m, rounds, 0)}"),
            _text(f"{voice.called['came']} : {_all(m, rounds, 1)}"),
        ]
    return pieces


def rounds_under(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A heading for each measure, a line for each round under it."""
    pieces: list[Piece] = [_heading(voice.results_heading)]
    for at, m in enumerate(ms, 1):
        pieces.append(_heading(f"{at}. {m.name}"))
        pieces += [_text(f"{voice.called_round(e)} : {' '.join(m.done[e])}") for e in rounds]
    return pieces


def told(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A paragraph for each that begins with its name, under a heading that names the rounds."""
    return [
        _heading(f"{voice.results_heading} {voice.rounds(rounds)}"),
        *(_text(f"{m.name} {m.who}ได้{_all(m, rounds, 0)} ผลคือ {_all(m, rounds, 1)}") for m in ms),
    ]


def counted(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A paragraph for each, counted by the writer's word, the rounds in its sentences."""
    pieces: list[Piece] = [_heading(voice.results_heading)]
    for m in ms:
        at = voice.measures.index(m)
        space = " " if voice.ordinals[at].isdigit() else ""
        said = " ".join(f"{voice.called_round(e)} {' '.join(m.done[e])}" for e in rounds)
        pieces.append(_text(f"{voice.counted}{space}{voice.ordinals[at]} {m.name} {said}"))
    return pieces


def sections(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A table for each round under a heading of its own."""
    pieces: list[Piece] = []
    head = tuple(voice.called[field] for field in ("name", "did", "came"))
    for each in rounds:
        pieces += [
            _heading(f"{voice.results_heading} {voice.called_round(each)}"),
            Table((head, *((m.name, *m.done[each]) for m in ms))),
        ]
    return pieces


RESULTS: dict[str, Told] = {
    "headed": headed,
    "by-row": by_row,
    "by-column": by_column,
    "two-levels": two_levels,
    "in-heading": in_heading,
    "turned": turned,
    "turned-fields": turned_fields,
    "cards": cards,
    "labelled": labelled,
    "rounds-under": rounds_under,
    "told": told,
    "counted": counted,
    "sections": sections,
}
