"""The head of the board: hall, date and time."""
