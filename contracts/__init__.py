"""What crosses a process border: stdlib only, versioned, additive."""
