"""Texts that do not run level, or whose letters do not stand where their rooms say."""
