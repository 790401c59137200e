"""Words that every such report is built of: a picture read nearly as one of them is read as it.

No key term whose misspelling is a finding of its own (โปร่งใส, กฎหมาย …) and no name stands here.
"""

from __future__ import annotations

from ita_checker.words import of_words, words_of

WORDS = of_words(lambda: words_of("lexicon.words"))
# They may be met with their marks lost only: a letter more or less makes another word or a name of
# them.
EXACT_BUT_FOR_MARKS = of_words(lambda: frozenset(words_of("lexicon.exact_but_for_marks")))
