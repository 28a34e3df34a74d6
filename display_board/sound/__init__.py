"""WAV data and the system's player."""
