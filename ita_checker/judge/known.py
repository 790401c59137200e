"""Which report a document is, in the words of the pack that it is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ita_checker.facts.page import logical
from ita_checker.judge.identify import identify, identify_as
from ita_checker.judge.mended import Reading, reading
from ita_checker.model import Case, Document, Pack, Submission
from ita_checker.words import speaking


@contextmanager
def known(
    document: Document, submission: Submission, packs: Sequence[Pack]
) -> Iterator[tuple[Reading, Case]]:
    """Give the document's likeliest reading and its case. While they are held, the words of the
    files are in force with those that the case's pack adds, and no other pack's.
    """
    with speaking({}):
        seen, case = _known(document, submission, packs)
        chosen = case.pack
        if not (chosen and chosen.vocabulary) and (case.items or not _adding(packs)):
            yield seen, case
            return
    if chosen and chosen.vocabulary:
        with speaking(chosen.vocabulary):
            seen = reading(logical(document))
            yield seen, identify_as(seen.likeliest, case.submission, chosen, case.fiscal_year)
            return
    # No pack knows it in the files' words: one that adds words may in its own.
    for own in _adding(packs):
        with speaking(own[0].vocabulary):
            seen_so, case_so = _known(document, submission, own)
            if case_so.items:
                yield seen_so, case_so
                return
    with speaking({}):
        yield seen, case


def _known(
    document: Document, submission: Submission, packs: Sequence[Pack]
) -> tuple[Reading, Case]:
    seen = reading(logical(document))
    return seen, identify(seen.likeliest, submission, packs)


def _adding(packs: Sequence[Pack]) -> list[list[Pack]]:
    """Return the packs that add words to the vocabulary, those that add the same together."""
    alike: list[list[Pack]] = []
    for pack in (pack for pack in packs if pack.vocabulary):
        same = next((own for own in alike if own[0].vocabulary == pack.vocabulary), None)
        if same is None:
            alike.append([pack])
        else:
            same.append(pack)
    return alike
