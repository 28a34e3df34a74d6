"""The small bar above all other windows."""
