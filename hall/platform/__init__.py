"""What the hall stands on: database, web, live events, secrets."""
