"""What repair may never do, whatever the letters: lose or invent a digit or Latin letter, touch
correct Thai, or mend twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from untimed import given

from ita_checker.read.layer.letters import AM, MARKS, Ink, Letter, Picture, Sheet
from ita_checker.read.page import lines, pages

SIZE = 16.0
WORDS = sorted(
    word for word in thai_words() if all("ก" <= letter <= "๎" for letter in word) and "ๆ" not in word
)
PROSE = (
    "องค์การบริหารส่วนตำบลได้จัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
    " (รอบ 6 เดือน) ITA 85.50 น้ำ ผู้รับผิดชอบ"
)
# where TH Sarabun draws marks, as shares of the size: left and right of the end of the letter
# below, bottom and top
INKS = {
    **dict.fromkeys("ัิีึืฺ็", (-0.3, -0.02, 0.46, 0.62)),
    **dict.fromkeys("่้๊๎", (-0.27, -0.02, 0.48, 0.66)),
    **dict.fromkeys("ํ๋", (-0.17, -0.02, 0.46, 0.62)),
    "์": (-0.2, -0.025, 0.47, 0.67),
    **dict.fromkeys("ฺุู", (-0.12, -0.02, -0.23, -0.05)),
}


def laid(text: str, ink: bool = True) -> tuple[Letter, ...]:
    """Return a text as the letters of one line; marks stand on the letter before them."""
    letters, x = [], 50.0
    for letter in text:
        if letter in MARKS:
            left, right, low, high = INKS[letter]
            box = Ink(x + left * SIZE, 100 - high * SIZE, x + right * SIZE, 100 - low * SIZE)
            letters.append(Letter(letter, box.x0, x, 100.0, SIZE, 0, box if ink else None))
            continue
        wide = 4.0 if letter == " " else 8.0
        box = (
            Ink(x, 100.0, x, 100.0)
            if letter == " "
            else Ink(x, 100 - 0.9 * SIZE, x + wide, 100.0)
            if letter == "ำ"
            else None
        )
        letters.append(Letter(letter, x, x + wide, 100.0, SIZE, 0, box if ink else None))
        x += wide
    return tuple(letters)


def repaired(letters: tuple[Letter, ...]) -> str:
    found = pages.letters(Sheet(1, 600, 800, letters, (), ("ABCDEE+THSarabunPSK",)))
    return lines.line(sorted(found, key=lambda one: one.x0)).text


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.booleans())
def test_correct_thai_stays_as_it_is(words: list[str], ink: bool) -> None:
    text = "".join(words)
    if unicodedata.normalize("NFC", text) == text and "เเ" not in text:
        assert repaired(laid(text, ink)) == text


def test_running_prose_stays_as_it_is() -> None:
    assert repaired(laid(PROSE)) == PROSE


LETTERS = st.text(st.sampled_from("กขมนวอรสาำะเแ่้ิีัุ์ํ 0123456789๐๕๗ABzq.,()-/"), min_size=1, max_size=40)


@given(LETTERS)
def test_no_digit_and_no_latin_letter_is_lost_or_invented(text: str) -> None:
    def kept(some: str) -> Counter[str]:
        return Counter(
            letter for letter in some if letter.isdigit() or (letter.isascii() and letter.isalpha())
        )

    assert kept(repaired(laid(text))) == kept(text)


@given(LETTERS, st.booleans())
def test_repair_is_idempotent(text: str, ink: bool) -> None:
    assume(
        not re.search(rf"(?:^|[^ก-๎])[{''.join(sorted(MARKS))}]", text)
    )  # marks that stand on nothing may stand on each other
    once = repaired(laid(text, ink))
    assert repaired(laid(once, ink)) == once


@given(LETTERS)
def test_every_letter_of_a_line_has_its_edges(text: str) -> None:
    found = pages.letters(Sheet(1, 600, 800, laid(text), (), ("F",)))
    line = lines.line(sorted(found, key=lambda one: one.x0))
    assert len(line.edges) == 2 * len(line.text)
    assert all(x0 <= x1 for x0, x1 in zip(line.edges[::2], line.edges[1::2], strict=True))


def test_letters_too_small_for_any_eye_are_not_read() -> None:
    letters = laid("ข้อ 1) มาตรการ")
    hidden = tuple(letter._replace(size=1.0, x1=letter.x0 + 0.5) for letter in laid("17"))
    assert repaired((*letters[:4], *hidden, *letters[4:])) == "ข้อ 1) มาตรการ"


def test_bare_numbers_of_glyphs_of_microsoft_sans_serif_are_the_letters_that_stand_there() -> None:
    letters = laid(
        "".join(
            {"ญ": chr(943), "ๆ": chr(997), "ฮ": chr(976)}.get(letter, letter)
            for letter in "หญิงใหญ่ต่างๆฮุง"
        )
    )
    bare = frozenset((0, chr(code)) for code in (943, 976, 997))
    for font, text in (
        ("ABCDEE+Microsoft Sans Serif", "หญิงใหญ่ต่างๆฮุง"),
        ("Other", "หίิงใหί่ต่างϥϐุง"),
    ):
        found = pages.letters(Sheet(1, 600, 800, letters, (), (font,), unmapped=bare))
        assert lines.line(sorted(found, key=lambda one: one.x0)).text == text


def test_the_marks_of_a_letter_drawn_twice_are_read_once_wherever_they_stand() -> None:
    sor, oo, ek, second = *laid("สู่"), laid("ส")[0]
    moved = second._replace(x0=second.x0 + 0.4, x1=second.x1 + 0.4)
    assert repaired((sor, oo, moved, ek)) == "สู่"


def test_thai_bytes_said_as_western_letters_are_thai_and_western_words_stay() -> None:
    said = "".join(
        chr(0xA0 + ord(letter) - 0x0E00) if letter >= "ก" else letter for letter in PROSE
    )
    letters = tuple(
        letter._replace(text=code) for letter, code in zip(laid(PROSE), said, strict=True)
    )
    assert repaired(letters) == PROSE
    assert (
        repaired(laid("le café fermé à l’été où naît la forêt âgée"))
        == "le café fermé à l’été où naît la forêt âgée"
    )


def _clustered(tone: bool) -> tuple[Letter, ...]:
    """Return `ซ้ำ` as shapers draw it: the ring says the tone and sara am, or sara am alone; tone
    and sara aa say bare numbers.
    """
    consonant, end = Letter("ซ", 50, 58, 100, SIZE, 0), 58.0
    ring = Ink(end - 0.17 * SIZE, 100 - 0.66 * SIZE, end, 100 - 0.49 * SIZE)
    hook = Ink(end - 0.27 * SIZE, 100 - 0.9 * SIZE, end, 100 - 0.7 * SIZE)
    said = [Letter("้", ring.x0, end, 100, SIZE, 0, ring)] if tone else []
    drawn = Letter("\x03" if tone else "้", hook.x0, end, 100, SIZE, 0, hook)
    rest = Letter("\x04", end, end + 6, 100, SIZE, 0, Ink(end, 92, end + 6, 100))
    return consonant, *said, Letter(AM, ring.x0, end, 100, SIZE, 0, ring), drawn, rest


def test_a_sara_am_and_its_tone_drawn_as_three_glyphs_are_read_once() -> None:
    for tone in (True, False):
        sheet = Sheet(
            1,
            600,
            800,
            _clustered(tone),
            (),
            ("Norasi",),
            unmapped=frozenset({(0, "\x03"), (0, "\x04")}),
        )
        assert lines.line(sorted(pages.letters(sheet), key=lambda one: one.x0)).text == "ซ้ำ"


def test_a_sara_am_of_which_only_the_ring_has_a_place_takes_the_room_of_its_rest() -> None:
    letters = list(laid("กำนันทำงานตามงาน"))
    for at, one in enumerate(letters):
        if one.text == AM:  # as pdfium tells it under an /ActualText
            letters[at] = one._replace(x0=one.x0 - 0.1, x1=one.x0 + 0.1, ink=None)
    assert repaired(tuple(letters)) == "กำนันทำงานตามงาน"


def _ring_and_tone(ink: Ink) -> Picture:
    """Return the picture of a part of a ring's glyph with a tone above it, 60 to 80 high."""
    drawn = np.full((20, 20), 255, np.uint8)
    drawn[5:17, 4:16] = 0
    drawn[9:13, 8:12] = 255
    return drawn


def test_a_ring_and_its_tone_in_one_glyph_that_says_the_tone_are_both_read() -> None:
    both = Ink(52, 100 - 1.5 * SIZE, 58, 100 - 0.8 * SIZE)
    letters = (
        Letter("น", 50, 58, 100, SIZE, 0),
        Letter("้", 52, 58, 100, SIZE, 0, both),
        Letter("า", 58, 64, 100, SIZE, 0),
    )
    sheet = Sheet(1, 600, 800, letters, (), ("Sarabun",), picture=_ring_and_tone)
    assert lines.line(sorted(pages.letters(sheet), key=lambda one: one.x0)).text == "น้ำ"


def test_tones_drawn_after_a_sara_am_stand_on_the_letter_before_it() -> None:
    nor, tone, am = laid("น้ำ")
    ring = am._replace(x0=am.x0 - 4, ink=Ink(am.x0 - 4, 100 - 0.9 * SIZE, am.x1, 100.0))
    assert repaired((nor, ring, tone)) == "น้ำ"


def test_thai_bytes_of_a_macintosh_said_as_western_letters_are_thai() -> None:
    said = "".join(
        bytes([0xA0 + ord(letter) - 0x0E00]).decode("mac_roman") if letter >= "ก" else letter
        for letter in PROSE
    )
    letters = tuple(
        letter._replace(text=code) for letter, code in zip(laid(PROSE), said, strict=True)
    )
    assert repaired(letters) == PROSE
    assert repaired(laid("√2 ≈ 1.41, π ≤ 4, ∑ and ∫")) == "√2 ≈ 1.41, π ≤ 4, ∑ and ∫"


def test_a_comma_that_hangs_low_stays_where_the_file_draws_it() -> None:
    one, two = laid("12"), laid("500")
    comma = Letter(",", 66, 68, 100, SIZE, 0, Ink(66.5, 99, 67.5, 102))
    three = [letter._replace(x0=letter.x0 + 18, x1=letter.x1 + 18) for letter in two]
    found = pages.letters(Sheet(1, 595, 842, (*one, comma, *three, *laid("9")), (), ("F",)))
    assert "".join(found.texts) == "12,5009"
