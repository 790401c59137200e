"""What is kept of a report to lay it beside others, and what is said of offices and pairs."""

from __future__ import annotations

from dataclasses import dataclass

from ita_checker.model.pages import Span, Words


@dataclass(frozen=True, slots=True)
class Told:
    """A measure as one report names it: `called` folded and without numbering, `number` the one it
    bears, `span` where. `sure` is false where the table or heading names no measures.
    """

    called: str
    span: Span
    number: int | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Scored:
    """An indicator of the assessment with its score (0 to 100), and where both stand."""

    called: str
    score: float
    span: Span


@dataclass(frozen=True, slots=True)
class Covered:
    """An item the file holds: its code and kind, and the fiscal year it must cover there."""

    item: str
    kind: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """One report in short. Sets of hashes are bytes: sorted unsigned 64-bit numbers, little end
    first.

    `sample` holds one in eight of the text's shingles, `stretches` one in sixteen of its long ones,
    `filled` those of `sample` in what was done and what came of it, `details` its numbers and days,
    days odd and numbers even. `stated` is the fiscal year the report says it is of, `assessed` the
    year of the assessment whose scores (`scored`) it tells. `letters`
    counts what was compared. `body` is a Body, packed.
    """

    path: str
    sha256: str = ""
    readable: bool = True
    scanned: bool = False
    scheme: str = ""
    fiscal_year: int | None = None
    pack: str | None = None
    stated: int | None = None
    claimed: tuple[str, ...] = ()
    held: tuple[Covered, ...] = ()
    kind: str = ""
    group: str = ""
    proper: str = ""
    organisation: str = ""
    district: str | None = None
    province: str | None = None
    handed_in_by: str | None = None
    listed: bool = False
    first_assessment: bool = False
    others: tuple[str, ...] = ()
    planned: tuple[Told, ...] = ()
    reported: tuple[Told, ...] = ()
    understood: bool = True
    weak: tuple[Told, ...] = ()
    scored: tuple[Scored, ...] = ()
    assessed: int | None = None
    letters: int = 0
    sample: bytes = b""
    stretches: bytes = b""
    filled: bytes = b""
    details: bytes = b""
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Body:
    """A report's text, needed only where it is shown beside another: `compared` has a bit for each
    letter of the flow, set where it is compared; `starts`, `pages` and `boxes` say where each line
    begins and stands (32-bit numbers, 16-bit, four 32-bit floats).
    """

    text: str
    compared: bytes
    starts: bytes
    pages: bytes
    boxes: bytes


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two reports, each with where it stands."""

    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that belong beside each other: `code` says why, `share` (0 to 1) how much of the
    lesser is the same, `details` (same, all) how many numbers and days are.

    `passages` are the longest that are the same; `changes` what the second has otherwise, the
    cover first. `doubt` says why a person should look twice; None where two signs agree.
    """

    code: str
    first: str
    second: str
    offices: tuple[str, str]
    share: float
    details: tuple[int, int] = (0, 0)
    passages: tuple[Passage, ...] = ()
    changes: tuple[Passage, ...] = ()
    doubt: Words | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An item in a year of one office: the files that hold it; `missing` where none does, with
    `why` it cannot be told (None where it can).
    """

    fiscal_year: int
    item: str
    title: str
    covers: int
    paths: tuple[str, ...] = ()
    missing: bool = False
    why: Words | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A question put to files of one office side by side: `verdict` is met, gap or unknown, `note`
    says what was or was not compared; `paths` which files.
    """

    code: str
    fiscal_year: int | None
    verdict: str
    note: Words
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """An office with all its files. `gathered` says how they came together, `spellings` how its
    name is written in them.
    """

    office: str
    district: str | None
    province: str | None
    paths: tuple[str, ...]
    gathered: tuple[Words, ...] = ()
    spellings: tuple[str, ...] = ()
    items: tuple[Held, ...] = ()
    compared: tuple[Compared, ...] = ()
    notes: tuple[Compared, ...] = ()
