"""What only shows where reports lie side by side, and what must stay silent there."""

from __future__ import annotations

import pytest
from side import DONE, OWN, PLACE, codes, laid, plan, results, scores

from ita_checker.model import Certainty

FIVE = (
    "มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม",
    "มาตรการจัดการเรื่องร้องเรียนการทุจริต",
    "มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง",
    "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ",
    "มาตรการป้องกันผลประโยชน์ทับซ้อน",
)
DONG, NAM = "องค์การบริหารส่วนตำบลดงครั่งน้อย", "องค์การบริหารส่วนตำบลน้ำอ้อม"
FAR = "อำเภอเมืองเลย จังหวัดเลย"


def offices(texts: dict[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.office, one.paths) for one in laid(texts).families]


# Families


def test_two_years_of_one_office_are_one_family_whatever_the_folder_of_the_year() -> None:
    texts = {
        "2564/dong/O43.pdf": results(DONG, PLACE, *FIVE, year=2564),
        "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE, done=OWN),
    }
    assert offices(texts) == [(DONG, tuple(texts))]


def test_near_spellings_fall_together_at_one_place_only() -> None:
    slip = "องค์การบริหารส่วนตำบลดงครั้งน้อย"
    here = {"a/O42.pdf": plan(DONG, PLACE, *FIVE), "b/O43.pdf": results(slip, PLACE, *FIVE)}
    away = {"a/O42.pdf": plan(DONG, PLACE, *FIVE), "b/O43.pdf": results(slip, FAR, *FIVE)}
    assert len(offices(here)) == 1
    assert len(offices(away)) == 2


def test_a_subdistricts_office_that_became_a_municipality_is_one_where_the_place_agrees() -> None:
    town = "เทศบาลตำบลดงครั่งน้อย"
    here = {
        "a/2564/O43.pdf": results(DONG, PLACE, *FIVE, year=2564),
        "b/2565/O43.pdf": results(town, PLACE, *FIVE, done=OWN),
    }
    away = {**here, "b/2565/O43.pdf": results(town, FAR, *FIVE, done=OWN)}
    assert len(offices(here)) == 1
    assert len(offices(away)) == 2


def test_a_folder_of_many_offices_is_no_office() -> None:
    texts = {
        "2565/O43 a.pdf": results(DONG, PLACE, *FIVE),
        "2565/O43 b.pdf": results(NAM, PLACE, *FIVE, done=OWN),
    }
    assert [office for office, _ in offices(texts)] == [DONG, NAM]


def test_how_a_family_was_gathered_is_said() -> None:
    family = laid({"2565/dong/O43.pdf": results(DONG, PLACE, *FIVE)}).families[0]
    assert [how.en for how in family.gathered] == ["the folder dong"]


# SET001


def test_a_missing_item_is_told_where_all_that_was_submitted_is_here() -> None:
    texts = {"2565/dong/O43.pdf": results(DONG, PLACE, *FIVE)}
    found = laid(texts, complete=True).findings["2565/dong/O43.pdf"]
    assert [(one.code, one.subject.split()[0], one.expected) for one in found] == [
        ("SET001", "O42", "2565")
    ]
    assert codes(laid(texts)) == {}


def test_one_file_holding_both_items_leaves_nothing_missing() -> None:
    both = plan(DONG, PLACE, *FIVE) + "---page---" + results(DONG, PLACE, *FIVE)
    assert codes(laid({"2565/dong/O42-O43.pdf": both}, complete=True)) == {}


def test_what_is_missing_cannot_be_told_where_a_file_was_not_read() -> None:
    beside = laid(
        {"2565/dong/O43.pdf": results(DONG, PLACE, *FIVE), "2565/dong/O12.pdf": "(unread)"},
        complete=True,
    )
    assert codes(beside) == {}
    missing = [one for one in beside.families[0].items if one.missing]
    assert [(one.item, one.why is not None) for one in missing] == [("O42", True)]


# SET002


def test_a_planned_measure_without_result_is_named_with_its_place_in_the_plan() -> None:
    beside = laid(
        {
            "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE),
            "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE[:4]),
        }
    )
    (finding,) = beside.findings["2565/dong/O43.pdf"]
    assert (finding.code, finding.subject, finding.expected, finding.certainty) == (
        "SET002", FIVE[4], "2565/dong/O42.pdf:2", Certainty.SURE,
    )  # fmt: skip
    (pair,) = beside.pairs
    assert pair.passages[0].first.quote == FIVE[4]


def test_plan_and_results_that_agree_are_silent_and_said_to() -> None:
    beside = laid(
        {
            "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE),
            "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE),
        }
    )
    assert codes(beside) == {}
    assert [(one.code, one.verdict) for one in beside.families[0].compared] == [("SET002", "met")]


def test_results_of_the_year_before_are_held_against_the_plan_of_that_year() -> None:
    texts = {
        "2567/dong/O34.pdf": plan(DONG, PLACE, *FIVE[:3], year=2567),
        "2568/dong/O27.pdf": plan(DONG, PLACE, *FIVE, year=2568, score="91.02"),
        "2568/dong/O28.pdf": results(DONG, PLACE, *FIVE[:3], year=2567),
    }
    assert codes(laid(texts)) == {}


def test_measures_of_an_unread_file_are_not_compared() -> None:
    beside = laid(
        {
            "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE) + "---page---\n(unread)",
            "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE[:3]),
        }
    )
    assert codes(beside) == {}
    assert [one.verdict for one in beside.families[0].compared] == ["unknown"]


# SET003


def test_another_offices_report_with_the_name_changed_is_found_though_reworded() -> None:
    otherwise = (
        DONE[0].replace("จัดประชาคม", "เปิดเวทีประชาคม").replace("ผู้เข้าร่วม", "ประชาชนร่วมงาน"),
        *DONE[1:3],
        DONE[3].replace("ลงข่าว", "เผยแพร่ข่าวสาร"),
        DONE[4],
    )
    beside = laid(
        {
            "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE),
            "2565/nam/O43.pdf": results(NAM, FAR, *FIVE, done=otherwise),
        }
    )
    assert codes(beside) == {"2565/dong/O43.pdf": ["SET003"], "2565/nam/O43.pdf": ["SET003"]}
    (pair,) = beside.pairs
    assert pair.passages and pair.doubt is None
    assert set(pair.offices) == {DONG, NAM}


def test_one_template_honestly_filled_by_neighbours_is_silent() -> None:
    beside = laid(
        {
            "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE),
            "2565/nam/O43.pdf": results(NAM, PLACE, *FIVE, done=OWN),
            "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE),
            "2565/nam/O42.pdf": plan(NAM, PLACE, *FIVE, score="77.20"),
        }
    )
    assert codes(beside) == {}


def test_who_names_the_others_office_is_the_one_that_copied() -> None:
    left = results(NAM, FAR, *FIVE).replace(
        "ดำเนินการครบถ้วน", f"ดำเนินการครบถ้วนโดยประชาชนของ{DONG}", 1
    )
    beside = laid({"2565/dong/O43.pdf": results(DONG, PLACE, *FIVE), "2565/nam/O43.pdf": left})
    assert codes(beside) == {"2565/nam/O43.pdf": ["SET003"]}


# SET004


def test_last_years_results_under_a_new_cover_are_found_and_the_cover_is_shown() -> None:
    beside = laid(
        {
            "2564/dong/O43.pdf": results(DONG, PLACE, *FIVE, year=2564),
            "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE, year=2565, dated=2564),
        }
    )
    assert codes(beside) == {"2565/dong/O43.pdf": ["SET004"]}
    changed = [(one.first.quote, one.second.quote) for one in beside.pairs[0].changes]
    assert ("ประจำปีงบประมาณ พ.ศ. 2564", "ประจำปีงบประมาณ พ.ศ. 2565") in changed


def test_a_plan_repeated_under_a_new_analysis_is_silent() -> None:
    beside = laid(
        {
            "2564/dong/O42.pdf": plan(DONG, PLACE, *FIVE, year=2564, score="79.50"),
            "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE, year=2565, score="88.13"),
        }
    )
    assert codes(beside) == {}


def test_results_of_the_next_year_on_the_same_form_are_silent() -> None:
    beside = laid(
        {
            "2564/dong/O43.pdf": results(DONG, PLACE, *FIVE, year=2564),
            "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE, done=OWN),
        }
    )
    assert codes(beside) == {}


# DOC008


def test_a_file_handed_in_again_for_another_item_is_known_though_saved_anew() -> None:
    text = results(DONG, PLACE, *FIVE)
    beside = laid({"2565/dong/O42.pdf": text, "2565/dong/O43.pdf": text.replace("ใจดี", "ใจดี ")})
    assert codes(beside) == {"2565/dong/O42.pdf": ["DOC008"], "2565/dong/O43.pdf": ["DOC008"]}


# Years


def test_weak_points_of_two_years_stand_beside_each_other() -> None:
    beside = laid(
        {
            "2564/dong/O42.pdf": plan(DONG, PLACE, *FIVE, year=2564, score="79.50"),
            "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE, year=2565, score="88.13"),
        }
    )
    (note,) = beside.families[0].notes
    assert (note.code, note.fiscal_year, note.verdict) == ("weak indicators", 2565, "unknown")


def test_what_a_plan_calls_weak_is_held_against_the_scores_of_the_year_before() -> None:
    texts = {
        "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE),
        "2565/dong/ผล ITA.pdf": scores(DONG, PLACE, {"การใช้อำนาจ": "71.20"}),
    }
    (note,) = laid(texts).families[0].notes
    assert (note.code, note.fiscal_year, note.verdict) == ("weak indicators", 2565, "met")
    assert "การใช้อำนาจ 71.20" in note.note.en


def test_an_indicator_scored_lower_that_is_not_called_weak_is_told() -> None:
    texts = {
        "2564/dong/O42.pdf": plan(DONG, PLACE, *FIVE, year=2564),
        "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE),
        "2565/dong/ผล ITA.pdf": scores(DONG, PLACE, {"การใช้งบประมาณ": "64.05"}),
    }
    (note,) = laid(texts).families[0].notes
    assert (note.verdict, note.paths) == ("unknown", ("2565/dong/ผล ITA.pdf", "2565/dong/O42.pdf"))
    assert "การใช้งบประมาณ 64.05" in note.note.th


@pytest.mark.parametrize("assessed", [2563, 2565])
def test_scores_of_another_year_say_nothing_of_a_plan(assessed: int) -> None:
    texts = {
        "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE),
        "2565/dong/ผล ITA.pdf": scores(DONG, PLACE, {"การใช้งบประมาณ": "64.05"}, assessed),
    }
    assert laid(texts).families[0].notes == ()


def test_a_page_of_scores_is_no_item_that_is_missing() -> None:
    texts = {
        "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE),
        "2565/dong/ผล ITA.pdf": scores(DONG, PLACE, {}),
    }
    found = laid(texts, complete=True).findings
    assert [one.code for own in found.values() for one in own] == ["SET001"]


def test_plan_and_results_that_say_they_are_of_two_years_are_told() -> None:
    texts = {
        "2565/dong/O42.pdf": plan(DONG, PLACE, *FIVE, year=2565),
        "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE, year=2564),
    }
    (note,) = (one for one in laid(texts).families[0].notes if one.code == "covered year")
    assert (note.verdict, note.paths) == ("unknown", ("2565/dong/O42.pdf", "2565/dong/O43.pdf"))


@pytest.mark.parametrize("order", [1, -1])
def test_the_same_files_say_the_same_in_whatever_order_they_were_read(order: int) -> None:
    texts = {
        "2565/dong/O43.pdf": results(DONG, PLACE, *FIVE),
        "2565/nam/O43.pdf": results(NAM, FAR, *FIVE),
    }
    assert laid(dict(list(texts.items())[::order])) == laid(texts)
