"""The page of all languages."""
