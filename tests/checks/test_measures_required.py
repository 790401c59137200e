"""A measure that the rules demand is looked for among those there are."""

from building import case

from ita_checker.checks.measures_required import Demanded, Params, check
from ita_checker.model import Verdict

PARAMS = Params(
    (
        Demanded("มาตรการตรวจสอบการใช้ดุลพินิจ", ("ดุลพินิจ",)),
        Demanded("มาตรการป้องกันการรับสินบน", ("ป้องกันการรับสินบน", "no gift policy")),
    )
)


def judged(text: str) -> tuple[Verdict, list[str]]:
    answer = check(case(text), PARAMS)
    return answer.verdict, [finding.subject for finding in answer.findings]


def test_demanded_measures_are_found_under_their_names() -> None:
    assert judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        มาตรการตรวจสอบการใช้ดุลยพินิจ | ก | ข
        มาตรการการป้องกันการรับสินบนทุกรูปแบบ | ก | ข
        """) == (Verdict.MET, [])


def test_a_demanded_measure_that_is_not_there_is_missed() -> None:
    assert judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        มาตรการตรวจสอบการใช้ดุลพินิจ | ก | ข
        มาตรการจัดการเรื่องร้องเรียนการทุจริต | ก | ข
        """) == (Verdict.PARTIAL, ["มาตรการป้องกันการรับสินบน"])


def test_where_no_measures_can_be_told_apart_the_whole_text_is_searched() -> None:
    assert judged("ประกาศ เรื่อง มาตรการตรวจสอบการใช้ดุล\nพินิจ และมาตรการป้องกันการรับสินบน") == (
        Verdict.MET,
        [],
    )
    assert judged("ประกาศ") == (Verdict.GAP, ["มาตรการตรวจสอบการใช้ดุลพินิจ", "มาตรการป้องกันการรับสินบน"])


def test_a_measure_that_only_the_text_speaks_of_may_be_there_and_one_it_never_names_is_not() -> (
    None
):
    answer = check(
        case("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        มาตรการจัดการเรื่องร้องเรียนการทุจริต | ก | ข

        อบต. จัดประชุมชี้แจงพนักงานทุกคนให้เข้าใจแนวทางของมาตรการป้องกันการรับสินบนและถือปฏิบัติ
        """),
        PARAMS,
    )
    told = {finding.subject: bool(finding.perhaps) for finding in answer.findings}
    assert told == {"มาตรการตรวจสอบการใช้ดุลพินิจ": False, "มาตรการป้องกันการรับสินบน": True}


def test_a_sentence_over_measures_counted_from_one_introduces_them_and_sets_none() -> None:
    spoken = "# มาตรการภายในเพื่อส่งเสริมความโปร่งใส\n-> เทศบาลตำบลหนองบัวทอง\n---page---\nจึงกำหนดแนวทางเผยแพร่ข้อมูลและป้องกันการรับสินบนของพนักงาน\nเพื่อให้ทุกกองถือปฏิบัติตามหลักธรรมาภิบาลต่อไป\n"
    own = """
        1. มาตรการตรวจสอบการใช้ดุลพินิจ
        ขั้นตอน: จัดทำคู่มือ
        ผู้รับผิดชอบ: กองช่าง
        2. มาตรการจัดการเรื่องร้องเรียนการทุจริต
        ขั้นตอน: รับเรื่องและลงทะเบียน
        ผู้รับผิดชอบ: นิติกร
        3. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ
        ขั้นตอน: ปรับปรุงเว็บไซต์
        ผู้รับผิดชอบ: สำนักปลัด
        """

    def perhaps(text: str) -> list[bool]:
        return [bool(finding.perhaps) for finding in check(case(text), PARAMS).findings]

    assert perhaps(spoken + own) == [False]
    assert perhaps(spoken + own.replace("1. มาตรการตรวจสอบการใช้ดุลพินิจ", "4. การใช้ดุลพินิจ")) == [True]


def test_a_line_that_is_there_to_name_the_measure_names_it() -> None:
    assert judged("""
        มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        มาตรการจัดการเรื่องร้องเรียนการทุจริต | ก | ข

        แนบท้ายฉบับที่ 1 มาตรการป้องกันการรับสินบน (O46)
        ประกาศห้ามเรียก รับ หรือยอมรับทรัพย์สินจากผู้มาติดต่อ
        แนบท้ายฉบับที่ 2 มาตรการตรวจสอบการใช้ดุลพินิจ (O48)
        จัดทำคู่มือการปฏิบัติงาน
        """) == (Verdict.MET, [])
