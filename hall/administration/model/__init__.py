"""Administration: rules and refusals."""
