"""What the demo says where it opens no windows: its counter opens in a browser with the code and PIN that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.demo.how_to_start import browser_counter, start_lines
from commands.demo.processes import DemoParts
from commands.demo.tokens import DemoTokens, enrol
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


@pytest.fixture
def parts(hall: RunningHall) -> DemoParts:
    tokens = DemoTokens(admin=hall.tokens["admin"], pins={"salim": "471829", "maryam": "802946"})
    enrol(tokens, hall.base)
    return DemoParts(hall.base, "http://127.0.0.1:1", tokens)


def test_the_named_code_and_pin_open_the_counter_in_a_browser(hall: RunningHall, parts: DemoParts) -> None:
    counter = browser_counter(parts)
    paired = good(hall.post("/devices/pair", "", {"code": counter.code, "kind": "counter"}), 201)
    good(hall.post("/counters/1/sign-in", paired["token"], {"agent": counter.agent, "pin": counter.pin}))
    assert counter.address == f"{hall.base}/counter"
    for told in (counter.english, counter.arabic):
        assert counter.code in told
        assert counter.pin in told


def test_the_lines_name_a_token_for_each_program_and_none_among_its_arguments(parts: DemoParts, tmp_path: Path) -> None:
    lines = "\n".join(start_lines(parts, tmp_path))
    tokens = parts.tokens
    for token, program in ((tokens.kiosk, "kiosk"), (tokens.board, "board"), (tokens.counter_devices["1"], "counter")):
        assert f"DAWR_TOKEN={token} python3 main.py {program} --hall {parts.hall}" in lines
