"""A phrase is found however its spaces, breaks, marks and digits are written; another phrase is
not.
"""

import pytest
from hypothesis import strategies as some
from untimed import given

from ita_checker.text.flow import Flow
from ita_checker.text.phrases import WORTH, Hit, Searched, find


def found(text: str, *phrases: str) -> list[str]:
    """Return the hits' texts as they stand in the text."""
    flow = Flow(text)
    return [text[slice(*flow.original(hit.start, hit.end))] for hit in find(flow, phrases)]


@pytest.mark.parametrize(
    ("text", "phrase", "seen"),
    [
        (
            "ตามมาตร\nการตรวจสอบการใช้ดุล พินิจของ",
            "มาตรการตรวจสอบการใช้ดุลพินิจ",
            "มาตร\nการตรวจสอบการใช้ดุล พินิจ",
        ),
        ("การใช้ดุลยพินิจของเจ้าหน้าที่", "การใช้ดุลพินิจ", "การใช้ดุลยพินิจ"),
        ("การใช้ดุลพินิจของเจ้าหน้าที่", "การใช้ดุลยพินิจ", "การใช้ดุลพินิจ"),
        ("การใช้อำนาจรัฐ", "การใช้อำนาจ", "การใช้อำนาจ"),
        ("ผลการดาเนินการตามมาตรการ", "ผลการดำเนินการตามมาตรการ", "ผลการดาเนินการตามมาตรการ"),
        ("ผลการด ําเนินการตามมาตรการ", "ผลการดำเนินการตามมาตรการ", "ผลการด ําเนินการตามมาตรการ"),
        ("ขอบกพรองที่ตองแกไข", "ข้อบกพร่องที่ต้องแก้ไข", "ขอบกพรองที่ตองแกไข"),
        ("มาตรการปองกันการรับสินบล ทุกรูปแบบ", "มาตรการป้องกันการรับสินบน", "มาตรการปองกันการรับสินบล"),
        ("รายงานผลรอบ ๖ เดือนแรก", "รอบ 6 เดือน", "รอบ ๖ เดือน"),
        ("ภายในหน่วยงานประจำปีงบประมาณ พ.ศ. ๒๕๖๔", "ภายในหน่วยงาน", "ภายในหน่วยงาน"),
        ("ภายในหน่วยงานประจำปีงบประมาณพ.ศ.๒๕๖๔", "ประจำปีงบประมาณ", "ประจำปีงบประมาณ"),
        ("นโยบาย NO GIFT Policy ประจำปี", "No Gift Policy", "NO GIFT Policy"),
        ("จํานวน ๓ ราย", "จำนวน", "จํานวน"),
        ("มาตราการเผยแพร่", "มาตรการ", "มาตราการ"),
    ],
)
def test_a_phrase_is_found_as_it_stands(text: str, phrase: str, seen: str) -> None:
    assert found(text, phrase) == [seen]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("ครอบ 6 เดือน", "รอบ 6 เดือน"),
        ("รอบ 9 เดือน", "รอบ 6 เดือน"),
        ("รอบ 16 เดือน", "6 เดือน"),
        ("รอบ 6 เดือน", "รอบ 16 เดือน"),
        ("ประกาศนียบัตร", "ประกาศ"),
        ("การลงนาม", "ลงนา"),
        ("capital", "ita"),
        ("พิธีการทางศาสนา", "วิธีการ"),
        ("ผู้รับผิดชอบ\tการกำกับติดตาม", "ผิดชอบการกำกับ"),
        ("การใช้ทรัพย์สินของราชการ", "การใช้งบประมาณ"),
        ("มาตรการป้องกันการทุจริต", "มาตรการป้องกันการรับสินบน"),
        (
            "หลักการและเหตุผลการประเมินคุณธรรมและความโปร่งใสของหน่วยงาน",
            "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสของหน่วยงาน",
        ),
    ],
)
def test_another_phrase_is_not_found(text: str, phrase: str) -> None:
    assert found(text, phrase) == []


@pytest.mark.parametrize("at", range(0, 27, 3))
def test_one_wrong_letter_in_ten_hides_nothing_wherever_it_is(at: int) -> None:
    phrase = "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"
    wrong = phrase[:at] + "ฬ" + phrase[at + 1 :]
    assert len(found(f"ได้จัดทำ{wrong} บนเว็บไซต์", phrase)) == 1


def test_of_overlapping_hits_the_longer_well_matched_one_stays() -> None:
    text = "มาตรการตรวจสอบการใช้ดุลยพินิจและมาตรการอื่น"
    assert found(text, "มาตรการ", "การใช้ดุลพินิจ", "มาตรการตรวจสอบการใช้ดุลพินิจ") == [
        "มาตรการตรวจสอบการใช้ดุลยพินิจ",
        "มาตรการ",
    ]


def test_an_exact_hit_scores_100_and_a_lost_tone_costs_little() -> None:
    flow = Flow("ความโปร่งใส ความโปรงใส")
    assert [round(hit.score, 1) for hit in find(flow, ["ความโปร่งใส"])] == [100.0, 97.5]


def test_ten_times_the_text_takes_no_more_than_some_ten_times_the_time() -> None:
    from time import perf_counter

    text = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน การวิเคราะห์ผลการประเมิน " * 300
    times = []
    for size in (1, 10):
        flow = Flow(text * size)
        find(flow, ["ก่อน"])
        start = perf_counter()
        find(flow, ["มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "ผลการวิเคราะห์การประเมิน"])
        times.append(perf_counter() - start)
    assert times[1] < 40 * times[0] + 0.5


def test_a_phrase_is_found_anew_beside_whatever_was_asked_for_before() -> None:
    flow = Flow("มาตรการตรวจสอบการใช้ดุลยพินิจและมาตรการอื่น")
    searched = Searched(flow)
    asked = (("มาตรการ",), ("มาตรการ", "การใช้ดุลพินิจ"), ("มาตรการ",))
    assert [searched.find(phrases) for phrases in asked] == [find(flow, one) for one in asked]
    assert len(searched.find(("การใช้ดุลพินิจ",))) == 1
    assert searched.find(("การใช้ดุลพินิจ",), near=100) == find(flow, ("การใช้ดุลพินิจ",), near=100)


def test_in_stretches_of_a_flow_is_found_what_stands_there_at_its_own_place() -> None:
    text = "รายงานผลการดำเนินการตามมาตรการ\nข้อความอื่น\nมาตรการเผยแพร่ข้อมูล"
    flow = Flow(text)
    phrases = ("ผลการดำเนินการตามมาตรการ", "มาตรการเผยแพร่ข้อมูล")
    every = find(flow, phrases)
    first = len(Flow(text.partition("\n")[0]).text)
    searched = Searched(flow)
    assert searched.within([(0, first)]).find(phrases) == every[:1]
    assert searched.within([(0, first), (first + 4, len(flow.text) + 9)]).find(phrases) == every
    assert searched.within([]).find(phrases) == []


PHRASES = (
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    "มาตรการส่งเสริมความโปร่งใส",
    "คุณธรรมและความโปร่งใสของหน่วยงาน",
    "การดำเนินการ",
    "ดุลพินิจ",
)
PIECES = [
    "มาตรการส่งเสริม",
    "คุณธรรมและ",
    "ความโปร่งใส",
    "ภายใน",
    "ของ",
    "หน่วยงาน",
    "ตาม",
    "การดำเนินการ",
    "ดุลยพินิจ",
]
TORN = some.sampled_from([*PIECES, *(piece[1:] for piece in PIECES), " ", "\t", "ก", "1"])


@given(some.lists(TORN, max_size=24))
def test_what_is_not_looked_for_is_what_a_better_hit_overlaps(pieces: list[str]) -> None:
    flow = Flow("".join(pieces))
    every = sorted(
        Searched(flow).each(PHRASES),
        key=lambda hit: ((hit.score - WORTH) * (hit.start - hit.end), hit.start, hit.phrase),
    )
    best: list[Hit] = []
    for hit in every:
        if all(hit.end <= one.start or one.end <= hit.start for one in best):
            best.append(hit)
    assert find(flow, PHRASES) == sorted(best, key=lambda hit: hit.start)


def test_hits_letter_for_letter_come_first_for_who_wants_one() -> None:
    flow = Flow("มาตรการเผยแพร่ข้อมูล และ มาตราการป้องกันการรับสินบน\tกำกับติดตามมาตรการ")
    searched, phrases = Searched(flow), ("มาตรการ", "กำกับติดตาม", "ไม่มีในนี้เลยสักคำ")
    assert next(searched.each(phrases)).phrase == "มาตรการ"
    each = [hit for phrase in phrases for hit in Searched(flow).each([phrase])]
    assert list(searched.each(phrases)) == sorted(each, key=lambda hit: hit.score < 100)
    searched.find(phrases)
    assert [hit.phrase for hit in searched.each(phrases)] == ["มาตรการ"] * 3 + ["กำกับติดตาม"]
    assert next(searched.each(("ไม่มีในนี้เลยสักคำ",)), None) is None
