"""Drive a Qt program by its real controls, in a process of its own."""
