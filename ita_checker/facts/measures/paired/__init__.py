"""The plan's measures and the results, from every layout, and which belong together."""
