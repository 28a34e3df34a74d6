"""Administration: what changes something, one use case a file."""
