"""A hall's set-up in a replay: its counters with what they serve and when, and the head starts of its lanes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path

from tools.waits.files import WaitsFileError


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """One counter as set up, in seconds after midnight; `lunch_s` is when it is planned, if it is."""

    number: int
    services: tuple[str, ...]
    opens_s: float
    closes_s: float
    lunch_s: float | None
    lunch_length_s: float


@dataclass(frozen=True)
class HallPlan:
    """A hall's set-up file."""

    counters: tuple[CounterPlan, ...]
    head_start_s: Mapping[str, float]
    services: tuple[str, ...]

    def with_services(self, more: Iterable[str]) -> HallPlan:
        """Return the plan with services that no counter of the file is said to serve."""
        return replace(self, services=tuple(sorted({*self.services, *more})))


def read_plan(path: Path) -> HallPlan:
    """Read `hall_setup.json`; raise WaitsFileError where it is not what it should be."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        counters = tuple(_counter(entry) for entry in found["counters"])
        head_starts = {lane: 60 * float(minutes) for lane, minutes in found["head_start_min"].items()}
        served = {code for counter in counters for code in counter.services}
        return HallPlan(counters, head_starts, tuple(sorted(served | set(found["services"]))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WaitsFileError(f"{path} is no set-up of a hall: {type(error).__name__}: {error}") from error


def _counter(entry: dict[str, object]) -> CounterPlan:
    def seconds(name: str) -> float | None:
        value = entry.get(name)
        return None if value is None else 60 * float(str(value))

    services = entry["services"]
    if not isinstance(services, list):
        raise TypeError(f"services of counter {entry.get('counter')} should be a list")
    return CounterPlan(
        int(str(entry["counter"])), tuple(map(str, services)), seconds("opens_min") or 0.0,
        seconds("closes_min") or inf,
        seconds("lunch_planned_min"), seconds("lunch_length_min") or 1800.0,
    )  # fmt: skip
