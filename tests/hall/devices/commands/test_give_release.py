"""One device of each kind gets a release first; the others when it works; none after a failure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from contracts.codec.message import replace
from contracts.queue.queues_view import DeviceNow
from contracts.releases import DeviceUpdate
from contracts.words.releases import ReleaseProblem, ReleaseState
from hall.devices.commands.give_release import FIRST_ASKS_WITHIN, why_not_given

NOW = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
OLD, NEW, NEWER = "0.2.0+29a99d66", "0.3.0", "0.4.0"
WAITING, DOWNLOADED, UPDATED, FAILED = ReleaseState


def device(
    name: str,
    version: str | None = OLD,
    state: ReleaseState | None = None,
    *,
    to: str = NEW,
    ago: timedelta = timedelta(),
) -> DeviceNow:
    update = None if state is None else DeviceUpdate(to, state, NOW - ago)
    return DeviceNow(name, name.partition("-")[0], name, "ok", None, None, None, version=version, update=update)


def why(*devices: DeviceNow) -> ReleaseProblem | None:
    """Return why the first device may not have the new version."""
    return why_not_given(devices[0], devices, NEW, NOW)


@pytest.mark.parametrize("peer", [
    device("kiosk-2"),
    device("kiosk-2", None),
    device("kiosk-2", OLD, WAITING, to="0.2.9"),
    device("kiosk-2", OLD, FAILED, to="0.2.9"),
    device("kiosk-2", NEW),
    device("kiosk-2", f"{NEW}+29a99d66", UPDATED),
    device("kiosk-2", NEWER, FAILED, to=NEWER),
    device("board-1", OLD, DOWNLOADED),
    device("kiosk-2", OLD, WAITING, ago=FIRST_ASKS_WITHIN),
])  # fmt: skip
def test_it_is_given(peer: DeviceNow) -> None:
    assert why(device("kiosk-1"), peer) is None


@pytest.mark.parametrize("state", [WAITING, DOWNLOADED])
@pytest.mark.parametrize("version", [OLD, NEW])
def test_while_the_first_one_is_at_it_the_others_wait_also_when_its_trial_is_heard(
    state: ReleaseState, version: str
) -> None:
    first = device("kiosk-2", version, state)
    assert why(device("kiosk-1"), first) is ReleaseProblem.FIRST_DEVICE
    assert why(first, device("kiosk-1")) is None


def test_a_first_one_that_says_it_is_updated_and_is_not_heard_on_the_version_has_shown_nothing() -> None:
    assert why(device("kiosk-1"), device("kiosk-2", OLD, UPDATED)) is ReleaseProblem.FIRST_DEVICE
    assert why(device("kiosk-1"), device("kiosk-2", NEW, UPDATED), device("kiosk-3", OLD, WAITING)) is None


def test_a_first_one_that_cannot_download_it_holds_nobody_up() -> None:
    stuck = replace(device("kiosk-2"), update=DeviceUpdate(NEW, WAITING, NOW, ReleaseProblem.NO_KEY))
    assert why(device("kiosk-1"), stuck) is None


@pytest.mark.parametrize("failed", ["kiosk-2", "board-1"])
def test_a_failure_on_any_device_keeps_it_from_all(failed: str) -> None:
    devices = device("kiosk-1"), device(failed, OLD, FAILED), device("kiosk-3", NEW, UPDATED)
    assert why(*devices) is ReleaseProblem.FAILED_ELSEWHERE
    assert why_not_given(devices[0], devices, NEWER, NOW) is None
