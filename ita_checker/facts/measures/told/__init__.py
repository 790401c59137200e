"""What else a report tells of its measures, wherever it stands, and what is left of it."""
