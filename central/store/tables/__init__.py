"""The centre's tables, by subject."""
