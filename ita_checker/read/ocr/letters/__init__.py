"""Ink to letters: the reader, how sure it is, and what settles the letters it is not sure of."""
