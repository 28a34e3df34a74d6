"""One thermal printer, from content to paper, at most once."""
