"""Every place at which an office is named: its class, its proper name, and the places written
after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from ita_checker.facts.organisation.addresses import Place, place
from ita_checker.facts.organisation.ends import End, Ground, agreed_on, end, nearly_agreed
from ita_checker.facts.organisation.kinds import ABBREVIATED, KINDS, Kind, Word, words, words_in
from ita_checker.facts.organisation.letters import FIRM, Letters, letters
from ita_checker.facts.organisation.likely import (
    LOCAL,
    WORDS,
    by_letters,
    is_name,
    is_phrase,
    likely,
    slipped,
    whole_names,
    without_words,
)
from ita_checker.facts.organisation.words import AREA_WORD, some, spaced
from ita_checker.model import Facts
from ita_checker.model.records import record, replace
from ita_checker.text.flow import Flow
from ita_checker.text.gazetteer import (
    BANGKOK,
    CAPITAL,
    gazetteer,
    in_province,
    known,
    province,
    province_at,
)
from ita_checker.text.names import OPPOSITES, Nearness, nearness
from ita_checker.text.patterns import pattern_of
from ita_checker.words import kept, of_words

BETWEEN = pattern_of(lambda: rf"(?:\({ABBREVIATED()}\.?\))?([.…_:\-“\"']*)")
DOTS = frozenset(".…_")
FILLER = 3  # dots before a name are a form's line: a name on it has dots on both sides
AREA, SCHOOL = "area", "school"  # groups of offices
APART, LED = 2.0, 5.0  # nats: of places in Thailand 3.4 %, 10 % are less likely names than that
ZONE = pattern_of(lambda: f"{AREA_WORD}{some('offices.numbered.of_area')}?([0-9]{{1,2}})")
AREA_CODE = re.compile(r"(?:([\u0e01-\u0e2e]{2,3})\.?)?([0-9]{1,2})(?![0-9])")
NUMBER = re.compile(r"[0-9]{1,2}(?![0-9.)/])")
# A school may bear its keeper's name: โรงเรียนเทศบาล 1, โรงเรียนเทศบาลเมืองกันตัง.
KEEPER = pattern_of(lambda: some("offices.keepers"))
FEW = 16  # offices named in turns: each is held against all others
# An office's abbreviation itself, in a list of classes, is no name: ทม. ทน. และ ทต.
SHORT = of_words(
    lambda: frozenset(form.replace(".", "") for kind in KINDS() for form in kind.short)
)


@record(frozen=True, slots=True)
class Mention:
    """An office named: the flow's letters of class and name, how sure its end is, places behind."""

    start: int
    name_start: int
    end: int
    kind: Kind
    proper: str
    short: bool
    score: float
    place: Place

    @property
    def whole(self) -> tuple[int, int]:
        """Return the flow's letters of the office and the places after it."""
        return self.start, self.place.end

    @property
    def full(self) -> str:
        """Return class word and proper name in full."""
        return self.kind.name + spaced(self.proper)


def _mentions(facts: Facts) -> tuple[Mention, ...]:
    read = letters(facts)
    found = words_in(facts)
    ground = Ground(read, {}, whole_names(Ground(read), found))
    first = [_called(ground, word, True) for word in found]
    agreed = agreed_on(
        one.proper
        for word, one in zip(found, first, strict=True)
        if one and one.proper and one.score >= FIRM and word.kind.family != "region"
    )
    # What the others agree on: a name does not speak for itself.
    others = lru_cache(FEW)(Ground(read, agreed, ground.whole).but_one)
    named = (
        _mention(others(one.proper if one else ""), word)
        for word, one in zip(found, first, strict=True)
    )
    return _written_out(_whole_over_lines(ground, [mention for mention in named if mention]))


def _whole_over_lines(ground: Ground, found: list[Mention]) -> tuple[Mention, ...]:
    """Return the mentions, a name that a line's end cuts read on where its letters go on to a name
    that stands elsewhere.
    """
    text = ground.flow.text
    names = sorted({one.proper for one in found if one.score >= FIRM}, key=len, reverse=True)

    def whole(one: Mention) -> Mention:
        if not one.proper or "\n" not in ground.flow.gap(one.end):
            return one
        for name in names:
            stop = one.name_start + len(name)
            if name.startswith(one.proper) and text.startswith(name, one.name_start):
                return replace(one, end=stop, proper=name, place=place(ground, stop))
        return one

    return tuple(_outermost([whole(one) for one in found]))


def _written_out(found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the mentions, an area office's code (สพป.ชม.6) replaced by the one name in the
    document that it may stand for.
    """
    names = Counter(
        mention.proper
        for mention in found
        if mention.kind.group == AREA and not AREA_CODE.fullmatch(mention.proper)
    )
    return tuple(_named_by_code(mention, names) for mention in found)


def _named_by_code(mention: Mention, names: Counter[str]) -> Mention:
    code = AREA_CODE.fullmatch(mention.proper) if mention.kind.group == AREA else None
    if code is None or not code[1]:
        return mention
    initials = re.compile(rf"(?:[\u0e40-\u0e44])?{'.*'.join(code[1])}.*(?<![0-9]){code[2]}")
    meant = [name for name, _ in names.most_common() if initials.fullmatch(name)]
    one = meant and all(
        nearness(meant[0], name) is not Nearness.OTHER for name in meant
    )  # a scan may spell it in two ways
    return replace(mention, proper=meant[0]) if one else mention


def _mention(ground: Ground, word: Word, listed: bool = False) -> Mention | None:
    """Return the mention that begins with a class word, or None where no name follows. `listed`:
    the text is a list's entry, whose names are names.
    """
    one = _called(ground, word, listed)
    if one is None:
        return None
    short, where = word.short and word.kind.names != "none", place(ground, one.end)
    return Mention(word.start, one.start, one.end, word.kind, one.proper, short, one.score, where)


@record(frozen=True, slots=True)
class _Called:
    """A proper name behind a class word: the flow's letters [start, end), and how sure its end
    is.
    """

    start: int
    end: int
    proper: str
    score: float


def _called(ground: Ground, word: Word, listed: bool) -> _Called | None:
    """Return the name that follows a class word, None where none does."""
    text, gap = ground.flow.text, ground.flow.gap
    if word.kind.names == "none":
        return _Called(word.end, word.end, "", FIRM)
    between = BETWEEN.match(text, word.end)
    start = between.end() if between else word.end
    found = _name(ground, start, word.kind)
    if found is None or (
        between and len(between[1]) >= FILLER and not _filled(ground, start, found)
    ):
        return None
    proper = text[start : found.at]
    a_new_one = word.kind.family != LOCAL and proper in OPPOSITES()  # เว็บไซต์โรงเรียนใหม่
    if a_new_one or proper in word.kind.none or proper.startswith(text[word.start : word.end]):
        return None  # the class word once more: what follows is that one's name
    if word.short and not _meant(ground, word, start, found):
        return None
    own_line = "\n" in gap(word.start) or word.start == 0
    apart = bool(gap(start)) or found.score < FIRM or not own_line
    if not listed and not ground.named(proper):
        runs_on = not gap(found.at) and likely(word.kind, proper) < WORDS
        proper = without_words(ground, word.kind, proper, not (apart or runs_on))
    stop = _numbered(ground.letters, start + len(proper), word.kind)
    surely = listed or _by_number(word.kind, proper, stop > start + len(proper))
    if proper in SHORT() or not (surely or is_name(ground, word.kind, proper, apart)):
        stop = start  # words in the name, or behind it, made it none
    near = None if listed else slipped(ground, start, text[start:stop])
    at, score = (near.at, near.score) if near else (stop, found.score)
    return _Called(start, at, text[start:at], score) if at > start else None


def _name(ground: Ground, start: int, kind: Kind) -> End | None:
    text = ground.flow.text
    if kind.group == AREA and (code := AREA_CODE.match(text, start)):
        return End(code.end(), FIRM)
    keeper = KEEPER.match(text, start) if kind.family == "school" else None
    if keeper and not ground.flow.gap(start):
        inner = end(ground, keeper.end())
        return inner or (
            End(keeper.end(), FIRM) if text[keeper.end() : keeper.end() + 1].isdigit() else None
        )
    if kind.names == "province" and (stop := province_at(text, start)):
        return End(stop, FIRM)
    found = end(ground, start, _of_district if kind.names == "district" else known)
    found = found or nearly_agreed(ground, start) or by_letters(ground, start, kind)
    if found and kind.names == "bangkok" and not in_province(text[start : found.at], BANGKOK):
        return None
    return found


def _of_district(name: str) -> bool:
    return name in gazetteer().districts or name == CAPITAL


def _filled(ground: Ground, start: int, found: End) -> bool:
    """Tell whether a name stands on a line of dots, not on the next: known, or dots behind it."""
    text, name = ground.flow.text, ground.flow.text[start : found.at]
    if set(text[start - FILLER : start]) <= DOTS and "\n" in ground.flow.gap(start):
        return False
    again = text[found.at : found.at + 1] in DOTS
    return again or known(name) or ground.named(name)


def _meant(ground: Ground, word: Word, start: int, found: End) -> bool:
    """Tell whether what stands apart from a short class word is a name: อบต. alone is one's own
    office, and a line's end, a bullet, a phrase of many words or letters that are hardly a name's
    after it are none; more is asked where words lead to it.
    """
    gap = ground.flow.gap(word.end) + ground.flow.gap(start)
    if not gap or _filled(ground, start, found):
        return True
    name = ground.flow.text[start : found.at]
    apart = "\n" in gap or start > word.end
    least = LED if word.start and "\n" not in ground.flow.gap(word.start) else APART
    return not apart and not is_phrase(ground, start, found.at) and likely(word.kind, name) > least


def _by_number(kind: Kind, proper: str, numbered: bool) -> bool:
    """Tell whether a number makes a name of what stands before it, be it a word: น่าน เขต 2,
    โรงเรียนเทศบาล 5.
    """
    return numbered and (kind.group == AREA or KEEPER.fullmatch(proper) is not None)


def _numbered(read: Letters, at: int, kind: Kind) -> int:
    """Return where a name with a number ends: เขต 1, โรงเรียนเทศบาล 1."""
    flow = read.flow
    if kind.group == AREA:
        at -= len(AREA_WORD) if flow.text.endswith(AREA_WORD, 0, at) else 0
    elif kind.group != SCHOOL or "\n" in flow.gap(at) or at in read.folios:
        return at
    number = NUMBER.match(flow.text, at) if kind.group == SCHOOL else None
    match = ZONE.match(flow.text, at) or number
    return _on_one_line(flow, match.end()) if match else at


def _on_one_line(flow: Flow, at: int) -> int:
    """Return where a number ends: a digit after a line's end is the next line's own."""
    return at - 1 if flow.text[at - 2 : at].isdigit() and flow.gap(at - 1) else at


def _outermost(found: list[Mention]) -> Iterable[Mention]:
    """Yield the mentions that stand in no other's name, and the districts and provinces that are
    nobody's address.
    """
    reached = address = 0
    for mention in found:
        if mention.start < reached or (mention.kind.family == "region" and mention.start < address):
            continue
        reached, address = mention.end, max(address, mention.place.end)
        yield mention


def mentions(facts: Facts) -> tuple[Mention, ...]:
    """Return every mention of an office in the document, in order."""
    return facts.once(_mentions)


@kept(maxsize=1 << 8)  # the folders of a report are those of the one before
def parse(text: str) -> Mention | None:
    """Return the office that a short text (a list entry, a folder's name) names, or None."""
    ground = Ground(Letters(Flow(text), frozenset()))
    found = [mention for word in words(ground.flow) if (mention := _mention(ground, word, True))]
    return next(iter(_outermost(found)), None)


def official(mention: Mention) -> str:
    """Return the proper name, a province's short form written out."""
    return province(mention.proper) if mention.kind.names == "province" else mention.proper
