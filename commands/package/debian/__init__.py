"""Debian packages of all programs, and the stick that installs them without a network."""
