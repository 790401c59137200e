"""What the page sends, taken no further than its bounds and made values of ours."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

from starlette.exceptions import HTTPException
from starlette.requests import Request

from ita_checker.errors import UsageError
from ita_checker.model import Words
from ita_checker.scan.submission import item_codes
from ita_checker.serve.jobs import LISTS, LONGEST_TITLE, RESULTS, Asked, Job, Listing
from ita_checker.serve.names import FORBIDDEN

MB, GB = 1024**2, 1024**3
LARGEST_BODY = 16 * MB  # of JSON
LARGEST_FILE = GB
MOST_FILES = 20_000  # of a job
ROOM = 200 * MB  # to leave on the disk
YEARS = range(2550, 2600)
TABLES = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
TOO_MANY = Words(f"เกิน {MOST_FILES:,} ไฟล์ต่องาน", f"more than {MOST_FILES:,} files in a job")
TOO_LARGE = Words("ไฟล์ใหญ่เกิน 1 GB", "a file of more than 1 GB")
NO_TABLE = Words("รายการต้องเป็น .xlsx หรือ .csv", "a list is .xlsx or .csv")
NO_ROOM = Words("ที่ว่างบนดิสก์ไม่พอ", "no room left on the disk")


async def body(request: Request) -> dict[str, Any]:
    """Return the JSON object that was sent; HTTPException for what is none or too large."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise HTTPException(415)
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > LARGEST_BODY:
            raise HTTPException(413)
    try:
        sent = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400) from error
    if not isinstance(sent, dict):
        raise HTTPException(400)
    return sent


async def received(request: Request, job: Job, name: str) -> Path:
    """Write the file that is sent and return its place; nothing is left of one that is cut off.
    UsageError for one too large, or where there are too many.
    """
    if job.sent >= MOST_FILES:
        raise UsageError(TOO_MANY)
    async with _written(request, job) as part:
        place = job.place(name)
        part.replace(place)
        job.sent += 1
    return place


async def listing(request: Request, job: Job, role: Listing, name: str) -> Path:
    """Write the list that is sent, in the place of one before; UsageError where it is no table."""
    suffix = Path(name).suffix.lower()
    if suffix not in TABLES:
        raise UsageError(NO_TABLE, name)
    async with _written(request, job) as part:
        if before := job.listing(role):
            before.unlink()
        place = job.home / LISTS / f"{role}{suffix}"
        place.parent.mkdir(exist_ok=True)
        part.replace(place)
    return place


@asynccontextmanager
async def _written(request: Request, job: Job) -> AsyncIterator[Path]:
    """Yield where the whole of what is sent was written; what is still there at the end goes."""
    part = job.home / RESULTS / f"{secrets.token_hex(8)}.part"
    try:
        with part.open("wb") as file:
            size = 0
            async for piece in request.stream():
                size += len(piece)
                if size > LARGEST_FILE:
                    raise UsageError(TOO_LARGE)
                if shutil.disk_usage(job.home).free < ROOM:
                    raise UsageError(NO_ROOM)
                file.write(piece)
        yield part
    finally:
        part.unlink(missing_ok=True)


def asked(sent: dict[str, Any]) -> Asked:
    """Return what a job's files are handed in as; UsageError for a year or item that is none."""
    year, items = sent.get("year") or None, str(sent.get("items") or "")
    if year is not None and year not in YEARS:
        raise UsageError(Words("ปีงบประมาณต้องเป็น พ.ศ. 2550–2599", "a year of 2550–2599 (B.E.)"))
    codes = item_codes(items)
    if items.strip() and not codes:
        what = Words(f"ไม่ใช่รหัสข้อ {items[:40]!r}", f"no item code: {items[:40]!r}")
        raise UsageError(what, "", Words("เขียนเช่น O43", "write it like O43"))
    title = FORBIDDEN.sub(" ", str(sent.get("title") or ""))[:LONGEST_TITLE].strip()
    scheme = str(sent.get("scheme") or "") or None
    return Asked(title, year, scheme, codes, bool(sent.get("complete")), _ocr(sent.get("ocr")))


def _ocr(sent: object) -> Literal["auto", "never", "always"]:
    match sent or "auto":
        case "auto" | "never" | "always" as ocr:
            return ocr
    known = "auto, never, always"
    raise UsageError(
        Words(f"การอ่านภาพสแกน: {known}", f"how scans are read: {known}"), str(sent)[:40]
    )
