"""The letters of a page side by side are the same letters."""

from __future__ import annotations

import numpy as np

from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import Ink, Letter
from ita_checker.read.layer.marks.clusters import clusters, groups

KO = Letter("ก", 10.0, 18.0, 100.0, 14.0, 0)
TONE = Letter("่", 18.0, 18.0, 100.0, 14.0, 0, Ink(15.0, 88.0, 17.0, 91.0))
AA = Letter("า", 18.0, 25.0, 100.0, 14.0, 1, None, "\uf0a1")


def test_letters_come_back_as_they_were() -> None:
    galley = Galley.of((KO, TONE, AA))
    assert list(galley) == [KO, TONE, AA]
    assert (galley[1], galley[:2], len(galley)) == (TONE, [KO, TONE], 3)
    assert list(Galley.of(())) == []


def test_some_of_them_keep_what_the_file_said() -> None:
    galley = Galley.of((KO, TONE, AA))
    assert list(galley.take(np.array([False, False, True]))) == [AA]
    assert list(galley.ordered(np.array([2, 0]))) == [AA, KO]
    assert list(Galley.of((KO,)).followed_by(Galley.of((AA,)))) == [KO, AA]


def test_a_mended_letter_tells_what_it_was_first() -> None:
    galley = Galley.of((KO, AA)).read_as({0: "ข", 1: "ำ"})
    assert [(one.text, one.raw) for one in galley] == [("ข", "ก"), ("ำ", "\uf0a1")]


def test_a_letter_with_its_mark_is_no_mark() -> None:
    galley = clusters(groups((KO, TONE, AA)))
    assert galley.texts == ["ก่", "า"]
    assert galley.marks.tolist() == [False, False]
    assert galley.codes.tolist() == [ord("ก"), ord("า")]
