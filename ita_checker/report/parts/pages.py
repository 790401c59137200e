"""What was read, page by page, for a person or a program."""

from __future__ import annotations

from ita_checker.model import Document, Page
from ita_checker.report.formats.json import dump
from ita_checker.text.visible import HIDDEN


def as_json(document: Document) -> str:
    """Return {"path", "pages": [{"number", "text", "source", "reason", "quality"}]}; reason is
    Thai first, English beside it.
    """
    pages = [
        {
            "number": page.number,
            "text": page.text,
            "source": page.source.value,
            "reason": _reason(page),
            "quality": page.quality,
        }
        for page in document.pages
    ]
    return dump({"path": document.path, "pages": pages}) + "\n"


def as_text(document: Document) -> str:
    """Return the pages under a heading each; table cells are parted by bars, hidden characters
    shown.
    """
    return "".join(
        f"── {page.number} ({_state(page)}) ──\n{_body(page)}\n" for page in document.pages
    )


def _reason(page: Page) -> str | None:
    said = [f"{one.th} ({one.en})" for one in (page.reason, page.unseen) if one]
    return "; ".join(said) or None


def _state(page: Page) -> str:
    return page.source.value + (f": {said}" if (said := _reason(page)) else "")


def _body(page: Page) -> str:
    lines = [(line.text, line.after) for line in page.lines]
    text = "".join(words + {"\t": " | ", "\t\n": "\n"}.get(after, after) for words, after in lines)
    return HIDDEN.sub(lambda hit: f"<U+{ord(hit[0]):04X}>", text)
