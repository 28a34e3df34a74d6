"""The sizes, digits and texts that all parts of the board use."""
