"""Tools for developers: tests, checks, pictures, a simulated day, the study of wait estimates.

No program imports them.
"""
