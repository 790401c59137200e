"""A third set of layouts in which a report tells what came of its measures: a status ticked,
quarters, an annex, names or rounds across the table, troubles, chapters by round, running text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.voices import Planned, Voice
from lab.shapes.wording import counted, heading, place, quarter_of, text
from lab.sheets import ABOVE, LEFT_OF, Kind, Piece, Table, Text

Rounds = tuple[int, ...]
Measures = Sequence[Planned]
Told = Callable[[Voice, Measures, Rounds], Sequence[Piece]]

TROUBLES = (
    ("ไม่มี", "ดำเนินการต่อเนื่อง"),
    ("บุคลากรมีภารกิจมาก", "ปรับตารางงานให้เหมาะสม"),
    ("ผู้เกี่ยวข้องบางรายยังไม่ทราบ", "เพิ่มการประชาสัมพันธ์"),
    ("อุปกรณ์มีจำกัด", "จัดหาอุปกรณ์เพิ่มเติม"),
)


def ticked(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A row for each round of each measure, its name in every one, the status ticked."""
    called = voice.called
    rows = [
        (called["name"], called["round"], "สถานะ", LEFT_OF, called["did"], called["came"]),
        (ABOVE, ABOVE, "ดำเนินการแล้ว", "ยังไม่ดำเนินการ", ABOVE, ABOVE),
    ]
    rows += [(m.name, voice.called_round(e), "✓", "", *m.done[e]) for m in ms for e in rounds]
    return [heading(voice.results_heading), Table(tuple(rows), 2)]


def quarters(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """Measures by quarters under their rounds, each told in the quarter of its last date."""
    top, low = [voice.called["name"]], [ABOVE]
    for each in rounds:
        last = each // 3
        top += [voice.called_round(each), LEFT_OF]
        low += [f"ไตรมาสที่ {last - 1}", f"ไตรมาสที่ {last}"]
    rows = [tuple(top), tuple(low)]
    for m in ms:
        row = [m.name]
        for each in rounds:
            said, last = "\n".join(m.done[each]), each // 3
            row += ["–", said] if quarter_of(m.done[each][0], last) == last else [said, "–"]
        rows.append(tuple(row))
    return [heading(voice.results_heading), Table(tuple(rows), 2)]


def annex(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A paragraph for each round of each that refers to evidence, which is listed at the end."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    papers: list[str] = []
    for m in ms:
        pieces.append(heading(f"{counted(voice, place(voice, m) - 1)} {m.name}"))
        for each in rounds:
            said = voice.called_round(each)
            papers.append(f"เอกสารแนบ {len(papers) + 1} ภาพถ่ายและบันทึก {m.name} ({said})")
            did, came = m.done[each]
            pieces.append(text(f"- {said} ได้{did} ทำให้{came} (เอกสารแนบ {len(papers)})"))
    return [*pieces, heading("ภาคผนวก เอกสารหลักฐาน"), Text(Kind.POINTS, tuple(papers))]


def under_name(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """The name across the table, a row for each round under it."""
    called = voice.called
    rows = [(called["round"], called["did"], called["came"])]
    for m in ms:
        rows.append((f"{place(voice, m)}. {m.name} ({m.who})", LEFT_OF, LEFT_OF))
        rows += [(voice.called_round(each), *m.done[each]) for each in rounds]
    return [heading(voice.results_heading), Table(tuple(rows))]


def under_round(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """The round across one table, a row for each measure under it."""
    called = voice.called
    rows = [(called["number"], called["name"], called["did"], called["came"])]
    for each in rounds:
        rows.append((voice.called_round(each), LEFT_OF, LEFT_OF, LEFT_OF))
        rows += [(str(place(voice, m)), m.name, *m.done[each]) for m in ms]
    return [heading(voice.results_heading), Table(tuple(rows))]


def troubles(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A row for each, the rounds as points of a cell, troubles and proposals beside."""
    called = voice.called
    rows = [(called["name"], called["who"], called["result"], "ปัญหา/อุปสรรค", "ข้อเสนอแนะ")]
    for m in ms:
        said = [f"({voice.called_round(e)}) {m.done[e][0]} / {m.done[e][1]}" for e in rounds]
        rows.append((m.name, m.who, "\n".join(said), *TROUBLES[place(voice, m) % len(TROUBLES)]))
    return [heading(voice.results_heading), Table(tuple(rows))]


def chapters(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """A numbered chapter for each round, a numbered section for each measure in it."""
    called = voice.called
    pieces: list[Piece] = [heading(f"3. {voice.results_heading}")]
    for chapter, each in enumerate(rounds, 1):
        pieces.append(heading(f"3.{chapter} {called['result']} {voice.called_round(each)}"))
        for section, m in enumerate(ms, 1):
            did, came = m.done[each]
            pieces += [
                text(f"3.{chapter}.{section} {m.name}"),
                Text(Kind.POINTS, (f"{called['did']} : {did}", f"{called['came']} : {came}")),
            ]
    return pieces


def run_on(voice: Voice, ms: Measures, rounds: Rounds) -> Sequence[Piece]:
    """One long paragraph for each round that runs through the measures."""
    pieces: list[Piece] = [heading(voice.results_heading)]
    for each in rounds:
        said = [
            f"({at}) {m.name} {m.who}ได้{m.done[each][0]} ผลปรากฏว่า{m.done[each][1]}"
            for at, m in enumerate(ms, 1)
        ]
        pieces.append(text(f"{voice.called_round(each)} มีผลดังนี้ {' '.join(said)}"))
    return pieces


THIRD_RESULTS: dict[str, Told] = {
    "ticked": ticked,
    "quarters": quarters,
    "annex": annex,
    "under-name": under_name,
    "under-round": under_round,
    "troubles": troubles,
    "chapters": chapters,
    "run-on": run_on,
}
