"""The language of a program and its catalogues."""
