from __future__ import annotations

from datetime import datetime

import pytest

from contracts.live import FactMessage
from hall.devices.workers.device_watch import DeviceWatch
from hall.devices.workers.heartbeats import HEARTBEATS, SILENT_S
from tests.helpers.hall_in_a_thread import RunningHall, good


class Watched:
    """A hall whose looks at its devices are taken by hand; `facts` are those about silence since it began."""

    def __init__(self, hall: RunningHall) -> None:
        self.hall = hall
        store = hall.hall.store
        self.watch = DeviceWatch(hall.hall.parts.get(HEARTBEATS), store.reads, store.commands.run)
        self.facts: list[FactMessage] = []
        store.announcer.listen(self.facts.extend)

    def beat(self, name: str = "board") -> None:
        assert self.hall.post("/devices/self/alive", name).status_code == 204

    def pass_s(self, seconds: float) -> None:
        self.hall.clock.move_on(seconds=seconds)
        self.watch.look()

    def told(self) -> list[tuple[str, str]]:
        """Return (kind, device's name) of the facts about silence."""
        names = {device: name for name, device in self.hall.devices.items()}
        return [
            (fact.kind, names[str(fact.detail["device"])])
            for fact in self.facts
            if fact.kind in {"device_fell_silent", "device_heard_again"}
        ]

    def device(self, name: str = "board") -> dict[str, object]:
        found: dict[str, object] = next(
            one for one in good(self.hall.get("/queues", "head"))["devices"] if one["device"] == self.hall.devices[name]
        )
        return found


@pytest.fixture
def watched(hall: RunningHall) -> Watched:
    return Watched(hall)


def test_a_board_that_falls_silent_is_told_once_and_again_when_it_is_back(watched: Watched) -> None:
    watched.beat()
    watched.pass_s(1)
    assert watched.told() == []
    assert (watched.device()["silent"], watched.device()["state"]) == (False, "ok")
    for _ in range(3):
        watched.pass_s(SILENT_S)
    assert watched.told() == [("device_fell_silent", "board")]
    assert watched.device()["silent"] is True
    watched.beat()
    watched.pass_s(0)
    assert watched.told() == [("device_fell_silent", "board"), ("device_heard_again", "board")]
    assert watched.device()["silent"] is False


def test_the_version_of_a_device_is_known_after_a_start_of_the_hall(watched: Watched) -> None:
    agent = {"User-Agent": "dawr/0.2.0+29a99d66"}
    assert watched.hall.post("/devices/self/alive", "counter1", headers=agent).status_code == 204
    watched.pass_s(1)
    found = watched.hall.hall.store.reads.read(lambda work, _now: work.identities.devices()).result()
    versions = {one.device: one.version for one in found}
    assert versions[watched.hall.devices["counter1"]] == "0.2.0+29a99d66"
    assert versions[watched.hall.devices["board"]] is None


def test_each_device_is_watched_for_itself(watched: Watched) -> None:
    watched.beat("board")
    watched.beat("kiosk")
    watched.pass_s(5)
    watched.beat("kiosk")
    watched.pass_s(5)
    assert watched.told() == [("device_fell_silent", "board")]


def test_a_counter_pc_switched_off_at_night_alarms_nobody(watched: Watched) -> None:
    good(watched.hall.post("/devices/self/state", "counter1", {"state": "ok"}), 204)
    watched.pass_s(3600)
    assert watched.told() == []


def test_a_board_that_was_off_while_the_hall_service_started_anew_is_still_missed(watched: Watched) -> None:
    watched.beat()
    watched.pass_s(1)
    seen = datetime.fromisoformat(str(watched.device()["last_seen"]))
    watched.hall.hall.parts.get(HEARTBEATS).forget(watched.hall.devices["board"])  # what a new process knows
    watched.watch = DeviceWatch(
        watched.hall.hall.parts.get(HEARTBEATS), watched.hall.hall.store.reads, watched.hall.hall.store.commands.run
    )
    watched.pass_s(SILENT_S + 1)
    assert watched.told() == [("device_fell_silent", "board")]
    assert datetime.fromisoformat(str(watched.device()["last_seen"])) == seen


def test_nothing_is_written_while_nothing_changes(watched: Watched) -> None:
    watched.beat()
    watched.pass_s(1)
    before = watched.hall.hall.store.reads.read(lambda work, _now: work.seq).result()
    for _ in range(5):
        watched.beat()
        watched.pass_s(1)
    assert watched.hall.hall.store.reads.read(lambda work, _now: work.seq).result() == before
    assert watched.facts == []
