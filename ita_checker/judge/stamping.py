"""What was found is stamped with rule, level and words. Apart from judging: the process that scans
stamps too, what it could not open and what reports show side by side, and judges nothing.
"""

from __future__ import annotations

from ita_checker.model import Certainty, Finding, Rule, Severity, Words
from ita_checker.model.records import replace
from ita_checker.rulebook.catalogue import catalogue, say

SCANNED = Words("อ่านจากภาพสแกน", "read from a scanned page")
ONE_SIGN = Words(
    "มีข้อบ่งชี้เพียงอย่างเดียว โปรดตรวจสอบกับเอกสาร",
    "a single sign speaks for it; please compare with the page",
)
READING = "reading"  # the rule no pack can switch off: was every page read?


def stamp(finding: Finding, name: str = READING, rule: Rule | None = None) -> Finding:
    """Return the finding with rule, level and words; a place the reader was unsure of brings
    doubt.
    """
    code = catalogue()[finding.code]
    words = finding.message or (rule.message if rule else None) or code.message
    doubt = finding.doubt or _unsure(finding)
    if doubt is None and finding.certainty is Certainty.LIKELY:
        doubt = ONE_SIGN
    return replace(
        finding,
        rule=name,
        severity=finding.severity or severity(finding.code, rule),
        message=say(words, finding),
        doubt=doubt,
        certainty=Certainty.LIKELY if doubt else finding.certainty,
    )


def severity(code: str, rule: Rule | None) -> Severity:
    """Return the level of a code: the rule's, else its own; of a rule that nobody verified never
    more than advice.
    """
    own = catalogue()[code].severity
    if rule is None:
        return own
    return rule.severity.get(code, own) if rule.verified else Severity.ADVICE


def _unsure(finding: Finding) -> Words | None:
    """Return why a place read from a picture is to be looked at twice: letters that are unsure,
    with what else they may be.
    """
    letters = [letter for span in finding.spans for letter in span.doubtful]
    if not letters:
        return SCANNED if any(span.ocr for span in finding.spans) else None
    others = "".join(dict.fromkeys(other for letter in letters for other in letter.others))
    th, en = (
        "ตัวอักษรบางตัวอ่านจากภาพได้ไม่ชัด",
        "some letters were read from the picture without certainty",
    )
    return Words(f"{th} (อาจเป็น {others})", f"{en} (perhaps {others})") if others else Words(th, en)
