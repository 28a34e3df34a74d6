"""The kiosk's machine: touch screen, volume, brightness, power."""
