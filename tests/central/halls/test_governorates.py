"""The tiles: each governorate has a separate place, north above south and west before east."""

from __future__ import annotations

from central.halls.governorates import GOVERNORATES, TILES


def test_each_governorate_has_a_tile_of_its_own() -> None:
    assert len(GOVERNORATES) == len(set(TILES.values())) == 11


def test_tiles_lie_to_each_other_as_governorates_do() -> None:
    north_to_south = [
        TILES[name][0] for name in ("musandam", "north_batinah", "muscat", "dakhiliyah", "wusta", "dhofar")
    ]
    assert north_to_south == sorted(set(north_to_south))
    west_to_east = [TILES[name][1] for name in ("dhahirah", "south_batinah", "muscat")]
    assert west_to_east == sorted(set(west_to_east))
