"""From letters to lines, columns and tables of one page."""
