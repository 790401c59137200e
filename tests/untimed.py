"""Hypothesis without deadlines: a loaded machine is slow, and no test is timed."""

from hypothesis import given, settings

__all__ = ["given"]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
