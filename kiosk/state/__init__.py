"""What the kiosk knows of hall and printer, and what it reports of itself."""
