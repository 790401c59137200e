"""Layouts in which a report tells what is weak. Each is a function of the writer; `OWN_TOPICS` tell
it by the writer's own words, the others by the indicators of the assessment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lab.shapes.weak_voices import Point, WeakVoice
from lab.sheets import Kind, Piece, Table, Text

Told = Callable[[WeakVoice], Sequence[Piece]]
ORDER = (
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต",
)  # fmt: skip
INSTRUMENTS = {"IIT": ORDER[:5], "EIT": ORDER[5:8], "OIT": ORDER[8:]}


def _text(line: str) -> Text:
    return Text(Kind.TEXT, (line,))


def _heading(line: str) -> Text:
    return Text(Kind.HEADING, (line,))


def _all(voice: WeakVoice) -> list[tuple[str, str, str, bool]]:
    """Return every indicator in order: this year's score, the one before, whether it is weak."""
    low = {one.indicator: one for one in voice.points}
    return [
        (name, low[name].score, low[name].before, True)
        if name in low
        else (name, *voice.scores[name], False)
        for name in ORDER
    ]


def _scored(one: Point) -> str:
    return f"{one.indicator} ({one.score} คะแนน)"


def _joined(parts: Sequence[str]) -> str:
    return f"{' '.join(parts[:-1])} และ{parts[-1]}"


def verdicts(voice: WeakVoice) -> Sequence[Piece]:
    """A table of all scores with a column that says which are weak."""
    rows = [
        (str(at), name, score, voice.verdicts[not weak])
        for at, (name, score, _, weak) in enumerate(_all(voice), 1)
    ]
    return [Table((("ที่", "ตัวชี้วัด", "คะแนน", "ผลการวิเคราะห์"), *rows))]


def sentence(voice: WeakVoice) -> Sequence[Piece]:
    """One sentence with the scores in brackets."""
    return [_text(voice.sentence.format(_joined([_scored(one) for one in voice.points])))]


def listed(voice: WeakVoice) -> Sequence[Piece]:
    """A list under a heading, each with its score and why."""
    return [
        _heading(voice.heading),
        *(
            _text(f"{at}) {one.indicator} {one.score} คะแนน เพราะ{one.why}")
            for at, one in enumerate(voice.points, 1)
        ),
    ]


def bare(voice: WeakVoice) -> Sequence[Piece]:
    """A list under a heading, nothing but the names."""
    points = tuple(f"- {one.indicator}" for one in voice.points)
    return [_heading(voice.heading), *map(_text, points)]


def legend(voice: WeakVoice) -> Sequence[Piece]:
    """A chart's lines with a sign before what is weak, and what the sign means."""
    lines = [f"{'▼' if weak else '○'} {name} {score}" for name, score, _, weak in _all(voice)]
    meaning = f"▼ หมายถึง {voice.verdicts[0]} ○ หมายถึง {voice.verdicts[1]}"
    return [*map(_text, lines), _text(meaning)]


def swot(voice: WeakVoice) -> Sequence[Piece]:
    """Two of the four boxes, strong beside weak."""
    strong = sorted(voice.scores, key=lambda name: -float(voice.scores[name][0]))[:2]
    own = "\n".join(f"- {name} {voice.scores[name][0]}" for name in strong)
    low = "\n".join(f"- {one.indicator} {one.score} {one.why}" for one in voice.points)
    return [Table(((voice.strong, voice.heading), (own, low)))]


def labelled_rows(voice: WeakVoice) -> Sequence[Piece]:
    """A row for what is fine and one for what is not."""
    strong = sorted(voice.scores, key=lambda name: -float(voice.scores[name][0]))[:2]
    return [
        Table(
            (
                (voice.strong, ", ".join(f"{name} {voice.scores[name][0]}" for name in strong)),
                (voice.heading, ", ".join(f"{one.indicator} {one.score}" for one in voice.points)),
            )
        )
    ]


def arrows(voice: WeakVoice) -> Sequence[Piece]:
    """Arrows up and down before the scores, a heading over each kind, no legend."""
    strong = sorted(voice.scores, key=lambda name: -float(voice.scores[name][0]))[:2]
    return [
        _text(voice.strong),
        *(_text(f"▲ {name} {voice.scores[name][0]}") for name in strong),
        _text(voice.heading),
        *(_text(f"▼ {one.indicator} {one.score}") for one in voice.points),
    ]


def lowest(voice: WeakVoice) -> Sequence[Piece]:
    """The lowest three, counted."""
    parts = [f"{at}) {one.indicator} {one.score}" for at, one in enumerate(voice.points, 1)]
    return [_text(voice.lowest.format(" ".join(parts)))]


def own_topics(voice: WeakVoice) -> Sequence[Piece]:
    """A list under a heading, in the writer's own words."""
    return [
        _heading(voice.heading),
        *(_text(f"{at}. {one.topic} {one.why}") for at, one in enumerate(voice.points, 1)),
    ]


def own_rows(voice: WeakVoice) -> Sequence[Piece]:
    """A table of what is weak in the writer's own words, and why."""
    rows = [(str(at), one.topic, one.why) for at, one in enumerate(voice.points, 1)]
    return [Table((("ที่", voice.heading, "สาเหตุ"), *rows))]


def loss(voice: WeakVoice) -> Sequence[Piece]:
    """A table of two years, and a sentence that names what fell."""
    rows = [
        (name, before, score, f"{float(score) - float(before):+.2f}")
        for name, score, before, _ in _all(voice)
    ]
    return [
        Table((("ตัวชี้วัด", "ปี 2563", "ปี 2564", "เปลี่ยนแปลง"), *rows)),
        _text(voice.loss.format(_joined([one.indicator for one in voice.points]))),
    ]


def by_instrument(voice: WeakVoice) -> Sequence[Piece]:
    """A sentence for each part of the assessment that names its weakest."""
    low = {one.indicator: one for one in voice.points}
    pieces: list[Piece] = []
    for part, names in INSTRUMENTS.items():
        own = [_scored(low[name]) for name in names if name in low]
        if own:
            pieces.append(_text(f"แบบวัด {part} {voice.weakest} {' กับ '.join(own)}"))
    return pieces


def reasons(voice: WeakVoice) -> Sequence[Piece]:
    """A table of weak indicators alone under a heading, score and reason beside."""
    rows = [(one.indicator, one.score, one.why) for one in voice.points]
    return [_heading(voice.heading), Table((("ตัวชี้วัด", "คะแนน", "สาเหตุ"), *rows))]


COUNTED = ("listed", "lowest", "own-topics", "own-rows")  # layouts that count what is weak
OWN_TOPICS: dict[str, Told] = {"own-topics": own_topics, "own-rows": own_rows}
WEAKNESSES: dict[str, Told] = {
    "verdicts": verdicts,
    "sentence": sentence,
    "listed": listed,
    "bare": bare,
    "legend": legend,
    "swot": swot,
    "labelled-rows": labelled_rows,
    "arrows": arrows,
    "lowest": lowest,
    "loss": loss,
    "by-instrument": by_instrument,
    "reasons": reasons,
    **OWN_TOPICS,
}
