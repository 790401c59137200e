"""Where a proper name ends: spaces, line ends, the words that follow, the dictionary, known places and the other mentions all have a voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from ita_checker.text.flow import Flow, fold
from ita_checker.text.names_places import known
from ita_checker.text.words import tokens

LONGEST = 42
NAME = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]")
CANNOT_BEGIN = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํๆฯ")
CANNOT_END = frozenset("เแโใไ")
# What follows a name and never begins one: places, times, links between sentences, verbs of reports, parts and posts of an office.
AFTER = """อำเภอ จังหวัด หมู่ที่ เลขที่ ถนน โทร พ.ศ. ปีงบประมาณ ประจำปี ประจำเดือน ประจำไตรมาส ซึ่ง จึง ได้ เพื่อ เรื่อง โดย และ หรือ กำหนด จัดทำ จัดให้
    จัดซื้อ จัดตั้ง จัดกิจกรรม จัดโครงการ จัดอบรม จัดประชุม จัดส่ง จัดเก็บ จัดสรร ดำเนินการ ดำเนินงาน ดำเนินกิจ ประกาศ ตามที่ ตามมาตรา ตามแบบ ตามแผน ตามประกาศ
    ตามระเบียบ ตามแนว ต้อง สามารถ ขอประกาศ ขอเรียน ขอแจ้ง ขอแสดง ขอรับรอง ขอให้ ขอความ ขอรายงาน ขอเชิญ ขอส่ง มีการ มีความ มีนโยบาย มีหน้าที่ มีประสิทธิ
    มีมาตรการ มีแนว มีผล มีคะแนน มีจุด มีอำนาจ มีบุคลากร มีช่อง มีเจต มีคณะ มีค่า มีระดับ มีตัว มีภารกิจ มีจำนวน มีโครงการ มีรายละเอียด มีพื้นที่ มีวิสัย
    มีคุณธรรม มีส่วน ให้ความ ให้บริการ ให้ประชาชน ให้มี ให้เป็น ให้ดี ให้เจ้า ให้กับ ให้แก่ ให้ผู้ ให้การ ให้ทราบ ให้ทุก เป็นไป เป็นหน่วย เป็นองค์ เป็นส่วน เป็นผู้
    เป็นการ เป็นประ เป็นหนึ่ง เป็นลาย เป็นราย เป็นแนว ที่มี ที่ได้ ที่ผ่าน ที่ทำ ที่จะ ที่เกี่ยว ที่ให้ ที่เป็น ที่ต้อง ที่กำหนด ที่ดี ที่ตั้ง ที่ประชุม ในการ ในปี ในพื้น ในด้าน
    ในฐานะ ในเรื่อง ในรอบ ในส่วน ในระดับ ในช่วง ในเขต ในทุก ในอำเภอ ในจังหวัด ในครั้ง ในไตร ในเดือน ในวัน ในสังกัด ในภาพ ในหน่วย ในอนาคต ในประเด็น ในที่ สำหรับ
    ระหว่าง ภายใน ภายใต้ ภายหลัง พร้อม ร่วมกับ ร่วมมือ ร่วมกัน กับ แก่ ต่อไป ต่อผู้ ต่อสา ต่อประ จากการ จากผล จากผู้ จะ ว่าด้วย แล้ว แต่ ทั้ง ทุก นี้ นั้น ดังกล่าว
    ดังนี้ ดังต่อ ด้าน รอบที่ ครั้งที่ ผู้บริหาร ผู้อำนวยการ ผู้ปฏิบัติ ผู้รับ ผู้มี ผู้ใด บุคลากร เจ้าหน้าที่ พนักงาน ข้าราชการ คณะผู้ คณะกรรม คณะทำงาน คณะครู ประชาชน
    รายงาน แผนปฏิบัติ แผนพัฒนา แผนการ มาตรการ มาตรฐาน นโยบาย ผลการ ผลคะแนน วิเคราะห์ สรุป ตระหนัก มุ่งมั่น มุ่งหวัง มุ่งเน้น ถือปฏิบัติ รับผิดชอบ รับทราบ
    รับเรื่อง รับการ เปิดเผย เปิดโอกาส เปิดให้ เผยแพร่ ปฏิบัติ ประเมิน ประกอบ ประชุม ประชาสัมพันธ์ ประพฤติ ประสงค์จะ ประสาน แต่งตั้ง พิจารณา ยกฐานะ ยึดมั่น ยึดหลัก ร้องเรียน
    แจ้ง ลงวันที่ วันที่ เมื่อ หน่วยงาน หน่วยตรวจ กองคลัง กองช่าง กองการศึกษา กองสวัสดิการ กองสาธารณสุข กองยุทธศาสตร์ สำนักปลัด สำนักงาน ส่วนราชการ ฝ่าย กลุ่มงาน
    กลุ่มบริหาร นายก ปลัดองค์ ปลัดเทศ ลงชื่อ ลงนาม เว็บไซต์ เว็บไซด์ คะแนน อยู่ใน อยู่ที่ อยู่ระหว่าง เข้าร่วม เข้ารับ เข้าศึกษา เคย ยังไม่ ไม่มี ไม่ได้ ไม่รับ คือ
    ใช้ ทำการ ทำให้ ทำหน้าที่ ส่งเสริม สนับสนุน ควบคุม กำกับ ติดตาม ตรวจสอบ ป้องกัน ปรับปรุง พัฒนาการ มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน
    กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม เดือน ไตรมาส งดรับ เห็นชอบ เห็นความ นำมา นำผล นำเสนอ นำมาตร เสนอ ศึกษาดูงาน อบรม อย่าง สังกัด มอบหมาย
    ขับเคลื่อน บริหารจัดการ บริหารงาน บริหารราชการ บูรณาการ องค์การ เทศบาล กระทรวง ทั้งนี้ เท่านั้น ใกล้เคียง ข้างเคียง ต้นแบบ อื่น ต่าง แห่งนี้ แห่งชาติ แห่งประเทศ
    โรงเรียนใน ตั้งอยู่ ตั้งแต่ ของตน ของหน่วย ของผู้ ของเจ้า ของประ ของ ลักษณะ การดำเนิน การจัด การปฏิบัติ การประเมิน การบริหาร การใช้ การป้องกัน การส่งเสริม
    ห้าม ร่วมศึกษา รวมถึง รวมทั้ง รวมเป็น ตลอดจน นอกจาก หาก กรณี เนื่องจาก ว่ามี ขึ้น ไว้ ไม่ปรากฏ แสดง ชี้แจง เล็งเห็น คำนึง น้อมนำ ถูก พบว่า เชิญ เลขา รักษาการ
    รักษาราชการ เผยแผ่ ถึง เรียน ยินดี ลง ประกอบด้วย ณ. คำสั่ง คำนำ สารบัญ หน้า เอกสาร บันทึก เกี่ยวกับ เกิด ทราบ รับรอง ปีการศึกษา ปีที่ ปีพ.ศ. เป็นต้น""".split()
# Words that often follow and now and then stand in a name (บ้านมีชัย): they count only where the dictionary cuts, and for less.
PERHAPS = "มี ให้ ใน ที่ เป็น ทำ ขอ ตั้ง จัด รับ พัฒนา งาน กอง ส่วน กลุ่ม ตาม ณ จาก ว่า ต่อ ไป ปี ร่วม นำ สร้าง ครู ผู้ ยัง ไม่ ด้วย ประ อยู่ รอบ ตำบล".split()
FIRM, BROKEN, SPACED, WRAPPED = 3.0, 3.0, 2.0, 0.4
FOLLOWED, PERHAPS_FOLLOWED, KNOWN, KNOWN_ALONE, AGREED, AGREED_ALONE = 3.0, 1.5, 3.0, 1.0, 4.0, 2.5
OVER_SPACE, OVER_BREAK, OVER_WORD, OVER_PERHAPS, INSIDE_WORD = 1.5, 3.0, 2.5, 0.8, 2.0
SURE = 1.9  # less than one plain sign (a space) is no end


@dataclass(frozen=True, slots=True)
class End:
    """Where a name ends in the flow, and how sure that is (about 2 for each sign)."""

    at: int
    score: float


@dataclass(frozen=True)
class Ground:
    """What is known before a name is looked at: the flow, where lines were ended on purpose, and names agreed on by other mentions."""

    flow: Flow
    broken: frozenset[int]
    agreed: Mapping[str, int]


def end(ground: Ground, start: int, place: Callable[[str], bool] = known) -> End | None:
    """Return the best end of the name that begins at `start`, or None where no name begins there."""
    text = ground.flow.text
    if start >= len(text) or not NAME.match(text, start) or text[start] in CANNOT_BEGIN:
        return None
    cuts = _cuts(ground, start)
    best: End | None = None
    crossed = _cost_of_beginning(ground, start, cuts)
    for at in range(start + 1, min(len(text), start + LONGEST) + 1):
        if at - start >= 2 and _may_end(text, at):
            score = _score(ground, start, at, cuts, place) - crossed
            if best is None or score > best.score + 0.01:
                best = End(at, score)
        if at >= len(text) or not NAME.match(text, at):
            break
        crossed += _crossing(ground, at, cuts)
    return best if best and best.score >= SURE else None


def _cuts(ground: Ground, start: int) -> frozenset[int]:
    """Return where words begin in the letters from `start` on, as the dictionary sees them."""
    text = ground.flow.text
    stop = start
    while stop < min(len(text), start + LONGEST + 20) and NAME.match(text, stop):
        stop += 1
    found, at = {start, stop}, start
    for token in tokens(text[start:stop]):
        at += len(token)
        found.add(at)
    return frozenset(found)


def _may_end(text: str, at: int) -> bool:
    return text[at - 1] not in CANNOT_END and (at >= len(text) or text[at] not in CANNOT_BEGIN)


def _score(ground: Ground, start: int, at: int, cuts: frozenset[int], place: Callable[[str], bool]) -> float:
    """Return what speaks for the name ending at `at`."""
    text, name = ground.flow.text, ground.flow.text[start:at]
    sign = max(_gap(ground, at), _followed(text, at, cuts))
    sign += 0.5 * min(_gap(ground, at), _followed(text, at, cuts))
    score = sign
    if place(name):
        score += KNOWN if sign >= SPACED else KNOWN_ALONE if at in cuts else 0.0
    if ground.agreed.get(name):
        score += AGREED if sign >= PERHAPS_FOLLOWED else AGREED_ALONE
    return score if at in cuts or sign >= SPACED else score - INSIDE_WORD


def _gap(ground: Ground, at: int) -> float:
    text = ground.flow.text
    if at >= len(text) or not NAME.match(text, at):
        return FIRM
    gap = ground.flow.gap(at)
    if "\n" in gap:
        return BROKEN if at in ground.broken else WRAPPED
    return SPACED if gap.strip("\u200b\u200c\u200d\u2060\ufeff\u00ad") != gap or " " in gap else 0.0


def _followed(text: str, at: int, cuts: frozenset[int]) -> float:
    if _begins(text, at, _after()):
        return FOLLOWED
    return PERHAPS_FOLLOWED if at in cuts and _begins(text, at, _perhaps()) else 0.0


def _crossing(ground: Ground, at: int, cuts: frozenset[int]) -> float:
    """Return what it costs a name to run on over `at`."""
    gap = _gap(ground, at)
    cost = OVER_BREAK if gap == BROKEN else OVER_SPACE if gap == SPACED else 0.0
    followed = _followed(ground.flow.text, at, cuts)
    return cost + (OVER_WORD if followed == FOLLOWED and at in cuts else OVER_PERHAPS if followed else 0.0)


def _cost_of_beginning(ground: Ground, start: int, cuts: frozenset[int]) -> float:
    """Return what speaks against any name here: a class word is often followed by a verb, not by a name."""
    text = ground.flow.text
    if _begins(text, start, _after()):
        return FOLLOWED + KNOWN
    if _begins(text, start, _perhaps()) and any(text.startswith(word, start) and start + len(word) in cuts for word in _perhaps().values_at(text[start])):
        return FOLLOWED + PERHAPS_FOLLOWED
    return OVER_BREAK if start in ground.broken else 0.0


class Beginnings:
    """Words by their first letter: a quick look whether any of them stands at a place."""

    def __init__(self, words: list[str]) -> None:
        self._by_letter: dict[str, tuple[str, ...]] = {}
        for word in sorted(map(fold, words), key=len, reverse=True):
            self._by_letter[word[0]] = (*self._by_letter.get(word[0], ()), word)

    def values_at(self, letter: str) -> tuple[str, ...]:
        """Return the words that begin with a letter, longest first."""
        return self._by_letter.get(letter, ())


def _begins(text: str, at: int, beginnings: Beginnings) -> bool:
    return at < len(text) and text.startswith(beginnings.values_at(text[at]), at)


@cache
def _after() -> Beginnings:
    return Beginnings(AFTER)


@cache
def _perhaps() -> Beginnings:
    return Beginnings(PERHAPS)
