"""Workbooks that people filled in, read cell by cell: values only, nothing in them runs."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LARGEST = 512 * 1024**2  # bytes a workbook may unpack to


def opened(path: Path) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Yield each sheet's name and rows; ValueError where the file is no workbook or unpacks to
    more than any list needs.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST:
                raise ValueError("too large")
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError) as error:
        raise ValueError(f"no .xlsx: {error}") from error
    try:
        for sheet in book.worksheets:
            yield sheet.title, [tuple(row) for row in sheet.iter_rows(values_only=True)]
    finally:
        book.close()
