"""By what words and names a report calls its measures and the assessment's indicators."""
