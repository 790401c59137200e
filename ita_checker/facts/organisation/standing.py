"""Where each mention of an office stands: in a place of the reporting office, or named in passing,
as a partner, in a history, in a law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ita_checker.facts.organisation.labels import asked, beside_number, heads_report, labelled, made
from ita_checker.facts.organisation.looking import Look, look
from ita_checker.facts.organisation.mentions import Mention, mentions
from ita_checker.facts.organisation.surroundings import (
    ACTS,
    AFTER_HEADS,
    HEADS,
    IN_LINE,
    JOINED_ON,
    MAKES,
    MODAL,
    NUMBERED_HEAD,
    ON_MEASURES,
    OWN_THING,
    OWNER,
    OWNS,
    PART,
    POST,
    POST_FIRST,
    ROOMS,
    SET_APART,
    TIME_AFTER,
    TITLE,
    WHOSE,
)
from ita_checker.facts.organisation.whose import (
    STAFF,
    governed,
    headed,
    in_a_row,
    topical,
    written_to,
)
from ita_checker.facts.page import HEADING, SIGNATURE, Row
from ita_checker.facts.page import TITLE as TITLE_ZONE
from ita_checker.model import Facts

NEAR_BEFORE, FAR_BEFORE = 26, 90
SHORT = 45  # letters before an office in a signature: a name, perhaps, and a post

OTHER, TOPIC = "other", "topic"
HEADED = ("passing", "alone")  # zones of which the heading above a list has a say
SEEN_FOR_TITLE = 4  # rows at the top of a page in which a title is repeated


@dataclass(frozen=True, slots=True)
class Standing:
    """A mention and where it stands: one of ZONES. `strength` 3: only the reporter stands there,
    2: usually, 1: anybody, 0: another (OTHER: by the words beside it, TOPIC: by what is spoken of).
    """

    mention: Mention
    zone: str
    strength: int


# What a place says of who reports; zones count once per office: a copied body wins by no numbers.
ZONES = {
    "cover": 12.0,
    "title": 4.0,
    "head": 4.5,
    "sign": 4.0,
    "running": 3.0,
    "makes": 3.0,
    "owns": 1.5,
    "alone": 2.0,
    "belongs": 1.5,
    "cell": 1.0,
    "passing": 0.5,
    TOPIC: 0.0,
    OTHER: 0.0,
}
STRONG = frozenset(["cover", "title", "head", "sign", "running", "makes"])
STRENGTHS = {
    OTHER: 0,
    TOPIC: 0,
    "passing": 1,
    "belongs": 1,
    "owns": 2,
    "alone": 2,
    "cell": 2,
} | dict.fromkeys(STRONG, 3)


def stand(facts: Facts, named: Iterable[Mention]) -> tuple[Standing, ...]:
    """Return where each of some mentions stands, given in order."""
    seen, found = look(facts), list[Standing]()
    for mention in named:
        last = found[-1] if found else None
        zone = _others(seen, mention, last) or _zone(seen, mention)
        if zone == OTHER and written_to(seen, mention):
            zone = "owns"
        if zone in HEADED and headed(seen, mention):
            zone = OTHER
        if not mention.start and zone not in (OTHER, TOPIC, *STRONG):
            zone = "head"  # the paper begins with its name
        found.append(Standing(mention, zone, STRENGTHS.get(zone, 1)))
    return tuple(_throughout(seen, found))


def _others(look: Look, mention: Mention, last: Standing | None) -> str:
    """Return what makes an office somebody else's, '' where nothing does."""
    if _made_by(look, mention):
        return ""
    if governed(look, mention):
        return OTHER
    if topical(look, mention):
        return TOPIC
    if last and in_a_row(look, mention, last.mention, not last.strength):
        return OTHER if last.strength else last.zone
    return ""


def _throughout(look: Look, found: Sequence[Standing]) -> Iterator[Standing]:
    """Yield the standings: an office that a paragraph once tells of as another's affair is so
    throughout the paragraph or cell, unless it stands anywhere as only the reporter does.
    """
    pieces = [look.piece(one.mention.start) for one in found]
    strong = {_office(one) for one in found if one.zone in STRONG}
    others = {
        (piece.start, _office(one))
        for piece, one in zip(pieces, found, strict=True)
        if piece and not one.strength
    }
    for piece, one in zip(pieces, found, strict=True):
        told = piece is not None and (piece.start, _office(one)) in others
        told = told and _office(one) not in strong
        yield (
            replace(one, zone=one.zone if one.zone == OTHER else TOPIC, strength=0) if told else one
        )


def _office(one: Standing) -> tuple[str, str]:
    return one.mention.kind.name, one.mention.proper


def _zone(look: Look, mention: Mention) -> str:
    """Return the zone of a mention that nothing makes somebody else's."""
    row = look.rows.rows[look.rows.at(mention.start)]
    last = look.rows.rows[look.rows.at(mention.end - 1)]
    before, after = look.text[row.start : mention.start], look.text[mention.place.end : last.end]
    end_row = look.rows.rows[look.rows.at(mention.place.end - 1)]
    if labelled(look, mention, row) or beside_number(look, mention, row):
        return "head"
    if row.inside:
        return _in_cell(look, mention)
    if row.start in look.running:
        return "running"
    ends = mention.place.end >= end_row.end
    if look.cover[0] <= mention.start < look.cover[1]:
        return "cover"
    if _signs(look, mention, before):
        return "sign"
    if not before and (
        ends
        or SET_APART.match(after)
        or TIME_AFTER.match(look.text, mention.place.end)
        or TIME_AFTER.match(after)
    ):
        return _alone(look, mention, row, end_row)
    if ends and end_row.ended and len(before) < SHORT and POST.search(before):
        return "passing" if IN_LINE.match(before) else "sign"
    if HEADS.fullmatch(before) and (ends or look.text.startswith(AFTER_HEADS(), mention.place.end)):
        return "head"
    if NUMBERED_HEAD.fullmatch(before):
        return "head"
    return "title" if _in_title(look, mention, row) else _in_text(look, mention)


def _made_by(look: Look, mention: Mention) -> bool:
    """Tell whether the line says before the office that it made the paper."""
    row = look.rows.rows[look.rows.at(mention.start)]
    return not row.inside and labelled(look, mention, row)


def _signs(look: Look, mention: Mention, before: str) -> bool:
    """Tell whether the office stands in a signature as that of a post: (name) post office."""
    piece = look.piece(mention.start)
    if piece is None or piece.zone != SIGNATURE or len(before) >= SHORT:
        return False
    of_post = POST.search(before) or POST_FIRST.match(before)
    return bool(of_post) or (")" in before and not OWNER.search(before))


def _alone(look: Look, mention: Mention, row: Row, last: Row) -> str:
    """Return the zone of an office that has its lines to itself: cover, signature, or a heading."""
    owned = OWNS.search(look.before(mention.start, NEAR_BEFORE))
    # in a title the line above is full by chance: "มาตรการ … ภายในหน่วยงาน" above whose they are
    if owned and row.start not in look.rows.broken and not _under_title(look, mention):
        return _in_text(look, mention)
    if mention.start < look.rows.opening:
        return "cover"
    if TIME_AFTER.match(look.text, mention.place.end):
        return "sign"
    if _under_title(look, mention) or _below_title(look, mention, row, last):
        return "title"
    joined = row.start not in look.rows.broken and JOINED_ON.search(
        look.before(mention.start, NEAR_BEFORE)
    )  # "… หรือ" above: the line goes on with its sentence
    if joined or not last.ended or MAKES.match(look.text, mention.place.end):
        return _in_text(look, mention)
    return "alone"


def _in_title(look: Look, mention: Mention, row: Row) -> bool:
    if mention.start < look.rows.opening:
        return (
            TITLE.search(look.text, max(0, mention.start - FAR_BEFORE), mention.start) is not None
            or TITLE.match(look.text, mention.place.end) is not None
        )
    if _under_title(look, mention):
        return True
    at = look.rows.at(mention.start)
    first = at
    while first > 0 and look.rows.rows[first - 1].page == row.page:
        first -= 1
    return (
        at - first < SEEN_FOR_TITLE
        and row.ended
        and (at == first or row.start in look.rows.broken)
        and TITLE.match(look.text, look.rows.rows[first].start) is not None
    )


def _under_title(look: Look, mention: Mention) -> bool:
    """Tell whether the office stands in a heading, behind the words of a title or on the first
    page, of which that is the title.
    """
    piece = look.piece(mention.start)
    if piece is None or piece.zone != TITLE_ZONE or piece.kind != HEADING:
        return False
    first = look.rows.rows[0].page == look.rows.rows[look.rows.at(mention.start)].page
    return first or bool(TITLE.search(look.text, piece.start, mention.start))


def _below_title(look: Look, mention: Mention, row: Row, last: Row) -> bool:
    """Tell whether the office, with its whole address or set apart from what follows, is the first
    line below the title, though a paragraph follows close below.
    """
    place = mention.place
    whole = bool(place.district and place.province) and place.end >= last.end
    apart = SET_APART.match(look.text, place.end)
    return row.start == look.rows.opening and (whole or apart is not None)


def _in_text(look: Look, mention: Mention) -> str:
    if made(look, mention):
        return "makes"
    before = look.before(mention.start, NEAR_BEFORE)
    if mention.kind.family == "region" and before.endswith(ROOMS()):
        return "owns"
    if ACTS.match(look.text, mention.place.end) or _subject(look, mention):
        return "owns"
    if WHOSE.search(before):
        told = OWN_THING.search(look.before(mention.start, FAR_BEFORE))
        return "owns" if told else "belongs"
    return "owns" if OWNS.search(before) or STAFF.search(before) else "passing"


def _subject(look: Look, mention: Mention) -> bool:
    """Tell whether an office is the subject of "will", "must" or "not", or acts on measures: the
    verb goes on from its name, or it stands where a clause begins; "the neighbour is X, which will
    not …" is neither.
    """
    after = mention.place.end
    apart = bool(look.gap(after)) and not look.gap(mention.start)
    acts = MODAL.match(look.text, after) or ON_MEASURES.match(look.text, after)
    return acts is not None and not apart


def _in_cell(look: Look, mention: Mention) -> str:
    if heads_report(look, mention):
        return "alone"
    before = look.before(mention.start, NEAR_BEFORE)
    made = MAKES.match(look.text, mention.place.end)
    if made or look.responsible_at(mention.start) or PART.search(before):
        return "cell"
    if asked(look, mention):
        return "owns"
    return "owns" if OWNS.search(before) else "passing"


def standings(facts: Facts) -> tuple[Standing, ...]:
    """Return every mention of an office with where it stands, in order."""
    return facts.once(_all)


def _all(facts: Facts) -> tuple[Standing, ...]:
    return stand(facts, mentions(facts))
