"""The emulated machine: paper, sensors, cutter, presenter and mechanism."""
