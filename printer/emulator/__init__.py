"""A whole printer made of memory, and ways for any program to print to it."""
