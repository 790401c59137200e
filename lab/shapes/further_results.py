"""Further layouts in which a report tells what came of its measures: dated deeds by round, titled
tables, boxes, beside the plan, narrative, lists by round, evidence, percentages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Planned, Voice
from lab.shapes.wording import date_of, heading, place, text
from lab.sheets import ABOVE, LEFT_OF, Kind, Piece, Table, Text

Rounds = tuple[int, ...]
Measures = Sequence[Planned]
Told = Callable[[Voice, Measures, Rounds], Sequence[Piece]]

PERCENT = {6: "50", 12: "100"}


def dated(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """For each round a column of dates beside one of deeds and what came of them."""
    top = [voice.called["number"], voice.called["name"]]
    low = [ABOVE, ABOVE]
    for each in rounds:
        top += [voice.called_round(each), LEFT_OF]
        low += ["วัน เดือน ปี", voice.called["result"]]
    rows = [tuple(top), tuple(low)]
    for m in ms:
        row = [str(place(voice, m)), m.name]
        for each in rounds:
            row += [date_of(m.done[each][0]), "\n".join(m.done[each])]
        rows.append(tuple(row))
    return [heading(voice.results_heading), Table(tuple(rows), 2)]


def titled(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A table for each round, the round in a row across its top."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    head = tuple(voice.called[field] for field in ("number", "name", "who", "did", "came"))
    for each in rounds:
        title = f"{voice.called['result']} {voice.called_round(each)}"
        own = [(str(place(voice, m)), m.name, m.who, *m.done[each]) for m in ms]
        pieces += [Table(((title, *[LEFT_OF] * 4), head, *own), 2), text(" ")]
    return pieces


def boxes(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A box of one column for each measure, a compartment for each round."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for m in ms:
        told = [(f"{voice.called_round(e)}\n- {m.done[e][0]}\n- {m.done[e][1]}",) for e in rounds]
        name = f"{place(voice, m)}. {m.name}"
        pieces += [Table(((name,), (f"{voice.called['who']} : {m.who}",), *told)), text(" ")]
    return pieces


def beside_plan(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """What was set and what came of it in one row, the rounds as lines of the last cell."""
    head = tuple(voice.called[field] for field in ("name", "steps", "when", "who", "result"))
    own = [
        (
            m.name,
            m.steps,
            m.when,
            m.who,
            "\n".join(f"{voice.called_round(e)} : {' '.join(m.done[e])}" for e in rounds),
        )
        for m in ms
    ]
    return [heading(voice.results_heading), Table((head, *own))]


def narrative(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A chapter for each measure: what was set recalled, then what each round's report said."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for m in ms:
        said = [f"ตามที่กำหนดให้{m.steps}นั้น"]
        for each in rounds:
            did, came = m.done[each]
            said.append(f"รายงาน{voice.called_round(each)} {m.who}ได้{did} ปรากฏว่า{came}")
        pieces += [heading(f"ส่วนที่ {place(voice, m)} {m.name}"), text(" ".join(said))]
    return pieces


def listed(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A numbered list of the measures for each round."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for each in rounds:
        pieces += [
            heading(f"{voice.called['round']} : {voice.called_round(each)}"),
            Text(
                Kind.POINTS,
                tuple(
                    f"{place(voice, m)}. {m.name} – {m.done[each][0]} ({m.done[each][1]})"
                    for m in ms
                ),
            ),
        ]
    return pieces


def evidence(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """Under each name a line for each round, then a line with the link to its evidence."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for m in ms:
        at = place(voice, m)
        pieces.append(heading(f"({at}) {m.name}"))
        for each in rounds:
            did, came = m.done[each]
            pieces += [
                text(f"{voice.called_round(each)} {did} {voice.called['came']} คือ {came}"),
                text(f"หลักฐานเชิงประจักษ์ : https://ita.example.go.th/files/o43-m{at}-{each}.pdf"),
            ]
    return pieces


def percent(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """The round joined over a row for each measure, how much is done in per cent."""
    called = voice.called
    rows = [
        (called["round"], called["name"], called["did"], called["came"], "ร้อยละความสำเร็จ"),
    ]
    for each in rounds:
        said = voice.called_round(each)
        for m in ms:
            rows.append((said, m.name, *m.done[each], PERCENT.get(each, "100")))
            said = ABOVE
    return [heading(voice.results_heading), Table(tuple(rows))]


FURTHER_RESULTS: dict[str, Told] = {
    "dated": dated,
    "titled": titled,
    "boxes": boxes,
    "beside-plan": beside_plan,
    "narrative": narrative,
    "listed": listed,
    "evidence": evidence,
    "percent": percent,
}
