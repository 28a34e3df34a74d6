"""Tables of the queue, and of capabilities without a separate file of tables."""
