"""Gap lists of several scans beside each other: what is new, what is gone and why, the trend."""
