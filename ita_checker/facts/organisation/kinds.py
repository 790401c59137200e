"""The classes of public offices: how each writes itself in full, in short, and inside the titles
of its posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ita_checker.facts.page import flow
from ita_checker.model import Facts
from ita_checker.model.records import record
from ita_checker.text.flow import AM, Flow, fold
from ita_checker.text.patterns import any_of
from ita_checker.text.tokens import known, tokens
from ita_checker.words import entry, kept, of_words, words_of

MARKS = "".join(map(chr, range(0x0E47, 0x0E4D)))
THAI = re.compile(r"[\u0e01-\u0e4e]")
ANY = "any"
LONG_ENOUGH = 3  # letters of an abbreviation that is none by chance within another word


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of offices: its full class word, other full forms, and abbreviations.

    `group`: the offices that take each other's templates; `family`: those that may carry one
    proper name in a sequence of ranks.
    `names`: what its proper names are ("province", "district", "bangkok", "any", "none"); `none`:
    words after the class that are no name; `not_after`, `not_before`: letters beside which the
    class word is part of another.
    """

    name: str
    family: str
    group: str
    forms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    names: str = ANY
    none: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


def _kinds() -> Iterator[Kind]:
    """Yield the classes of the vocabulary in their order, those of a series one by one."""
    for form in entry("offices.kinds"):
        if "of" not in form:
            yield _kind(form)
        for word, short in form.get("of", {}).items():
            filled = {key: str(form[key]).replace("{}", word) for key in ("name", "group")}
            yield _kind(form | filled | {"short": short})


def _kind(form: Mapping[str, Any]) -> Kind:
    """Return the class that an entry of the vocabulary describes."""
    lists = {key: tuple(form.get(key, ())) for key in LISTS}
    return Kind(form["name"], form["family"], form["group"], names=form.get("names", ANY), **lists)


LISTS = ("forms", "short", "none", "not_after", "not_before")
KINDS = of_words(lambda: tuple(_kinds()))
SUBDISTRICT = of_words(
    lambda: KINDS()[0].name
)  # an office that bears the name of its own subdistrict
# Not a class of its own: a municipality without its rank is the one that is named elsewhere.
MUNICIPALITY = of_words(lambda: _kind(entry("offices.municipality")))
ABBREVIATED_AFTER = of_words(lambda: words_of("offices.abbreviated_after"))
# An abbreviation without its last point, as it stands in brackets before a name.
ABBREVIATED = of_words(lambda: any_of(form.rstrip(".") for kind in KINDS() for form in kind.short))


@record(frozen=True, slots=True)
class Word:
    """A class word as it stands in the flow; `short`: an abbreviation."""

    start: int
    end: int
    kind: Kind
    short: bool


def words(flow: Flow) -> Iterator[Word]:
    """Yield every class word of the flow, the longest at each place."""
    pattern, forms = _pattern()
    for match in pattern.finditer(flow.text):
        kind, short = forms[int((match.lastgroup or "f0")[1:])]
        if _stands(flow, match.start(), match.end(), kind, short):
            yield Word(match.start(), match.end(), kind, short)


def _stands(flow: Flow, start: int, end: int, kind: Kind, short: bool) -> bool:
    """Tell whether the letters are a class word and no part of another."""
    before = flow.text[max(0, start - 12) : start]
    if before.endswith(kind.not_after) or flow.text.startswith(kind.not_before, end):
        return False
    if not short or not THAI.match(before[-1:]) or flow.gap(start) != "":
        return True
    if before.endswith(ABBREVIATED_AFTER()):
        return True
    letters = flow.text[start:end].replace(".", "")
    if not any(known(token) for token in tokens(before)[-1:]):
        return False
    return len(letters) >= LONG_ENOUGH or _parted(flow, before, letters, end)


def _parted(flow: Flow, before: str, letters: str, end: int) -> bool:
    """Tell whether two letters with their point are glued to the word before them and to a name
    behind ("ตามที่ทต.ท่าโสม"), and no end of that word (อดทน.).
    """
    dotted = flow.text.endswith(".", 0, end) and flow.gap(end) == ""
    return dotted and "".join(tokens(before + letters)[:-1]) == before


@kept(maxsize=None)
def _pattern() -> tuple[re.Pattern[str], tuple[tuple[Kind, bool], ...]]:
    """Return one pattern of all class words, longest first, and what each of its groups stands
    for.
    """
    forms = [
        (form, kind, False)
        for kind in (*KINDS(), MUNICIPALITY())
        for form in (kind.name, *kind.forms)
    ]
    forms += [(form, kind, True) for kind in KINDS() for form in kind.short]
    forms.sort(key=lambda form: -len(form[0]))
    # The group is empty and comes last: it tells which of the forms that is.
    ways = [[*_loosely(form), f"(?P<f{number}>)"] for number, (form, _, _) in enumerate(forms)]
    return re.compile(_one_of(ways)), tuple((kind, short) for _, kind, short in forms)


def _one_of(ways: Iterable[Sequence[str]]) -> str:
    """Return a pattern of one of several rows of pieces, tried in their order; what several begin
    with stands once, so that the engine skips at a glance what begins none.
    """
    rests: dict[str, list[Sequence[str]]] = {}
    for first, *rest in ways:
        rests.setdefault(first, []).append(rest)
    branches = [
        first + (f"(?:{_one_of(own)})" if len(own) > 1 else "".join(own[0]))
        for first, own in rests.items()
    ]
    return "|".join(branches)


def _loosely(word: str) -> Iterator[str]:
    """Yield patterns of a word's letters, whose marks may be lost or changed, as text layers and
    OCR lose them.
    """
    for letter in word:
        if letter in MARKS:
            yield f"[{MARKS}]?"
        else:
            yield r"[\u0e32\u0e33]" if letter == AM else re.escape(letter)


@kept(maxsize=None)
def class_words() -> tuple[str, ...]:
    """Return every class word, folded, full and short, the longest first."""
    forms = {form for kind in KINDS() for form in (kind.name, *kind.forms, *kind.short)}
    return tuple(sorted({fold(form) for form in forms}, key=lambda form: (-len(form), form)))


def words_in(facts: Facts) -> tuple[Word, ...]:
    """Return every class word of the document, in order."""
    return facts.once(_words_in)


def _words_in(facts: Facts) -> tuple[Word, ...]:
    return tuple(words(flow(facts)))
