"""Voices: clips, the script that is read, recording and checking."""
