"""Digits, languages, texts by id, and telephone numbers as people type them."""
