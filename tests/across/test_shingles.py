"""What is compared of a text, and what is left out of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import ita_checker.across
from ita_checker.across.rarity import boiled
from ita_checker.across.shingles import SHORT, compared, details, shingles
from ita_checker.text.flow import Flow

HOME = Path(ita_checker.across.__file__).parent


def hashes(text: str) -> set[int]:
    flow = Flow(text)
    return set(map(int, shingles(flow.text, compared(flow, (), ()), SHORT)[0]))


@pytest.mark.parametrize(
    "other",
    [
        "จัดประชุมชี้แจงแนวทางการป้องกันการรับสินบนแก่พนักงาน 80 คน เมื่อวันที่ 3 มีนาคม 2566",
        "จัดประชุมชี้แจงแนวทางการป้องกันการรับสินบนแก่พนักงาน ๕๒ คน เมื่อวันที่ ๑๒ มกราคม ๒๕๖๕",
        "จัดประชุมชีแจงแนวทางการปองกันการรับสินบนแกพนักงาน 52 คน เมือวันที 12 มกราคม 2565",
    ],
    ids=["other numbers and years", "Thai digits", "tones lost in a scan"],
)
def test_numbers_years_and_what_a_scan_loses_make_no_difference(other: str) -> None:
    own = "จัดประชุมชี้แจงแนวทางการป้องกันการรับสินบนแก่พนักงาน 52 คน เมื่อวันที่ 12 มกราคม 2565"
    assert hashes(own) == hashes(other)


def test_details_are_numbers_and_days_not_years_rounds_or_documents() -> None:
    told = details(Flow("ตามคำสั่งที่ 12/2565 มาตรา 128 รอบ 12 เดือน ปี 2565 ร้อยละ 100").text)
    assert len(told) == 0
    told = details(Flow("วันที่ ๑๔ มีนาคม ๒๕๖๕ มีผู้เข้าร่วม 87 คน ใช้เงิน 12,500 บาท").text)
    assert (len(told), int((told & np.uint64(1)).sum())) == (3, 1)


def test_the_hashes_of_boilerplate_are_those_of_its_text() -> None:
    text = (HOME / "boilerplate.txt").read_text(encoding="utf-8")
    assert (HOME / "boilerplate.bin").read_bytes() == boiled(text)
