"""Names never filled in: a class word and dots, (ระบุ…), XXX where the proper name belongs."""

from __future__ import annotations

from ita_checker.facts.organisation.ends import Ground, end
from ita_checker.facts.organisation.kinds import ABBREVIATED, words_in
from ita_checker.facts.organisation.letters import letters
from ita_checker.facts.organisation.mentions import mentions
from ita_checker.facts.organisation.words import THAI, some
from ita_checker.facts.page import flow
from ita_checker.model import Facts
from ita_checker.text.patterns import pattern_of

BLANK = pattern_of(
    lambda: (
        rf"(?:\({ABBREVIATED()}\.?\))?(?:[.‥_·-]{{3,}}|…[.…]*|[x×]{{3,}}|[*#○●]{{3,}}"
        rf"|[\(\[<]{some('organisation.blanks.asks')}[^)\]>\t\f]{{0,30}}[\)\]>]|\([.…_]{{2,}}\)"
        rf"|{some('organisation.blanks.filler')}{{3,}}(?!{THAI}))"
    )
)
SLASH = pattern_of(
    lambda: f"{some('organisation.blanks.office')}?{some('organisation.blanks.offered')}[.…]*/$"
)


def _unnamed(facts: Facts) -> tuple[tuple[int, int], ...]:
    text, taken = flow(facts), {mention.start for mention in mentions(facts)}
    ground = Ground(letters(facts))
    found: list[tuple[int, int]] = []
    for word in words_in(facts):
        blank = BLANK.match(text.text, word.end)
        if (
            blank
            and word.start not in taken
            and word.kind.family != "region"
            and not _filled(ground, blank.end())
        ):
            found.append((word.start - _other_kind(text.text, word.start), blank.end()))
    return tuple(found)


def _filled(ground: Ground, at: int) -> bool:
    """Tell whether a name stands on the line of dots (……ดงครั่งน้อย……)."""
    found = end(ground, at)
    return found is not None and ground.flow.text[found.at : found.at + 1] in (".", "…", "_", "-")


def _other_kind(text: str, at: int) -> int:
    """Return how long the other class is that the form offers before a slash
    (สำนักงานเทศบาล/องค์การ…).
    """
    offered = SLASH.search(text[max(0, at - 30) : at])
    return len(offered[0]) if offered else 0


def unnamed(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Return the flow's letters of every name that was never filled in, class word and blank."""
    return facts.once(_unnamed)
