"""The HTTP face of the centre."""
