"""The queue engine and the hall service: the one process that owns a hall's queue."""
