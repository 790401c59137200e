"""What changes from one pack to another: items that moved, years that shifted, rules that came,
went or changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ita_checker.model import Item, Pack
from ita_checker.rulebook.loader import Book
from ita_checker.text.compare import score

# titles of one item differ by a word from year to year; see test_difference.py for both neighbours
SAME_ITEM = 85.0
SINGLE = frozenset(
    {"measures", "results"}
)  # a pack has one item of such a kind: it is the same whatever it is called


def difference(book: Book, old: str, new: str) -> str:
    """Return the differences between two packs, one a line; '=' where there are none."""
    before, after = book.packs[old], book.packs[new]
    lines = [*_items(before, after), *_rules(book, old, new)]
    return "\n".join([f"{old} → {new}", *(lines or ["="]), ""])


def _items(before: Pack, after: Pack) -> Iterator[str]:
    left = list(before.items)
    for item in after.items:
        same = _same(item, left)
        if same is None:
            yield f"+ {item.code} {item.title}"
            continue
        left.remove(same)
        changed = [*_moved(same, item)]
        if changed:
            yield f"~ {item.code} {item.title}: {'; '.join(changed)}"
    yield from (f"- {item.code} {item.title}" for item in left)


def _same(item: Item, others: list[Item]) -> Item | None:
    """Return the other pack's item that this one is: the one of its kind, of its title, or of
    nearly its title.
    """
    if item.kind in SINGLE:
        return next((other for other in others if other.kind == item.kind), None)
    ranked = [
        (score(item.title, other.title), other.code == item.code, other.code, other)
        for other in others
    ]
    ranked.sort(key=lambda one: one[:3])
    return ranked[-1][3] if ranked and ranked[-1][0] >= SAME_ITEM else None


def _moved(old: Item, new: Item) -> Iterator[str]:
    for name in ("code", "title", "kind", "covers", "analyses", "must", "titles", "requires"):
        one, other = getattr(old, name), getattr(new, name)
        if isinstance(one, tuple) and one != other:
            gone, come = (
                [part for part in one if part not in other],
                [part for part in other if part not in one],
            )
            yield f"{name} " + " ".join(
                [*(f"-[{part}]" for part in gone), *(f"+[{part}]" for part in come)]
            )
        elif one != other:
            yield f"{name} {_said(one)} → {_said(other)}"


def _said(value: object) -> str:
    return "-" if value is None else str(value)


def _rules(book: Book, old: str, new: str) -> Iterator[str]:
    before, after = (book.drafts[name].said.get("rules") or {} for name in (old, new))
    for name, rule in after.items():
        if name not in before:
            yield f"+ rule {name}: {rule['title']['th']}"
        elif rule is not before[name] and rule != before[name]:
            yield f"~ rule {name}: {', '.join(_changed(before[name], rule))}"
    yield from (f"- rule {name}" for name in before if name not in after)


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            short = key in ("with", "severity", "verified", "off", "check", "for")
            yield f"{key} {_plain(old.get(key))} → {_plain(new.get(key))}" if short else key


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_plain(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_plain, value)) + "]"
    return "-" if value is None else str(value)
