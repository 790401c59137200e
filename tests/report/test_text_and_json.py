"""The gap list as a terminal and a program get it."""

from __future__ import annotations

import json
from typing import Any

from wcwidth import wcswidth

from ita_checker.model import (
    Batch,
    Box,
    Finding,
    Pack,
    Place,
    Report,
    Result,
    Severity,
    Span,
    Status,
    Verdict,
    Words,
)
from ita_checker.report.formats import json as as_json
from ita_checker.report.formats import jsonl as as_jsonl
from ita_checker.report.formats import junit as as_junit
from ita_checker.report.formats import sarif as as_sarif
from ita_checker.report.formats import text as as_text

HOSTILE = "\x1b[31m=HYPERLINK()\u202e<script>\x00"
SPAN = Span(
    10,
    20,
    f"เดือนเมษายน ๒๕๖๓ {HOSTILE}",
    (Place(5, Box(72.04, 310.2, 188.4, 326)), Place(5, Box(72, 330, 90, 346))),
)
FINDING = Finding(
    "YEA005", (SPAN,), "ประกาศเจตจำนง", "2563-04", "2563-10-01/2564-09-30", Words("อ่านจากภาพ",
    "read from a picture"),
    message=Words("พบการดำเนินการนอกปีงบประมาณ", "an action outside the fiscal year"),
    rule="nacc-2564.O43.in-year", severity=Severity.ZERO,
)  # fmt: skip
GAPS = Report(
    "2564/dong/O43.pdf", "ab" * 32, 6, (), Status.GAPS, "nacc", 2564, 2564, ("O42", "O43"),
    "องค์การบริหารส่วนตำบลดงดอย",
    "เมืองใหม่", "ร้อยเอ็ด", (Result("nacc-2564.O43.in-year", Verdict.GAP),), (FINDING,), "nacc-2564",
)  # fmt: skip
UNKNOWN = Report(
    "a.pdf",
    "cd" * 32,
    1,
    (1,),
    Status.UNKNOWN,
    results=(Result("general.years", Verdict.UNKNOWN, Words("ยังไม่ได้อ่าน", "not read")),),
)
BATCH = Batch((GAPS, UNKNOWN), (Pack("nacc-2564", "nacc", 2564, (), (), "ef" * 32),), "1.2.3")


def data(batch: Batch, lang: str = "th") -> Any:
    return json.loads("".join(as_json.render(batch, lang)))


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    whole = data(BATCH)
    assert list(whole) == [
        "schema",
        "tool",
        "scan",
        "packs",
        "reports",
        "summary",
        "stale_decisions",
        "families",
        "pairs",
    ]
    assert (whole["schema"], whole["tool"], whole["packs"]) == (
        1, {"name": "ita-checker", "version": "1.2.3"}, [{"pack": "nacc-2564",
        "sha256": "ef" * 32}],
    )  # fmt: skip
    assert list(whole["reports"][0]) == [
        "path", "sha256", "pages", "pages_unread", "status", "scheme", "fiscal_year",
        "reported_year", "items",
        "organisation", "district", "province", "origins", "hidden", "results", "findings",
        "dismissed",
    ]  # fmt: skip
    assert whole["summary"] == {
        "reports": 2, "clean": 0, "filtered": 0, "gaps": 1, "unknown": 1, "unreadable": 0,
        "findings": {"zero": 1, "advice": 0},
        "dismissed": 0, "likely": 0, "hidden": 0, "not_looked_at": 0,
    }  # fmt: skip


def test_json_gives_a_finding_whole_with_a_place_for_each_line() -> None:
    assert data(BATCH, "en")["reports"][0]["findings"] == [
        {
            "code": "YEA005", "rule": "nacc-2564.O43.in-year", "severity": "zero",
            "message": "พบการดำเนินการนอกปีงบประมาณ",
            "message_en": "an action outside the fiscal year", "subject": "ประกาศเจตจำนง",
            "quote": SPAN.quote, "quotes": [SPAN.quote], "found": "2563-04",
            "expected": "2563-10-01/2564-09-30", "doubt": "read from a picture",
            "certainty": "sure", "decision": None,
            "places": [{"page": 5, "box": [72.0, 310.2, 188.4, 326]}, {"page": 5, "box": [72, 330,
            90, 346]}],
        }
    ]  # fmt: skip


def test_json_of_no_report_is_json() -> None:
    assert data(Batch((), (), "1"))["reports"] == []


def test_hidden_characters_of_a_pdf_stand_raw_in_neither_output() -> None:
    for out in ("".join(as_json.render(BATCH)), "".join(as_text.render(BATCH))):
        assert not set(out) & {"\x1b", "\x00", "\u202e"}


def test_the_terminal_block_says_who_what_where_and_how_sure_within_80_columns() -> None:
    lines = "".join(as_text.render(BATCH, "en")).splitlines()
    assert max(wcswidth(line) for line in lines) <= 80
    assert lines[:2] == [
        "2564/dong/O43.pdf — gaps",
        "  องค์การบริหารส่วนตำบลดงดอย · O42 O43 · fiscal year 2564",
    ]
    block = "".join(line.strip() for line in lines[2:6]).replace(" ", "")
    assert block.startswith(
        "✗YEA005page5:anactionoutsidethefiscalyear“เดือนเมษายน๒๕๖๓<U+001B>[31m=HYPERLINK()<U+202E>"
    )
    assert "(checkagain:readfromapicture)" in block
    assert "  ? not decided: general.years" in lines
    assert [line.split() for line in lines[-11:-3]] == [
        ["Summary"], ["Reports", "2"], ["clean", "0"], ["gaps", "1"], ["not", "fully", "checked",
        "1"], ["unreadable", "0"],
        ["✗", "would", "score", "0", "1"], ["!", "advice", "0"],
    ]  # fmt: skip
    assert len({wcswidth(line) for line in lines[-10:-3]}) == 1
    assert lines[-3:] == ["", "Rule packs", "  nacc-2564  sha256 efefefefefefefef"]


def test_colours_come_only_where_asked() -> None:
    assert "\x1b[" not in "".join(as_text.render(BATCH))
    assert "\x1b[1;31m2564/dong/O43.pdf" in "".join(as_text.render(BATCH, colour=True))


def test_a_line_is_broken_where_words_end_and_never_before_a_mark() -> None:
    wrapped = as_text.wrap("องค์การบริหารส่วนตำบลทุ่งใหญ่ได้ดำเนินการตามมาตรการ", 20)
    assert "".join(wrapped) == "องค์การบริหารส่วนตำบลทุ่งใหญ่ได้ดำเนินการตามมาตรการ"
    assert all(wcswidth(line) <= 20 for line in wrapped)
    assert [line for line in wrapped if line[0] in "ะัาำิีึืุูๅ็่้๊๋์"] == []


def test_every_stream_names_the_pack_and_its_hash() -> None:
    lines = [json.loads(line) for line in "".join(as_jsonl.render(BATCH)).splitlines()[:-1]]
    assert [line["pack"] for line in lines] == [{"pack": "nacc-2564", "sha256": "ef" * 32}, None]
    assert json.loads("".join(as_sarif.render(BATCH)))["runs"][0]["properties"]["packs"] == [
        {"pack": "nacc-2564", "sha256": "ef" * 32}
    ]
    assert f'name="pack" value="nacc-2564 sha256 {"ef" * 32}"' in "".join(as_junit.render(BATCH))
