"""The widgets of the workplace; no rules."""
