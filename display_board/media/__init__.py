"""Pictures and videos beside the calls."""
