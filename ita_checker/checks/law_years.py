"""Is every law and plan that the rule file knows cited with its own year?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ita_checker.facts.page import Spans, flow
from ita_checker.facts.tables import Stretch
from ita_checker.model import Answer, Case, Finding, Verdict
from ita_checker.text.days import whole
from ita_checker.text.flow import fold
from ita_checker.text.patterns import built, places
from ita_checker.words import lists_of

CODES = ("YEA008",)
WORDS = lists_of("years")
YEAR = built(
    r"(?:{and_so_on}|[\"”',])?\(?(?:{buddhist~}|{year}{buddhist~}?)(?P<year>2[3-6]\d\d)\)?", WORDS
)
LAWS = 256  # whose names are kept as they are looked for
RANGE = built(r"\)?(?:-|–|{to})(?:{buddhist~})?\d{2}", WORDS)


@dataclass(frozen=True, slots=True)
class Law:
    """A law or plan: every way its name is written (without the year), and the year or years it
    may be cited with.

    An amendment, (ฉบับที่ n), stands between name and year and has a year of its own: it is never
    compared.
    """

    names: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Params:
    """`laws`: the laws and plans whose years are known."""

    laws: tuple[Law, ...] = ()


def check(case: Case, params: Params) -> Answer:
    """Answer partial with one YEA008 for each law and wrong year, all its places in it; met with
    the right citations as evidence.
    """
    wrong, right = dict[tuple[str, str, str], list[Stretch]](), list[Stretch]()
    for law in params.laws:
        for year, where in _cited(case, law, params.laws):
            if year in law.years:
                right.append(where)
            else:
                wrong.setdefault(
                    (law.names[0], str(year), ", ".join(map(str, law.years))), []
                ).append(where)
    found = tuple(
        Finding("YEA008", tuple(Spans(case.facts, where)), *key) for key, where in wrong.items()
    )
    verdict = Verdict.PARTIAL if found else Verdict.MET
    return Answer(verdict, found, Spans(case.facts, right[:3]))


def _cited(case: Case, law: Law, laws: tuple[Law, ...]) -> Iterator[tuple[int, Stretch]]:
    """Yield the year and place of each citation: name and year side by side, the longest name of
    all laws first.
    """
    text, seen = flow(case.facts).text, []
    for name in _longest_first(law.names):
        if name not in text:  # nearly always
            continue
        longer = _longer(name, laws, law)
        for start, end in places(text, name):
            year = YEAR.match(text, end)
            if not year or year.start("year") in seen or text.endswith(longer, 0, end):
                continue
            seen.append(year.start("year"))
            if whole(flow(case.facts), *year.span("year")) and not RANGE.match(
                text, year.end("year")
            ):
                yield int(year["year"]), (start, year.end("year"))


@lru_cache(maxsize=LAWS)
def _longest_first(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(map(fold, names), key=len, reverse=True))


def _longer(name: str, laws: tuple[Law, ...], own: Law) -> tuple[str, ...]:
    """Return the longer names of other laws of which a name is only the end."""
    others = (fold(other) for law in laws if law is not own for other in law.names)
    return tuple(other for other in others if len(other) > len(name) and other.endswith(name))
