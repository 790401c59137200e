"""An office as people ask for it: what is there year by year, what is missing, what contradicts
what, whose text it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita_checker.model import Batch, Compared, Family, Held, Pair, Span, Verdict

SAID = {
    "th": {
        "year": "ปีงบประมาณ {}", "page": "หน้า {}", "missing": "ไม่พบ {} ปีงบประมาณ {}",
        "unsure": "ยังบอกไม่ได้ว่ามี {} ปีงบประมาณ {} หรือไม่: {}",
        "no_result": "แผน ({}) มี “{}” ไม่พบในรายงานผล ({})",
        "not_planned": "รายงานผล ({}) มี “{}” ไม่พบในแผน ({})",
        "SET003": "{} มีเนื้อหาเหมือน {} ของ {} ({}% ตัวเลขและวันที่ตรงกัน {} จาก {})",
        "SET004": "{} มีเนื้อหาเหมือนของปีอื่น {} ({}% ตัวเลขและวันที่ตรงกัน {} จาก {})",
        "DOC008": "{} มีเนื้อหาเหมือนไฟล์ที่ส่งในข้ออื่น {} ({}% ตัวเลขและวันที่ตรงกัน {} จาก {})",
        "doubt": "โปรดตรวจสอบซ้ำ: {}", "nobody": "ไม่ทราบหน่วยงาน", "files": "{} ไฟล์",
        "place": "อำเภอ{}", "province": "จังหวัด{}",
    },
    "en": {
        "year": "fiscal year {}", "page": "page {}", "missing": "no {} of fiscal year {}",
        "unsure": "whether there is {} of fiscal year {} cannot be told: {}",
        "no_result": "the plan ({}) has “{}”, the results ({}) do not",
        "not_planned": "the results ({}) have “{}”, the plan ({}) does not",
        "SET003": "{} says what {} of {} says ({}%, {} of {} numbers and days the same)",
        "SET004": "{} says what another year's says: {} ({}%, {} of {} numbers and days the same)",
        "DOC008": "{} says what the file for another item says: {} "
        "({}%, {} of {} numbers and days the same)",
        "doubt": "look twice: {}", "nobody": "organisation unknown", "files": "{} files",
        "place": "{} district", "province": "{}",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """An office with the pairs its files are in."""

    family: Family
    pairs: tuple[Pair, ...]

    @property
    def silent(self) -> bool:
        """Tell whether there is nothing to say of it."""
        gaps = [one for one in self.family.compared if one.verdict != Verdict.MET]
        notes = [one for one in self.family.notes if one.verdict != Verdict.MET]
        return not (self.pairs or gaps or notes or any(held.missing for held in self.family.items))


def offices(batch: Batch) -> Iterator[Office]:
    """Yield every office of a batch with its pairs, in their order."""
    pairs: Mapping[str, list[Pair]] = defaultdict(list)
    for pair in batch.pairs:
        for path in dict.fromkeys((pair.first, pair.second)):
            pairs[path].append(pair)
    for family in batch.families:
        own = dict.fromkeys(
            (pair.code, pair.first, pair.second, pair.passages)
            for path in family.paths
            for pair in pairs.get(path, ())
        )
        yield Office(
            family,
            tuple(
                pair
                for path in family.paths
                for pair in pairs.get(path, ())
                if own.pop((pair.code, pair.first, pair.second, pair.passages), ...) is None
            ),
        )


def name(family: Family, lang: str) -> str:
    """Return an office's name with its place."""
    said = SAID[lang]
    place = [
        said["place"].format(family.district) if family.district else "",
        said["province"].format(family.province) if family.province else "",
    ]
    return " ".join(part for part in (family.office or said["nobody"], *place) if part)


def missing(family: Family, lang: str, year: int | None = None) -> list[str]:
    """Return what is not among an office's files, or cannot be said not to be."""
    said = SAID[lang]
    return [
        (
            said["unsure"].format(_item(held), held.fiscal_year, getattr(held.why, lang))
            if held.why
            else said["missing"].format(_item(held), held.fiscal_year)
        )
        for held in family.items
        if held.missing and year in (None, held.fiscal_year)
    ]


def _item(held: Held) -> str:
    return f"{held.item} {held.title}".strip()


def contradictions(office: Office, lang: str, paths: Sequence[str] | None = None) -> list[str]:
    """Return what plan and results do not share, measure by measure, with both places."""
    said = SAID[lang]
    found = []
    for pair in office.pairs:
        if pair.code != "SET002" or (paths is not None and pair.second not in paths):
            continue
        for passage in pair.passages:
            planned = bool(passage.first.quote)
            words = said["no_result" if planned else "not_planned"]
            own, other = (pair.first, pair.second) if planned else (pair.second, pair.first)
            span = passage.first if planned else passage.second
            found.append(
                words.format(where(own, span, lang), " ".join(span.quote.split()), other)
                + _doubt(pair, lang)
            )
    return found


def copied(office: Office, lang: str, paths: Sequence[str] | None = None) -> list[str]:
    """Return which of an office's files say what others say."""
    said = SAID[lang]
    found = []
    for pair in office.pairs:
        if pair.code == "SET002":
            continue
        first_is_own = pair.first in office.family.paths
        own, other = (pair.first, pair.second) if first_is_own else (pair.second, pair.first)
        if pair.code == "SET004":
            own, other = pair.second, pair.first
        if paths is not None and own not in paths:
            continue
        whose = (
            [pair.offices[1] if first_is_own else pair.offices[0]] if pair.code == "SET003" else []
        )
        words = said[pair.code].format(own, other, *whose, round(pair.share * 100), *pair.details)
        found.append(words + _doubt(pair, lang))
    return found


def notes(family: Family, lang: str, year: int | None = None) -> list[str]:
    """Return what an office's years show beside each other, and what could not be compared."""
    unknown = [one for one in family.compared if one.verdict == Verdict.UNKNOWN]
    wanted: list[Compared] = [*unknown, *family.notes]
    return [
        f"{SAID[lang]['year'].format(one.fiscal_year)}: {getattr(one.note, lang)}"
        for one in wanted
        if year in (None, one.fiscal_year)
    ]


def where(path: str, span: Span, lang: str) -> str:
    """Return a file with the page a piece stands on."""
    if not span.places:
        return path
    return f"{path} {SAID[lang]['page'].format(span.places[0].page)}"


def _doubt(pair: Pair, lang: str) -> str:
    return f" ({SAID[lang]['doubt'].format(getattr(pair.doubt, lang))})" if pair.doubt else ""
