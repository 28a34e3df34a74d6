"""Digits, languages, texts by id, and the telephone numbers that people type."""
