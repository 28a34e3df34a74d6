"""Live events to screens (server-sent events)."""
