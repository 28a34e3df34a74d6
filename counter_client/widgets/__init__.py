"""Parts that several views share; no rules."""
