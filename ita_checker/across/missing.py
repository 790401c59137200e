"""SET001: is every item an office must submit among its files? Asked only where all are here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ita_checker.across.years import tells_scores
from ita_checker.model import Held, Pack, Sketch, Words

UNREAD = Words("มีไฟล์ของหน่วยงานนี้ที่อ่านไม่ได้ครบ ({})", "a file of this office was not fully read ({})")
NOT_KNOWN = Words("มีไฟล์ที่ไม่ทราบว่าเป็นข้อใด ({})", "a file of unknown item ({})")
OTHER_KIND = Words(
    "ไฟล์ที่ส่งเป็นข้อนี้เป็นเอกสารชนิดอื่น ({})", "the file submitted for it is another kind of document ({})"
)


def items(
    sketches: Sequence[Sketch], packs: Mapping[str, Pack], complete: bool
) -> tuple[Held, ...]:
    """Return the items of an office year by year: which files hold each and, where all its files
    are here (`complete`), which are missing.
    """
    years = sorted({one.fiscal_year for one in sketches if one.fiscal_year})
    return tuple(
        held
        for year in years
        for held in _of_year(year, sketches, _pack(year, sketches, packs), complete)
    )


def _pack(year: int, sketches: Sequence[Sketch], packs: Mapping[str, Pack]) -> Pack | None:
    """Return the pack most of the year's files were held against."""
    counts = Counter(one.pack for one in sketches if one.fiscal_year == year and one.pack in packs)
    names = [name for name in counts if name and packs[name].fiscal_year == year]
    return packs[max(names, key=lambda name: (counts[name], name))] if names else None


def _of_year(
    year: int, sketches: Sequence[Sketch], pack: Pack | None, complete: bool
) -> Iterable[Held]:
    here = [one for one in sketches if one.fiscal_year in (year, None)]
    paths: dict[str, list[str]] = {}
    for one in here:
        if one.fiscal_year == year:
            for item in _held(one):
                paths.setdefault(item, []).append(one.path)
    known = {item.code: item for item in pack.items} if pack else {}
    first = any(one.first_assessment for one in here)  # nothing of last year's to analyse then
    must = [item.code for item in known.values() if item.must and not (first and item.not_first)]
    handed = [
        item for one in here if one.listed and one.fiscal_year == year for item in one.claimed
    ]
    order = list(known)
    wanted = dict.fromkeys([*must, *handed])
    for code in sorted(
        {*wanted, *paths},
        key=lambda code: (order.index(code) if code in known else len(order), code),
    ):
        title, covers = (known[code].title, known[code].covers) if code in known else ("", 0)
        missing = complete and code in wanted and code not in paths
        why = _why_not(code, here) if missing else None
        yield Held(year, code, title, covers, tuple(paths.get(code, ())), missing, why)


def _held(sketch: Sketch) -> tuple[str, ...]:
    """Return the items a file holds; of one that was not read, those it was handed in for."""
    held = tuple(one.item for one in sketch.held)
    return held if held or sketch.readable else sketch.claimed


def _of_unknown_item(sketch: Sketch) -> bool:
    """Tell whether a file may be any item's; the assessment's own page is none's."""
    return sketch.readable and not (sketch.held or sketch.claimed or tells_scores(sketch))


def _why_not(code: str, here: Sequence[Sketch]) -> Words | None:
    """Return why it cannot be said that an item is missing; None where nothing is against it."""
    for which, why in (
        ([one for one in here if not one.readable], UNREAD),
        ([one for one in here if code in one.claimed], OTHER_KIND),
        ([one for one in here if _of_unknown_item(one)], NOT_KNOWN),
    ):
        if which:
            paths = ", ".join(one.path for one in which[:3])
            return Words(why.th.format(paths), why.en.format(paths))
    return None
