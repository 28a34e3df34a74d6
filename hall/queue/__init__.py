"""A visit from its ticket to its end: the core of the hall."""
