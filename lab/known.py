"""The fixed part that CI runs, and what of it is known to fail today.

`known.yaml` beside the tests names each failure with the kind it is of. A test that is known to
fail must fail: whoever mends a kind strikes its lines out (`python -m lab known --write`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import yaml

from ita_checker.model import Report
from lab import rendered, scoring
from lab.mistakes import mistakes, plant
from lab.relations import planted, varied
from lab.sheets import LOADER, Sheet, load
from lab.texts import HOME as STOCK
from lab.trial import as_scanned, told
from lab.variations import variations, vary

HOME = Path(__file__).parent.parent / "tests" / "lab" / "known.yaml"
NEW = "new here, not yet looked into"
FIXED = "house"  # the author whose texts every relation is tried on
SCORE = "score"
ONE_IN = 3  # of so many texts one is scored in CI; `lab quick` scores them all
ALIKE = ("pushed-08", "pushed-13", "pushed-18", "pushed-28", "headings-2", "headings-3", "office-2")
KINDS = {
    "headings": "columns are known by listed words of their headings alone",
    "YEA005-day": "a label before a date in a cell makes it a signature's",
    "YEA002": "the cover's number decides whose year it is, for everything inside",
    "YEA003": "a word before it governs the year",
    "SEC001-analysis": "one cause, three findings",
    "ORG005": "the subject of a sentence counts before listed verbs only",
    "pushed": "a page's end cuts a row, name, heading or sentence",
    "indent": "a paragraph's first line is taken for a heading",
    "office": "what is said hangs on the office's name",
    "MEA004": "who is responsible is taken from a sentence that names nobody",
    "MEA005": "an outcome of round labels passes",
    "RND003": "a promised round without a result passes where a longer one is told",
    "DOC006": "which items a file holds is read from a mention",
    SCORE: "the text itself is judged wrongly",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """One test of the fixed part: a text scored, or a relation tried on it."""

    relation: str
    text: str

    @property
    def name(self) -> str:
        """Return its name in known.yaml."""
        return f"{self.relation} {self.text}"


def names() -> list[str]:
    """Return the author/name of every text, in their order; none is read for it."""
    return sorted(f"{path.parent.name}/{path.stem}" for path in STOCK.rglob("*.yaml"))


@cache
def fixed(name: str) -> Sheet:
    """Return a text by its author/name, read once."""
    return load(STOCK / f"{name}.yaml")


def tried() -> list[str]:
    """Return the texts that tests are made of: all of the fixed author's, and one in so many of the
    others, whichever texts join later.
    """
    return [name for name in names() if _of_house(name) or crc32(name.encode()) % ONE_IN == 0]


def trials(name: str) -> Iterator[Trial]:
    """Yield the tests of a text: it is scored, and every relation is tried on it that it gives room
    for, if it is the fixed author's.
    """
    yield Trial(SCORE, name)
    if _of_house(name):
        sheet = fixed(name)
        for one in variations():
            if one not in ALIKE and vary(one, sheet):
                yield Trial(one, name)
        yield from (Trial(one, name) for one in mistakes() if plant(one, sheet))


def _of_house(name: str) -> bool:
    return name.startswith(f"{FIXED}/")


def outcome(trial: Trial) -> str:
    """Return how a trial went: "holds", or what is wrong."""
    sheet = fixed(trial.text)
    if trial.relation == SCORE:
        return _scored(trial.text, sheet)
    go = varied if trial.relation in variations() else planted
    held = go(trial.relation, sheet, _before(trial.text))
    return str(held)


@cache
def _before(name: str) -> Report:
    """Return the report on a text as it is: every relation asks for it."""
    return told(fixed(name))


def _scored(name: str, sheet: Sheet) -> str:
    one = rendered.Specimen(name, sheet.author, sheet.name, "paper", sheet.truth)
    (judged,) = scoring.score([one], {name: as_scanned(told(sheet))})
    wrong = [
        f"{line.outcome} {line.code}"
        for line in judged.lines
        if line.outcome in (*scoring.FALSE, scoring.Outcome.MISSED)
    ]
    open_question = sheet.truth.clean and not judged.decided and not wrong
    return (
        "; ".join([*wrong, *judged.facts_wrong, *(["undecided"] if open_question else [])])
        or "holds"
    )


def known() -> dict[str, str]:
    """Return the tests known to fail, each with the kind it is of."""
    return yaml.load(HOME.read_text(encoding="utf-8"), LOADER) or {} if HOME.is_file() else {}


def kind(trial: Trial) -> str:
    """Return the kind a failing trial is of, by its relation."""
    return next((why for name, why in KINDS.items() if trial.relation.startswith(name)), NEW)


def rewritten() -> tuple[dict[str, str], dict[str, str]]:
    """Return what fails now by name, with its kind; and how each of those went."""
    old, now, went = known(), dict[str, str](), dict[str, str]()
    for trial in (trial for name in tried() for trial in trials(name)):
        said = outcome(trial)
        if said != "holds":
            now[trial.name] = old.get(trial.name) or kind(trial)
            went[trial.name] = said
    return now, went
