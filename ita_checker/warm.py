"""Imported once by the process that workers are forked from: the dictionary is built there and shared by all."""

from ita_checker.text.words import tokens

tokens("ก")
