"""What one engine cannot read is learnt from the other, place by place."""

from __future__ import annotations

from ita_checker.read.layer.learning import Known, learnt
from ita_checker.read.layer.letters import Ink, Letter, Sheet
from ita_checker.read.layer.plumber import Readings


def _sheet(letters: list[Letter], unmapped: set[str]) -> Sheet:
    return Sheet(
        1, 600, 800, tuple(letters), (), ("F",), unmapped=frozenset((0, text) for text in unmapped)
    )


def test_codes_are_learnt_by_place_and_applied_with_the_way_back() -> None:
    strange = _sheet(
        [
            Letter("Ω", 50, 58, 100, 16, 0),
            Letter("ϖ", 53, 58, 100, 16, 0, Ink(53, 89, 57.5, 92)),
            Letter("Z", 58, 66, 100, 16, 0),
        ],
        {"Ω", "ϖ"},
    )
    good = _sheet(
        [
            Letter("ก", 50, 58, 99, 16, 0),
            Letter("ิ", 58, 58, 99, 16, 0),
            Letter("Z", 58, 66, 99, 16, 0),
        ],
        set(),
    )
    codes = learnt(strange, good)
    known = Known()
    known.codes |= codes
    taught = known.applied(strange)
    assert codes == {("F", "Ω"): "ก", ("F", "ϖ"): "ิ"}
    assert [(letter.text, letter.raw) for letter in taught.letters] == [
        ("ก", "Ω"),
        ("ิ", "ϖ"),
        ("Z", ""),
    ]
    assert taught.unmapped == frozenset()


def test_a_code_that_means_two_letters_is_not_learnt() -> None:
    strange = _sheet([Letter("Ω", 50, 58, 100, 16, 0), Letter("Ω", 70, 78, 100, 16, 0)], {"Ω"})
    good = _sheet([Letter("ก", 50, 58, 100, 16, 0), Letter("ข", 70, 78, 100, 16, 0)], set())
    assert learnt(strange, good) == {}


def test_a_letter_that_a_font_says_for_another_is_that_other_in_that_font_alone() -> None:
    letters = (Letter("ำ", 50, 58, 100, 16, 0), Letter("ำ", 70, 78, 100, 16, 1))
    sheet = Sheet(1, 600, 800, letters, (), ("F", "G"))
    known = Known()
    known.wrong["F", "ำ"] = "า"
    assert [letter.text for letter in known.applied(sheet).letters] == ["า", "ำ"]


def test_codes_of_a_font_that_says_each_to_be_its_letter_are_their_letters() -> None:
    letters = (Letter("ก", 50, 58, 100, 16, 0), Letter("\x01", 70, 78, 100, 16, 0))
    pairs = frozenset((0, letter.text) for letter in letters)
    known = Known()
    known.learn(Readings({}, {}, frozenset({"F"})))
    taught = known.applied(Sheet(1, 600, 800, letters, (), ("F",), unmapped=pairs))
    assert taught.letters[0].raw == "ก"
    assert taught.unmapped == {(0, "\x01")}
