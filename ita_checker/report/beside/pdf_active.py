"""Takes out of a copy of a PDF what would run or be sent when it is opened: scripts, actions that
start programs or send forms. What the pages show stays, and so do attached files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

ACTIVE = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition")
MOST_STEPS = 50  # of actions that follow one another


def disarm(pdf: Any) -> None:
    """Take all of it out of an open PDF."""
    import pikepdf

    _drop(pdf.Root, "/OpenAction", "/AA")
    names, form = pdf.Root.get("/Names"), pdf.Root.get("/AcroForm")
    if isinstance(names, pikepdf.Dictionary):
        _drop(names, "/JavaScript")
    if isinstance(form, pikepdf.Dictionary):
        _drop(form, "/XFA")
    for thing in _dictionaries(pdf):
        _drop(thing, "/AA")
        if _runs(thing.get("/A")):
            _drop(thing, "/A")
        if thing.get("/S") in ACTIVE and "/JS" in thing:
            _drop(thing, "/JS")


def _drop(thing: Any, *names: str) -> None:
    for name in names:
        if name in thing:
            del thing[name]


def _dictionaries(pdf: Any) -> Iterator[Any]:
    """Yield every dictionary that may hold actions: all that stand alone, and notes in pages."""
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            yield thing
            notes = thing.get("/Annots")
            if isinstance(notes, pikepdf.Array):
                yield from (note for note in notes if isinstance(note, pikepdf.Dictionary))


def _runs(action: Any) -> bool:
    """Tell whether an action, or one that follows it, is active."""
    import pikepdf

    waiting, steps = [action], 0
    while waiting and steps < MOST_STEPS:
        steps += 1
        step = waiting.pop()
        if isinstance(step, pikepdf.Array):
            waiting += list(step)[:MOST_STEPS]
        elif isinstance(step, pikepdf.Dictionary):
            if step.get("/S") in ACTIVE:
                return True
            waiting.append(step.get("/Next"))
    return False
