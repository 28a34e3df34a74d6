"""Draw a laid-out document into black and white dots."""
