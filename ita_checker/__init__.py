"""Checks Thai ITA reports against rule files."""
