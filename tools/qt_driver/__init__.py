"""Drive a Qt program by its real controls, in a separate process."""
