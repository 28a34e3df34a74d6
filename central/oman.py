"""The outline of Oman and its eleven governorates, drawn roughly by hand, as paths of a drawing in its own units.

Borders are arcs between the points where governorates meet, each drawn once and used from both sides, so that
neighbours touch. It shows where a hall lies; it is no survey and settles no border.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import cos, pi, radians, sin
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

WIDTH, HEIGHT = 790, 1020
_WEST, _NORTH, _UNITS, _NARROW = 51.75, 26.55, 100.0, cos(radians(21.5))

# Longitude and latitude in degrees, from end to end.
_ARCS: dict[str, tuple[Point, ...]] = {
    "coast north batinah": (
        (56.38, 24.98), (56.45, 24.75), (56.55, 24.58), (56.75, 24.36), (56.88, 24.18), (57.1, 24.0), (57.43, 23.88),
        (57.57, 23.83),
    ),
    "coast south batinah": ((57.57, 23.83), (57.9, 23.72), (58.03, 23.7)),
    "coast muscat": (
        (58.03, 23.7), (58.2, 23.69), (58.42, 23.62), (58.61, 23.63), (58.75, 23.5), (58.93, 23.26), (59.08, 23.02),
    ),
    "coast south sharqiyah": (
        (59.08, 23.02), (59.26, 22.82), (59.4, 22.66), (59.55, 22.58), (59.83, 22.53), (59.8, 22.22), (59.62, 21.95),
        (59.38, 21.45), (59.0, 21.25), (58.82, 20.98), (58.45, 20.8),
    ),
    "coast wusta": (
        (58.45, 20.8), (58.22, 20.45), (57.98, 20.48), (57.8, 20.2), (57.7, 19.8), (57.72, 19.5), (57.83, 19.02),
        (57.6, 18.93), (57.1, 18.92), (56.82, 18.75), (56.65, 18.52),
    ),
    "coast dhofar": (
        (56.65, 18.52), (56.45, 18.1), (56.3, 17.95), (55.9, 17.92), (55.45, 17.83), (55.28, 17.55), (55.24, 17.25),
        (54.95, 16.98), (54.68, 17.0), (54.4, 17.03), (54.09, 17.0), (53.75, 16.85), (53.5, 16.75), (53.1, 16.65),
    ),
    "yemen": ((53.1, 16.65), (52.78, 17.35), (52.0, 19.0)),
    "saudi dhofar": ((52.0, 19.0), (55.0, 20.0)),
    "saudi wusta": ((55.0, 20.0), (55.335, 21.0)),
    "saudi dhahirah": ((55.335, 21.0), (55.67, 22.0)),
    "emirates dhahirah": ((55.67, 22.0), (55.21, 22.71), (55.22, 23.11), (55.4, 23.38), (55.53, 23.72)),
    "emirates buraimi": (
        (55.53, 23.72), (55.6, 24.02), (55.97, 24.0), (55.99, 24.14), (55.79, 24.24), (55.83, 24.42), (55.98, 24.6),
        (56.05, 24.8),
    ),
    "emirates north batinah": ((56.05, 24.8), (56.22, 24.95), (56.38, 24.98)),
    "dhofar wusta": ((55.0, 20.0), (55.3, 19.5), (55.85, 18.95), (56.65, 18.52)),
    "wusta dhahirah": ((55.335, 21.0), (56.4, 21.35)),
    "wusta dakhiliyah": ((56.4, 21.35), (57.2, 21.3), (57.95, 21.5)),
    "wusta north sharqiyah": ((57.95, 21.5), (58.3, 21.15)),
    "wusta south sharqiyah": ((58.3, 21.15), (58.45, 20.8)),
    "dhahirah dakhiliyah": ((56.4, 21.35), (56.55, 22.2), (56.8, 22.85), (56.95, 23.15)),
    "dhahirah south batinah": ((56.95, 23.15), (56.6, 23.45)),
    "dhahirah north batinah": ((56.6, 23.45), (56.35, 23.75)),
    "dhahirah buraimi": ((55.53, 23.72), (56.0, 23.65), (56.35, 23.75)),
    "buraimi north batinah": ((56.35, 23.75), (56.28, 24.2), (56.12, 24.55), (56.05, 24.8)),
    "north batinah south batinah": ((56.6, 23.45), (57.05, 23.58), (57.57, 23.83)),
    "south batinah dakhiliyah": ((56.95, 23.15), (57.4, 23.17), (57.85, 23.2), (58.15, 23.25)),
    "south batinah muscat": ((58.15, 23.25), (58.02, 23.45), (58.03, 23.7)),
    "muscat dakhiliyah": ((58.15, 23.25), (58.5, 23.13)),
    "muscat north sharqiyah": ((58.5, 23.13), (58.75, 22.97)),
    "muscat south sharqiyah": ((58.75, 22.97), (59.08, 23.02)),
    "dakhiliyah north sharqiyah": ((58.5, 23.13), (58.1, 22.85), (57.88, 22.3), (57.95, 21.5)),
    "north sharqiyah south sharqiyah": ((58.75, 22.97), (59.0, 22.65), (59.02, 22.2), (58.72, 21.6), (58.3, 21.15)),
    "musandam": (
        (56.08, 26.06), (56.15, 26.2), (56.26, 26.25), (56.3, 26.38), (56.45, 26.39), (56.5, 26.3), (56.42, 26.2),
        (56.46, 26.08), (56.42, 25.95), (56.38, 25.8), (56.28, 25.62), (56.18, 25.68), (56.18, 25.85), (56.08, 26.06),
    ),
    "masirah": (
        (58.64, 20.17), (58.72, 20.24), (58.9, 20.5), (58.95, 20.68), (58.84, 20.64), (58.7, 20.4), (58.64, 20.17),
    ),
}  # fmt: skip
# A minus: from its end to its beginning.
_RINGS: dict[str, tuple[tuple[str, ...], ...]] = {
    "musandam": (("musandam",),),
    "buraimi": (("emirates buraimi", "-buraimi north batinah", "-dhahirah buraimi"),),
    "north_batinah": (
        ("coast north batinah", "-north batinah south batinah", "dhahirah north batinah", "buraimi north batinah",
         "emirates north batinah"),
    ),
    "south_batinah": (
        ("coast south batinah", "-south batinah muscat", "-south batinah dakhiliyah", "dhahirah south batinah",
         "north batinah south batinah"),
    ),
    "muscat": (
        ("coast muscat", "-muscat south sharqiyah", "-muscat north sharqiyah", "-muscat dakhiliyah",
         "south batinah muscat"),
    ),
    "dhahirah": (
        ("emirates dhahirah", "dhahirah buraimi", "-dhahirah north batinah", "-dhahirah south batinah",
         "-dhahirah dakhiliyah", "-wusta dhahirah", "saudi dhahirah"),
    ),
    "dakhiliyah": (
        ("south batinah dakhiliyah", "muscat dakhiliyah", "dakhiliyah north sharqiyah", "-wusta dakhiliyah",
         "dhahirah dakhiliyah"),
    ),
    "north_sharqiyah": (
        ("muscat north sharqiyah", "north sharqiyah south sharqiyah", "-wusta north sharqiyah",
         "-dakhiliyah north sharqiyah"),
    ),
    "south_sharqiyah": (
        ("muscat south sharqiyah", "coast south sharqiyah", "-wusta south sharqiyah",
         "-north sharqiyah south sharqiyah"),
        ("masirah",),
    ),
    "wusta": (
        ("saudi wusta", "wusta dhahirah", "wusta dakhiliyah", "wusta north sharqiyah", "wusta south sharqiyah",
         "coast wusta", "-dhofar wusta"),
    ),
    "dhofar": (("coast dhofar", "yemen", "saudi dhofar", "dhofar wusta"),),
}  # fmt: skip

GOVERNORATES = (
    "muscat", "dhofar", "musandam", "buraimi", "dakhiliyah", "north_batinah", "south_batinah", "north_sharqiyah",
    "south_sharqiyah", "dhahirah", "wusta",
)  # fmt: skip
_TOWNS: dict[str, Point] = {
    "muscat": (58.42, 23.52), "dhofar": (54.09, 17.25), "musandam": (56.27, 26.05), "buraimi": (56.06, 24.25),
    "dakhiliyah": (57.4, 22.75), "north_batinah": (56.62, 24.1), "south_batinah": (57.42, 23.5),
    "north_sharqiyah": (58.5, 22.4), "south_sharqiyah": (59.35, 22.35), "dhahirah": (56.2, 23.05),
    "wusta": (56.7, 20.1),
}  # fmt: skip
_RING_UNITS = 21.0


@cache
def outline(governorate: str) -> str:
    """Return a governorate as the `d` of an SVG path."""
    return " ".join(_path([point for name in ring for point in _arc(name)]) for ring in _RINGS[governorate])


def places(governorate: str, halls: int) -> list[Point]:
    """Return where so many halls of a governorate are drawn: at its chief town, around it where there are several.

    >>> [len(places("muscat", halls)) for halls in (0, 1, 5)]
    [0, 1, 5]
    """
    x, y = _drawn(_TOWNS[governorate])
    if halls == 1:
        return [(x, y)]
    ring_units = _RING_UNITS * max(1.0, halls / 5)
    turns = [2 * pi * nth / halls for nth in range(halls)]
    return [(round(x + ring_units * sin(turn), 1), round(y - ring_units * cos(turn), 1)) for turn in turns]


def _arc(name: str) -> Sequence[Point]:
    forward = _smooth(_ARCS[name.removeprefix("-")])
    return forward[::-1] if name.startswith("-") else forward


def _smooth(points: Sequence[Point]) -> Sequence[Point]:
    """Return the arc with its corners cut twice; its ends stay, so that neighbours still meet."""
    for _ in range(2):
        cut = [points[0]]
        for (x1, y1), (x2, y2) in pairwise(points):
            cut += [(0.75 * x1 + 0.25 * x2, 0.75 * y1 + 0.25 * y2), (0.25 * x1 + 0.75 * x2, 0.25 * y1 + 0.75 * y2)]
        points = [*cut, points[-1]]
    return points


def _drawn(point: Point) -> Point:
    return round((point[0] - _WEST) * _UNITS * _NARROW, 1), round((_NORTH - point[1]) * _UNITS, 1)


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in map(_drawn, points)) + "Z"
