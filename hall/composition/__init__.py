"""The one place that knows everything: it builds the hall from its capabilities."""
