"""The page of switches: larger text, contrast, reach, and other help."""
