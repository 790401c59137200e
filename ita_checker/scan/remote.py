"""Places given by URL (s3://, gs://, https:// …) through fsspec: listed, fetched one file at a
time, written whole or not at all.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from ita_checker.errors import ReadError, UsageError
from ita_checker.model import Words
from ita_checker.run import temporary

URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://")  # two letters at least: C:// is a drive
FILE = re.compile(r"(?:file|local)://", re.IGNORECASE)
WHOLE = (
    "s3",
    "s3a",
    "gs",
    "gcs",
    "az",
    "abfs",
    "abfss",
)  # a file is seen there only when it has come whole
# What stores call the state of a file.
VERSIONS = (
    "ETag",
    "etag",
    "md5Hash",
    "content_md5",
    "LastModified",
    "last_modified",
    "updated",
    "mtime",
)
MOST_BYTES = 2 * 1024**3  # of one file; no worker could hold more
CHECK = Words("ตรวจที่อยู่และสิทธิ์เข้าถึง", "check the address and your rights")
# What stores say to keys that are missing, wrong, run out, or may not do that.
REFUSED = (
    "Credential",
    "InvalidAccessKeyId",
    "SignatureDoesNotMatch",
    "AccessDenied",
    "Access Denied",
    "PermissionError",
    "Forbidden",
    "ExpiredToken",
    "security token",
    "401",
    "403",
)
KEYS = Words(
    "ที่เก็บไฟล์ไม่ยอมรับกุญแจ ตรวจกุญแจและสิทธิ์ (ของ S3: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY "
    "หรือ ~/.aws/credentials)",
    "the store refuses the keys: check them and what they may do "
    "(for S3: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or ~/.aws/credentials)",
)


def place(text: str) -> Path | str:
    """Return a place on this machine as a Path, any other as the URL it is."""
    if FILE.match(text):
        return Path(FILE.sub("", text, count=1))
    return text if is_url(text) else Path(text)


def is_url(text: object) -> bool:
    """Tell whether a place lies behind a URL."""
    return isinstance(text, str) and URL.match(text) is not None


def path_of(url: str) -> PurePosixPath:
    """Return a URL's folders and name as a path: /bucket/folder/name.pdf."""
    return PurePosixPath("/", URL.sub("", url, count=1).split("?")[0].split("#")[0])


def below(url: str) -> list[tuple[str, str]]:
    """Return (path relative to the URL, own URL) of every PDF below it, or of itself; UsageError
    where it cannot be reached.
    """
    try:
        system, start = _system(url)
        # Whether it is a folder is not asked of what is called .pdf: over http that means to fetch
        # it, however large it is.
        if path_of(url).suffix.lower() == ".pdf" and system.info(start).get("type") != "directory":
            return [("", url)]
        if not system.exists(start):
            raise FileNotFoundError("no such file or folder")
        names = [name for name in system.find(start) if name.lower().endswith(".pdf")]
        return sorted(
            (name.removeprefix(start.rstrip("/")).lstrip("/"), system.unstrip_protocol(name))
            for name in names
        )
    except UsageError:
        raise
    except Exception as error:  # every store below fsspec has errors of its own
        raise _unreached(url, error) from error


def version(url: str) -> str | None:
    """Return what changes when the file does, as its store tells it; None where it does not."""
    try:
        system, path = _system(url)
        info = system.info(path)
    except UsageError:
        raise
    except Exception:  # the worker that fetches it will say why
        return None
    told = [f"{name}={info[name]}" for name in VERSIONS if info.get(name)]
    return " ".join([url, str(info.get("size")), *told]) if told else None


@contextlib.contextmanager
def fetched(place: str) -> Iterator[Path]:
    """Give the file on this machine: as it is if it lies here, else fetched and removed after.
    ReadError where it cannot be had.
    """
    if not is_url(place):
        yield Path(place)
        return
    with tempfile.TemporaryDirectory(dir=temporary.folder()) as folder:
        path = Path(folder, path_of(place).name or "file.pdf")
        try:
            system, name = _system(place)
            system.get_file(name, str(path), callback=_capped())
        except UsageError as error:
            raise ReadError("DOC001", error.what, place, error.remedy) from error
        except Exception as error:
            what = Words(f"รับไฟล์ไม่ได้: {_said(error)}", f"cannot be fetched: {_said(error)}")
            raise ReadError("DOC001", what, place, _remedy(error)) from error
        yield path


def _capped() -> Any:
    """Return what fsspec tells of its progress, and what stops it where a file never ends."""

    def stop(size: int | None, value: int, **_: object) -> None:
        if value > MOST_BYTES:
            raise OSError(errno.EFBIG, f"larger than {MOST_BYTES // 1024**2} MB")

    return importlib.import_module("fsspec.callbacks").Callback(hooks={"stop": stop})


def write(url: str, pieces: Iterable[bytes]) -> None:
    """Write the file behind the URL, whole or not at all; UsageError where it cannot be."""
    with tempfile.TemporaryDirectory(dir=temporary.folder()) as folder:
        draft = Path(folder, "draft")
        with draft.open("wb") as file:
            file.writelines(pieces)
        try:
            system, name = _system(url)
            if URL.match(url) and url.split("://")[0].lower() in WHOLE:
                system.put_file(str(draft), name)
            else:
                system.put_file(str(draft), f"{name}.part")
                system.mv(f"{name}.part", name)
        except UsageError:
            raise
        except Exception as error:
            what = Words(
                f"เขียนไฟล์ผลไม่ได้ ({_said(error)})", f"cannot write the output ({_said(error)})"
            )
            raise UsageError(what, url, _remedy(error)) from error


def _system(url: str) -> tuple[Any, str]:
    """Return the file system of a URL and the path in it; UsageError where the libraries for it
    are missing.
    """
    try:
        return importlib.import_module("fsspec").core.url_to_fs(url)  # type: ignore[no-any-return]
    except ImportError as error:
        what = Words(
            f"ไม่มีไลบรารีสำหรับที่อยู่นี้ ({error})",
            f"the library for this address is not installed ({error})",
        )
        remedy = Words(
            "ติดตั้งด้วย pip install 'ita-checker[remote]'",
            "install it with: pip install 'ita-checker[remote]'",
        )
        raise UsageError(what, url, remedy) from error
    except ValueError as error:  # no such protocol
        raise _unreached(url, error) from error


def _unreached(url: str, error: Exception) -> UsageError:
    what = Words(f"เข้าถึงที่อยู่นี้ไม่ได้ ({_said(error)})", f"cannot be reached ({_said(error)})")
    return UsageError(what, url, _remedy(error))


def _remedy(error: Exception) -> Words:
    """Return what to do: look after the keys where they were refused, else after the address."""
    return KEYS if any(sign in _said(error) for sign in REFUSED) else CHECK


def _said(error: Exception) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())[:200]
