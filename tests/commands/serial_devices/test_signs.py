from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.serial_devices import signs
from commands.serial_devices.signs_settings import read_test
from common.configuration.device_token import TOKEN_ENV
from serial_devices.line.fake_port import FakePort
from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.models import read_models
from tests.commands.serial_devices.test_signs_settings import settings
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


def test_the_models_are_listed_with_what_is_known_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert signs.run(["--list-models"]) == 0
    said = capsys.readouterr().out
    assert all(code in said for code in read_models())
    assert "no unit tried" in said


def test_wrong_options_are_told_all_at_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TOKEN_ENV, raising=False)
    assert signs.run(["--models", "/no/file", "--url", "serial:///dev/x"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in lines] == ["--hall", "the", "--url"]


def test_a_test_lights_the_sign_and_says_what_was_sent(capsys: pytest.CaptureFixture[str]) -> None:
    bus = FakeSigns(read_models()["edi"].template, (3,))
    pauses: list[float] = []
    with FakePort(bus.write) as port:
        given = settings("--url", f"serial://{port.path}?model=edi", with_hall=False)
        assert signs.show_test(read_test("3=A047", given), seconds=3.0, pause=pauses.append) == 0
    assert pauses == [1.0, 1.0, 1.0]
    assert capsys.readouterr().out == f"{given.lines[0].port}: 02 30 33 20 30 34 37 03\n"


def test_a_test_on_a_missing_line_fails_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert signs.run(["--test", "3=A047", "--url", "serial:///dev/no-such-port"]) == 1
    assert "there is no /dev/no-such-port" in capsys.readouterr().err


def test_a_check_looks_at_hall_and_lines(hall: RunningHall, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--check", "--hall", hall.base, "--token", hall.tokens["board"], "--model", "edi", "--address", "2=12"]
    with FakePort() as port:
        assert signs.run([*options, "--url", f"serial://{port.path}"]) == 0
        said = capsys.readouterr().out
        assert "test-hall, counters 1, 2" in said
        assert "counters 1 at 1, 2 at 12" in said
        assert signs.run([*options, "--url", f"serial://{port.path}?counters=8"]) == 1
        assert "the hall has none of its counters" in capsys.readouterr().out
    assert signs.run([*options, "--url", "serial:///dev/no-such-port"]) == 1
    assert "there is no /dev/no-such-port" in capsys.readouterr().out


def test_a_check_tells_of_a_token_that_may_not_see_the_board(
    hall: RunningHall, capsys: pytest.CaptureFixture[str]
) -> None:
    with FakePort() as port:
        options = ["--check", "--hall", hall.base, "--token", hall.tokens["counter1"], "--url", f"serial://{port.path}"]
        assert signs.run(options) == 1
    assert "role_refused" in capsys.readouterr().out
