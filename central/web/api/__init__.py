"""Routes that halls call."""
