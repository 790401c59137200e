"""All letters as one document for printing."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from ita_checker.report.beside.letter_blank import document


def printed_together(blank: bytes, letters: Sequence[Any]) -> Any:
    """Return all letters as one document for printing, each beginning on a page of its own."""
    from docx.oxml.ns import qn

    whole = document(blank)
    body = whole.element.body
    shared = _plain_heads(blank)
    for element in list(body):
        body.remove(element)
    for number, letter in enumerate(letters):
        *elements, section = [copy.deepcopy(element) for element in letter.element.body]
        for part in (*elements, section):
            for name in ("w:headerReference", "w:footerReference"):
                for reference in list(part.iter(qn(name))):
                    if reference.get(qn("r:id")) not in shared:
                        reference.getparent().remove(reference)
        for element in elements:
            body.append(element)
        if number == len(letters) - 1:
            body.append(section)
            continue
        paragraph = body.makeelement(qn("w:p"), {})  # a section ends in its last paragraph
        properties = paragraph.makeelement(qn("w:pPr"), {})
        properties.append(section)
        paragraph.append(properties)
        body.append(paragraph)
    return whole


def _plain_heads(blank: bytes) -> set[str]:
    """Return the relations of the template's headers and footers that all letters can share: those
    that are the same in each.
    """
    whole = document(blank)
    parts = {
        name: relation.target_part.blob.decode("utf-8", "replace")
        for name, relation in whole.part.rels.items()
        if relation.reltype.rsplit("/", 1)[-1] in ("header", "footer")
    }
    return set() if any("{{" in text for text in parts.values()) else set(parts)
