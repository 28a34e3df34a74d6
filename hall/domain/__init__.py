"""The engine's rules: stdlib only, no clock, no I/O, no randomness."""
