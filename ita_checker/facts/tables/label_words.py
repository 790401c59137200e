"""The words that label what stands behind them, and what may stand before such a word."""

from __future__ import annotations

import re

from ita_checker.facts.tables.fields import TOPIC
from ita_checker.text.bullets import BULLETS
from ita_checker.text.flow import fold
from ita_checker.text.patterns import any_of, pattern_of
from ita_checker.words import lists_of, of_words, words_of

BY_LABEL = of_words(
    lambda: {
        fold(label): held for held, labels in lists_of("fields.labels").items() for label in labels
    }
)
LABEL = pattern_of(lambda: any_of(BY_LABEL()))
LABELLED = of_words(lambda: frozenset({*BY_LABEL().values(), TOPIC}))
BULLET = re.compile(
    rf"^(?:\(?\d{{1,2}}(?!\d)(?:\.\d{{1,2}}){{0,3}}[.)]?|[{BULLETS}o]|[กขคง][.)])*+"
)
LONGEST_LABEL = 40  # letters of words before a colon that no list knows
SIGNS = pattern_of(lambda: any_of(words_of("fields.signed")))
