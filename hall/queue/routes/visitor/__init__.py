"""Queue: what a visitor asks and does on the phone page."""
