"""Commands that run a program: hall, kiosk, counter, board."""
