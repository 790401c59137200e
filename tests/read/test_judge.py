"""What a page's letters are worth, judged font by font."""

from __future__ import annotations

import pytest

from ita_checker.read.layer.letters import Ink, Sheet
from ita_checker.read.layer.marks.clusters import Cluster
from ita_checker.read.layer.trust import Judgement, judged

GOOD = "กรมการปกครองและงานบริหารบุคคลมากมายหลายคนในตำบล"
BROKEN = "1>@0?B<_^}1>@0"


def _set(text: str, font: int, y: float, raw: str = "") -> list[Cluster]:
    """Return a text as the letters of one line."""
    return [
        Cluster(letter, 50 + 8 * i, 58 + 8 * i, y, 16, font, None, raw)
        for i, letter in enumerate(text)
    ]


def _judged(
    found: list[Cluster], second: str = "ABCDEE+CordiaUPC", pictures: float = 0.0
) -> Judgement:
    return judged(
        Sheet(1, 600, 800, (), (), ("ABCDEE+THSarabunPSK", second), pictures=pictures), found
    )


def test_a_page_of_good_letters_is_trusted_and_one_of_mended_letters_repaired() -> None:
    assert _judged(_set(GOOD, 0, 100)) == Judgement("trusted", 0, len(GOOD))
    assert _judged(_set(GOOD, 0, 100, raw="\uf70a")) == Judgement("repaired", 0, len(GOOD))


def test_a_page_without_letters_has_no_text() -> None:
    assert _judged([]).quality == "no text"


@pytest.mark.parametrize(
    ("lines", "quality"), [(1, "worthless"), (3, "worthless"), (12, "doubtful")]
)
def test_a_good_font_does_not_hide_a_bad_one(lines: int, quality: str) -> None:
    found = [one for line in range(lines) for one in _set(GOOD, 0, 100 + 20 * line)]
    found += [one for line in range(3) for one in _set(BROKEN, 1, 500 + 20 * line)]
    judgement = _judged(found)
    assert (
        judgement.quality,
        judgement.reason is not None and "CordiaUPC" in judgement.reason.en,
    ) == (quality, True)


def test_ticks_and_bullets_are_no_broken_font() -> None:
    found = [one for line in range(12) for one in _set(GOOD, 0, 100 + 20 * line)] + _set(
        "\uf0fc" * 14, 1, 500
    )
    assert _judged(found, "ABCDEE+Wingdings").quality == "repaired"


def test_a_scanners_gibberish_is_called_so() -> None:
    found = [one for line in range(4) for one in _set("rufrd Qo HH tuYl xzrd ", 0, 100 + 20 * line)]
    assert _judged(found, pictures=0.9).reason == _judged(found, pictures=0.7).reason
    assert "scanner" in (getattr(_judged(found, pictures=0.9).reason, "en", ""))


def test_letters_drawn_twice_are_judged_once() -> None:
    found = [
        one
        for pair in zip(_set("เแและะา" * 4, 0, 100), _set("เแและะา" * 4, 0, 100), strict=True)
        for one in pair
    ]
    once = _judged(_set("เแและะา" * 4, 0, 100))
    assert _judged(found).strange == once.strange


@pytest.mark.parametrize("text", ["✂✄✆✝✞✁✟✠✡✌✍✎✏✑", "!า-#ี่อค์า/&/ิ3า/2่/%!ำ&ล&้า%Q3-่"])
def test_signs_where_letters_should_be_make_a_page_worthless(text: str) -> None:
    assert (
        _judged([one for line in range(6) for one in _set(text, 0, 100 + 20 * line)]).quality
        == "worthless"
    )


@pytest.mark.parametrize(
    "text",
    [
        "กกกกกกกก กกกกก กกกกกกกกกก",
        "BCDECFGCBGHCGIJKLMKCNOBPJOQRMSP",
        "bcdecfgcbghcgiajklmkcenobpjoqurmsp",
        "B C D E C F G C B G H C G I J K",
    ],
)
def test_one_letter_for_all_and_rows_of_latin_ones_make_a_page_worthless(text: str) -> None:
    found = [one for line in range(6) for one in _set(text, 0, 100 + 20 * line)]
    assert _judged(found).quality == "worthless"


def test_amounts_with_one_word_behind_each_are_trusted() -> None:
    found = [one for line in range(6) for one in _set("17,250 บาท " * 6, 0, 100 + 20 * line)]
    assert _judged(found).quality == "trusted"


def test_a_page_in_english_is_trusted() -> None:
    text = "Integrity and Transparency Assessment REPORT of the Office 2024"
    found = [one for line in range(6) for one in _set(text, 0, 100 + 20 * line)]
    assert _judged(found).quality == "trusted"


def test_a_page_stays_good_for_its_large_part_and_doubtful_for_a_small_bad_one() -> None:
    good = [one for line in range(20) for one in _set(GOOD, 0, 60 + 20 * line)]
    bad = _set(BROKEN * 2, 1, 700)
    assert [_judged(good).quality, _judged(good + bad).quality, _judged(bad).quality] == [
        "trusted",
        "doubtful",
        "worthless",
    ]


def test_one_latin_letter_drawn_as_a_mark_makes_a_page_doubtful() -> None:
    found = [one for line in range(20) for one in _set(GOOD, 0, 60 + 20 * line)]
    found[30] = found[30]._replace(text="Y", ink=Ink(290, 42, 296, 48))
    assert _judged(found).quality == "doubtful"
