"""Pure functions from inputs to the agent's screens; no Qt."""
