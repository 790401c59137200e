"""Boxes to tick and to choose one by, ticked or not."""
