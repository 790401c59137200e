"""Measures each in a card of its own: labels and what they hold, framed or not."""
