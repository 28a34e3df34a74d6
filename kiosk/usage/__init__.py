"""How the kiosk is used: counters without persons, reported to the hall."""
