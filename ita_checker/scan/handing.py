"""What the files of a scan are handed in as: what options and the list say of each, and where
that is known from.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ita_checker.errors import UsageError, did_you_mean
from ita_checker.model import Pack, Submission, Words
from ita_checker.scan import remote
from ita_checker.scan.files import Found
from ita_checker.scan.listing import said_yes
from ita_checker.scan.settings import Settings
from ita_checker.scan.submission import (
    Handed,
    Options,
    handed_in,
    item_codes,
    read_manifest,
    year_given,
)
from ita_checker.scan.tasks import Entry


@dataclass(frozen=True, slots=True)
class Handing:
    """What options and list say of each file. `named`: the paths that name what files out of
    archives are; `given`: the list's paths as they stand there, by row.
    """

    options: Options
    rows: Mapping[str, Mapping[str, str]]  # by absolute path or URL
    remarks: tuple[Words, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False  # all that was submitted is here

    @classmethod
    def of(cls, settings: Settings, paths: Sequence[Path | str]) -> Handing:
        rows, remarks = read_manifest(settings.manifest) if settings.manifest else ({}, ())
        options = settings.handed
        folders = [path for path in paths if isinstance(path, Path) and path.is_dir()]
        homes = [settings.manifest.parent if settings.manifest else Path(), *folders]
        return cls(
            options,
            {_where(name, homes): row for name, row in rows.items()},
            remarks,
            whole=settings.complete,
        )

    def known(self, packs: Sequence[Pack]) -> None:
        """UsageError for an item asked for that no pack of that year has: a slip of the finger
        must not become "nothing was found".
        """
        asked = [(code, self.options.fiscal_year, "--item") for code in self.options.items]
        self._schemes(packs)
        for row in self.rows.values():
            year = self.options.fiscal_year or year_given(row)
            asked += [(code, year, row["path"]) for code in item_codes(row.get("item", ""))]
        for code, year, where in asked:
            codes = {
                item.code
                for pack in packs
                if pack.items and year in (None, pack.fiscal_year)
                for item in pack.items
            }
            if code not in codes:
                what = Words(
                    f"ไม่มีข้อ {code} ในชุดกฎ" + (f"ปี {year}" if year else ""),
                    f"no pack{f' of {year}' if year else ''} has an item {code}",
                )
                raise UsageError(what, where, did_you_mean(code, sorted(codes)))

    def _schemes(self, packs: Sequence[Pack]) -> None:
        """UsageError for a scheme that no pack is of."""
        there = sorted({pack.scheme for pack in packs if pack.items})
        asked = [(self.options.scheme, "--scheme")]
        asked += [(row.get("scheme"), row["path"]) for row in self.rows.values()]
        for scheme, where in asked:
            if scheme and scheme not in there:
                what = Words(f"ไม่มีเกณฑ์ {scheme!r}", f"no scheme {scheme!r}")
                raise UsageError(what, where, did_you_mean(scheme, there))

    def handed(self, shown: str, path: str) -> Submission:
        """Return what a file was handed in as."""
        return self.told(shown, path).submission

    def told(self, shown: str, path: str) -> Handed:
        """Return what a file was handed in as, and where that is known from."""
        row, named = self._row(path), self.named.get(path, path)
        place = remote.path_of(named) if remote.is_url(named) else Path(named)
        return handed_in(place, shown, self.options, row)

    def complete(self, path: str) -> bool:
        """Tell whether all that the file's office submitted is here: by the option or the list."""
        row = self._row(path)
        return self.whole or (row is not None and said_yes(row.get("complete", "")))

    @property
    def any_complete(self) -> bool:
        """Tell whether missing items are looked for at all."""
        return self.whole or any(said_yes(row.get("complete", "")) for row in self.rows.values())

    def _row(self, path: str) -> Mapping[str, str] | None:
        path = self.named.get(path, path)
        name = path if remote.is_url(path) else os.path.realpath(path)
        return self.rows.get(name) if self.rows else None

    def matched(self, found: Found) -> Handing:
        """Return this with the rows that lead nowhere given to the one file whose path ends as
        theirs does: lists name files alone, or from a folder further down.
        """
        real = self._real(found)
        ends: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for path in real - self.rows.keys():
            parts = _parts(path)
            for start in range(len(parts)):
                ends[parts[start:]].append(path)
        rows: dict[str, Mapping[str, str]] = {}
        for path, row in self.rows.items():
            same = [] if path in real else ends[_parts(row["path"])]
            rows[same[0] if len(same) == 1 and same[0] not in rows else path] = row
        return replace(self, named=found.named, rows=rows)

    def joined(self, found: Found) -> Found:
        """Return what was found with the rows of the list that no file answers: each is a file
        that could not be read.
        """
        real = self._real(found)
        absent = [(row["path"], path) for path, row in self.rows.items() if path not in real]
        return replace(found, files=tuple(sorted([*found.files, *absent]))) if absent else found

    def _real(self, found: Found) -> set[str]:
        if not self.rows:
            return set()
        places = [found.named.get(path, path) for _, path in found.files]
        return {path if remote.is_url(path) else os.path.realpath(path) for path in places}

    def noticed(self, files: Sequence[Entry]) -> Iterator[Words]:
        """Yield what a reader must know of how files were taken: columns left alone, folders that
        may name a year.
        """
        yield from self.remarks
        unclear = Counter(
            handed.unclear for file in files if (handed := self.told(file.shown, file.path)).unclear
        )
        for name, count in sorted(unclear.items()):
            yield Words(
                f"โฟลเดอร์ “{name}” อาจหมายถึงปี พ.ศ. 25{name} แต่ไม่แน่ชัด จึงไม่ได้ใช้ ({count} ไฟล์) "
                "หากใช่ ให้ระบุ --year หรือตั้งชื่อโฟลเดอร์เป็นปีสี่หลัก",
                f"The folder “{name}” may be the year 25{name}, but that is not sure and was not "
                f"taken so ({count} files); if it is, give --year or name the folder by four "
                f"digits.",
            )


def _parts(path: str) -> tuple[str, ...]:
    """Return the parts of a path as a list may write them: in whichever form and case."""
    plain = unicodedata.normalize("NFC", path.replace("\\", "/")).casefold()
    return tuple(part for part in plain.split("/") if part not in ("", "."))


def _where(name: str, homes: Sequence[Path]) -> str:
    """Return where a path of the list leads: beside the list, or in a folder that is scanned."""
    if remote.is_url(name):
        return name
    plain = name if os.name == "nt" else name.replace("\\", "/")
    places = [home / plain for home in homes]
    there = next((place for place in places if place.exists()), places[0])
    return os.path.realpath(there)
