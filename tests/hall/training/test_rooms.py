from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import requests

from hall.composition.bootstrap import build_room
from hall.kernel.ids import CounterId
from hall.kernel.refusals import CounterUnknownError
from hall.kernel.settings import HallSettings, Prayer
from hall.platform.clock import SystemClock
from hall.platform.live.hub import LiveHub
from hall.settings.setup.file import read_setup
from hall.training.rooms import FOLDER, UNUSED_S, Rooms, room_settings
from tests.helpers.hall_in_a_thread import SETUP
from tests.helpers.replacing import replace
from tests.helpers.served import served

ONE, TWO = CounterId(1), CounterId(2)


@pytest.fixture
def settings(tmp_path: Path) -> HallSettings:
    file = tmp_path / "hall.toml"
    file.write_text(SETUP, encoding="utf-8")
    return read_setup(file).settings


@dataclass
class Made:
    """Rooms with seconds that pass by hand."""

    rooms: Rooms
    folder: Path
    settings: HallSettings
    now_s: float = 0.0
    withdrawn: str = ""
    """The token's hash that the hall no longer knows."""


@pytest.fixture
def made(tmp_path: Path, settings: HallSettings) -> Iterator[Made]:
    folder = tmp_path / "data" / FOLDER
    (folder / "left-by-a-kill").mkdir(parents=True)
    build = partial(build_room, "http://127.0.0.1:1")
    kept: list[Made] = []
    rooms = Rooms(
        tmp_path / "data", build, lambda: kept[0].settings, SystemClock(), LiveHub("s"),
        lambda token: token != kept[0].withdrawn, monotonic=lambda: kept[0].now_s,
    )  # fmt: skip
    kept.append(Made(rooms, folder, settings))
    yield kept[0]
    rooms.stop()


def test_what_a_killed_hall_left_of_its_rooms_is_cleared_away(made: Made) -> None:
    assert not made.folder.exists()


def test_a_room_that_nobody_uses_is_thrown_away_after_an_hour(made: Made) -> None:
    first, second = made.rooms.open(ONE, "pc 1"), made.rooms.open(TWO, "pc 2")
    made.now_s = UNUSED_S
    assert made.rooms.app_of(second.path.rpartition("/")[2]) is not None
    made.now_s += 1
    made.rooms.close_over()
    assert made.rooms.app_of(first.path.rpartition("/")[2]) is None
    assert made.rooms.app_of(second.path.rpartition("/")[2]) is not None
    assert len(list(made.folder.iterdir())) == 1


def test_the_room_of_a_withdrawn_counter_pc_is_thrown_away(made: Made) -> None:
    first, second = made.rooms.open(ONE, "pc 1"), made.rooms.open(TWO, "pc 2")
    made.withdrawn = "pc 1"
    made.rooms.close_over()
    assert made.rooms.app_of(first.path.rpartition("/")[2]) is None
    assert made.rooms.app_of(second.path.rpartition("/")[2]) is not None


def test_a_counter_has_one_room_and_a_new_one_begins_anew(made: Made) -> None:
    first = made.rooms.open(ONE, "pc 1")
    assert made.rooms.open(ONE, "pc 1") == first, "a client without an answer asks once more"
    assert made.rooms.app_of(first.path.rpartition("/")[2]) is not None
    second = made.rooms.open(ONE, "pc 1")
    assert first.path != second.path
    assert made.rooms.app_of(first.path.rpartition("/")[2]) is None
    assert len(list(made.folder.iterdir())) == 1
    assert made.rooms.app_of("") is None


def test_an_end_that_is_taken_after_the_next_start_leaves_the_new_room(made: Made) -> None:
    def is_there(room: str) -> bool:
        return made.rooms.app_of(room) is not None

    first = made.rooms.open(ONE, "pc 1").path.rpartition("/")[2]
    assert is_there(first)
    second = made.rooms.open(ONE, "pc 1").path.rpartition("/")[2]
    made.rooms.close(ONE)
    assert (is_there(first), is_there(second)) == (False, True)
    made.rooms.close(ONE)
    assert not is_there(second)


def test_a_rooms_links_end_with_the_service(made: Made) -> None:
    async def ended() -> bool:
        led, leader = LiveHub("room"), LiveHub("hall")
        leader.start(asyncio.get_running_loop())
        leader.lead(led)
        link = led.open("everything")  # type: ignore[arg-type]  # any audience
        leader.close()
        return link.closed

    assert asyncio.run(ended())


def test_a_room_is_open_at_any_hour_and_leaves_prayer_out(settings: HallSettings) -> None:
    room = room_settings(settings)
    assert room.hours.always_open
    assert room.prayer == Prayer()
    assert (room.services, room.counters, room.agents) == (settings.services, settings.counters, settings.agents)


@pytest.mark.parametrize("odd", [{"open": False}, {"quota": 1}])
def test_who_serves_what_is_closed_or_given_out_practises_with_it_too(
    made: Made, settings: HallSettings, odd: dict[str, Any]
) -> None:
    made.settings = replace(settings, services=tuple(replace(one, **odd) for one in settings.services))
    place = made.rooms.open(ONE, "pc 1")
    app = made.rooms.app_of(place.path.rpartition("/")[2])
    assert app is not None
    with served(app) as url:
        headers = {"Authorization": f"Bearer {place.token}"}
        workplace = requests.get(f"{url}/api/v1/counters/1", headers=headers, timeout=60).json()
    assert len(workplace["waiting"]) == 6, "as in a hall where all is open"


def test_a_room_that_cannot_be_opened_leaves_nothing_behind(made: Made) -> None:
    made.rooms.open(ONE, "pc 1")
    with pytest.raises(CounterUnknownError):
        made.rooms.open(CounterId(99), "pc 9")
    assert len(list(made.folder.iterdir())) == 1
