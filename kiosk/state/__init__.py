"""What the kiosk knows of hall and printer, and its own state that it reports."""
