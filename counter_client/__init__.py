"""The agent's program at a counter."""
