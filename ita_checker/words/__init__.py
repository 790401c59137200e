"""The vocabulary by meaning: one YAML file a subject, read by people who do not program.

`words_of("joins.dangling")` returns the words listed under `dangling` in `joins.yaml`, and what the
pack whose rules are put to a document adds to them (`vocabulary:` in its rule file). What a module
makes of words it makes by `of_words`, `kept` or `text.patterns`, for each vocabulary apart.
"""

from ita_checker.words.in_force import kept, of_words, speaking
from ita_checker.words.lists import (
    Lists,
    entry,
    list_of,
    lists_of,
    names,
    names_of,
    word_of,
    words_below,
    words_of,
)

__all__ = [
    "Lists",
    "entry",
    "kept",
    "list_of",
    "lists_of",
    "names",
    "names_of",
    "of_words",
    "speaking",
    "word_of",
    "words_below",
    "words_of",
]
