"""Kinds of question that rule files ask, one a file: Params and check()."""
