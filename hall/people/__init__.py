"""Staff, their tokens, partners, and the record of who had access."""
