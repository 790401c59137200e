"""How good is ita_checker: reports with known truth, rendered, damaged, scanned, scored."""
