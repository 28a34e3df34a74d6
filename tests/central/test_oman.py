"""The drawing: every governorate closed, within its frame, and halls beside each other inside it."""

from __future__ import annotations

import re

import pytest

from central.oman import GOVERNORATES, HEIGHT, WIDTH, outline, places


def points(name: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", outline(name).split("Z")[0])]


@pytest.mark.parametrize("name", GOVERNORATES)
def test_each_governorate_is_one_closed_line_within_the_frame(name: str) -> None:
    found = points(name)
    assert len(found) > 12
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found)
    longest = max(abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in zip(found, found[1:] + found[:1], strict=True))
    assert longest < 420, "two arcs of the ring do not meet"


def test_neighbours_share_the_points_of_their_border() -> None:
    for one, other in (("dhofar", "wusta"), ("muscat", "south_batinah"), ("dhahirah", "dakhiliyah")):
        assert len(set(points(one)) & set(points(other))) >= 6, (one, other)


@pytest.mark.parametrize("name", GOVERNORATES)
def test_a_hall_is_drawn_inside_its_governorate(name: str) -> None:
    ((x, y),) = places(name, 1)
    ring = points(name)
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    assert inside


def test_several_halls_do_not_cover_each_other() -> None:
    for many in (2, 3, 4, 8):
        found = places("muscat", many)
        apart = [abs(a - c) + abs(b - d) for i, (a, b) in enumerate(found) for c, d in found[:i]]
        assert min(apart) > 15
