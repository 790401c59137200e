"""A fourth set of layouts in which a report tells what came of its measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Planned, Voice
from lab.shapes.wording import QUARTERS, YEAR, band, head, heading, text
from lab.sheets import ABOVE, LEFT_OF, Piece, Table

Rounds = tuple[int, ...]
Measures = Sequence[Planned]
Told = Callable[[Voice, Measures, Rounds], Sequence[Piece]]


def _each(voice: Voice, m: Planned, rounds: Rounds, part: int) -> str:
    return "\n".join(f"{voice.called_round(each)}: {m.done[each][part]}" for each in rounds)


def beside(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """What was planned and what came of it in one row, the rounds named in the cells."""
    fields = head(voice, "steps", "who", "did", "came")
    plan, result = "แผนที่กำหนดไว้", voice.called["result"]
    top = (*head(voice, "number", "name"), plan, LEFT_OF, result, LEFT_OF)
    own = [
        (str(at), m.name, m.steps, m.who, _each(voice, m, rounds, 0), _each(voice, m, rounds, 1))
        for at, m in enumerate(ms, 1)
    ]
    return [heading(voice.results_heading), Table((top, (ABOVE, ABOVE, *fields), *own), 2)]


def round_bands(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """One table, each round a band across it, a row for each measure under the band."""
    rows: list[tuple[str, ...]] = [head(voice, "number", "name", "did", "came")]
    for each in rounds:
        rows.append(band(voice.called_round(each), 4))
        rows += [(str(at), m.name, *m.done[each]) for at, m in enumerate(ms, 1)]
    return [heading(voice.results_heading), Table(tuple(rows))]


def measure_bands(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """One table, each measure a band across it, a row for each round under the band."""
    rows: list[tuple[str, ...]] = [head(voice, "round", "did", "came")]
    for at, m in enumerate(ms, 1):
        rows.append(band(f"{at}. {m.name}", 3))
        rows += [(voice.called_round(each), *m.done[each]) for each in rounds]
    return [heading(voice.results_heading), Table(tuple(rows))]


def quarters(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A column for each quarter, what was done in two of them in one joined cell."""
    spans = [quarter for each in rounds for quarter in QUARTERS[each]]
    over = band(f"{voice.called['result']} ปีงบประมาณ พ.ศ. {YEAR}", len(spans))
    own = [
        (m.name, m.who, *(cell for e in rounds for cell in (" ".join(m.done[e]), LEFT_OF)))
        for m in ms
    ]
    top = (*head(voice, "name", "who"), *over)
    return [heading(voice.results_heading), Table((top, (ABOVE, ABOVE, *spans), *own), 2)]


def chapters(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A chapter for each round, a numbered heading for each measure in it, two paragraphs each."""
    pieces: list[Piece] = []
    for part, each in enumerate(rounds, 1):
        pieces.append(heading(f"ส่วนที่ {part} {voice.results_heading} {voice.called_round(each)}"))
        for at, m in enumerate(ms, 1):
            did, came = m.done[each]
            pieces += [
                heading(f"{part}.{at} {m.name}"),
                text(f"{voice.called['did']} {did}"),
                text(f"{voice.called['came']} {came}"),
            ]
    return pieces


def ticked(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A row for each round of each measure, whether it was carried out marked with a stroke."""
    name, each_round, result = head(voice, "name", "round", "result")
    top = (name, each_round, "สถานะ", LEFT_OF, result, "หมายเหตุ")
    low = (ABOVE, ABOVE, "ดำเนินการแล้ว", "ยังไม่ดำเนินการ", ABOVE, ABOVE)
    own = [
        (
            m.name if each == rounds[0] else ABOVE,
            voice.called_round(each),
            "/",
            "",
            " ".join(m.done[each]),
            "-",
        )
        for m in ms
        for each in rounds
    ]
    return [heading(voice.results_heading), Table((top, low, *own), 2)]


def run_in(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A paragraph for each round, the measures numbered inside it."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for each in rounds:
        said = " ".join(
            f"({at}) {m.name} {m.done[each][0]} ผลปรากฏว่า{m.done[each][1]}"
            for at, m in enumerate(ms, 1)
        )
        pieces.append(text(f"{voice.called_round(each)} มีผลการดำเนินการ ดังนี้ {said}"))
    return pieces


def crossed(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """Two rows for each measure, what was done and what came of it; a column for each round."""
    rows = [
        (voice.called["name"], "รายการ", *(voice.called_round(each) for each in rounds)),
    ]
    for m in ms:
        rows += [
            (m.name, voice.called["did"], *(m.done[each][0] for each in rounds)),
            (ABOVE, voice.called["came"], *(m.done[each][1] for each in rounds)),
        ]
    return [heading(voice.results_heading), Table(tuple(rows))]


FOURTH_RESULTS: dict[str, Told] = {
    "c-beside": beside,
    "c-round-bands": round_bands,
    "c-measure-bands": measure_bands,
    "c-quarters": quarters,
    "c-chapters": chapters,
    "c-ticked": ticked,
    "c-run-in": run_in,
    "c-crossed": crossed,
}
