"""Counter signs, keypads and scanners over serial lines."""
