"""Are measures set in or for a year from what an assessment found? Its year is the one before."""

from __future__ import annotations

from ita_checker.text.patterns import built
from ita_checker.words import lists_of

WORDS = lists_of("set_from")
FAR = 130  # letters between the year and the assessment
NEAR = 60  # letters before them in which measures are spoken of, or set
# "กำหนดมาตรการปีงบประมาณ 2568 จากผล ITA ปี 2567", "… ได้นำผลการประเมิน ITA ปี 2567 มากำหนดมาตรการ"
TAKES = built(r"[^\d\t\f]{0,50}?{takes}{found}[^\d\t\f]{0,90}", WORDS)
DRAWN = built(r"[^\d\t\f]{0,24}?{from}{found}[^\d\t\f]{0,90}", WORDS)
# "ผล ITA ปี 2567 ได้ 86 คะแนน จึงได้ตั้งมาตรการของปีงบประมาณ 2568"
THEREFORE = built(r"[^\t\f]{0,60}?{therefore}{got}?{sets}{measures}{letter}{0,12}", WORDS)
SETS, MEASURES = built("{sets}", WORDS), built("{measures}", WORDS)


def set_from(text: str, year: tuple[int, int], assessed: tuple[int, int]) -> bool:
    """Tell whether the measures of the year at one place, lead and all, are said to be set from the
    assessment of the year at another.
    """
    if year[1] <= assessed[0] <= year[1] + FAR:
        before = text[max(0, year[0] - NEAR) : year[0]]
        around = before + text[assessed[1] : assessed[1] + FAR]
        if TAKES.fullmatch(text, year[1], assessed[0]):
            return MEASURES.search(around) is not None
        return bool(SETS.search(before) and DRAWN.fullmatch(text, year[1], assessed[0]))
    near = assessed[1] <= year[0] <= assessed[1] + FAR
    return near and THEREFORE.fullmatch(text, assessed[1], year[0]) is not None
