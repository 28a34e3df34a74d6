"""A whole printer made of memory: paper, sensors, buffer, mechanism and links."""
