"""The hall's side of sync: live figures, a monitor's reasons, and the outbox of a hall beside its service."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from contracts.centre.outbox_entry import encode_body
from contracts.centre.people_list import HallPerson
from contracts.centre.sync_api import Heartbeat
from contracts.codec.reader import to_json
from contracts.releases import DeviceUpdate
from contracts.words.releases import ReleaseState
from hall.composition.bootstrap import open_sync_side
from hall.composition.centre_sync import CentreSync, build_centre_sync, full_beat, live_figures, open_sync_view
from hall.config import HallConfig
from hall.devices.workers.heartbeats import HEARTBEATS
from hall.people.queries import that_fit
from hall.platform.db.engine import StoreError
from hall.platform.db.tables.kept import device
from hall.requests.routes.requests import REQUESTS_ELSEWHERE
from sync.sender import SyncStatus
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread

NOW = datetime(2026, 11, 24, 5, tzinfo=UTC)


def test_the_centre_is_told_what_the_hall_head_sees(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        agent = hall.sign_in()
        for _ in range(3):
            hall.issue()
        good(hall.post("/counters/1/call-next", agent))
        hall.clock.move_on(minutes=7)
        figures = live_figures(hall.hall.store, hall.hall.estimator)
    lands, housing = figures.services
    assert (lands.service, lands.waiting, lands.names["en"]) == ("A", 2, "Lands")
    assert 420 <= lands.longest_wait_s < 440
    assert (housing.waiting, figures.counters_open) == (0, 1)
    assert figures.names["ar"] == "قاعة الاختبار"
    assert (figures.governorate, figures.site_kind, figures.state, lands.open) == ("muscat", "hall", "open", True)
    assert figures.counters == len(hall.hall.store.settings().counters)
    assert lands.target_s == hall.hall.store.settings().services[0].target_wait_s
    assert set(figures.hours) <= {"doors", "first_ticket", "counters_open", "last_ticket", "closing"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", True),
        ("on_public_page = false", False),
        ('site_kind = "premium_hall"', False),
        ('site_kind = "premium_hall"\non_public_page = true', True),
    ],
)
def test_a_premium_hall_is_told_to_the_public_only_where_its_settings_say_so(
    tmp_path: Path, said: str, told: bool
) -> None:
    setup = SETUP.replace('governorate = "muscat"', f'governorate = "muscat"\n{said}')
    with hall_in_a_thread(tmp_path, setup=setup) as hall:
        assert live_figures(hall.hall.store, hall.hall.estimator).on_public_page is told


def test_a_hall_without_a_centre_has_no_sync(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        assert hall.hall.centre is None
        assert hall.hall.parts.find(REQUESTS_ELSEWHERE) is None
        assert build_centre_sync(hall.hall.config, hall.hall.store, hall.hall.estimator) is None


class Standing:
    """A runner whose state the test sets."""

    def __init__(self, state: str, asked_at: datetime | None = None) -> None:
        self.status = SyncStatus(state, inbox_asked_at=asked_at)
        self.woken = 0

    def wake(self) -> None:
        self.woken += 1


@pytest.mark.parametrize(("asked_ago_s", "reasons"), [(59, ()), (61, ("centre_away",)), (None, ("centre_away",))])
def test_a_hall_with_nothing_to_send_notices_that_the_centre_does_not_answer(
    asked_ago_s: int | None, reasons: tuple[str, ...]
) -> None:
    asked_at = None if asked_ago_s is None else NOW - timedelta(seconds=asked_ago_s)
    centre = CentreSync(Standing("ok", asked_at), object(), now=lambda: NOW, started=NOW - timedelta(seconds=61))  # type: ignore[arg-type]  # all that is used of a runner
    assert centre.reasons == reasons


@pytest.mark.parametrize(("state", "reasons"), [("ok", ()), ("away", ("centre_away",)), ("held", ("centre_held",))])
def test_a_monitor_is_told_how_sync_stands(state: str, reasons: tuple[str, ...]) -> None:
    assert CentreSync(Standing(state)).reasons == reasons  # type: ignore[arg-type]  # all that is used of a runner


def test_each_commit_wakes_the_sender() -> None:
    runner = Standing("ok")
    CentreSync(runner).heard([])  # type: ignore[arg-type]  # all that is used of a runner
    assert runner.woken == 1


def test_the_outbox_is_looked_at_beside_a_running_service_but_not_changed(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        finish_one(hall)
        data = hall.hall.config.data
        with open_sync_view(HallConfig(data)) as view:
            assert (view.hall, view.outbox.state().unsent) == ("test-hall", 2), "a sign-in and a visit"
        with pytest.raises(StoreError, match="already runs"), open_sync_side(HallConfig(data)):
            pass
    with open_sync_side(HallConfig(data)) as side:
        assert side.outbox.state().unsent == 2


def test_a_heartbeat_tells_how_disk_database_and_devices_are(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        good(
            hall.post(
                f"/devices/{hall.devices['kiosk']}/state",
                hall.tokens["kiosk"],
                {"state": "degraded", "printer": "ok", "paper": "near_end"},
            ),
            204,
        )
        beat = full_beat(Heartbeat(3), hall.hall.config, hall.hall.store, hall.hall.parts.get(HEARTBEATS))
    kiosk = next(one for one in beat.devices if one.kind == "kiosk")
    assert (kiosk.state, kiosk.paper, len(beat.devices)) == ("degraded", "near_end", 5)
    assert {one.counter for one in beat.devices if one.kind == "counter"} >= {1}
    assert beat.unsent == 3
    assert beat.disk_free_mb is not None
    assert beat.disk_free_mb > 0
    assert beat.sqlite >= "3.51.3"
    assert beat.versions.keys() == {"python", "os", "database"}


def test_a_heartbeat_tells_the_version_of_each_device_that_said_it(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        for device, says in (("board", "dawr/0.3.0+29a99d66"), ("kiosk", "python-requests/2.32")):
            good(hall.post("/devices/self/alive", device, headers={"User-Agent": says}), 204)
        beat = full_beat(Heartbeat(3), hall.hall.config, hall.hall.store, hall.hall.parts.get(HEARTBEATS))
    versions = {one.kind: one.version for one in beat.devices}
    assert (versions["board"], versions["kiosk"], versions["counter"]) == ("0.3.0+29a99d66", None, None)


def test_accounts_with_the_longest_names_fit_in_a_heartbeat_as_many_as_there_is_room_for() -> None:
    everybody = [HallPerson(f"noor.{number:03}", "ن" * 200, "head", "ready") for number in range(200)]
    people = that_fit(everybody)
    assert list(people) == everybody[: len(people)]
    assert len(encode_body(to_json(Heartbeat(0, people=people)))) < 26 * 1024
    assert len(encode_body(to_json(Heartbeat(0, people=(*people, everybody[-1]))))) > 24 * 1024
    assert len(that_fit(everybody[:10])) == 10


def test_a_heartbeat_tells_the_beginning_of_why_an_update_failed(tmp_path: Path) -> None:
    told = DeviceUpdate("0.4.0", ReleaseState.FAILED, NOW, problem="no room " * 60)
    with hall_in_a_thread(tmp_path) as hall:
        kiosk = hall.devices["kiosk"]
        with hall.hall.store.engine.begin() as connection:
            row = {"update_state": json.dumps(to_json(told))}
            connection.execute(update(device).where(device.c.id == kiosk).values(row))
        beat = full_beat(Heartbeat(3), hall.hall.config, hall.hall.store, hall.hall.parts.get(HEARTBEATS))
    seen = next(one.update for one in beat.devices if one.kind == "kiosk")
    assert seen is not None
    assert (len(seen.problem), beat.people_cut) == (120, False)


def finish_one(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    for move, body in [("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})]:
        good(hall.post(f"/counters/1/{move}", agent, body))


def test_the_token_at_the_centre_is_given_or_stands_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("from-file\n", encoding="utf-8")
    assert HallConfig(centre_token="given").token_of_centre() == "given"
    assert HallConfig(centre_token="given", centre_token_file=file).token_of_centre() == "from-file"


def test_the_centre_is_sent_the_alerts_of_services_and_of_the_hall(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        hall.issue()
        hall.clock.move_on(minutes=16)
        figures = live_figures(hall.hall.store, hall.hall.estimator)
    assert [(alert.kind, alert.service) for alert in figures.alerts] == [("over_target", "A"), ("no_counter", "A")]
