"""The demo's tokens: got by pairing and PIN from a real hall, kept for its owner alone, and refused when damaged."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from commands.demo.tokens import FILE, DemoTokens, TokensError, enrol, keep, load, sign_in_told
from commands.hall_client import HallRefusedError
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def of_a_new_demo(hall: RunningHall) -> DemoTokens:
    return DemoTokens(admin=hall.tokens["admin"], pins={"salim": "471829", "maryam": "802946"})


def test_kept_tokens_come_back_and_only_their_owner_can_read_them(tmp_path: Path) -> None:
    assert load(tmp_path) == DemoTokens()
    tokens = DemoTokens(head="h", counters={"1": "session"}, pins={"salim": "471829"})
    keep(tokens, tmp_path)
    keep(tokens, tmp_path)
    assert load(tmp_path) == tokens
    [file] = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_every_device_is_paired_and_every_counter_has_its_agent(hall: RunningHall) -> None:
    tokens = of_a_new_demo(hall)
    enrol(tokens, hall.base)
    assert good(hall.post("/visits", tokens.kiosk, {"service": "A"}), 201)["ticket"] == "A001"
    assert good(hall.get("/board", tokens.board))["calls"] == []
    assert good(hall.post("/counters/2/call-next", tokens.counters["2"]))["ticket"] == "A001"
    assert sorted(tokens.counter_devices) == sorted(tokens.counters) == ["1", "2"]
    assert set(tokens.described()) == {"kiosk", "counters", "board", "head", "admin"}


def test_devices_are_named_by_kind_and_number_which_each_screen_shows_in_its_language(hall: RunningHall) -> None:
    tokens = of_a_new_demo(hall)
    enrol(tokens, hall.base)
    names = {device["name"] for device in good(hall.get("/devices", tokens.admin))}
    assert {"kiosk 1", "board 1", "counter 1", "counter 2"} <= names


def test_whoever_signed_out_is_told_how_to_come_back(tmp_path: Path) -> None:
    told = sign_in_told(DemoTokens(pins={"salim": "471829", "maryam": "802946"}), tmp_path)
    assert "salim" in told
    assert "471829" in told
    assert str(tmp_path / FILE) in told


def test_enrolled_again_nothing_changes_but_a_session_that_ended(hall: RunningHall) -> None:
    tokens = of_a_new_demo(hall)
    enrol(tokens, hall.base)
    before = asdict(tokens)
    enrol(tokens, hall.base)
    assert asdict(tokens) == before
    good(hall.post("/counters/1/sign-out", tokens.counters["1"]), 204)
    enrol(tokens, hall.base)
    assert tokens.counters["1"] != before["counters"]["1"]
    assert tokens.counters["2"] == before["counters"]["2"]
    assert tokens.kiosk == before["kiosk"]


def test_a_day_that_was_closed_is_opened_for_a_demo_that_goes_on(hall: RunningHall) -> None:
    tokens = of_a_new_demo(hall)
    enrol(tokens, hall.base)
    good(hall.post("/day/close", tokens.admin, {}))
    assert hall.post("/visits", tokens.kiosk, {"service": "A"}).status_code == 409
    enrol(tokens, hall.base)
    good(hall.post("/visits", tokens.kiosk, {"service": "A"}), 201)


def test_a_pin_that_was_changed_is_a_refusal_with_its_code(hall: RunningHall) -> None:
    tokens = of_a_new_demo(hall)
    tokens.pins["salim"] = "9999"
    with pytest.raises(HallRefusedError) as refused:
        enrol(tokens, hall.base)
    assert refused.value.code == "pin_wrong"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '"words"',
        json.dumps({"head": "h", "stranger": "x"}),
        json.dumps({"head": None}),
        json.dumps({"counters": ["a"]}),
        json.dumps({"pins": {"salim": 471829}}),
        b"\xff\xfe\x00",
    ],
)
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, text: str | bytes) -> None:
    path = tmp_path / "demo-tokens.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(TokensError, match=r"demo-tokens.json is damaged .*remove the folder"):
        load(tmp_path)
