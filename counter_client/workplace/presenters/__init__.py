"""Pure functions from the state to the workplace; no Qt."""
