"""Devices of a hall: paper, and how kiosks are used."""
