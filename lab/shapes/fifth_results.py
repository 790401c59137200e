"""A fifth set of layouts in which a report tells what came of its measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Planned, Voice
from lab.shapes.wording import band, centre, digits, gap, head, heading, points, text
from lab.sheets import ABOVE, Piece, Table

Rounds = tuple[int, ...]
Measures = Sequence[Planned]
Told = Callable[[Voice, Measures, Rounds], Sequence[Piece]]


def forms(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A title for each round, the only place that names it; under it a form for each measure."""
    name, who, did, came = head(voice, "name", "who", "did", "came")
    pieces: list[Piece] = []
    for each in rounds:
        pieces += [heading(voice.results_heading), centre(f"แบบรายงาน {voice.called_round(each)}")]
        for m in ms:
            pieces += [
                Table(
                    (
                        (name, m.name, who, m.who),
                        (did, *band(m.done[each][0], 3)),
                        (came, *band(m.done[each][1], 3)),
                    )
                ),
                gap(),
            ]
    return pieces


def one_cell(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A row for each measure, all its rounds as lines of one cell."""
    own = [
        (
            digits(voice, at),
            m.name,
            m.who,
            "\n".join(
                f"{voice.called_round(e)}\n- {m.done[e][0]}\n- {m.done[e][1]}" for e in rounds
            ),
            "ไม่มี",
        )
        for at, m in enumerate(ms, 1)
    ]
    top = (*head(voice, "number", "name", "who", "result"), "ปัญหา/อุปสรรค")
    return [heading(voice.results_heading), Table((top, *own))]


def by_office(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A heading for each office, its measures under it, a list of rounds for each."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for office in dict.fromkeys(m.who for m in ms):
        pieces.append(heading(f"{voice.called['who']} : {office}"))
        for m in ms:
            if m.who == office:
                said = [f"{voice.called_round(e)} {m.done[e][0]} ({m.done[e][1]})" for e in rounds]
                pieces += [text(m.name), points(said)]
    return pieces


def by_field(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A table of what was done and another of what came of it, a column for each round in both."""
    top = (*head(voice, "number", "name"), *(voice.called_round(each) for each in rounds))
    pieces: list[Piece] = [heading(voice.results_heading)]
    for part, field in enumerate(("did", "came")):
        own = [
            (digits(voice, at), m.name, *(m.done[each][part] for each in rounds))
            for at, m in enumerate(ms, 1)
        ]
        pieces += [
            text(f"ตารางที่ {digits(voice, part + 1)} {voice.called[field]}"),
            Table((top, *own)),
            gap(),
        ]
    return pieces


def rounds_down(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A column for each measure; two rows for each round, what was done and what came of it."""
    name, each_round, result, did, came = head(voice, "name", "round", "result", "did", "came")
    rows: list[tuple[str, ...]] = [
        (each_round, result, *band(name, len(ms))),
        (ABOVE, ABOVE, *(m.name for m in ms)),
    ]
    for each in rounds:
        rows += [
            (voice.called_round(each), did, *(m.done[each][0] for m in ms)),
            (ABOVE, came, *(m.done[each][1] for m in ms)),
        ]
    return [heading(voice.results_heading), Table(tuple(rows), 2)]


def captioned(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A table for each measure, named by the caption above and its office below; a row a round."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for at, m in enumerate(ms, 1):
        own = [(voice.called_round(each), *m.done[each]) for each in rounds]
        pieces += [
            text(f"ตารางที่ {digits(voice, at)} {m.name}"),
            Table((head(voice, "round", "did", "came"), *own)),
            text(f"{voice.called['who']} : {m.who}"),
        ]
    return pieces


def outline(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """Numbered to three levels: the measure, the round, what was done and what came of it."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for at, m in enumerate(ms, 1):
        pieces.append(heading(f"{digits(voice, at)}. {m.name}"))
        for low, each in enumerate(rounds, 1):
            number = digits(voice, f"{at}.{low}")
            pieces.append(text(f"{number} {voice.called_round(each)}"))
            pieces += [
                text(f"{number}.{digits(voice, part)} {voice.called[field]} {words}")
                for part, (field, words) in enumerate(
                    zip(("did", "came"), m.done[each], strict=True), 1
                )
            ]
    return pieces


def round_first(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """The round in the first column, joined over a row for each measure; hindrances and proposals
    in the last.
    """
    top = (*head(voice, "round", "name", "did", "came"), "ปัญหาอุปสรรค", "ข้อเสนอแนะ")
    own = [
        (ABOVE if at else voice.called_round(each), m.name, *m.done[each], "ไม่มี", "-")
        for each in rounds
        for at, m in enumerate(ms)
    ]
    return [heading(voice.results_heading), Table((top, *own))]


FIFTH_RESULTS: dict[str, Told] = {
    "d-forms": forms,
    "d-one-cell": one_cell,
    "d-by-office": by_office,
    "d-by-field": by_field,
    "d-rounds-down": rounds_down,
    "d-captioned": captioned,
    "d-outline": outline,
    "d-round-first": round_first,
}
