"""Windows of the counter client; no rules."""
