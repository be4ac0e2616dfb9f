"""The review desk: one article's text with its facts on the left, the fields of one on the right."""
