"""Figures with their intervals, as tables for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import sqrt

from lab.scoring import FALSE, Judged, Outcome

Z = 1.96  # 95 of 100 intervals hold the true share


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927): where the true share may lie."""
    if not of:
        return 0.0, 1.0
    share, z2 = hits / of, Z * Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def share(hits: int, of: int) -> str:
    """Return `hits/of percent [interval]`."""
    if not of:
        return "-"
    low, high = wilson(hits, of)
    return f"{hits}/{of} {100 * hits / of:.0f}% [{100 * low:.0f}-{100 * high:.0f}]"


HEADINGS = (
    "", "reports", "found", "false sure", "false likely", "false advice",
    "with false sure", "clean decided", "facts right", "beside", "lost",
)  # fmt: skip


def row(name: str, marks: Sequence[Judged]) -> tuple[str, ...]:
    """Return the figures of some reports."""

    def count(*outcomes: Outcome) -> int:
        return sum(one.count(*outcomes) for one in marks)

    clean = [one for one in marks if one.specimen.truth.clean]
    right = sum(len(one.facts_right) for one in marks)
    found = count(Outcome.FOUND)
    return (
        name,
        str(len(marks)),
        share(found, found + count(Outcome.MISSED)),
        *(str(count(outcome)) for outcome in FALSE),
        share(sum(one.count(Outcome.FALSE_SURE) > 0 for one in marks), len(marks)),
        share(sum(one.decided for one in clean), len(clean)),
        f"{right}/{right + sum(len(one.facts_wrong) for one in marks)}",
        str(count(Outcome.BESIDE)),
        str(sum(not one.read for one in marks)),
    )


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, columns as wide as they need."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        yield "  ".join(
            cell.ljust(width) for cell, width in zip(cells, widths, strict=True)
        ).rstrip()


def summary(marks: Sequence[Judged]) -> Iterator[str]:
    """Yield the whole table: all reports, by producer, author, scheme, year, style, by code."""
    yield from table([HEADINGS, row("ALL", marks)])
    groups: dict[str, Callable[[Judged], str]] = {
        "producer": lambda one: one.specimen.producer,
        "author": lambda one: one.specimen.author,
        "scheme": lambda one: one.specimen.truth.scheme,
        "year": lambda one: str(one.specimen.truth.fiscal_year),
        "style": lambda one: one.specimen.style,
    }
    for name, key in groups.items():
        grouped = defaultdict(list)
        for one in marks:
            grouped[key(one)].append(one)
        if len(grouped) < 2:
            continue
        yield ""
        rows = [row(value, own) for value, own in sorted(grouped.items())]
        yield from table([(f"by {name}", *HEADINGS[1:]), *rows])
    yield ""
    yield from table(list(_codes(marks)))


def _codes(marks: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    """Yield by code: found of planted, what was false, precision of sure and of likely."""
    yield (
        "by code",
        "found",
        "false sure",
        "false likely",
        "false advice",
        "precision of sure",
        "of likely",
    )
    lines = [line for one in marks for line in one.lines]
    for code in sorted({line.code for line in lines}):
        own = [line for line in lines if line.code == code]
        found = [line for line in own if line.outcome is Outcome.FOUND]
        false = [line for line in own if line.outcome in FALSE]
        missed = sum(line.outcome is Outcome.MISSED for line in own)
        if not (found or false or missed):
            continue
        told = [
            share(
                sum(line.sure is sure for line in found),
                sum(line.sure is sure for line in [*found, *false]),
            )
            for sure in (True, False)
        ]
        counts = (str(sum(line.outcome is outcome for line in false)) for outcome in FALSE)
        yield (code, share(len(found), len(found) + missed), *counts, *told)


def details(marks: Sequence[Judged]) -> Iterator[str]:
    """Yield every mistake missed, every false finding and every wrong fact."""
    for one in marks:
        name = f"{one.specimen.pdf} ({one.specimen.text})"
        if not one.read:
            yield f"LOST {name}"
        for line in one.lines:
            if line.outcome is Outcome.MISSED:
                yield f"MISSED {name} {line.code} {line.quote[:60]}"
            elif line.outcome in (*FALSE, Outcome.BESIDE):
                banned = " FORBIDDEN" if line.forbidden else ""
                yield (
                    f"{line.outcome.upper()}{banned} {name} {line.code} {line.quote[:60]!r}"
                    f" | {line.message[:90]}"
                )
        for fact in one.facts_wrong:
            yield f"FACT {name} {fact}"
