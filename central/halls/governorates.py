"""Oman's eleven governorates as tiles of a grid, each where it lies to its neighbours: no border is drawn."""

from __future__ import annotations

TILES = {
    "muscat": (3, 3),
    "dhofar": (6, 1),
    "musandam": (1, 2),
    "buraimi": (2, 1),
    "dakhiliyah": (4, 2),
    "north_batinah": (2, 2),
    "south_batinah": (3, 2),
    "north_sharqiyah": (4, 3),
    "south_sharqiyah": (5, 3),
    "dhahirah": (3, 1),
    "wusta": (5, 2),
}
"""Row from the north and column from the west of each governorate, both from 1."""
GOVERNORATES = tuple(TILES)
