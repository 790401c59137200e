"""Phrases of the reports the reader will meet (phrases.txt), with slots filled by texts.py.

{y} year, {d} date, {n} number, {m} month, {o} office, {p} name, {i} small number.
"""

from __future__ import annotations

from pathlib import Path

_MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
_SHORT_MONTHS = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
_OFFICES = """องค์การบริหารส่วนตำบล เทศบาลตำบล เทศบาลเมือง เทศบาลนคร องค์การบริหารส่วนจังหวัด อบต. ทต.
ที่ว่าการอำเภอ โรงพยาบาล
โรงเรียน วิทยาลัยเทคนิค มหาวิทยาลัย สำนักงานเขตพื้นที่การศึกษา สถานีตำรวจภูธร กรม สำนักงาน ตำบล อำเภอ จังหวัด บ้าน"""
_ENGLISH = """integrity and transparency assessment open data online service e-service report
annual plan budget year public policy no gift
corruption risk management result of the government department local office procurement law act
information website facebook line
page print screen email address tel fax version form check system project total action feedback
internal external social network
ITA OIT IIT EIT MOIT MOPH Q&A KPI SWOT pdf link url code name date open learn quality best
practice human resource"""

MONTHS, SHORT_MONTHS, OFFICES, ENGLISH = (
    tuple(words.split()) for words in (_MONTHS, _SHORT_MONTHS, _OFFICES, _ENGLISH)
)
PHRASES = tuple(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("\n")[:-1])
