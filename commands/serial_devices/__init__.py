"""`main.py keypad` and `main.py signs`: a counter without a PC, and LED counter signs."""
