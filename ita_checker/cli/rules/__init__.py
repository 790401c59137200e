"""The commands for rule files: list, show, check, test, new, diff, schema, kinds, words."""

from ita_checker.cli.language import Family
from ita_checker.cli.rules.proving import check, test
from ita_checker.cli.rules.renewing import new
from ita_checker.cli.rules.showing import diff, kinds, list_, schema, show, words

rules = Family(
    "rules",
    help="""ชุดกฎ: ดู ตรวจ ทดลอง และเริ่มชุดกฎของปีถัดไป

วิธีเขียนอยู่ใน rules/README.md""",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
rules.english = """Rule files: see, check and try them, and begin next year's.

How to write one: rules/README.md."""
for each in (list_, show, check, test, new, diff, schema, kinds, words):
    rules.add_command(each)
