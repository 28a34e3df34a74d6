"""The screen on which a visitor types a number."""
