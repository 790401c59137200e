"""One family of errors. Each says what, where, and what to do next, in Thai and English."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import IntEnum

from ita_checker.model import Words


class ExitCode(IntEnum):
    """What a command ends with. GAPS means gaps and nothing else; UNCHECKED outranks it, and is
    also the end of a program that broke.
    """

    CLEAN = 0
    GAPS = 1
    MISUSE = 2
    UNCHECKED = 3


class ItaError(Exception):
    """Something a person can mend. `where` is a path, path:line or page."""

    def __init__(self, what: Words, where: str = "", remedy: Words | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(self.text())

    def text(self, lang: str = "th") -> str:
        """Return 'where: what. remedy' in one language."""
        said = [getattr(words, lang) for words in (self.what, self.remedy) if words]
        return (f"{self.where}: " if self.where else "") + " ".join(said)


class UsageError(ItaError):
    """Wrong use: options, manifest. Exit code 2."""


class RuleError(ItaError):
    """A mistake in a rule file; `where` is file:line. Exit code 2."""


class ReadError(ItaError):
    """A PDF that cannot be read; `code` is DOC001 (damaged, empty, not a PDF), DOC002 (locked) or
    DOC005 (a limit, a crash).
    """

    def __init__(
        self, code: str, what: Words, where: str = "", remedy: Words | None = None
    ) -> None:
        super().__init__(what, where, remedy)
        self.code = code

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, Words, str, Words | None]]:
        return ReadError, (self.code, self.what, self.where, self.remedy)


def did_you_mean(word: object, known: Iterable[object]) -> Words:
    """Return the word that was meant, or what there is to choose from."""
    choices = [str(choice) for choice in known]
    near = difflib.get_close_matches(str(word), choices, 1, 0.6) or [
        choice for choice in choices if choice.replace("_", "") == str(word).lower()
    ]
    if near:
        return Words(f"หมายถึง “{near[0]}” หรือไม่", f'did you mean "{near[0]}"?')
    listed = ", ".join(choices) or "-"
    return Words(f"ใช้ได้: {listed}", f"there is: {listed}")
