"""Where the ink stands: strips of writing, drawn rules, dots, boxes, tables."""
