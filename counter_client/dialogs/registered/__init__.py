"""The numbers of what a finish has registered."""
