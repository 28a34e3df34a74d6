"""The code scanner: what was scanned, and the answer on the screen."""
