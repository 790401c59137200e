"""Every code the tool can say: what it means, why it matters, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec
import yaml

from ita_checker.model import Finding, Severity, Words
from ita_checker.rulebook.wording import worded

# What was not read, or not opened, may never pass as fine: no rule file can switch these off or
# make them advice.
ALWAYS_ON = frozenset({"DOC001", "DOC002", "DOC003", "DOC004", "DOC005"})


@dataclass(frozen=True, slots=True)
class Code:
    """One code. The kind of check that says it names it in its CODES; the others are said while
    reading, judging or comparing reports.
    """

    code: str
    severity: Severity
    title: Words
    message: Words
    why: Words
    do: Words


def say(template: Words, finding: Finding) -> Words:
    """Return a message in both languages: a template with the finding's subject, found, expected
    and quote filled in.

    A [part] in square brackets is left out where one of its {words} is empty, or gives way to what
    stands after its |.
    """
    quote = finding.spans[0].quote if finding.spans else ""
    words = {
        "subject": finding.subject,
        "found": finding.found,
        "expected": finding.expected,
        "quote": " ".join(quote.split()),
    }
    return Words(worded(template.th, words, "th"), worded(template.en, words, "en"))


@cache
def catalogue() -> Mapping[str, Code]:
    """Return every code there is, in the order of the catalogue."""
    text = files("ita_checker.rulebook").joinpath("codes.yaml").read_text(encoding="utf-8")
    known = yaml.load(text, yaml.CSafeLoader)
    return MappingProxyType(
        {code: msgspec.convert({"code": code, **said}, Code) for code, said in known.items()}
    )
