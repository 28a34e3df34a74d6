"""The state that all screens are derived from, and what an agent can want; no Qt."""
