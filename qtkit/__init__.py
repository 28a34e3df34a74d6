"""What the three Qt programs share."""
