"""Pure functions from inputs to screens; no Qt."""
