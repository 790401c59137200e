"""The command line: one command, one file, loaded when it is asked for."""

from __future__ import annotations

import click

from ita_checker import __version__
from ita_checker.cli.guard import VERBOSE, Group
from ita_checker.cli.language import option
from ita_checker.cli.preferences import SETTINGS

THAI = """ตรวจรายงาน ITA (O42/O43 ฯลฯ) แล้วบอกสิ่งที่ขาด สิ่งที่ขัดกัน และอยู่หน้าใด

\b
เริ่มใช้: ita-checker scan โฟลเดอร์ -o ผลตรวจ.html -o ผลตรวจ.xlsx
For English: ita-checker --lang en --help, or set ITA_CHECKER_LANG=en

\b
รหัสจบการทำงาน: 0 ผ่านทุกกฎ 1 พบข้อบกพร่อง 2 ใช้คำสั่งหรือไฟล์กฎผิด
3 มีสิ่งที่ยังไม่ได้ตรวจ หรือโปรแกรมล้มเหลว (มาก่อน 1)"""
ENGLISH = """Holds Thai ITA reports against rule files and writes gap lists.

\b
To begin: ita-checker scan FOLDER -o gaps.html -o gaps.xlsx

\b
Exit codes: 0 every rule met, 1 gaps, 2 wrong use or a wrong rule file,
3 something could not be checked, or the program broke (outranks 1)."""


@click.group(
    cls=Group,
    help=THAI,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
        "auto_envvar_prefix": "ITA_CHECKER",
    },
)
@click.version_option(__version__, prog_name="ita-checker")
@option(
    "--lang",
    type=click.Choice(["th", "en"]),
    expose_value=False,
    thai="ภาษาของวิธีใช้และข้อความ",
    english="Language of help and messages.",
)
@SETTINGS
@VERBOSE
def main() -> None:
    """Run a command."""


main.english = ENGLISH
