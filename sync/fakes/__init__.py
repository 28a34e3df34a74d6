"""A centre and a hall made of memory, for tests and measurements."""
