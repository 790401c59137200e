"""Reports to one output format a file."""
