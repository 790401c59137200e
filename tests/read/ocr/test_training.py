"""What the reader learns from: every text can be read, no digit is likelier, the same seed draws
the same lines.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("PIL")

from ita_checker.read.ocr.letters.alphabet import CODES
from ita_checker.training.damage import HEIGHT, Damage, to_height
from ita_checker.training.export import fitted, kept_promises
from ita_checker.training.fonts import UNSEEN, WEIGHTS
from ita_checker.training.lines import clusters, stretches
from ita_checker.training.measure import Score, score
from ita_checker.training.settings import Settings
from ita_checker.training.stream import enough_room
from ita_checker.training.texts import digits_changed, syllable, text

FONTS = Path("/usr/share/fonts/truetype/tlwg")


def test_every_letter_of_every_text_is_in_the_alphabet() -> None:
    random = Random(3)
    texts = [text(random) for _ in range(400)]
    assert {letter for line in texts for letter in line} <= set(CODES)
    assert all(0 < len(line) <= 78 and line == line.strip() for line in texts)


def test_no_digit_is_much_likelier_than_another_whatever_the_year() -> None:
    random = Random(4)
    counts = Counter(letter for _ in range(3000) for letter in digits_changed(random, "๒๕๖๔ 2564"))
    assert min(counts[digit] for digit in "๐๑๒๓๔๕๖๗๘๙0123456789") > 0.8 * 12000 / 10


def test_half_the_names_are_no_words() -> None:
    random = Random(5)
    made = {syllable(random) for _ in range(500)}
    assert len(made) > 400


def test_letters_keep_their_marks_when_spaced_out() -> None:
    assert clusters("ที่นี้ ก") == ["ที่", "นี้", " ", "ก"]
    assert stretches("รอบ ☑…๖") == ["รอบ", " ", "☑", "…", "๖"]


def test_no_family_is_both_trained_on_and_measured_on() -> None:
    assert not UNSEEN & set(WEIGHTS)


def test_a_line_is_scored_by_letters_digits_and_whole_years() -> None:
    assert score("รอบ ๖ ปี ๒๕๖๔", "รอบ ๒ ปี ๒๕๖๔") == Score(13, 1, 5, 1, 1, 0)
    assert score("ปี ๒๕๖๔", "ปี ๒๕๐๔") == Score(7, 1, 4, 1, 1, 1)
    assert score("ปี ๒๕๖๔", "ปี ๒๕๖๖๔") == Score(7, 1, 4, 0, 1, 1)


def test_lines_that_leave_no_step_for_a_letter_are_not_learnt_from() -> None:
    assert enough_room(40, "๒๕๖๔")
    assert not enough_room(12, "๒๕๖๔")


def test_the_rate_rises_stays_and_falls_to_nearly_nothing() -> None:
    settings = Settings(lines=100_000)
    assert (
        settings.rate_at(0)
        < settings.rate_at(settings.warm)
        == settings.rate_at(50_000)
        == settings.rate
    )
    assert settings.rate_at(99_999) == pytest.approx(settings.rate * 0.01)


def test_damaged_lines_have_the_readers_height() -> None:
    ink = np.zeros((80, 300), np.uint8)
    ink[30:60, 40:260:12] = 255
    damage = Damage(Random(1))
    pictures = [damage(ink) for _ in range(20)]
    assert {picture.shape[0] for picture in pictures} == {HEIGHT} == {to_height(ink).shape[0]}


def test_sureness_is_fitted_to_how_often_letters_are_right() -> None:
    random = np.random.default_rng(1)
    chances = random.uniform(0.5, 0.999, 20_000)
    honest = 1 / (1 + np.exp(-(0.6 * np.log(chances / (1 - chances)) - 0.3)))
    right = (random.random(20_000) < honest).astype(np.float64)
    assert fitted(chances, right) == pytest.approx((0.6, -0.3), abs=0.06)


def test_promises_are_counted_by_how_sure_the_reader_said_it_was() -> None:
    said, right = (
        np.array([0.3, 0.85, 0.88, 0.999, 0.999]),
        np.array([False, True, False, True, True]),
    )
    assert list(kept_promises(said, right)) == [
        (0.0, 0.5, 1, 0.0),
        (0.8, 0.9, 2, 0.5),
        (0.995, 1.0, 2, 1.0),
    ]


@pytest.mark.skipif(not FONTS.is_dir(), reason="Debian's fonts-thai-tlwg is not installed")
def test_the_same_seed_draws_the_same_lines() -> None:
    from ita_checker.training.stream import batches

    first, again = next(batches(9, (FONTS,), 20, 0.8)), next(batches(9, (FONTS,), 20, 0.8))
    assert first.texts == again.texts
    assert np.array_equal(first.pictures, again.pictures)
