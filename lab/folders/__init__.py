"""Folders of many offices' reports with known truth: what only shows side by side."""
