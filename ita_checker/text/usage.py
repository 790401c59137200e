"""How often words are used."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

RARE = 17.0  # nats: what a word costs that is seldom met


@cache
def costs() -> Mapping[str, float]:
    """Return how unlikely words are, in nats, RARE at most, as the Thai National Corpus counts
    them; words that are not among them are as unlikely as the rarest.
    """
    from pythainlp.corpus.tnc import unigram_word_freqs

    counts = unigram_word_freqs()
    total = math.log(sum(counts.values()))
    return {word: min(RARE, total - math.log(count)) for word, count in counts.items() if count}
