"""Measures told in running text: a heading that names one, labelled lines, lists."""
