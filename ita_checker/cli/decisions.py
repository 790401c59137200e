"""The command that lays the decisions of several people together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_checker.cli.guard import VERBOSE, emit
from ita_checker.cli.language import LANG, command, option
from ita_checker.cli.options import FORM
from ita_checker.errors import ExitCode

if TYPE_CHECKING:
    from ita_checker.model import Decision
    from ita_checker.scan.agreement import Agreement
    from ita_checker.scan.decided import Merged

SAID = {
    "th": {
        "people": "ผู้พิจารณา",
        "agree": "{first} กับ {second}: พิจารณาร่วมกัน {both} ข้อ ตรงกัน {alike} ({share:.0%}){kappa}",
        "alone": "{first} กับ {second}: ไม่มีข้อที่พิจารณาร่วมกัน",
        "conflicts": "เห็นต่างกัน {n} ข้อ (ยังไม่ใช้ จนกว่าจะตกลงกันหรือสั่ง --prefer)",
        "held": "รวมแล้วใช้ได้ {n} ข้อ",
        "unsigned": "(ไม่ระบุชื่อ)",
        "none": "ไม่มีข้อที่เห็นต่างกัน",
    },
    "en": {
        "people": "Reviewers",
        "agree": (
            "{first} and {second}: {both} findings decided by both, {alike} alike "
            "({share:.0%}){kappa}"
        ),
        "alone": "{first} and {second}: no finding decided by both",
        "conflicts": "{n} disagreements (none holds until settled or --prefer is given)",
        "held": "{n} decisions hold",
        "unsigned": "(unsigned)",
        "none": "no disagreement",
    },
}


@command(
    """รวมผลการพิจารณาของหลายคน (.json จากรายงาน HTML หรือ .xlsx ที่กรอกแล้ว) และบอกว่าเห็นตรงกันเพียงใด

\b
ita-checker decisions ก.json ข.xlsx -o รวม.json
ita-checker scan 2564/ --decisions รวม.json -o ผลตรวจ.html""",
    """Lays the decisions of several people together (.json of the HTML report, filled-in .xlsx
sheets) and says how far they agree. Exit code 1 where they disagree.

\b
ita-checker decisions a.json b.xlsx -o merged.json
ita-checker scan 2564/ --decisions merged.json -o gaps.html""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="FILE",
    thai="เขียนผลที่รวมแล้วลงไฟล์ .json",
    english="Write what was merged to a .json file.",
)
@option(
    "--prefer",
    default="",
    metavar="NAME",
    thai="ข้อที่เห็นต่างกัน ใช้ของผู้นี้",
    english="Where people disagree, this one's decision holds.",
)
@FORM
@LANG
@VERBOSE
@click.pass_context
def decisions(
    ctx: click.Context,
    /,
    files: tuple[Path, ...],
    output: Path | None,
    prefer: str,
    form: str,
    lang: str,
) -> None:
    """Print who agrees with whom and where they do not; write what holds."""
    from ita_checker.cli.outputs import write_file
    from ita_checker.scan.agreement import agreements
    from ita_checker.scan.decided import merge, read

    made = [decision for path in files for decision in read(path, len(files) > 1)]
    merged, pairs = merge(made, prefer), list(agreements(made))
    lines = _as_json(merged, pairs) if form == "json" else _lines(merged, pairs, made, lang)
    emit([f"{line}\n" for line in lines])
    if output:
        write_file([_export(merged)], output)
    ctx.exit(ExitCode.GAPS if merged.conflicts else ExitCode.CLEAN)


def _lines(
    merged: Merged, pairs: list[Agreement], made: list[Decision], lang: str
) -> Iterator[str]:
    from ita_checker.text.visible import visible

    said = SAID[lang]
    names = dict.fromkeys(decision.by or said["unsigned"] for decision in made)
    yield visible(f"{said['people']}: {', '.join(names)}")
    for pair in pairs:
        kappa = f", kappa {pair.kappa:.2f}" if pair.kappa is not None else ""
        told = said["agree" if pair.both else "alone"]
        yield visible(
            told.format(
                first=pair.first,
                second=pair.second,
                both=pair.both,
                alike=pair.alike,
                share=pair.share,
                kappa=kappa,
            )
        )
    if merged.conflicts:
        yield said["conflicts"].format(n=len(merged.conflicts))
        for of_one in merged.conflicts.values():
            yield visible(f"  {of_one[0].code} {of_one[0].about or of_one[0].subject}")
            for decision in of_one:
                yield visible(f"    {_told(decision, lang)}")
    else:
        yield said["none"]
    yield said["held"].format(n=len(merged.held))


def _told(decision: Decision, lang: str) -> str:
    from ita_checker.report.parts.days import spoken
    from ita_checker.report.parts.wording import decided

    parts = (decision.reason, spoken(decision.date or "", lang))
    rest = ", ".join(part for part in parts if part)
    name = decision.by or SAID[lang]["unsigned"]
    return f"{name}: {decided(decision, lang)}" + (f" ({rest})" if rest else "")


def _export(merged: Merged) -> str:
    """Return the merged decisions as a file that a scan and the HTML report read; those on which
    people disagree keep every side.
    """
    from ita_checker.model.contract import decision_data
    from ita_checker.report.formats.json import dump

    rows = [*merged.held.values(), *(one for made in merged.conflicts.values() for one in made)]
    return dump(
        {
            "kind": "ita-checker decisions",
            "schema": 1,
            "decisions": [decision_data(decision) for decision in rows],
        }
    )


def _as_json(merged: Merged, pairs: list[Agreement]) -> Iterator[str]:
    from ita_checker.model.contract import decision_data

    yield json.dumps(
        {
            "held": len(merged.held),
            "agreements": [
                {
                    "first": pair.first,
                    "second": pair.second,
                    "both": pair.both,
                    "alike": pair.alike,
                    "share": round(pair.share, 4),
                    "kappa": None if pair.kappa is None else round(pair.kappa, 4),
                }
                for pair in pairs
            ],
            "conflicts": [
                [decision_data(decision) for decision in of_one]
                for of_one in merged.conflicts.values()
            ],
        },
        ensure_ascii=False,
        indent=1,
    )
