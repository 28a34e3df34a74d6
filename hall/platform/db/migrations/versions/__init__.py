"""One module for each change, never edited once released."""
