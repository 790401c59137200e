"""Is what follows a class word a name, by its letters? And where do words run on behind a name?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from ita_checker.facts.organisation.ends import (
    End,
    Ground,
    following_word,
    nearly_agreed,
    printed,
)
from ita_checker.facts.organisation.kinds import MUNICIPALITY, Kind, Word
from ita_checker.facts.organisation.letters import LONGEST, SPACED, perhaps
from ita_checker.facts.organisation.words import below, some
from ita_checker.text.compare import lookalike
from ita_checker.text.gazetteer import begins_places, gazetteer, known, meant
from ita_checker.text.names import Nearness, nearness
from ita_checker.text.patterns import pattern_of, spelled
from ita_checker.text.tokens import known as in_dictionary
from ita_checker.text.tokens import splits, tokens
from ita_checker.text.toponyms import likelihood
from ita_checker.words import words_of

# nats: letters less likely a name than that are words; of a class with names of its own making,
# and of single words, which may be names by chance, more is asked
WORDS, OWN_MAKING, RANKLESS, ONE_WORD = -4.0, 0.0, 4.0, 8.0
LOCAL, OF_OWN_MAKING = "local", frozenset(["school", "health"])
PROVINCE, DISTRICT = "province", "district"
RUN_ON = 4.0  # nats by which a name without the words behind it is likelier than with them
BEGUN = -4.0  # and where they begin with one that often follows names
SURELY = 8.0  # nats: letters of which nothing but they themselves says that they are a name
SHORTEST, REST = 4, 4  # letters of a name that words run on behind, and of those words
TWICE, OFTEN = 2, 3
PHRASE = 4  # words: no name of an office that stands after its short class word has so many
LONG = 6  # letters from which a known place is no ordinary word by chance
ADDRESS = pattern_of(lambda: some("places.levels.district", "places.levels.province"))
# "สองรอบ", "สามครั้ง": how often or how many, and no name
COUNT = pattern_of(
    lambda: (
        f"{below('rounds.numbers')}(?:{some('years.counted', 'years.counted_short')}"
        f"|{spelled(words_of('fields.rounds.of'))})"
    )
)


def likely(kind: Kind, proper: str) -> float:
    """Return how much likelier letters are a name of an office of that class than words, in
    nats.
    """
    return likelihood(proper, kind.family in OF_OWN_MAKING)


def is_name(ground: Ground, kind: Kind, proper: str, apart: bool) -> bool:
    """Tell whether what follows a class word may be a name, not the words of a sentence; only what
    stands `apart` from it, or ends nowhere, may be words. A province's name is one; a province's
    office can only be a province's.
    """
    places = gazetteer()
    if kind.names == PROVINCE:
        real = meant(proper, places.provinces) in places.provinces or proper in places.short
        return real or any(
            lookalike(proper, name) for name in places.provinces & set(ground.agreed)
        )
    if kind.names == DISTRICT and meant(proper, places.districts) in places.districts:
        return True
    if kind is not MUNICIPALITY() and proper in places.provinces:
        return True  # whatever else it may mean: เทศบาลเมืองน่าน
    if COUNT.match(proper) and not known(proper):
        return False
    one_word = len(tokens(proper)) == 1 and in_dictionary(proper)
    if not apart or (ground.named(proper) and not one_word):
        return True
    by_letters = likely(kind, proper)
    if by_letters > (ONE_WORD if one_word else _least(kind)) and not _runs_on(proper):
        return True
    if known(proper) and (by_letters > 0 or not one_word or len(proper) >= LONG):
        return True
    return any(
        likely(kind, name) > 0 and nearness(name, proper) is not Nearness.OTHER
        for name in ground.agreed
    )


def _runs_on(proper: str) -> bool:
    """Tell whether letters are an ordinary word that another leads on from: "กำชับใน (ที่ประชุม)"."""
    words = tokens(proper)
    last = words[-1] if len(words) == TWICE and in_dictionary(words[0]) else ""
    follows = last in perhaps().words and not begins_places(words[0])
    return follows and likelihood(words[0]) < ONE_WORD


def _least(kind: Kind) -> float:
    """Return how much letters must look like a name behind a class word: what follows a
    municipality without its rank is more often what it does.
    """
    if kind is MUNICIPALITY():
        return RANKLESS
    return WORDS if kind.family == LOCAL else OWN_MAKING


def is_phrase(ground: Ground, start: int, end: int) -> bool:
    """Tell whether letters behind a short class word are words of a sentence: many, or cut amid a
    word of what is printed there ("อ่านคำ" of "อ่านคำประกาศ").
    """
    text, at = ground.flow.text, start
    if len(tokens(text[start:end])) >= PHRASE:
        return True
    for word in () if known(text[start:end]) else tokens(text[start : printed(ground, start)]):
        if at < end < at + len(word):
            return in_dictionary(word)
        at += len(word)
    return False


def without_words(ground: Ground, kind: Kind, proper: str, plainly: bool = False) -> str:
    """Return a name without the words of the sentence that run on behind it, `plainly`: only such
    as often follow names; what other mentions agree on goes before what letters say.
    """
    if known(proper):
        return proper
    ends = [end for end in accumulate(map(len, tokens(proper))) if end >= SHORTEST]
    shorter = [
        proper[:end] for end in ends if len(proper) - end >= REST and likely(kind, proper[end:]) < 0
    ]
    begun = [name for name in shorter if perhaps().prefixes(proper, len(name))]
    places = [name for name in begun if len(name) >= LONG and known(name)]
    found = places or (begun if plainly else shorter)
    best = max(found, key=lambda name: likely(kind, name), default=proper)
    least = BEGUN if best in begun else RUN_ON
    if likely(kind, best) - likely(kind, proper) <= least:
        return proper
    agreed = (name for name in (*ground.agreed, *ground.whole) if proper.startswith(name))
    return max(agreed, key=len, default=best)


def by_letters(ground: Ground, start: int, kind: Kind) -> End | None:
    """Return where a name ends that nothing ends, where its letters are likely a name's and those
    that run on behind it are words: known places before others.
    """
    if ground.flow.gap(start) or ground.letters.reach(start).against:
        return None
    letters = ground.flow.text[start : min(printed(ground, start), start + LONGEST)]
    ends = [end for end in accumulate(map(len, tokens(letters))) if SHORTEST <= end < len(letters)]
    found = [letters[:end] for end in ends if likely(kind, letters[end:]) < 0]
    places = [name for name in found if len(name) >= LONG and known(name)]
    best = max(places or found, key=lambda name: likely(kind, name), default="")
    return End(start + len(best), SPACED) if best and likely(kind, best) > SURELY else None


def slipped(ground: Ground, start: int, proper: str) -> End | None:
    """Return where a name ends that is one named elsewhere but for a slip, though more words run on
    behind it, the slip cuts it short or what was read is no name ("").
    """
    near = None if proper in ground.agreed else nearly_agreed(ground, start)
    # a place's name may hide the slip of a longer one, which stands there whole
    if known(proper) and not (near and near.at > start + len(proper) and ground.flow.gap(near.at)):
        return None
    rest = proper[near.at - start :] if near else ""
    words = len(rest) >= REST and in_dictionary(tokens(rest)[0]) and splits(rest)
    end = start + len(proper)
    cut = near is not None and near.at > end and not (proper and ground.flow.gap(end))
    return near if words or cut else None


def whole_names(ground: Ground, words: Iterable[Word]) -> frozenset[str]:
    """Return the names that stand before a space or a line's end, and elsewhere before other words:
    what looks like a following word in them (เมืองแก|ลง) is their own.
    """
    text = ground.flow.text
    starts = [word for word in words if word.kind.family != "region"]
    parted = {(word.kind, text[word.end : printed(ground, word.end)]) for word in starts}
    names = {
        (kind, name)
        for kind, name in parted
        if _may_be_whole(ground, kind, name) or _goes_on_alike(text, starts, name)
    }
    return frozenset(
        name
        for kind, name in names
        if len({_behind(text, word, kind, name) for word in starts} - {None}) >= TWICE
        and not any(_of_one(name, other) for of, other in names if of == kind)
    )


def _may_be_whole(ground: Ground, kind: Kind, name: str) -> bool:
    return (
        len(name) >= SHORTEST
        and not following_word(name)
        and likely(kind, name) > 0
        and without_words(ground, kind, name) == name
    )


def _goes_on_alike(text: str, words: Iterable[Word], name: str) -> bool:
    """Tell whether a following word belongs to a name (วัง|เทศบาลเก่า): wherever the letters before
    it stand behind a class word, often and once before an address, they go on with all of it.
    """
    cut = following_word(name)
    begun = [one for one in words if cut and text.startswith(name[:cut], one.end)]
    return (
        len(begun) >= OFTEN
        and all(text.startswith(name, one.end) for one in begun)
        and any(ADDRESS.match(text, one.end + len(name)) for one in begun)
    )


def _of_one(name: str, other: str) -> bool:
    """Tell whether one of two names is the other's beginning."""
    return name != other != "" and (name.startswith(other) or other.startswith(name))


def _behind(text: str, word: Word, kind: Kind, name: str) -> str | None:
    """Return the letters behind a name that stands after a class word, None where another does."""
    end = word.end + len(name)
    there = text.startswith(name, word.end) and word.kind == kind
    return text[end : end + SHORTEST] if there else None
