"""Document to facts: organisation, fiscal year, rounds, measures. One kind of fact a file."""
