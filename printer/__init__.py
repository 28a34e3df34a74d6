"""One thermal printer, from content to paper, exactly once."""
