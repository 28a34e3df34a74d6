"""Pure functions from inputs to the board's screen; no Qt."""
