"""Parts that several screens share; no rules."""
