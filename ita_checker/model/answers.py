"""What a check answers: verdicts, findings with their severity and certainty, decisions of
people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ita_checker.model.pages import Span, Words
from ita_checker.model.records import record

# What was not looked at: no option leaves these out, no decision waves them through.
ALWAYS_TOLD = ("DOC001", "DOC002", "DOC003", "DOC004", "DOC005", "DOC010")


class Verdict(StrEnum):
    """What one rule says of one report. UNKNOWN is ignorance, never 'fine'."""

    MET = "met"
    PARTIAL = "partial"
    GAP = "gap"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """ZERO: the assessor would score the item 0 for it. ADVICE: worth a look, costs no points by
    itself.
    """

    ZERO = "zero"
    ADVICE = "advice"


class Certainty(StrEnum):
    """How sure a finding is. SURE: two independent signs show it and nothing speaks against it.
    LIKELY: one sign; its doubt says why a person should look twice. Less is no finding.
    """

    SURE = "sure"
    LIKELY = "likely"


NOT_OPENED = "DOC010"  # of these, the code of a file that was not opened at all


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of a finding: `kind` is confirmed, dismissed or explain (the office is
    asked to).

    It holds for the report of that content, rule, code and subject, on whatever page. Days are of
    the Buddhist era: 2569-11-23.
    `about` keeps what people know the finding by: its file and message; `by` who decided;
    `settles`: it was made in view of others that disagree, and holds before them.
    """

    sha256: str
    rule: str
    code: str
    subject: str
    kind: str
    reason: str = ""
    date: str | None = None
    expires: str | None = None
    about: str = ""
    by: str = ""
    settles: bool = False


@record(frozen=True, slots=True)
class Finding:
    """What a check saw. `absent`: it rests on not finding, and falls silent where a page was not
    read.

    `rule`, `severity` and `message` are stamped by judge; a check may word its own message, and
    what another
    reading of a scan would undo comes with its severity. `decision`: what a person decided of it.
    `perhaps`: pieces that nobody understood, which may hold what was not found.
    `corroborated`: a second sign shows an absence too (its neighbours in the same list are all
    told); one without is likely at most.
    `cause`: what is amiss, where other findings may have the same; `within`: a cause that this one
    is part of, so that it is not told where that one is.
    """

    code: str
    spans: tuple[Span, ...] = ()
    subject: str = ""
    found: str | None = None
    expected: str | None = None
    doubt: Words | None = None
    absent: bool = False
    certainty: Certainty = Certainty.SURE
    message: Words | None = None
    rule: str = ""
    severity: Severity | None = None
    decision: Decision | None = None
    perhaps: tuple[Span, ...] = ()
    corroborated: bool = False
    cause: str = ""
    within: str = ""


@record(frozen=True, slots=True)
class Answer:
    """What a check answers: a verdict, what it saw wrong, and what it saw right (a MET without
    `evidence` rests on not finding).
    """

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    evidence: Sequence[Span] = ()
    note: Words | None = None
