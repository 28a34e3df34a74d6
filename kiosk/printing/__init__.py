"""The printer behind the kiosk: its thread, each attempt, the newest tickets and the slot."""
