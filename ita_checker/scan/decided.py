"""Files of decisions: what the HTML report exports and what people fill into the sheet, read and
laid together.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ita_checker.errors import UsageError
from ita_checker.model import Decision, Stale, Words
from ita_checker.model.deciding import DISMISSED, HEADINGS, KEY, KINDS, SAID, SPOKEN
from ita_checker.scan.refusals import refusal

ERA = 543  # years from the Christian to the Buddhist era
OURS = "ita-checker decisions"
EXPORT = Words(
    "ใช้ไฟล์ที่บันทึกจากรายงาน HTML หรือตาราง .xlsx ของโปรแกรมนี้ที่กรอกแล้ว",
    "use the file exported from the HTML report or a filled-in .xlsx sheet of this program",
)
SHEET = (".xlsx", ".xlsm")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4})")

Key = tuple[str, str, str, str]
BUDDHIST = 2400  # years from here on are not of the Christian era


@dataclass(frozen=True, slots=True)
class Merged:
    """Decisions of several people: what holds, and where they disagree, each with all that was
    decided of it.
    """

    held: Mapping[Key, Decision] = field(default_factory=dict)
    conflicts: Mapping[Key, tuple[Decision, ...]] = field(default_factory=dict)


def key_of(decision: Decision) -> Key:
    """Return what a decision is about: the content, the rule, the code and the subject."""
    return decision.sha256, decision.rule, decision.code, decision.subject


def merge(decisions: Iterable[Decision], prefer: str = "") -> Merged:
    """Return the decisions laid together: the latest of each person; of people who agree one, with
    all their names. Where they disagree none holds, unless `prefer` names whose does, or somebody
    settled it.
    """
    people: dict[Key, dict[str, Decision]] = {}
    for decision in decisions:
        of_one = people.setdefault(key_of(decision), {})
        before = of_one.get(decision.by)
        if before is None or (before.date or "") <= (decision.date or before.date or ""):
            of_one[decision.by] = decision
    held: dict[Key, Decision] = {}
    conflicts: dict[Key, tuple[Decision, ...]] = {}
    for key, of_one in people.items():
        chosen = [of_one[prefer]] if prefer in of_one else _settled(list(of_one.values()))
        if len({decision.kind for decision in chosen}) > 1:
            conflicts[key] = tuple(chosen)
        else:
            held[key] = _agreed(chosen)
    return Merged(held, conflicts)


def _settled(made: list[Decision]) -> list[Decision]:
    """Return the latest decision that settles, alone; all where none does."""
    settling = [decision for decision in made if decision.settles]
    return [max(settling, key=lambda decision: decision.date or "")] if settling else made


def _agreed(made: Sequence[Decision]) -> Decision:
    """Return the latest of decisions that say the same, with the names of all who decided so."""
    latest = max(made, key=lambda decision: decision.date or "")
    names = ", ".join(dict.fromkeys(decision.by for decision in made if decision.by))
    return replace(latest, by=names)


def disagreed(made: Sequence[Decision]) -> Iterator[Stale]:
    """Yield each of the decisions on one finding with what the others decided."""
    for decision in made:
        others = [other for other in made if other is not decision]
        said = {
            lang: "; ".join(
                f"{other.by or '?'}: {getattr(SPOKEN[other.kind], lang)}"
                + (f" ({other.reason})" if other.reason else "")
                for other in others
            )
            for lang in ("th", "en")
        }
        own = SPOKEN[decision.kind]
        yield Stale(
            decision,
            Words(
                f"ผู้พิจารณาเห็นต่างกัน จึงยังไม่ใช้: {decision.by or '?'}: {own.th} / {said['th']}",
                f"people disagree, so none holds: {decision.by or '?'}: {own.en} / {said['en']}",
            ),
            torn=True,
        )


def read(path: Path, named: bool = False) -> list[Decision]:
    """Return the decisions of one file, in its order; `named`: where nobody signed them, the file's
    name stands for who decided.
    """
    made = list(_of_sheet(path) if path.suffix.lower() in SHEET else _of_export(path))
    return [replace(one, by=one.by or path.stem) for one in made] if named else made


def _of_export(path: Path) -> Iterator[Decision]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        told = refusal(error)
        what = Words(f"เปิดไฟล์ไม่ได้ ({told.what.th})", f"cannot be opened ({told.what.en})")
        raise UsageError(what, str(path), EXPORT) from error
    except (ValueError, RecursionError) as error:
        what = Words("ไม่ใช่ไฟล์ผลการพิจารณา (อ่าน JSON ไม่ได้)", f"no decisions file: not JSON ({error})")
        raise UsageError(what, str(path), EXPORT) from error
    if (
        not isinstance(data, dict)
        or data.get("kind") != OURS
        or not isinstance(data.get("decisions"), list)
    ):
        raise UsageError(Words("ไม่ใช่ไฟล์ผลการพิจารณา", "no decisions file"), str(path), EXPORT)
    by = str(data.get("by") or "")
    for index, row in enumerate(data["decisions"]):
        yield _decision(row, f"{path}: decisions[{index}]", by)


def _of_sheet(path: Path) -> Iterator[Decision]:
    """Yield what was filled into a sheet of ours, wherever its rows were moved."""
    from ita_checker.scan.sheets import opened

    try:
        sheets = list(opened(path))
    except OSError as error:
        raise refusal(error, str(path)) from error
    except ValueError as error:
        what = Words(f"เปิดเป็น .xlsx ไม่ได้ ({error})", f"cannot be opened as .xlsx ({error})")
        raise UsageError(what, str(path), EXPORT) from error
    found = False
    for name, rows in sheets:
        heads = [str(cell or "") for cell in rows[0]] if rows else []
        if KEY not in heads:
            continue
        found = True
        columns = {
            column: heads.index(head)
            for column, names in HEADINGS.items()
            for head in (names.th, names.en)
            if head in heads
        }
        for number, row in enumerate(rows[1:], 2):
            made = _row(row, heads.index(KEY), columns, f"{path}: {name}!{number}")
            if made:
                yield made
    if not found:
        raise UsageError(
            Words(
                "ไม่ใช่ตารางของโปรแกรมนี้ หรือลบคอลัมน์ที่ซ่อนไว้แล้ว",
                "no sheet of this program, or its hidden column is gone",
            ),
            str(path),
            EXPORT,
        )


def _row(row: Sequence[Any], key: int, columns: Mapping[str, int], where: str) -> Decision | None:
    """Return what a row decides; None where its decision is empty."""
    cells = {
        name: str(row[at]).strip() if at < len(row) and row[at] is not None else ""
        for name, at in columns.items()
    }
    said = cells.get("decision", "")
    if not said:
        return None
    try:
        sha256, rule, code, subject = json.loads(str(row[key]))
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(Words("แถวนี้ไม่มีรหัสของข้อ", "the row has lost its key"), where) from error
    return _decision(
        {
            "sha256": sha256,
            "rule": rule,
            "code": code,
            "subject": subject,
            "decision": SAID.get(said.lower(), said),
            "reason": cells.get("reason"),
            "date": cells.get("date"),
            "by": cells.get("by"),
            "about": f"{cells.get('file', '')}: {cells.get('message', '')}",
        },
        where,
        "",
    )


def _decision(row: Any, where: str, by: str) -> Decision:
    """Return one row of the file; a key we do not know is left alone, a wrong one is an error."""
    if not isinstance(row, dict):
        raise UsageError(Words("ต้องเป็นออบเจ็กต์ JSON", "must be a JSON object"), where)
    for key in ("sha256", "rule", "code", "subject", "decision"):
        if not isinstance(row.get(key), str):
            raise UsageError(
                Words(f"ขาด {key} หรือไม่ใช่ข้อความ", f"{key} is missing or no text"), where
            )
    if row["decision"] not in KINDS:
        what = Words(
            f"ไม่รู้จักผลการพิจารณา {row['decision']!r}", f"no such decision {row['decision']!r}"
        )
        raise UsageError(what, where, Words(f"ใช้ {' / '.join(KINDS)}", f"use {', '.join(KINDS)}"))
    reason = str(row.get("reason") or "")
    if row["decision"] == DISMISSED and not reason.strip():
        raise UsageError(
            Words("พิจารณาว่าไม่ใช่ข้อบกพร่องโดยไม่มีเหตุผล", "dismissed without a reason"),
            where,
            Words("ใส่เหตุผล", "give a reason"),
        )
    return Decision(
        row["sha256"],
        row["rule"],
        row["code"],
        row["subject"],
        row["decision"],
        reason,
        day(row.get("date"), f"{where}.date"),
        day(row.get("expires"), f"{where}.expires"),
        str(row.get("about") or ""),
        str(row.get("by") or by),
        row.get("settles") is True,
    )


def day(value: Any, where: str) -> str | None:
    """Return a day as 2569-11-23, also of 23/11/2569; a year of the Christian era is taken as
    such.
    """
    if value in (None, ""):
        return None
    hit = DAY.match(str(value))
    try:
        if hit is None:
            raise ValueError(value)
        year, month, number = (
            map(int, hit.group(1, 2, 3)) if hit[1] else map(int, hit.group(6, 5, 4))
        )
        return buddhist(datetime.date(year - ERA if year > BUDDHIST else year, month, number))
    except ValueError as error:
        raise UsageError(
            Words(f"ไม่ใช่วันที่: {value}", f"not a day: {value}"),
            where,
            Words("เขียนเช่น 2569-11-23", "as in 2569-11-23"),
        ) from error


def buddhist(given: datetime.date) -> str:
    """Return a day as 2569-11-23."""
    return f"{given.year + ERA:04d}-{given.month:02d}-{given.day:02d}"
