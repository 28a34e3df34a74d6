from __future__ import annotations

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def of(hall: RunningHall, name: str, token: str = "head") -> dict[str, object]:
    device: dict[str, object] = next(
        one for one in good(hall.get("/devices", token)) if one["device"] == hall.devices[name]
    )
    return device


def test_a_board_that_knows_only_its_token_is_heard(hall: RunningHall) -> None:
    assert of(hall, "board")["last_seen"] is None
    assert hall.post("/devices/self/alive", "board").status_code == 204
    assert of(hall, "board")["last_seen"] is not None
    assert of(hall, "kiosk")["last_seen"] is None


def test_a_picture_comes_back_to_the_hall_head_as_it_was_sent(hall: RunningHall) -> None:
    path = f"/devices/{hall.devices['board']}/picture"
    refused(hall.get(path, "head"), "picture_unknown", 404)
    assert hall.ask("POST", "/devices/self/picture", "board", PNG).status_code == 204
    answer = hall.get(path, "head")
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, PNG, "image/png")
    assert answer.headers["cache-control"] == "no-store"
    assert of(hall, "board")["picture_at"] is not None
    hall.clock.move_on(minutes=11)
    refused(hall.get(path, "head"), "picture_unknown", 404)
    assert of(hall, "board")["picture_at"] is None


@pytest.mark.parametrize("content", [b"{}", b"", b"<svg onload=alert(1)/>"])
def test_what_is_no_picture_is_refused(hall: RunningHall, content: bytes) -> None:
    refused(hall.ask("POST", "/devices/self/picture", "board", content), "field_invalid", 422)


def test_a_picture_that_is_too_large_is_refused(hall: RunningHall) -> None:
    refused(hall.ask("POST", "/devices/self/picture", "board", PNG + bytes(70_000)), "body_too_large", 413)


def test_no_device_shows_another_ones_picture_and_none_sees_any(hall: RunningHall) -> None:
    path = f"/devices/{hall.devices['board']}/picture"
    refused(hall.ask("POST", path, "kiosk", PNG), "role_refused", 403)
    refused(hall.get(path, "kiosk"), "role_refused", 403)


def test_the_hall_takes_no_picture_of_an_agents_screen(hall: RunningHall) -> None:
    hall.tokens["agent"] = hall.sign_in()
    for token in ("counter1", "agent"):
        refused(hall.ask("POST", "/devices/self/picture", token, PNG), "role_refused", 403)
    refused(hall.post("/devices/self/alive", "agent"), "role_refused", 403)


def test_each_device_has_the_version_that_it_names(hall: RunningHall) -> None:
    for name, version in (("counter1", "0.2.0+29a99d66"), ("kiosk", "0.1.0")):
        agent = {"User-Agent": f"dawr/{version}"}
        assert hall.post("/devices/self/alive", name, headers=agent).status_code == 204
        assert of(hall, name)["version"] == version
    assert of(hall, "board")["version"] is None
    heard = good(hall.get("/devices/self/alive", "kiosk"))
    assert heard["version"] == "0.1.0"
    assert 0 <= heard["seconds_ago"] < 60
    assert good(hall.get("/devices/self/alive", "board")) == {"version": None, "seconds_ago": None}


def test_a_withdrawn_device_leaves_no_picture(hall: RunningHall) -> None:
    hall.ask("POST", "/devices/self/picture", "board", PNG)
    good(hall.post(f"/devices/{hall.devices['board']}/revoke", "admin"), 204)
    refused(hall.get(f"/devices/{hall.devices['board']}/picture", "head"), "picture_unknown", 404)
    refused(hall.post("/devices/self/alive", "board"), "token_unknown", 401)
