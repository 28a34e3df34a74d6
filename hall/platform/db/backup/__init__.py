"""Back up, and go on from a copy without giving numbers twice."""
