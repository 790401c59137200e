"""The words by which a report calls an indicator weak, ends a list of weak ones or praises one, as
patterns.
"""

from __future__ import annotations

import re

from ita_checker.facts.measures.naming.labels import ORDINALS
from ita_checker.text.patterns import any_of, each_with, pattern_of, spelled
from ita_checker.words import words_of

# What marks an item of a list: its count, or any sign that is no part of a sentence.
SIGN = r"[^\w\s\u0e00-\u0e7f()\[\]\"'“”‘’.,:;/%=<>+|–—·&]"
ITEM = re.compile(rf"\(?(?:\d{{1,2}}|[\u0e01-\u0e2e])[.)]|{SIGN}")
WEAK = pattern_of(lambda: spelled(words_of("indicators.weak")))
# What ends a list of weak indicators; "สำหรับ …" does where what it is about is said to be fine.
STOP = pattern_of(
    lambda: (
        f"(?!{any_of(words_of('indicators.no_turns'))}){spelled(words_of('indicators.turns'))}"
        f"|{any_of(words_of('indicators.but'))}"
        f"(?=(?:(?!{spelled(words_of('indicators.weak'))}).){{0,120}}"
        f"{any_of((*words_of('indicators.high'), *words_of('indicators.fine')))})"
    )
)
# "แก้ไขโดยตรวจนับ" says how; "แก้ไขโดยเร่งด่วน" only that it is weak.
ANSWERS = pattern_of(
    lambda: f"{spelled(words_of('indicators.answers'))}(?!{any_of(words_of('indicators.soon'))})"
)
# "รองรับจุดอ่อนเรื่อง…" says what answers it.
ANSWERED = pattern_of(lambda: f"{any_of(words_of('indicators.answer_to'))}$")
HIGH = pattern_of(lambda: any_of(words_of("indicators.high")))
# What parts one clause from the next that is about something else.
BUT = pattern_of(lambda: f"{any_of(words_of('indicators.but'))}$")
# "ข้อบกพร่องหรือจุดอ่อน", "จุดอ่อน / ประเด็นที่ต้องพัฒนา" label one list.
BOTH = pattern_of(lambda: any_of(words_of("indicators.labels_joined")))
# What one score is held against.
THAN = pattern_of(lambda: f"{any_of(words_of('indicators.than'))}$")
# "▼ = จุดอ่อน": a sign that the report gives a meaning.
LEGEND = pattern_of(
    lambda: rf"([^\w\s()\"'\u0e00-\u0e7f])(?:[=:]|{any_of(words_of('indicators.means'))})"
)
# "ไม่จัดเป็นจุดอ่อน" calls nothing weak.
DENIED = pattern_of(lambda: f"{any_of(words_of('indicators.denied'))}$")
# What calls weak or labels what is; "ไม่ถึง 85" too.
WEAK_LABEL = pattern_of(
    lambda: (
        each_with(
            (words_of("indicators.labels"), ""),
            (words_of("indicators.weak"), ""),
            (words_of("indicators.below"), r"\d{2}(?!\d)"),
            (
                words_of("indicators.which"),
                rf"[\u0e01-\u0e4e]{{0,24}}?{any_of(words_of('indicators.better'))}",
            ),
        )
        + f"{any_of(words_of('indicators.label_ends'))}*+"
    )
)
# "ด้านที่เป็นจุดอ่อน": speaks of others than those named so far.
OTHERS = pattern_of(lambda: any_of(words_of("indicators.which")))
# What alone in a piece or cell calls weak what stands below or beside it: "เร่งด่วน", "พัฒนา".
ALONE = pattern_of(
    lambda: rf"(?:{ITEM.pattern})?(?:{spelled(words_of('indicators.weak_alone'))})[:.]?"
)
# What joins one clause to the next: "และด้าน…".
JOINED = pattern_of(lambda: f"{any_of(words_of('indicators.joined'))}$")
# What is said behind a name that is none of the weak ones.
PRAISE = pattern_of(
    lambda: rf"[-]?{any_of((*words_of('indicators.high'), *words_of('indicators.fine')))}"
)
# What a row's cell says of its indicator.
ROW_WEAK = pattern_of(lambda: spelled(words_of("indicators.weak_cells")))
# What heads a piece that calls something weak, and what does alone in one.
HEAD_WEAK = pattern_of(
    lambda: (
        rf"(?:{ITEM.pattern})?(?:(?:{spelled(words_of('indicators.weak_alone'))})[:.]?\Z"
        rf"|{spelled(words_of('indicators.weak_cells'))})"
    )
)
# Scores and what is said of them, between an indicator's name and the word weak.
SCORES = pattern_of(lambda: rf"(?:[\d.,%():\f]|{any_of(words_of('indicators.scores'))})*+")
# What opens a list of weak indicators.
LEADS = pattern_of(
    lambda: (
        rf"{any_of(words_of('indicators.leads'))}|:"
        rf"|{any_of(words_of('indicators.counted'))}(?:\d|{any_of(ORDINALS())})"
    )
)
LEFT_OF_NAME = pattern_of(
    lambda: rf"[\d.()•*-]*+(?:{any_of(words_of('indicators.scores'))})*+[\d.:]*+"
)
# What leads to an indicator's name: "ตัวชี้วัดที่ 2", "ด้าน", "(1)".
LED = pattern_of(
    lambda: (
        rf"(?:{any_of(words_of('indicators.led'))})+"
        rf"(?:{any_of(words_of('measures.counts'))}\d*)?$"
    )
)
# A score that stands right behind an indicator's name.
SCORED = pattern_of(
    lambda: rf"(?:[:=(\t\f-]|{any_of(words_of('indicators.scores'))}){{0,12}}\d{{2,3}}\.\d"
)
# What calls something weak or strong.
ANY_MARK = pattern_of(
    lambda: f"{spelled(words_of('indicators.weak'))}|{any_of(words_of('indicators.high'))}"
)
