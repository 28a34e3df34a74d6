"""What works behind a hall's service is there where it is set, and rests until it is started."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hall.composition.background import build_background_work
from hall.composition.bootstrap import build_room
from hall.composition.running import Hall
from hall.composition.store import HallStore, open_store
from hall.config import HallConfig
from hall.kernel.settings import HallSettings
from hall.platform.clock import SystemClock
from hall.platform.store_ports import Clock
from hall.settings.model.report_plan import ReportPlan
from tests.helpers.example_hall import SETTINGS
from tests.helpers.replacing import replace

OF_ROOMS, OF_CENTRE = "closing training rooms", "applying the centre's settings"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HallStore]:
    opened = open_store(f"sqlite:///{tmp_path / 'hall.sqlite'}", SystemClock().now, setup=SETTINGS)
    yield opened
    opened.close()


def room(folder: Path, settings: HallSettings, clock: Clock) -> Hall:
    return build_room("http://127.0.0.1:1", folder, settings, clock)


@pytest.mark.parametrize("rooms", [True, False])
@pytest.mark.parametrize("centre", [True, False])
def test_rooms_and_the_centre_are_there_where_they_are_set(
    store: HallStore, tmp_path: Path, rooms: bool, centre: bool
) -> None:
    config = HallConfig(data=tmp_path)
    if centre:
        config = replace(config, centre="http://127.0.0.1:1", centre_token="t" * 40)
    behind = build_background_work(config, store, SystemClock(), ReportPlan(), room if rooms else None)
    tasks = {task.name for task in behind.tasks._due}
    assert (behind.rooms is not None, OF_ROOMS in tasks) == (rooms, rooms)
    assert (behind.centre is not None, OF_CENTRE in tasks) == (centre, centre)


def test_nothing_runs_before_it_is_started(store: HallStore, tmp_path: Path) -> None:
    before = set(threading.enumerate())
    behind = build_background_work(HallConfig(data=tmp_path), store, SystemClock(), ReportPlan(), room)
    assert set(threading.enumerate()) == before
    assert behind.tasks.failing == frozenset()
