"""Between hall and centre: outbox, inbox, upload, places."""
