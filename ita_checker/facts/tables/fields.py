"""What the heading of a column says its cells hold: read by its head, which stands first in
Thai.
"""

from __future__ import annotations

from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, built, pattern_of, spelled
from ita_checker.words import kept, lists_of, of_words, words_of

NUMBER, NAME, PROJECT, TOPIC = "number", "name", "project", "topic"
GUIDELINE, STEPS, RESPONSIBLE, MONITORING = "guideline", "steps", "responsible", "monitoring"
PERIOD, BUDGET, INDICATOR, EXPECTED, SCORE = "period", "budget", "indicator", "expected", "score"
ACTIVITY, RESULT, OUTPUT, OUTCOME = "activity", "result", "output", "outcome"
PROBLEM, SUGGESTION, REMARK, EVIDENCE = "problem", "suggestion", "remark", "evidence"
PLAN_FIELDS = (GUIDELINE, STEPS, RESPONSIBLE, MONITORING)
RESULT_FIELDS = (RESULT, OUTPUT, OUTCOME)
TOLD = (ACTIVITY, *RESULT_FIELDS)
OWN_FIELDS = frozenset(
    {*PLAN_FIELDS, ACTIVITY, *RESULT_FIELDS}
)  # fields that say whether plan or result is told
SIDE_BY_SIDE = frozenset({*PLAN_FIELDS, PERIOD, BUDGET})  # that one cell may hold together

AND = pattern_of(lambda: "/|" + any_of(words_of("dates.and")))
LONGEST = 70  # letters: headings are short, a data cell of that length is none
NUMBERS = pattern_of(
    lambda: spelled(words_of("fields.numbers"))
)  # a scan loses the mark of the ordinal
NAMES = of_words(lambda: tuple(map(fold, words_of("fields.names"))))
LEADS = of_words(lambda: tuple(map(fold, words_of("fields.names_led"))))
PROJECTS = pattern_of(lambda: any_of(words_of("fields.projects")))
MEASURE = of_words(lambda: tuple(map(fold, words_of("fields.cells.measure"))))
GOES_ON = lists_of("fields.names_go_on")
WITHIN = of_words(lambda: any_of(GOES_ON["within"]) + ".{0,20}")
# What may follow "measures" in a heading; in a row it is followed by what the measure is about, or
# by its count: "มาตรการ (ก) ระเบียบการยืม".
AFTER_MEASURE = pattern_of(
    lambda: (
        rf"(?:|/.*|{spelled(GOES_ON['and_more'])}.*|\((?!(?:\d{{1,2}}|[\u0e01-\u0e2e])\)).*|"
        rf"{spelled(GOES_ON['whole'])}|{WITHIN()}|"
        rf"{spelled(GOES_ON['virtues'])}(?:{WITHIN()})?(?:{any_of(GOES_ON['yearly'])}.{{0,20}})?|"
        rf"{any_of(GOES_ON['beside'])}.{{0,20}})"
    )
)
# "มาตรการ ปีงบประมาณ พ.ศ. 2564": which year's measures they are says nothing of the column.
OF_A_YEAR = built(
    r"(?<=.)[(:]?(?:{of}|{every})?{year}{fiscal}?{era}?:?25\d\d\)?$", lists_of("years")
)
HEADS = of_words(
    lambda: {fold(word): held for held, words in lists_of("fields.heads").items() for word in words}
)
RANKS = of_words(
    lambda: {held: rank for rank, held in enumerate((EXPECTED, *lists_of("fields.heads")))}
)
HEAD = pattern_of(lambda: any_of(HEADS()))
EXPECTS = pattern_of(lambda: any_of(words_of("fields.turns.expected")))
ALONE = of_words(
    lambda: {fold(word): held for held, words in lists_of("fields.alone").items() for word in words}
)
RESULT_OF = built("{result}{of}", lists_of("fields.result_of"))
OF_WHATEVER = built(
    r"{result}(?:{act}(?!{found})|{of}(?!{one}))[\u0e01-\u0e4e]{2,24}$",
    lists_of("fields.result_of"),
)
# "ผลถึง 31 มี.ค. 2566", "ผล ณ สิ้นไตรมาส 2": until when it came about says nothing of the column
UNTIL_THEN = built("{result}{until}", lists_of("fields.result_of"))
LIGHT = pattern_of(lambda: any_of(words_of("fields.light")) + f"(?={HEAD.pattern})")
ACTS = of_words(lambda: any_of(words_of("fields.watching.acts")))
OF = of_words(lambda: any_of(words_of("fields.watching.of")))
WAYS = of_words(lambda: any_of(words_of("fields.watching.ways")))
WATCHING = pattern_of(
    lambda: (
        f"(?:{WAYS()}|{any_of(words_of('fields.watching.times'))})?{OF()}?{ACTS()}"
        f"|{WAYS()}{OF()}?{any_of(words_of('fields.watching.acts_after_a_way'))}"
    )
)


@kept(maxsize=1 << 12)
def field(heading: str) -> str:
    """Return the field a column of that heading (folded) holds, '' if it is none that we know."""
    bare = OF_A_YEAR.sub("", heading.strip(".:()-*•\t\f "), count=1)
    if not bare or len(bare) > LONGEST:
        return ""
    if NUMBERS.fullmatch(bare):
        return NUMBER
    if bare in ALONE():
        return ALONE()[bare]
    if named(bare):
        return NAME
    if bare.startswith(MEASURE()):
        return ""  # a measure's own name, whatever words are in it
    if EXPECTS.search(bare):
        return EXPECTED
    return MONITORING if WATCHING.match(bare) else _by_head(bare)


@kept(maxsize=1 << 12)
def named_together(heading: str) -> tuple[str, ...]:
    """Return the fields of a plan that a heading or label (folded) names side by side
    ("ขั้นตอน/ผู้รับผิดชอบ"), none where it names one.
    """
    held = [field(part) for part in AND.split(heading.strip(":"))]
    return tuple(dict.fromkeys(held)) if len(set(held)) > 1 and set(held) <= SIDE_BY_SIDE else ()


def named(heading: str) -> bool:
    """Tell whether a heading (folded) stands over the measures' names: the word for them, alone or
    led by one for whatever is listed ("หัวข้อมาตรการ").
    """
    led = next((word for word in LEADS() if heading.startswith(word)), "")
    heading = heading[len(led) :].lstrip("/")
    start = next((name for name in NAMES() if heading.startswith(name)), None)
    if start is not None and AFTER_MEASURE.fullmatch(heading[len(start) :]):
        return True
    before, _, last = heading.partition("/")  # "โครงการ/มาตรการ": projects stand for measures
    return last in NAMES() and HEADS().get(before) in ("project", "topic")


def of_anything(heading: str) -> bool:
    """Tell whether a heading (folded) begins with a word for whatever is listed ("เรื่องที่กำหนด"),
    and holds none for projects; alone, a listed word for what a measure is about says just that.
    """
    listed = HEADS().get(heading) == TOPIC
    return heading.startswith(LEADS()) and not listed and not PROJECTS.search(heading)


def begins_with_head(heading: str) -> bool:
    """Tell whether a listed word stands first in a heading (folded), where a Thai heading's head
    is, and not somewhere in it.
    """
    bare = LIGHT.sub("", heading, count=1)
    listed = bare in ALONE() or NUMBERS.fullmatch(bare) or named(bare)
    heads = (HEAD, WATCHING, RESULT_OF, OF_WHATEVER, UNTIL_THEN)
    return bool(listed) or any(head.match(bare) for head in heads)


def _by_head(heading: str) -> str:
    """Return the field that the first known word names; of two joined by a slash the higher one."""
    if UNTIL_THEN.match(heading):
        return RESULT
    first = HEAD.search(heading)
    if first and "/" in first[0]:
        return HEADS()[first[0]]
    if first and RESULT_OF.match(heading) and HEADS()[first[0]] not in RESULT_FIELDS:
        return RESULT  # "ผลตามรอบการติดตาม"
    if not first and OF_WHATEVER.match(heading):
        return RESULT  # "ผลการขับเคลื่อน": of whatever it is, it is what came of it
    held = [one for part in heading.split("/") if (one := _head(LIGHT.sub("", part, count=1)))]
    return min(held, key=RANKS().__getitem__, default="")


def _head(heading: str) -> str:
    """Return the field of a heading's first known word; "ผลการดำเนินการ ผลผลิต" is the result that it
    ends with, "กิจกรรมและผลลัพธ์" tells of both.
    """
    heads = list(HEAD.finditer(heading))
    if not heads:
        return ""
    told = HEADS().get(AND.split(heading)[-1], "")
    if told in RESULT_FIELDS and HEADS()[heads[0][0]] in (ACTIVITY, PROJECT):
        return told
    first, last = HEADS()[heads[0][0]], HEADS()[heads[-1][0]]
    ends = first == RESULT and heads[-1].end() == len(heading) and last in RESULT_FIELDS
    return last if ends else first
