"""A serial line: its address, its port, its one owner, and the lines of text that come in."""
