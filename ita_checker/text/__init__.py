"""Thai strings: one form, tokens, near match, numbers, dates. Knows no PDF and no rule."""
