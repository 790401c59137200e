"""Is an office named somebody else's affair: a partner, an addressee, a model, a neighbour,
history?
"""

from __future__ import annotations

from ita_checker.facts.organisation.looking import Look
from ita_checker.facts.organisation.mentions import Mention
from ita_checker.facts.organisation.words import THAI, not_after, some
from ita_checker.text.patterns import pattern_of
from ita_checker.text.tokens import tokens
from ita_checker.words import of_words, words_of

NEAR_BEFORE, FAR_BEFORE, FAR_AFTER = 40, 90, 60
SENT = 6  # words in which who sends somebody says that they come
FEW = 12  # letters between two names in a row

# Words right before a name (in its own sentence) after which it is another's: addressees and
# neighbours before the name itself, partners, parents, models also before one of its persons.
ADDRESSED = of_words(
    lambda: (
        not_after("organisation.addressed.not_after")
        + some("organisation.addressed.word")
        + f":?{some('organisation.addressed.polite')}?{some('organisation.addressed.posts')}?"
    )
)
AREAS = of_words(lambda: some("organisation.areas"))
OTHERS = pattern_of(
    lambda: (
        f"(?:{not_after('organisation.means')}"
        f"{some('organisation.others.receivers', 'organisation.others.neighbours')}"
        f"|{some('organisation.others.bodies')}"
        f"|{ADDRESSED()}){AREAS()}*$"
    )
)
SECOND = pattern_of(
    lambda: (
        f"(?:{not_after('organisation.binds')}{some('organisation.joins_to')}"
        f"|{some('organisation.others.partners', 'organisation.others.origins')}"
        f"|{some('organisation.others.models', 'organisation.others.sent')}"
        f"|{some('organisation.models.of')}{THAI}{{0,12}}{some('organisation.models.whose')}"
        f"|{some('organisation.charge.is')}{some('organisation.charge.of')}"
        f"{some('organisation.own_things.whose')}"
        f"|{some('organisation.is_staff')}{some('organisation.staff.people')}"
        f"{some('organisation.models.whose')}?"
        f"|{some('organisation.compared')}(?:{THAI}{{0,12}}{some('organisation.own_things.whose')})?)"
        f"(?:{AREAS()}|{some('organisation.persons')}{some('organisation.models.whose')}?)*$"
    )
)
# Subjects that make every office in the sentence somebody else: visits, agreements, prizes,
# history, boundaries.
TOPICS = pattern_of(lambda: some("organisation.topics.before"))
OPENS = pattern_of(lambda: some("clauses.opens"))
TOPICS_AFTER = pattern_of(lambda: some("organisation.topics.after"))
RAISED = pattern_of(
    lambda: (
        f"{some('organisation.raised.to_be')}?{some('organisation.raised.verb')}"
        f"(?!{some('organisation.raised.into')})"
    )
)
# A name that was read no further than its last word may have that word before the verb.
HELPS = pattern_of(
    lambda: (
        f"{some('organisation.name_tails')}?(?:"
        f"{some('organisation.helps.particles')}?{some('organisation.helps.verbs')}"
        f"|{some('organisation.helps.role')}{some('organisation.helps.roles')}"
        f"|{some('organisation.helps.particles')}?{some('organisation.helps.asks')}{THAI}{{2,40}}"
        f"{some('organisation.helps.takes')}"
        f"|{some('organisation.helps.particles')}?{some('organisation.helps.asks')}"
        f"{some('organisation.helps.comes_in')}(?!{some('organisation.helps.comes_in_not')})"
        f"|{some('organisation.helps.comes')}{some('organisation.helps.to')})"
    )
)
# What one goes to is another's.
VISITS = pattern_of(
    lambda: (
        f"{some('organisation.visits.go')}{THAI}{{0,50}}{some('organisation.visits.to')}"
        f"{some('organisation.visits.rooms')}?$"
    )
)
# Staff "in the office X" is the reporter's own; a school "under the office X" names its parent.
STAFF = pattern_of(
    lambda: f"{some('organisation.staff.people')}{THAI}{{0,12}}{some('organisation.staff.within')}$"
)
JOINED = pattern_of(
    lambda: (
        rf"(?:{some('organisation.joins')}|,|/|-|[0-9]{{1,2}}\)?\.?)*+{some('organisation.persons')}?"
    )
)
TOGETHER = of_words(lambda: words_of("organisation.together"))


HERE = of_words(lambda: frozenset(words_of("organisation.helps.here")))
SENDS = of_words(lambda: frozenset(words_of("organisation.helps.sends")))
PARTICLES = of_words(lambda: frozenset(words_of("organisation.helps.particles")))
# Who leads people comes with them; who brings a thing may bring it to help.
LEADS = pattern_of(
    lambda: (
        f"{some('organisation.helps.leads')}"
        f"(?:{some('organisation.helps.led', 'organisation.persons')}"
        f"|{THAI}{{1,40}}?{some('organisation.helps.to')})"
    )
)


ADDRESSEE = pattern_of(lambda: f"{ADDRESSED()}$")


def written_to(look: Look, mention: Mention) -> bool:
    """Tell whether a memo, which stays in its own office, is addressed to the office's head."""
    row = look.rows.rows[look.rows.at(mention.start)]
    led = look.text[row.start : mention.start]
    return any(start <= mention.start < end for start, end in look.memos) and bool(
        ADDRESSEE.fullmatch(led)
    )


def governed(look: Look, mention: Mention) -> bool:
    """Tell whether the words right beside an office make it somebody else's."""
    before = look.before(mention.start, FAR_BEFORE)
    near = before[-NEAR_BEFORE:]
    second = SECOND.search(near) and not STAFF.search(near)
    if OTHERS.search(near) or second or VISITS.search(before):
        return True
    after = _after(look, mention)
    return HELPS.match(after) is not None or _comes(after)


def _comes(after: str) -> bool:
    """Tell whether an office is said to come here, to send or to lead somebody: "X มาเล่า
    ประสบการณ์", "X ส่งวิทยากรมาบรรยาย".
    """
    words = tokens(after)[: SENT + 1]
    said = words[1:] if words and words[0] in PARTICLES() else words[:SENT]
    here = next((at for at, word in enumerate(said) if word in HERE()), None)
    if not here:
        return here == 0
    return said[0] in SENDS() or LEADS.match("".join(said)) is not None


def headed(look: Look, mention: Mention) -> bool:
    """Tell whether an office is an entry of a list whose heading makes it somebody else's:
    "ขอบคุณเครือข่าย".
    """
    above = look.listed.get(mention.start, "").rstrip(":")
    return bool(OTHERS.search(above) or SECOND.search(above) or TOPICS.search(above))


def in_a_row(look: Look, mention: Mention, previous: Mention, previous_too: bool) -> bool:
    """Tell whether an office stands in a row with the one named before it, and is somebody else's
    as that is (`previous_too`) or because two are named together.
    """
    if previous.kind.family == "region":
        return False
    gap = look.text[previous.place.end : mention.start]
    joined = len(gap) < FEW and bool(gap) and JOINED.fullmatch(gap) is not None
    return (
        joined
        and (previous_too or any(word in gap for word in TOGETHER()))
        and previous.proper != mention.proper
    )


def topical(look: Look, mention: Mention) -> bool:
    """Tell whether a subject is named around an office that makes most offices somebody else's."""
    after = _after(look, mention)
    raised = RAISED.match(after)  # what it was raised from is another: the office is what it is now
    if TOPICS_AFTER.search(after) and not raised:
        return True
    before = look.before(mention.start, FAR_BEFORE)
    low = mention.start - len(before)
    opened = [hit.start() for hit in OPENS.finditer(before) if look.gap(low + hit.start())]
    return TOPICS.search(before, max(opened, default=0)) is not None


def _after(look: Look, mention: Mention) -> str:
    return look.after(mention.place.end, FAR_AFTER).partition(mention.kind.name)[0]
