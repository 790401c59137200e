"""The command that compares gap lists of two scans, or of many in a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ita_checker.cli.guard import VERBOSE, emit
from ita_checker.cli.language import LANG, command, option
from ita_checker.cli.options import FORM
from ita_checker.errors import ExitCode, UsageError
from ita_checker.model import Words

if TYPE_CHECKING:
    from ita_checker.report.compared.difference import Difference, Line
    from ita_checker.report.compared.trend import Trend

SAID = {
    "th": {
        "new": "พบใหม่",
        "gone": "ไม่พบแล้ว",
        "unchanged": "คงเดิม",
        "page": "หน้า",
        "files_new": "ไฟล์ที่มีใหม่",
        "files_gone": "ไฟล์ที่ไม่มีแล้ว",
        "files_moved": "ไฟล์เดิมที่ย้ายที่",
        "other_rules": "สองครั้งนี้ใช้ชุดกฎหรือรุ่นของโปรแกรมต่างกัน ข้อที่ต่างอาจมาจากกฎ ไม่ใช่จากหน่วยงาน",
        "point": "{name}: {reports} รายงาน อาจได้ 0 คะแนน {zero} ข้อสังเกต {advice} "
        "พบใหม่ {new} ไม่พบแล้ว {gone}",
        "written": "เขียนแล้ว",
    },
    "en": {
        "new": "New",
        "gone": "Gone",
        "unchanged": "Unchanged",
        "page": "page",
        "files_new": "New files",
        "files_gone": "Files gone",
        "files_moved": "Files moved",
        "other_rules": "rules or program differ between the two: what differs may come from them",
        "point": "{name}: {reports} reports, {zero} would score 0, {advice} advice, "
        "{new} new, {gone} gone",
        "written": "Written",
    },
}
MARKS = {"new": "+", "gone": "−", "unchanged": "="}
WRITES = (".html", ".htm", ".json")


@command(
    """เทียบผลการตรวจ (ไฟล์ .json) ตั้งแต่สองครั้งขึ้นไป ตามลำดับเวลา: พบใหม่ ไม่พบแล้ว คงเดิม เพราะเหตุใด

\b
ita-checker compare ก่อน.json หลัง.json -o เทียบ.html
ita-checker compare ม.ค..json ก.พ..json มี.ค..json -o แนวโน้ม.html""",
    """Compares gap lists (.json) of two scans, or of many in their order: new, gone, unchanged, and
why. Reports are matched by content first, then by place. Exit code 1 if anything is new or gone
between the last two, else 0.

\b
ita-checker compare old.json new.json -o compared.html
ita-checker compare january.json february.json march.json -o trend.html""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    thai="เขียนเป็นหน้า .html หรือ .json (ใส่ซ้ำได้)",
    english="Write a page (.html) or .json; may be repeated.",
)
@LANG
@FORM
@VERBOSE
@click.pass_context
def compare(
    ctx: click.Context,
    /,
    files: tuple[Path, ...],
    outputs: tuple[Path, ...],
    lang: str,
    form: str,
) -> None:
    """Print what is new, gone and unchanged; write it where asked."""
    from ita_checker.cli.outputs import write_file
    from ita_checker.report.compared.runs import read
    from ita_checker.report.compared.trend import trend

    _checked(files, outputs)
    told = trend([read(path) for path in files])
    last = told.steps[-1]
    for output in outputs:
        write_file(_rendered(told, output, lang), output)
    lines = [_json(told)] if form == "json" else [*_lines(told, lang), *_written(outputs, lang)]
    emit([f"{line}\n" for line in lines])
    ctx.exit(ExitCode.GAPS if last.new or last.gone else ExitCode.CLEAN)


def _checked(files: tuple[Path, ...], outputs: tuple[Path, ...]) -> None:
    """UsageError for one file alone and for a suffix that names nothing we write."""
    if len(files) < 2:
        raise UsageError(
            Words("ต้องมีอย่างน้อยสองไฟล์", "two files are needed at least"),
            str(files[0]),
            Words("ใส่ผลครั้งก่อนแล้วผลครั้งหลัง", "name the older one, then the newer one"),
        )
    for output in outputs:
        if output.suffix.lower() not in WRITES:
            what = Words(
                f"ไม่รู้จักนามสกุล {output.suffix!r}", f"no format has the suffix {output.suffix!r}"
            )
            raise UsageError(what, str(output), Words("ใช้ .html หรือ .json", "use .html or .json"))


def _rendered(told: Trend, output: Path, lang: str) -> Iterator[str]:
    if output.suffix.lower() == ".json":
        yield _json(told) + "\n"
        return
    from ita_checker.report.formats.html.compared import render

    yield from render(told, lang)


def _written(outputs: tuple[Path, ...], lang: str) -> Iterator[str]:
    from ita_checker.text.visible import visible

    if outputs:
        yield f"{SAID[lang]['written']}: {', '.join(visible(str(path)) for path in outputs)}"


def _json(told: Trend) -> str:
    """Return the last step whole, as two scans have it, with every scan's counts beside it."""
    from ita_checker.report.formats.json import dump

    return dump({**asdict(told.steps[-1]), "runs": list(_points(told))})


def _points(told: Trend) -> Iterator[Mapping[str, Any]]:
    for run, point in zip(told.runs, told.points, strict=True):
        named = {"file": run.name, "title": run.title, "date": run.date, "folder": run.folder}
        yield {**named, **asdict(point), "statuses": dict(point.statuses)}


def _lines(told: Trend, lang: str) -> Iterator[str]:
    """Yield the course of many scans, then what differs between the last two line by line, then the
    three numbers.
    """
    from ita_checker.text.visible import visible

    said = SAID[lang]
    if len(told.runs) > 2:
        for run, point in zip(told.runs, told.points, strict=True):
            yield visible(said["point"].format(name=run.name, **asdict(point)))
    last = told.steps[-1]
    for name in ("new", "gone"):
        lines: tuple[Line, ...] = getattr(last, name)
        for line in lines:
            yield visible(f"{MARKS[name]} {_line(line, lang)}")
    yield from _files(last, lang)
    yield " · ".join(f"{said[name]} {len(getattr(last, name))}" for name in MARKS)


def _line(line: Line, lang: str) -> str:
    from ita_checker.report.compared.difference import Why
    from ita_checker.report.formats.html.words_compared import WHY

    message = line.message_en if lang == "en" else line.message
    where = f" [{SAID[lang]['page']} {', '.join(map(str, line.pages))}]" if line.pages else ""
    plain = line.why in (Why.FOUND, Why.MENDED)
    return f"{line.path}: {line.code} {message}{where}" + (
        "" if plain else f" ({WHY[line.why][lang == 'en']})"
    )


def _files(last: Difference, lang: str) -> Iterator[str]:
    from ita_checker.text.visible import visible

    said = SAID[lang]
    for name in ("files_new", "files_gone"):
        for path in getattr(last, name):
            yield visible(f"! {said[name]}: {path}")
    for old, new in last.files_moved:
        yield visible(f"! {said['files_moved']}: {old} → {new}")
    if last.other_rules:
        yield f"! {said['other_rules']}"
