"""Which documents are missing."""
