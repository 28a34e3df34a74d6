"""Tables of the queue, and of capabilities that have no table file of their own."""
