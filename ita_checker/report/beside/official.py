"""What makes a letter an official one: to whom it goes, Thai digits, who sends it."""

from __future__ import annotations

import re
from collections.abc import Mapping

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
# Digits of our own words: not those of a quote, of a code such as O43, or of a file's name.
QUOTED = re.compile(
    r"“[^“”]*+(?:“[^“”]*+”[^“”]*+)*+”|[A-Za-z][\w.-]*|(?<![^\s”])[^\s”]{1,255}\.(?:pdf|PDF)"
)
# Who heads an office, by how its name begins: what is written before the name, and how much of the
# name's beginning that replaces.
HEADS = (
    ("องค์การบริหารส่วนตำบล", "นายก", ""),
    ("องค์การบริหารส่วนจังหวัด", "นายก", ""),
    ("เทศบาล", "นายกเทศมนตรี", "เทศบาล"),
    ("เมืองพัทยา", "นายก", ""),
    ("กรุงเทพมหานคร", "ผู้ว่าราชการ", ""),
    ("มหาวิทยาลัย", "อธิการบดี", ""),
    ("จุฬาลงกรณ์มหาวิทยาลัย", "อธิการบดี", ""),
    ("สถาบันเทคโนโลยี", "อธิการบดี", ""),
    ("สถาบันบัณฑิตพัฒนบริหารศาสตร์", "อธิการบดี", ""),
    ("โรงเรียน", "ผู้อำนวยการ", ""),
    ("วิทยาลัย", "ผู้อำนวยการ", ""),
    ("โรงพยาบาล", "ผู้อำนวยการ", ""),
    ("ศูนย์", "ผู้อำนวยการ", ""),
    ("สำนักงานเขตพื้นที่การศึกษา", "ผู้อำนวยการ", ""),
    ("สำนักงานสาธารณสุขจังหวัด", "นายแพทย์สาธารณสุขจังหวัด", "สำนักงานสาธารณสุขจังหวัด"),
    ("สำนักงานสาธารณสุขอำเภอ", "สาธารณสุขอำเภอ", "สำนักงานสาธารณสุขอำเภอ"),
    ("สำนักงานเขต", "ผู้อำนวยการ", "สำนักงาน"),
    ("สำนักงานปลัดกระทรวง", "ปลัดกระทรวง", "สำนักงานปลัดกระทรวง"),
    ("สำนักงานคณะกรรมการ", "เลขาธิการ", "สำนักงาน"),
    ("สำนักงานตำรวจแห่งชาติ", "ผู้บัญชาการ", "สำนักงาน"),
    ("ตำรวจภูธรภาค", "ผู้บัญชาการ", ""),
    ("ตำรวจภูธรจังหวัด", "ผู้บังคับการ", ""),
    ("สถานีตำรวจ", "ผู้กำกับการ", ""),
    ("ที่ทำการปกครองอำเภอ", "นายอำเภอ", "ที่ทำการปกครองอำเภอ"),
    ("ที่ว่าการอำเภอ", "นายอำเภอ", "ที่ว่าการอำเภอ"),
    ("อำเภอ", "นายอำเภอ", "อำเภอ"),
    ("จังหวัด", "ผู้ว่าราชการ", ""),
    ("กรม", "อธิบดี", ""),
    ("กระทรวง", "ปลัด", ""),
    ("การไฟฟ้า", "ผู้ว่าการ", ""),
    ("การประปา", "ผู้ว่าการ", ""),
    ("การรถไฟ", "ผู้ว่าการ", ""),
    ("การทางพิเศษ", "ผู้ว่าการ", ""),
    ("การเคหะ", "ผู้ว่าการ", ""),
    ("การกีฬา", "ผู้ว่าการ", ""),
    ("การท่องเที่ยว", "ผู้ว่าการ", ""),
    ("การยาง", "ผู้ว่าการ", ""),
    ("การนิคมอุตสาหกรรม", "ผู้ว่าการ", ""),
    ("บริษัท", "กรรมการผู้จัดการ", ""),
)
PUBLIC = "(องค์การมหาชน)"
# What the settings file may say of the sender, and what stands where it does not.
BLANKS = {
    "th": {"letter_number": "……………………", "sender": "(ส่วนราชการเจ้าของหนังสือ)", "address": "(ที่ตั้ง)",
           "day": "(วัน เดือน ปี)",
           "reference": "", "deadline": "……………………", "signer": "…………………………………………",
           "position": "……………………………………",
           "section": "(ส่วนราชการเจ้าของเรื่อง)", "phone": "……………………", "email": ""},
    "en": {"letter_number": "……………………", "sender": "(issuing office)", "address": "(address)",
           "day": "(day month year)",
           "reference": "", "deadline": "……………………", "signer": "…………………………………………",
           "position": "……………………………………",
           "section": "(office in charge)", "phone": "……………………", "email": ""},
}  # fmt: skip


def addressee(organisation: str) -> str:
    """Return who a letter to an office is addressed to."""
    if not organisation or organisation == "–":
        return "หัวหน้าหน่วยงานเจ้าของเอกสาร"
    if organisation.endswith(PUBLIC):
        return f"ผู้อำนวยการ{organisation}"
    for beginning, head, replaced in HEADS:
        if organisation.startswith(beginning):
            return head + organisation.removeprefix(replaced)
    return f"หัวหน้าหน่วยงาน {organisation}"


def in_thai_digits(text: str) -> str:
    """Return the text with Thai digits in our own words; quotes, codes and names of files keep
    theirs.
    """
    pieces, last = [], 0
    for hit in QUOTED.finditer(text):
        pieces += [text[last : hit.start()].translate(THAI_DIGITS), hit[0]]
        last = hit.end()
    return "".join([*pieces, text[last:].translate(THAI_DIGITS)])


def sent_by(sender: Mapping[str, str], lang: str) -> dict[str, str]:
    """Return the sender's data, dots to be filled by hand where the settings say nothing."""
    return {
        name: str(sender.get(name) or blank) if name != "reference" else _reference(sender, lang)
        for name, blank in BLANKS[lang].items()
    }


def _reference(sender: Mapping[str, str], lang: str) -> str:
    blank = {"th": "……………………………………", "en": "……………………………………"}[lang]
    return str(sender.get("reference") or blank)
