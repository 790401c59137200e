"""Imported once by the process that workers are forked from: what each of them needs is made there
and shared by all.

No OCR: its library starts threads, which do not outlive a fork.
"""

import gc

from ita_checker import parts
from ita_checker import read as read
from ita_checker.rulebook import load
from ita_checker.text import patterns
from ita_checker.text.gazetteer import gazetteer
from ita_checker.text.tokens import tokens
from ita_checker.text.toponyms import likelihood

gc.disable()  # all that is made here stays
tokens("ก")
gazetteer()
for institution in (False, True):
    likelihood("ก", institution)  # counts the letters of names and words, most of a second
for kind in parts.names("checks"):
    parts.load("checks", kind)
patterns.make_all()
load()
gc.freeze()  # no worker looks through it, nor copies its pages
gc.enable()
