"""Processes that a measurement starts, and what starts them and reads their answers."""
