"""Releases of the programs: their files at the centre, and which hall gets which one when."""
