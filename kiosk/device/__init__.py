"""What the kiosk's machine is: touch screen, loudness, brightness, power."""
