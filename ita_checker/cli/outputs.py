"""Where results go: the screen, files by their suffix, folders of marked PDFs and letters; and the
exit code they end with.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ita_checker.cli import forms
from ita_checker.errors import ExitCode, ItaError, UsageError
from ita_checker.model import Severity, Status, Words
from ita_checker.run.drafts import draft
from ita_checker.scan import remote
from ita_checker.scan.refusals import reason, remedy

if TYPE_CHECKING:
    from ita_checker.model import Batch, Report


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to write of a batch: files, a folder for marked copies, one for letters, one for
    offices' own folders, the letters'
    template, what they hold and who sends them; `screen`: also to stdout, in `form`.
    """

    files: tuple[Path | str, ...] = ()
    form: str = "text"
    lang: str = "th"
    annotate: Path | None = None
    letters: Path | None = None
    hand_over: Path | None = None
    template: Path | None = None
    letters_only: Literal["auto", "decided", "all"] = "auto"
    sender: Mapping[str, str] = field(default_factory=dict)
    screen: bool = True

    def written(self) -> tuple[str, ...]:
        """Return the places written to, as they were given."""
        folders = (self.annotate, self.letters, self.hand_over)
        return tuple(str(place) for place in (*self.files, *folders) if place)

    def places(self) -> tuple[Path, ...]:
        """Return the places on this machine: what lies there is ours and nothing handed in."""
        folders = [place for place in (self.annotate, self.letters, self.hand_over) if place]
        return (*(place for place in self.files if isinstance(place, Path)), *folders)


def write(batch: Batch, wanted: Wanted) -> tuple[ItaError, ...]:
    """Write all that is wanted; return what was left out and why. UsageError where a place cannot
    be written.
    """
    for output in wanted.files:
        near = (
            replace(batch, near=str(output.resolve().parent)) if isinstance(output, Path) else batch
        )
        write_file(
            rendered(near, forms.of_suffix(suffix(output)) or wanted.form, wanted.lang), output
        )
    complaints: list[ItaError] = []
    if wanted.annotate:
        from ita_checker.report.beside import marked

        complaints += _into(
            wanted.annotate, lambda folder: marked.write(batch, folder, wanted.lang), "--annotate"
        )
    if wanted.letters:
        from ita_checker.report.beside import letters

        complaints += _into(
            wanted.letters,
            lambda folder: letters.write(
                batch, folder, wanted.template, wanted.lang, wanted.letters_only, wanted.sender
            ),
            "--letters",
        )
    if wanted.hand_over:
        from ita_checker.report.beside import handover

        complaints += _into(
            wanted.hand_over,
            lambda folder: handover.write(
                batch, folder, wanted.template, wanted.lang, wanted.letters_only, wanted.sender
            ),
            "--hand-over",
        )
    return tuple(complaints)


def _into(folder: Path, fill: Callable[[Path], Iterable[ItaError]], option: str) -> list[ItaError]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return list(fill(folder))
    except OSError as error:
        raise _unwritten(folder, error, option) from error


def rendered(batch: Batch, form: str, lang: str, colour: bool = False) -> Iterator[str | bytes]:
    """Return a batch in one format, piece by piece."""
    from ita_checker import parts

    part = parts.load("report.formats", form)
    extra = {"colour": colour, "columns": part.terminal()} if form == "text" and colour else {}
    pieces: Iterator[str | bytes] = part.render(batch, lang, **extra)
    return pieces


def write_file(pieces: Iterable[str | bytes], output: Path | str) -> None:
    """Write the file, or what lies behind the URL, whole or not at all."""
    data = (piece.encode(errors="replace") if isinstance(piece, str) else piece for piece in pieces)
    if isinstance(output, str):
        remote.write(output, data)
        return
    try:
        with draft(output) as place, place.open("wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave the new name with nothing in it
    except OSError as error:
        raise _unwritten(output, error, "--output") from error


def _is_pdf(output: Path | str) -> bool:
    """Tell whether a PDF lies where an output is to go: a slip of the finger would replace it."""
    if isinstance(output, str) or not output.is_file():
        return False
    try:
        with output.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError:
        return False


def suffix(output: Path | str) -> str:
    """Return the suffix that names an output's format."""
    return (remote.path_of(output) if isinstance(output, str) else output).suffix.lower()


def _unwritten(place: Path, error: OSError, option: str) -> UsageError:
    why, todo = reason(error), remedy(error)
    return UsageError(
        Words(f"เขียนไฟล์ผลไม่ได้ ({why.th})", f"cannot write the output ({why.en})"),
        str(place),
        Words(
            f"{todo.th} หรือเลือกที่อื่นด้วย {option}", f"{todo.en}, or choose another place with {option}"
        ),
    )


def exit_code(reports: Iterable[Report], fail_on: str) -> ExitCode:
    """Return 3 if something could not be checked, else 1 if there are gaps of the level asked,
    else 0.
    """
    levels = {"zero": {Severity.ZERO}, "advice": {Severity.ZERO, Severity.ADVICE}, "never": set()}[
        fail_on
    ]
    code = ExitCode.CLEAN
    for report in reports:
        if report.status in (Status.UNKNOWN, Status.UNREADABLE):
            return ExitCode.UNCHECKED
        if any(finding.severity in levels for finding in report.findings):
            code = ExitCode.GAPS
    return code


def progress(say: Callable[[str], object]) -> Callable[[int, int, Report], None]:
    """Return what tells progress: one line with files, pages, findings, unread, rate and time
    left.
    """
    import time

    started, counts = time.monotonic(), {"pages": 0, "findings": 0, "unread": 0}

    def show(done: int, total: int, report: Report) -> None:
        counts["pages"] += report.pages or 0
        counts["findings"] += len(report.findings)
        counts["unread"] += len(report.pages_unread) + (report.pages is None)
        rate = done / max(0.001, time.monotonic() - started)
        said = (
            f"{done}/{total} ไฟล์ · {counts['pages']} หน้า · "
            f"พบ {counts['findings']} · ไม่ได้อ่าน {counts['unread']}"
        )
        left = (total - done) / rate
        say(f"\r{said} · {rate:.1f}/s · เหลือ {left:.0f}s \x1b[K" + "\n" * (done == total))

    return show


def check(wanted: Wanted) -> None:
    """UsageError for what could not be written in any case, before anything is read.

    A suffix must name a format (--format json settles what another holds), a template must be one
    and go with --letters, and every place must take a file.
    """
    for output in wanted.files:
        if wanted.form == "text" and forms.of_suffix(suffix(output)) is None:
            what = Words(
                f"ไม่รู้จักนามสกุล {suffix(output)!r}", f"no format has the suffix {suffix(output)!r}"
            )
            known = " ".join(forms.suffixes())
            raise UsageError(what, str(output), Words(f"ใช้ {known}", f"use {known}"))
        if suffix(output) == ".pdf" or _is_pdf(output):
            what = Words("ไม่เขียนทับไฟล์ PDF", "a PDF is never written over")
            raise UsageError(what, str(output), Words("เลือกชื่อไฟล์อื่น", "choose another file name"))
    for output in wanted.files:
        if isinstance(output, Path):
            _tried(output)
    for folder, option in (
        (wanted.annotate, "--annotate"),
        (wanted.letters, "--letters"),
        (wanted.hand_over, "--hand-over"),
    ):
        if folder:
            _tried(folder / "x", option)
    if wanted.template and not (wanted.letters or wanted.hand_over):
        raise UsageError(
            Words("--letter-template ต้องใช้คู่กับ --letters", "--letter-template goes with --letters")
        )
    if wanted.template:
        from ita_checker.report.beside.letters import template_bytes

        template_bytes(wanted.template, wanted.lang)


def _tried(output: Path, option: str = "--output") -> None:
    """Open a place for writing and leave it as it was; UsageError where that cannot be done: better
    now than after hours. Folders are made as they will be needed.
    """
    draft = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if output.exists():
            with output.open("r+b"):  # Windows refuses while Excel holds it open
                pass
        draft.open("wb").close()
        draft.unlink()
    except OSError as error:
        raise _unwritten(
            output if option == "--output" else output.parent, error, option
        ) from error
