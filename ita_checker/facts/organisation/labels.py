"""Does a form ask for an office where one stands: a label on its line, or in the cell before?"""

from __future__ import annotations

from ita_checker.facts.organisation.looking import Look
from ita_checker.facts.organisation.mentions import Mention
from ita_checker.facts.organisation.surroundings import (
    ASKED,
    LABELLED,
    MAKES,
    NUMBERED_HEAD,
    TAILED,
    THIS_MADE,
    THROUGH,
    TITLE,
)
from ita_checker.facts.page import Row

FIRST_ROWS = 4  # of a report, in which it says whose it is
NEAR = 26  # letters before an office
COLON = ":"  # before what a form's cell is filled in with


def labelled(look: Look, mention: Mention, row: Row) -> bool:
    """Tell whether a form's label stands before the office on its line, or in the cell before."""
    at = look.rows.at(mention.start)
    led = look.text[row.start : mention.start].strip(COLON)
    if led or not row.inside or not at:
        return LABELLED.fullmatch(look.text, row.start, mention.start) is not None
    return LABELLED.fullmatch(_cell_before(look, at)) is not None


def made(look: Look, mention: Mention) -> bool:
    """Tell whether the words beside an office say that it made the paper: "X จึงจัดทำ…", "รายงาน
    ฉบับนี้จัดทำโดย X".
    """
    behind = any(one.match(look.text, mention.place.end) for one in (MAKES, TAILED, THROUGH))
    return behind or THIS_MADE.search(look.before(mention.start, NEAR)) is not None


def _cell_before(look: Look, at: int) -> str:
    """Return the letters of the last line of the cell before a row, "" without one."""
    cell = look.rows.rows[at - 1]
    return look.text[cell.start : cell.end].rstrip("\t") if at and cell.inside else ""


def asked(look: Look, mention: Mention) -> bool:
    """Tell whether the cell before asks for an office by one word, a colon behind it."""
    at = look.rows.at(mention.start)
    row, held = look.rows.rows[at], _cell_before(look, at)
    led = look.text[row.start : mention.start]
    return COLON in (led, held[-1:]) and led in ("", COLON) and held.rstrip(COLON) in ASKED()


def beside_number(look: Look, mention: Mention, row: Row) -> bool:
    """Tell whether the cell before holds a letter's number and no more: the office stands in the
    letter's head.
    """
    held = _cell_before(look, look.rows.at(mention.start)) if row.inside else ""
    led = look.text[row.start : mention.start]
    return bool(held) and NUMBERED_HEAD.fullmatch(held + led) is not None


def heads_report(look: Look, mention: Mention) -> bool:
    """Tell whether the office stands with its whole address in the report's first lines, behind the
    words of a title, as in a frame or a table that is set like a cover.
    """
    place, top = mention.place, look.rows.at(mention.start) < FIRST_ROWS
    whole = bool(place.district and place.province)
    return top and whole and TITLE.search(look.text, 0, mention.start) is not None
