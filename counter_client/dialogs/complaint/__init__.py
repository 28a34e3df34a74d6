"""A complaint or suggestion taken at the counter."""
