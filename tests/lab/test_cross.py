"""The cross-check of what was set by hand: fitted on other authors, scored on one."""

from __future__ import annotations

from ita_checker.facts.tables.likely import MARGIN, likeliest, votes_of
from lab import cross
from lab.cross import Example, Fold, threshold
from lab.texts import HOME, texts

STOCK = [sheet for author in ("first", "house") for sheet in texts(HOME / author)]


def test_a_threshold_parts_those_that_have_from_those_that_lack() -> None:
    having = [Example("a", weight, True) for weight in (5.0, 6.0, 9.0)]
    lacking = [Example("b", weight, False) for weight in (1.0, 2.0)]
    assert threshold([*having, *lacking], usual=8.0) == 3.5
    assert threshold(having, usual=8.0) == 8.0, "one side alone tells nothing"


def test_every_author_is_scored_once_on_what_others_taught() -> None:
    folds = list(cross.headings(STOCK))
    assert [one.author for one in folds] == ["first", "house"]
    for one in folds:
        assert one.by_hand == MARGIN
        assert 0 < one.right <= one.count
        assert one.right + one.wrong <= one.count


def test_parts_by_hand_hold_for_authors_left_out() -> None:
    folds: list[Fold] = list(cross.parts("results", STOCK))
    assert sum(one.wrong_by_hand for one in folds) <= 0.05 * sum(one.count for one in folds)


def test_a_heading_learned_from_others_is_said_only_with_the_margin() -> None:
    votes = votes_of({"steps": ["ขั้นตอน", "วิธีการ"], "result": ["ผลการดำเนินงาน", "ผลที่ได้"]})
    assert likeliest("ผลที่ได้รับ", votes) == "result"
    assert likeliest("ผลที่ได้รับ", votes, margin=100.0) == ""
