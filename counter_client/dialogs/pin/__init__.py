"""The agent changes the own PIN."""
