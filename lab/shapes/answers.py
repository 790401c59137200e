"""Layouts in which a report's measures say which weak point each answers. Each is a function of
the writer and the measures with what each answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lab.shapes.weak_voices import Answer, Point, WeakVoice
from lab.shapes.weaknesses import ORDER
from lab.sheets import Kind, Piece, Table, Text

ROUNDS = (6, 12)


@dataclass(frozen=True, slots=True)
class Paired:
    """A measure, the weak point that it answers as the report calls it, and by its number; an
    office of '' is left out.
    """

    measure: Answer
    called: str
    number: str
    who: str


Layout = Callable[[WeakVoice, Sequence[Paired]], Sequence[Piece]]


def _text(line: str) -> Text:
    return Text(Kind.TEXT, (line,))


def _heading(line: str) -> Text:
    return Text(Kind.HEADING, (line,))


def _watch(voice: WeakVoice) -> str:
    return voice.voice.promised(ROUNDS)


def _table(voice: WeakVoice, rows: Sequence[tuple[str, Paired]], *more: str) -> Table:
    """Return a row for each measure by its name, `more`: the heading of a column that says what
    it answers.
    """
    called = voice.voice.called
    head = ("name", "steps", "who", "watch")
    body = [
        (str(at), name, *((one.called,) if more else ()), one.measure.steps, one.who, _watch(voice))
        for at, (name, one) in enumerate(rows, 1)
    ]
    names = [called[field] for field in head]
    return Table(((called["number"], names[0], *more, *names[1:]), *body))


def _lines(voice: WeakVoice, one: Paired) -> list[Piece]:
    """Return labelled lines for what a measure's name does not say."""
    called = voice.voice.called
    told = [(called["steps"], one.measure.steps), (called["who"], one.who)]
    told.append((called["watch"], _watch(voice)))
    return [_text(f"{label} : {said}") for label, said in told if said]


def in_name(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A table; each measure's name holds what it answers."""
    return [_table(voice, [(voice.about.format(one.called), one) for one in ms])]


def plain(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A table; the names tell of what is weak in other words."""
    return [_table(voice, [(one.measure.plain, one) for one in ms])]


def column(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A table with a column for what each answers."""
    return [_table(voice, [(one.measure.name, one) for one in ms], voice.answers)]


def brackets(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A table; what each answers stands in brackets behind its name."""
    rows = [(f"{one.measure.name} ({voice.bracket.format(one.called)})", one) for one in ms]
    return [_table(voice, rows)]


def numbers(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """Headings with labelled lines; behind each name the number of what it answers."""
    pieces: list[Piece] = []
    for at, one in enumerate(ms, 1):
        pieces.append(_heading(f"มาตรการที่ {at} {one.measure.name} (แก้{one.number})"))
        pieces += _lines(voice, one)
    return pieces


def cards(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A small table for each measure, one row for what it answers."""
    called, pieces = voice.voice.called, list[Piece]()
    for at, one in enumerate(ms, 1):
        rows = [
            (f"มาตรการที่ {at}", one.measure.name),
            (voice.answers, one.called),
            (called["steps"], one.measure.steps),
            (called["who"], one.who),
            (called["watch"], _watch(voice)),
        ]
        pieces += [Table(tuple(row for row in rows if row[1])), _text(" ")]
    return pieces


def sentences(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """Headings with labelled lines, the first of them a sentence that says what it answers."""
    pieces: list[Piece] = []
    for at, one in enumerate(ms, 1):
        pieces += [
            _heading(f"{at}. {one.measure.name}"),
            _text(voice.told.format(one.called)),
            *_lines(voice, one),
        ]
    return pieces


def headings(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A heading for each weak point, under it the measure in labelled lines."""
    called, pieces = voice.voice.called, list[Piece]()
    for one in ms:
        pieces += [
            _heading(one.called),
            _text(f"{called['name']} : {one.measure.name}"),
            *_lines(voice, one),
        ]
    return pieces


def prose(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A paragraph for each that begins with what it answers."""
    pieces: list[Piece] = []
    for at, one in enumerate(ms, 1):
        by = f"ให้{one.who}รับผิดชอบ " if one.who else ""
        pieces.append(
            _text(
                f"{at}) {voice.bracket.format(one.called)} จัดทำมาตรการ “{one.measure.name}” "
                f"{by}โดย{one.measure.steps} และ{_watch(voice)}"
            )
        )
    return pieces


def ordered(voice: WeakVoice, ms: Sequence[Paired]) -> Sequence[Piece]:
    """A table; a sentence says that the measures follow the order of what is weak."""
    return [_text(voice.ordered), _table(voice, [(one.measure.name, one) for one in ms])]


ANSWERS: dict[str, Layout] = {
    "in-name": in_name,
    "plain": plain,
    "column": column,
    "brackets": brackets,
    "numbers": numbers,
    "cards": cards,
    "sentences": sentences,
    "headings": headings,
    "prose": prose,
    "ordered": ordered,
}


def paired(voice: WeakVoice, own_words: bool, counted: bool) -> list[Paired]:
    """Return the measures with what they answer, called by the indicator or in own words, counted
    where the report counts what is weak, else by the number of the indicator.
    """
    return [
        Paired(
            one.answer,
            called(one, own_words),
            f"จุดอ่อนข้อ {at}" if counted else f"ตัวชี้วัดที่ {ORDER.index(one.indicator) + 1}",
            one.answer.who,
        )
        for at, one in enumerate(voice.points, 1)
    ]


def called(one: Point, own_words: bool) -> str:
    """Return what a report calls a weak point."""
    return one.topic if own_words else one.indicator
