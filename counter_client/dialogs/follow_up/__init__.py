"""Where a request stands, by its number."""
