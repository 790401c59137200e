"""Reports on disk until they are written: ten thousand of them cost the parent no more memory than
a hundred.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from ita_checker.errors import UsageError
from ita_checker.model import Report, Words
from ita_checker.run.packing import pack, unpack


class _Reports(Sequence[Report]):
    """What both kinds below share: a slice is a list."""

    def _at(self, index: int) -> Report:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Report]:
        return (self[index] for index in range(len(self)))

    @overload
    def __getitem__(self, index: int) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Report]: ...
    def __getitem__(self, index: int | slice) -> Report | Sequence[Report]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        return self._at(index)


class Spool(_Reports):
    """A sequence of reports that may be filled in any order.

    `contents` and `packs` tell which files and which rule packs the reports are about, without
    taking them out.
    """

    def __init__(self, length: int) -> None:
        self._file = tempfile.TemporaryFile(prefix="ita-checker-")  # noqa: SIM115 - it lives as long as the spool
        self._starts, self._sizes = array("q", [-1]) * length, array("q", [0]) * length
        self.contents: list[bytes] = [
            b""
        ] * length  # sha256; empty where the file could not be opened
        self.packs: set[str | None] = set()
        self._sketches = array("q", [0]) * length  # their sizes; each lies behind its report

    def put(
        self, index: int, report: Report, data: bytes | None = None, sketch: bytes = b""
    ) -> None:
        """Keep a report at its place, `data` being it as packed, if at hand, and its sketch;
        UsageError where the disk is full.
        """
        data = data or pack(report)
        try:
            start = self._file.seek(0, 2)
            self._file.write(data)
            self._file.write(sketch)
            self._file.flush()
        except OSError as error:
            what = Words(
                f"เขียนไฟล์ชั่วคราวไม่ได้ ({error.strerror})",
                f"cannot write the temporary file ({error.strerror})",
            )
            remedy = Words(
                "เพิ่มที่ว่าง หรือตั้ง TMPDIR ไปที่อื่น แล้วตรวจต่อ",
                "free some space or set TMPDIR, then scan on",
            )
            raise UsageError(what, tempfile.gettempdir(), remedy) from error
        self._starts[index], self._sizes[index] = start, len(data)
        self._sketches[index] = len(sketch)
        self.contents[index] = bytes.fromhex(report.sha256 or "")
        self.packs.add(report.pack)

    def has(self, index: int) -> bool:
        """Tell whether the report at this place is there."""
        return self._starts[index] >= 0

    def sketch(self, index: int) -> bytes:
        """Return the packed sketch of the report at this place; empty where there is none."""
        if not self._sketches[index]:
            return b""
        self._file.seek(self._starts[index] + self._sizes[index])
        return self._file.read(self._sketches[index])

    def __len__(self) -> int:
        return len(self._starts)

    def _at(self, index: int) -> Report:
        if not -len(self) <= index < len(self) or self._starts[index] < 0:
            raise IndexError(index)
        self._file.seek(self._starts[index])
        return unpack(self._file.read(self._sizes[index]), Report)


class Finished(_Reports):
    """Reports, each of which goes through `finish` when it is taken out."""

    def __init__(self, reports: Sequence[Report], finish: Callable[[Report], Report]) -> None:
        self._reports, self._finish = reports, finish

    def __len__(self) -> int:
        return len(self._reports)

    def _at(self, index: int) -> Report:
        return self._finish(self._reports[index])
