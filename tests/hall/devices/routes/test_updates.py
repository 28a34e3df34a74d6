"""Releases over HTTP: which device may have one, its file in parts, its result, and what other halls' devices get."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from common.files.durable import write_whole
from common.version import VERSION
from contracts.releases import PART_BYTES, OfferedRelease
from hall.devices.store.release_files import RELEASE_FILES, TECHNICIAN
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

SYSTEM = "debian13"
AT = datetime(2026, 11, 30, 16, 0, tzinfo=UTC).isoformat()
CONTENT = b"release" + bytes(PART_BYTES)


@pytest.fixture
def offer(hall: RunningHall, tmp_path: Path) -> OfferedRelease:
    """Put a release there that the kiosks of this hall, on an older version, should have."""
    name = f"dawr-{VERSION}-{SYSTEM}.tar"
    (tmp_path / name).write_bytes(CONTENT)
    write_whole(tmp_path / f"{name}.sig", "signature\n")
    made = OfferedRelease(VERSION, name, len(CONTENT), 2, "0" * 64, "signature")
    hall.hall.parts.get(RELEASE_FILES).keep(tmp_path / name, made, TECHNICIAN)
    return made


def beat(hall: RunningHall, name: str, version: str = "0.1.0") -> None:
    assert hall.post("/devices/self/alive", name, headers={"User-Agent": f"dawr/{version}"}).status_code == 204


def asked(hall: RunningHall, name: str, system: str = SYSTEM) -> dict[str, Any]:
    answer: dict[str, Any] = good(hall.post("/devices/self/release", name, {"system": system}))
    return answer


def tell(hall: RunningHall, name: str, state: str, version: str = VERSION, **more: str) -> int:
    body = {"state": state, "at": AT, **more}
    return hall.post(f"/devices/self/release/{version}/result", name, body).status_code


def device(hall: RunningHall, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in good(hall.get("/devices", "head")) if one["device"] == hall.devices[name]
    )
    return found


def pair_kiosk(hall: RunningHall) -> str:
    code = good(hall.post("/devices/codes", "admin", {"kind": "kiosk", "name": "kiosk 2"}), 201)["code"]
    paired = good(hall.post("/devices/pair", None, {"kind": "kiosk", "code": code}), 201)
    hall.tokens["kiosk2"], hall.devices["kiosk2"] = paired["token"], paired["device"]
    return "kiosk2"


def part(hall: RunningHall, name: str, number: int, version: str = VERSION) -> Any:
    return hall.get(f"/devices/self/release/{version}/{SYSTEM}/parts/{number}", name)


def test_a_device_gets_the_file_in_parts_and_is_told_to_wait_while_visitors_are_served(
    hall: RunningHall, offer: OfferedRelease
) -> None:
    beat(hall, "kiosk")
    hall.issue()
    found = asked(hall, "kiosk")
    assert (found["release"]["name"], found["wait"]) == (offer.name, "day_open")
    parts = [part(hall, "kiosk", number) for number in (0, 1)]
    assert b"".join(one.content for one in parts) == CONTENT
    refused(part(hall, "kiosk", 2), "release_not_offered", 404)
    refused(part(hall, "kiosk", 0, "0.0.9"), "release_not_offered", 404)
    assert device(hall, "kiosk")["update"]["state"] == "waiting"


def test_one_kiosk_first_then_the_second_and_a_board_does_not_wait_for_them(
    hall: RunningHall, offer: OfferedRelease
) -> None:
    second = pair_kiosk(hall)
    for name in ("kiosk", second, "board"):
        beat(hall, name)
    assert asked(hall, "kiosk")["release"]["version"] == offer.version
    assert asked(hall, second) == {"release": None, "wait": "first_device", "wait_text": ""}
    refused(part(hall, second, 0), "release_not_offered", 404)
    assert asked(hall, "board")["release"] is not None
    assert tell(hall, "kiosk", "updated") == 204
    assert asked(hall, second)["wait"] == "first_device", "it is not heard on the new version yet"
    beat(hall, "kiosk", f"{VERSION}+29a99d66")
    assert asked(hall, second)["release"] is not None
    assert asked(hall, "kiosk") == {"release": None, "wait": "", "wait_text": ""}


@pytest.mark.parametrize("off", [timedelta(days=-40), timedelta(days=400)])
def test_a_first_device_keeps_its_turn_by_the_clock_of_the_hall(
    hall: RunningHall, offer: OfferedRelease, off: timedelta
) -> None:
    second, now = pair_kiosk(hall), datetime.now(UTC)
    assert asked(hall, "kiosk")["release"]["version"] == offer.version
    body = {"state": "downloaded", "at": (now + off).isoformat()}
    assert hall.post(f"/devices/self/release/{VERSION}/result", "kiosk", body).status_code == 204
    assert asked(hall, second)["wait"] == "first_device"
    told = datetime.fromisoformat(device(hall, "kiosk")["update"]["at"])
    assert abs(told - now) < timedelta(hours=1)


def test_a_failure_keeps_it_from_all_until_that_device_has_the_version(
    hall: RunningHall, offer: OfferedRelease
) -> None:
    for name in ("kiosk", "board"):
        beat(hall, name)
        assert asked(hall, name)["release"] is not None
    assert tell(hall, "kiosk", "failed", code="not_started", problem="it did not come up") == 204
    assert asked(hall, "board")["wait"] == "failed_elsewhere"
    shown = device(hall, "kiosk")["update"]
    assert (shown["state"], shown["code"], shown["problem"]) == ("failed", "not_started", "it did not come up")
    assert tell(hall, "kiosk", "updated", "0.1.0") == 204, "the version that it runs"
    assert device(hall, "kiosk")["update"] == shown, "a word on an older version is no news"
    assert tell(hall, "kiosk", "updated") == 204
    assert asked(hall, "board")["release"]["version"] == offer.version


def test_no_device_stops_a_version_that_the_hall_does_not_give(hall: RunningHall, offer: OfferedRelease) -> None:
    later = "999.0.0"
    beat(hall, "counter1", later)
    body = {"state": "failed", "at": AT}
    for version in (later, "0.0.9"):
        path = f"/devices/self/release/{version}/result"
        refused(hall.post(path, "counter1", body), "release_not_offered", 404)
    assert device(hall, "counter1")["update"] is None
    assert tell(hall, "counter1", "waiting", offer.version) == 204
    hall.hall.parts.get(RELEASE_FILES).drop(TECHNICIAN)
    assert tell(hall, "counter1", "failed", offer.version) == 204, "the end of an update whose release was stopped"


def test_a_result_is_a_fact_once(hall: RunningHall, offer: OfferedRelease) -> None:
    facts: list[Any] = []
    hall.hall.store.announcer.listen(facts.extend)
    for _ in range(2):
        assert tell(hall, "kiosk", "failed", code="unsigned") == 204
    told = [fact.detail for fact in facts if fact.kind == "device_updated"]
    assert [(one["version"], one["state"], one["code"]) for one in told] == [(offer.version, "failed", "unsigned")]
    assert hall.post("/devices/self/release/x/result", "kiosk", {"state": "failed", "at": AT}).status_code == 422


def test_a_device_of_another_hall_a_page_and_an_agent_get_nothing(hall: RunningHall, offer: OfferedRelease) -> None:
    hall.tokens["agent"] = hall.sign_in()
    path, body = f"/devices/self/release/{offer.version}/{SYSTEM}/parts/0", {"system": SYSTEM}
    for token, code, status in (("d" * 64, "token_unknown", 401), ("agent", "role_refused", 403)):
        refused(hall.post("/devices/self/release", token, body), code, status)
        refused(hall.get(path, token), code, status)
    refused(hall.post(f"/devices/{hall.devices['board']}/release", "kiosk", body), "role_refused", 403)
    assert asked(hall, "kiosk", "debian12")["release"] is None
