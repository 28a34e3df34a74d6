"""The centre's pages, a module for each."""
