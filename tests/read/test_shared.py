"""Glyphs that are said to be several letters give each the place where it stands."""

from __future__ import annotations

import pytest

from ita_checker.read.layer import shared
from ita_checker.read.layer.letters import Ink


@pytest.mark.parametrize(
    ("bottom", "starts"),
    [(100.0, 50.0), (92.0, 57.0)],
    ids=["with the rest, which stands there", "ring and tone alone, the rest follows"],
)
def test_a_sara_am_said_with_its_tone_stands_where_its_rest_does(
    bottom: float, starts: float
) -> None:
    inks = [Ink(50, 82, 53.5, bottom), Ink(53.5, 82, 57, bottom)]  # pdfium halves it
    tone, sara_am = shared.letters("่ำ", inks, 100, 15, 0)
    assert (tone.text, tone.x0) == ("่", 50.0)
    assert (sara_am.text, sara_am.x0) == ("ำ", starts)
