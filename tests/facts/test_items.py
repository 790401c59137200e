"""Which items a file holds is seen from titles and contents; its number is a hint."""

from dataclasses import replace

import pytest
from building import case

from ita_checker.facts.items import named, part_of, parts_of
from ita_checker.facts.items.held import demanded, held
from ita_checker.facts.items.titles import numbered
from ita_checker.model import Item, Pack
from ita_checker.rulebook import general, load

O39 = Item("O39", "แผนปฏิบัติการป้องกันการทุจริต", "plan")
TITLES = general(load()).titles
O42 = Item(
    "O42",
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "measures",
    TITLES["measures"],
    0,
    -1,
)
O43 = Item(
    "O43",
    "การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "results",
    TITLES["results"],
)
PACK = Pack("nacc-2564", "nacc", 2564, (O39, O42, O43), (), "", titles=TITLES)
SEVEN = tuple(
    Item(code, title, "measure")
    for code, title in (
        ("O42", "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ"),
        ("O43", "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม"),
        ("O46", "มาตรการป้องกันการรับสินบน"),
    )
)
OFFICE = "-> องค์การบริหารส่วนตำบลหนองบัวทอง\n"
PLAN = """มาตรการ | ขั้นตอน/วิธีการปฏิบัติ | ผู้รับผิดชอบ | การกำกับติดตาม
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือการปฏิบัติงาน | สำนักปลัด | รายงานผลรอบ 6 เดือน
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับปรุงเว็บไซต์ทุกสัปดาห์ | งานประชาสัมพันธ์ | รายงานผลรอบ 6 เดือน

"""
DONE = """มาตรการ | รายละเอียดการดำเนินงาน | ผลผลิต | ผลลัพธ์
มาตรการตรวจสอบการใช้ดุลพินิจ | จัดทำคู่มือ 4 เล่ม | คู่มือ 4 เล่ม | เรื่องร้องเรียนลดลง
มาตรการเผยแพร่ข้อมูลต่อสาธารณะ | ปรับปรุงเว็บไซต์ | ข่าว 120 เรื่อง | ประชาชนเข้าถึงข้อมูล

"""
PAGE = "---page---\n"


def codes(text: str, *submitted: str, pack: Pack = PACK) -> list[str]:
    made = case(text, submitted=submitted)
    return [item.code for item in held(made.facts, pack)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", ["O42"]),
        (
            ("รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส และมาตรการส่งเสริมคุณธรรมและความโปร่งใส"),
            ["O42"],
        ),
        ("การวิเคราะห์ผลการประเมิน ITA ประจำปี 2563", ["O42"]),
        ("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", ["O43"]),
        ("การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งในภายในหน่วยงาน", ["O43"]),
        ("สรุปผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสในหน่วยงาน", ["O43"]),
        ("รายงานผลการกำกับติดตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", ["O43"]),
        (
            "มาตรการและรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            ["O43"],
        ),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน และผลการดำเนินการ", ["O42", "O43"]),
        ("การขับเคลื่อนมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน และผลที่เกิดขึ้น", ["O42", "O43"]),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน และความก้าวหน้า", ["O42", "O43"]),
        ("สรุปการทำงานตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", ["O43"]),
        ("แผนปฏิบัติการป้องกันการทุจริต", ["O39"]),
        ("รายงานการประชุมคณะกรรมการจัดงานประเพณี", []),
    ],
)
def test_the_title_tells_the_kind_whatever_the_number(title: str, expected: list[str]) -> None:
    assert codes(f"# {title}\n# ประจำปีงบประมาณ พ.ศ. 2564\n{OFFICE}", "O42") == expected


def test_a_title_set_like_the_text_and_broken_over_lines_is_read_too() -> None:
    text = """
        ๐๔๓

        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความ
        โปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔

        องค์การบริหารส่วนตำบลหนองบัวทอง
        """
    assert codes(text) == ["O43"]


def test_the_subject_of_a_memo_or_announcement_is_its_title() -> None:
    memo = (
        "-> บันทึกข้อความ\nส่วนราชการ สำนักปลัด\nเรื่อง "
        " รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nเรียน นายก\n"
    )
    announcement = (
        "-> ประกาศเทศบาลตำบลบ้านใหม่\n-> เรื่อง"
        " มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nตามที่ได้มีการประเมิน"
    )
    assert (codes(memo), codes(announcement)) == (["O43"], ["O42"])


def test_a_results_report_that_sets_measures_too_holds_both() -> None:
    title = f"# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n{OFFICE}{PAGE}"
    assert (codes(title + PLAN + DONE, "O43"), codes(title + DONE, "O43")) == (
        ["O42", "O43"],
        ["O43"],
    )


def test_measures_with_results_hold_both_but_not_with_last_years_results() -> None:
    title = f"# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n{OFFICE}{PAGE}"
    assert codes(title + PLAN + DONE, "O42") == ["O42", "O43"]
    assert codes(title + "ผลการดำเนินการในปีที่ผ่านมา\n" + DONE + PLAN, "O42") == ["O42"]


def test_without_any_title_the_contents_tell() -> None:
    about = (
        "การประเมินคุณธรรมและความโปร่งใสของหน่วยงาน ตามหลักคุณธรรมและความโปร่งใส ปี 2564"
        " ได้ดำเนินการวิเคราะห์แล้วและมีผลดังต่อไปนี้ " * 2
    )
    assert (codes(about + "\n\n" + PLAN), codes(about + "\n\n" + DONE), codes(DONE)) == (
        ["O42"],
        ["O43"],
        [],
    )


def test_what_was_handed_in_for_both_is_held_against_both() -> None:
    assert codes(f"# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n{OFFICE}", "O42", "O43") == [
        "O42",
        "O43",
    ]


def test_an_unread_file_is_trusted_to_be_what_it_was_handed_in_as() -> None:
    assert (codes("(unread)", "O43"), codes("(unread)")) == (["O43"], [])


def test_in_2562_every_measure_is_an_item_of_its_own() -> None:
    pack = Pack("nacc-2562", "nacc", 2562, SEVEN, (), "")
    text = (
        f"# มาตรการภายในเพื่อส่งเสริมความโปร่งใส\n{OFFICE}{PAGE}๑."
        " มาตรการเผยแพร่ข้อมูลต่อสาธารณะ\nขั้นตอน\n๒. มาตรการป้องกันการรับสินบน\nขั้นตอน\n"
    )
    assert codes(text, "O43", pack=pack) == ["O42", "O46"]


def test_of_the_seven_measures_those_are_held_whose_item_numbers_are_printed_behind_them() -> None:
    pack = Pack("nacc-2562", "nacc", 2562, SEVEN, (), "", titles=TITLES)
    text = (
        f"# มาตรการภายในเพื่อส่งเสริมความโปร่งใสและป้องกันการทุจริต\n{OFFICE}{PAGE}"
        "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ{first}\nขั้นตอน\nมาตรการป้องกันการรับสินบน{second}\nขั้นตอน\n"
    )
    numbered = text.format(first=" (O42)", second=" (O46)")
    assert codes(numbered, "O42", pack=pack) == ["O42", "O46"]
    assert codes(text.format(first="", second=""), "O42", pack=pack) == ["O42", "O43", "O46"]


@pytest.mark.parametrize("said", ["(O42 – O46)", "(O42 ถึง O46)", "ข้อ O42-46"])
def test_a_title_that_names_the_first_and_the_last_of_the_seven_measures_names_all(
    said: str,
) -> None:
    pack = Pack("nacc-2562", "nacc", 2562, SEVEN, (), "", titles=TITLES)
    text = (
        f"# มาตรการป้องกันการทุจริตของหน่วยงาน {{}}\n{OFFICE}{PAGE}๑."
        " มาตรการเผยแพร่ข้อมูลต่อสาธารณะ\nขั้นตอน\n๒. มาตรการป้องกันการรับสินบน\nขั้นตอน\n"
    )
    for title, held_for in (
        (said, ["O42", "O43", "O46"]),
        ("(O42, O46)", ["O42", "O46"]),
    ):
        made = case(text.format(title))
        assert [item.code for item in held(made.facts, pack)] == held_for
        assert demanded(made.facts, pack) == set(held_for)


def test_who_numbers_all_but_one_of_the_seven_under_a_title_of_all_left_that_one_out() -> None:
    complaints = Item("O45", "มาตรการจัดการเรื่องร้องเรียนการทุจริต", "measure")
    five = (*SEVEN, complaints, Item("O48", "มาตรการตรวจสอบการใช้ดุลพินิจ", "measure"))
    pack = Pack("nacc-2562", "nacc", 2562, five, (), "", titles=TITLES)
    said = [f"{at}. {one.title} ({one.code})\nขั้นตอน\n" for at, one in enumerate(five[:4], 1)]
    text = f"# มาตรการภายในเพื่อส่งเสริมความโปร่งใสและป้องกันการทุจริต\n{OFFICE}{PAGE}"
    assert codes(text + "".join(said), pack=pack) == [one.code for one in five]
    assert codes(text + "".join(said[:2]), pack=pack) == ["O42", "O43"]


def test_the_first_sentence_under_a_title_names_no_item() -> None:
    text = """# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
-> เทศบาลตำบลหนองบัวทอง
1. ความเป็นมา เทศบาลตำบลหนองบัวทองได้ออกประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
ตามแผนปฏิบัติการป้องกันการทุจริต
"""
    assert codes(text) == ["O43"]


def test_the_analysis_that_results_go_back_to_does_not_make_them_a_plan() -> None:
    text = f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
{OFFICE}
ส่วนที่ 1 การวิเคราะห์ผลการประเมิน ITA ประจำปี พ.ศ. 2563
ตัวชี้วัดที่ต้องพัฒนา คือ การใช้อำนาจ

{DONE}"""
    assert codes(text) == ["O43"]


def test_the_analysis_that_results_go_back_to_is_known_in_a_near_word_too() -> None:
    text = f"""# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
{OFFICE}
# อบต. ได้พิเคราะห์ผลการประเมิน ITA ประจำปี พ.ศ. 2563 แล้วกำหนดมาตรการไว้
{PLAN}{DONE}"""
    late = replace(PACK, items=(O42, replace(O43, covers=-1)))  # the plan is the year before's
    assert codes(text, "O43", pack=late) == ["O43"]


@pytest.mark.parametrize(
    ("title", "held_for"),
    [
        ("O43 ทำอะไรไปแล้วบ้างตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", {"O43"}),
        ("O43\n# ลงแรงอะไรไปบ้างตาม\n# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", {"O43"}),
        ("O43 สิ่งที่ลงแรงไปกับมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", {"O43"}),
        ("O42 สิ่งที่ลงแรงไปกับมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", {"O42"}),
        ("O43 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", {"O42"}),
        ("O43 การกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", {"O42"}),
    ],
)
def test_unknown_words_before_a_title_are_read_with_the_number_and_what_the_report_holds(
    title: str, held_for: set[str]
) -> None:
    assert demanded(case(f"# {title}\n{OFFICE}\n{DONE}").facts, PACK) == held_for
    assert demanded(case(f"# {title}\n{OFFICE}\n{PLAN}").facts, PACK) == {"O42"}


def test_a_heading_of_the_plan_in_a_report_of_last_years_results_is_no_report_of_its_own() -> None:
    late = replace(PACK, items=(O42, replace(O43, covers=-1)))
    text = (
        "# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. 2563\n"
        f"{OFFICE}{PAGE}# 2 | มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานที่วางไว้\n{PLAN}{PAGE}{DONE}"
    )
    assert (codes(text, pack=late), codes(text)) == (["O43"], ["O42", "O43"])


def test_a_first_sentence_that_looks_like_a_heading_names_no_item() -> None:
    told = (
        "ตามที่ เทศบาลเมืองสามพระยา ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nไว้"
        " 5 มาตรการ นั้น จึงขอรายงานผลดังนี้\n"
    )
    text = (
        "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n#"
        " เทศบาลเมืองสามพระยา\n" + PAGE + told + DONE
    )
    assert codes(text, "O43") == ["O43"]


PROCUREMENT = Item("O21", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ", "plan", ("แผนการจัดซื้อจัดจ้าง",))


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2565", ["O21"]),
        ("แผบการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2565", ["O21"]),
        ("แผนการจัดชื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2565", ["O21"]),
        ("มาตรการป้องกันการทุจริตในการจัดซื้อจัดจ้าง", []),
        ("แนวทางการตรวจสอบบุคลากรด้านการจัดซื้อจัดจ้าง", []),
        ("คณะกรรมการจัดซื้อจัดจ้าง", []),
    ],
)
def test_a_title_nearly_found_begins_with_what_paper_it_is(title: str, codes: list[str]) -> None:
    facts = case(f"# {title}\n-> เทศบาลตำบลบ้านใหม่\nได้ดำเนินการ").facts
    assert [one.item.code for one in named(facts, (PROCUREMENT,))] == codes


def test_a_long_title_nearly_found_tells_itself_whatever_it_begins_with() -> None:
    item = Item("MOIT1", "มาตรการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน", "guide")
    facts = case("# แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน\n-> โรงพยาบาลพิชัย").facts
    assert [one.item.code for one in named(facts, (item,))] == ["MOIT1"]


@pytest.mark.parametrize("apart", ["\n# ", "\n#  \n# "])
@pytest.mark.parametrize("by", ["ตามประกาศ", "(ตามประกาศ", "อ้างอิงตามประกาศ"])
def test_a_ministrys_paper_that_a_form_cites_is_no_title_of_the_file(by: str, apart: str) -> None:
    item = Item("MOIT1", "มาตรการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน", "guide")
    cited = f"{by}สำนักงานปลัดกระทรวงสาธารณสุข\n# เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน"
    form = f"# แบบฟอร์มการเผยแพร่ข้อมูลผ่านเว็บไซต์ของโรงพยาบาล{apart}{cited} พ.ศ. 2561"
    facts = case(f"# รายงานผลตามมาตรการส่งเสริมความสุจริต (MOIT 18)\n{PAGE}{form}").facts
    assert named(facts, (item,)) == ()
    own = "# ประกาศโรงพยาบาลพิชัย เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน"
    assert [one.item.code for one in named(case(own).facts, (item,))] == ["MOIT1"]


def test_a_line_that_an_item_s_number_opens_is_a_title_on_a_later_page_too() -> None:
    text = f"""# ประกาศองค์การบริหารส่วนตำบลหนองบัวทอง
# เรื่อง กำหนดแนวปฏิบัติ
{OFFICE}{PAGE}เอกสารแนบท้ายประกาศ
O43 การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
ก. ผลที่ได้
"""
    (printed,) = numbered(case(text).facts)
    assert printed.code == "O43"


@pytest.mark.parametrize("line", ["ข้อที่ใช้ตอบ : O43", "ข้อที่ใช้ตอบ | O43", "รหัสข้อ O43", "ตอบข้อ\nO43"])
def test_a_forms_label_tells_the_item_that_it_answers(line: str) -> None:
    text = f"""
แบบติดตามงานประจำปี
หน่วยงาน เทศบาลตำบลทุ่งแก้ว

คณะทำงานได้ประชุมและเก็บข้อมูลจากทุกกองครบแล้ว จึงได้กรอกแบบนี้เสนอผู้บริหารตามลำดับชั้นเพื่อทราบ

{line}

ผลที่เกิดขึ้น อ้างถึง O12 และ O20 ของปีก่อน
"""
    assert [one.code for one in numbered(case(text).facts)] == ["O43"]


@pytest.mark.parametrize("numbers", ["O42 - O43", "O42-43", "O42 - 043", "O42/043"])
def test_two_numbers_behind_a_title_are_both_the_report_s_though_a_zero_is_typed(
    numbers: str,
) -> None:
    text = f"# รายงานมาตรการและการดำเนินการ ({numbers})\n{OFFICE}\n{DONE}"
    assert [one.code for one in numbered(case(text).facts)] == ["O42", "O43"]


def test_a_number_that_neither_title_nor_list_bears_out_demands_nothing() -> None:
    title = "# รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    wrong, right = (case(f"{title} ({code})\n{OFFICE}\n{DONE}").facts for code in ("O42", "O43"))
    assert demanded(wrong, PACK) == demanded(right, PACK) == {"O43"}
    assert demanded(case(f"# (O42)\n{OFFICE}\n{PLAN}").facts, PACK) == {"O42"}


@pytest.mark.parametrize("heading", ["2. มาตรการที่กำหนด (O42)", "ส่วนที่ 1 มาตรการตามข้อ O42"])
def test_a_heading_within_a_report_of_results_that_numbers_the_measures_demands_nothing_of_them(
    heading: str,
) -> None:
    title = "# O43\n# การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    told = "คณะทำงานได้ประชุมและกำหนดมาตรการไว้ก่อนแล้ว จึงขอรายงานผลที่ได้ทำมาทั้งหมดเพื่อทราบ"
    text = f"{title}\n{OFFICE}{PAGE}# ที่มา\n{told}\n\n# {heading}\n{PLAN}\n# ผลที่ได้\n{DONE}"
    assert [one.code for one in numbered(case(text).facts)] == ["O43", "O42"]
    assert demanded(case(text).facts, PACK) == {"O43"}
    both = case(text.replace("# O43", "# O42 และ O43")).facts
    assert demanded(both, PACK) == {"O42", "O43"}


def test_the_first_measures_headings_of_a_file_of_all_name_no_file_for_them_alone() -> None:
    pack = Pack("nacc-2562", "nacc", 2562, SEVEN, (), "", titles=TITLES)
    heads = "# ๑. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ\nขั้นตอน\n\n# ๒. มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม\nขั้นตอน\n"
    of_all = case(f"# มาตรการภายในเพื่อส่งเสริมความโปร่งใสและป้องกันการทุจริต\n{OFFICE}{heads}")
    assert {one.item.code for one in named(of_all.facts, SEVEN)} == {"O42", "O43"}
    assert demanded(of_all.facts, pack) == {"O42", "O43", "O46"}
    assert demanded(case(f"{heads}").facts, pack) == {"O42", "O43"}


WEAK = ("จุดอ่อน", "ประเด็นที่ต้องปรับปรุง", "ข้อบกพร่อง")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("# มาตรการส่งเสริมความโปร่งใส\n\nจุดอ่อนของหน่วยงานคือการเผยแพร่ข้อมูลไม่ครบถ้วน", True),
        ("# มาตรการส่งเสริมความโปร่งใส\n\nประเด็นที่ต้องปรับปรุง มีสองเรื่อง ได้แก่ การเผยแพร่ข้อมูล", True),
        ("# สารบัญ\nจุดอ่อน ........ 3\nข้อบกพร่อง ........ 4\nผลการประเมิน ........ 5", False),
        ("# มาตรการส่งเสริมความโปร่งใส\n\nหน่วยงานเผยแพร่ข้อมูลครบถ้วนทุกเรื่อง", False),
    ],
)
def test_a_part_is_there_where_any_of_its_words_stands_outside_covers_and_contents(
    text: str, there: bool
) -> None:
    facts = case(text).facts
    found, every = part_of(facts, WEAK), parts_of(facts, WEAK)
    assert (found is not None) == there == bool(every)
    assert found is None or found in every


UNDATED_MEMO = """
    # บันทึกข้อความ
    ส่วนราชการ สำนักปลัดเทศบาล (งานนิติการ) เทศบาลเมืองควนสะตอ อำเภอรัต
    ภูมิ จังหวัดสงขลา
        ที่ สข 52401/ว 87 วันที่
        เรื่อง รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
    ภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2564 (O43)
        เรียน นายกเทศมนตรีเมืองควนสะตอ ผ่านปลัดเทศบาล
        ๑. ต้นเรื่อง เทศบาลเมืองควนสะตอได้วิเคราะห์ผลการประเมินและประกาศใช้มาตรการสี่ข้อแล้ว
"""


def test_a_memos_subject_is_its_title_under_a_line_that_has_no_date() -> None:
    assert codes(UNDATED_MEMO) == ["O43"]


@pytest.mark.parametrize(
    ("number", "held_for"), [("O43", {"O43"}), ("O42", {"O42"}), ("", {"O42"})]
)
def test_who_follows_measures_up_reports_on_them_where_the_number_says_so(
    number: str, held_for: set[str]
) -> None:
    title = f"""
    -> รายงานการประชุมคณะทำงานติดตามมาตรการส่งเสริมคุณธรรม
    -> และความโปร่งใสภายในหน่วยงาน
    -> ({number} ประจำปีงบประมาณ พ.ศ. 2564)
    -> เทศบาลเมืองหนองเต่าทอง อำเภอเมืองลพบุรี จังหวัดลพบุรี

    ที่ประชุมรับทราบผลงานรอบหกเดือนแล้ว และให้ทุกกองทำงานที่รับไปให้ครบถ้วนก่อนประชุมครั้งต่อไปในเดือนตุลาคม
    """
    assert demanded(case(title).facts, PACK) == held_for


MINUTES = """
    -> รายงานการประชุมคณะทำงานขับเคลื่อน ITA ครั้งที่ 2/2564
    -> เทศบาลเมืองหนองเต่าทอง อำเภอเมืองลพบุรี จังหวัดลพบุรี
    -> วันที่ 9 เมษายน 2564 ณ ห้องประชุมชั้น 2
    -> (ใช้เป็นรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
    -> และความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2564
    -> ข้อ O43)

    ผู้มาประชุม 1. ปลัดเทศบาล ประธาน 2. ผู้อำนวยการกองคลัง 3. ผู้อำนวยการกองช่าง 4. หัวหน้าสำนักปลัด
    และผู้อำนวยการกองสาธารณสุขและสิ่งแวดล้อม เลขานุการและผู้จดรายงานการประชุมของคณะทำงานนี้
"""


def test_minutes_that_say_what_they_are_used_for_hold_that_item() -> None:
    assert codes(MINUTES) == ["O43"]


@pytest.mark.parametrize(("said", "wanted"), [("ข้อ O43", {"O43"}), ("", {"O42", "O43"})])
def test_measures_that_a_memo_of_results_encloses_are_not_asked_for_where_it_says_its_item(
    said: str, wanted: set[str]
) -> None:
    memo = (
        "-> บันทึกข้อความ\nส่วนราชการ สำนักปลัด\nเรื่อง "
        " รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nเรียน นายก\n"
        f"สำนักปลัดขอรายงานผลตามเอกสารที่แนบ และขอเผยแพร่บนเว็บไซต์ {said}\n"
    )
    annex = (
        "# มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2564\n"
        f"{PLAN}# ผลการดำเนินการตามมาตรการ รอบ 6 เดือน\n{DONE}"
    )
    assert demanded(case(memo + PAGE + annex).facts, PACK) == wanted


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("มาตรการและผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", ["O42", "O43"]),
        ("มาตรการและผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", ["O42", "O43"]),
        ("มาตรการและความก้าวหน้าตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน (O43)", ["O43"]),
        ("เรื่องดีที่เกิดขึ้นจริงจากมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", ["O43"]),
    ],
)
def test_measures_beside_what_came_of_them_are_both_and_what_comes_from_them_is_results(
    title: str, expected: list[str]
) -> None:
    analysed = "ตามที่ได้วิเคราะห์ผลการประเมิน ITA ปี 2563 นั้น"
    assert codes(f"# {title}\n# ประจำปีงบประมาณ พ.ศ. 2564\n{OFFICE}{analysed}") == expected


TALKED = """
# รายงานการประชุมคณะทำงานคนเมืองตรวจได้ ครั้งที่ 3/2564
{office}
ตามที่ได้นัดหมายกันไว้ เรื่องที่หารือคือมาตรการส่งเสริม{about}ภายในของเรา และความคืบหน้าที่ทำมา
{body}
"""


@pytest.mark.parametrize(
    ("about", "expected"), [("คุณธรรมและความโปร่งใส", {"O42", "O43"}), ("การตลาดผ้าไหม", set())]
)
def test_minutes_that_speak_of_it_once_beside_measures_read_one_by_one_hold_them(
    about: str, expected: set[str]
) -> None:
    assert set(codes(TALKED.format(office=OFFICE, about=about, body=PLAN + DONE))) == expected


def test_results_beside_their_plan_that_nothing_names_are_a_report_of_results() -> None:
    text = TALKED.format(office=OFFICE, about="คุณธรรมและความโปร่งใส", body=PLAN + DONE)
    analysed = text + "การวิเคราะห์ผลการประเมิน ITA ปี 2563 พบข้อบกพร่องหรือจุดอ่อนด้านการใช้งบประมาณ"
    assert demanded(case(text).facts, PACK) == {"O43"}
    assert demanded(case(analysed).facts, PACK) == {"O42", "O43"}


def test_the_subject_of_an_announcement_is_its_title_under_the_offices_place_too() -> None:
    text = (
        "ประกาศเทศบาลตำบลคลองหอยโข่ง\n\nอำเภอคลองหอยโข่ง จังหวัดสงขลา\n"
        "เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\nประจำปีงบประมาณ พ.ศ. 2564\n\n"
        "โดยที่เทศบาลตำบลคลองหอยโข่งได้รับแจ้งผลการประเมิน และได้พิจารณาแล้ว จึงกำหนดแนวทางไว้ดังต่อไปนี้\n"
    )
    assert codes(text) == ["O42"]
