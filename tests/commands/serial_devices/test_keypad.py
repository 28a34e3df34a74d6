from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from commands.config import problems_of
from commands.serial_devices import keypad
from commands.serial_devices.keypad_settings import KeypadOptions, parser, read_config
from common.configuration.parser import SettingsError
from hall.queue.model.double_press import WITH_VISIT_S
from serial_devices.line.fake_port import FakePort
from serial_devices.signs.fake_signs import FakeSigns
from serial_devices.signs.models import read_models
from tests.helpers.hall_in_a_thread import hall_in_a_thread
from tools.qt_driver.driven_program import until

NEEDED = ("--hall", "http://10.0.0.5:8080", "--token", "t", "--counter", "3", "--keypad", "serial:///dev/ttyUSB0")


def options(*argv: str) -> KeypadOptions:
    return read(*NEEDED, *argv)


def read(*argv: str) -> KeypadOptions:
    declared = parser()
    return read_config(declared, declared.read_arguments(["--config", os.devnull, *argv]))


def test_a_keypad_a_sign_and_the_agents_numbers_are_read() -> None:
    given = options("--sign", "serial:///dev/ttyUSB1?model=edi", "--agent", "12=salim", "--agent", "13=maryam")
    assert given.sign is not None
    assert (given.sign.model.code, given.address) == ("edi", 3)
    assert given.agents == {"12": "salim", "13": "maryam"}
    assert given.fixed is None


def test_a_keypad_without_digits_needs_one_agent_and_his_pin(tmp_path: Path) -> None:
    file = tmp_path / "pin"
    file.write_text("471829\n")
    assert options("--agent", "salim", "--pin-file", str(file)).fixed == ("salim", "471829")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--counter", "0"), "--counter 0: counters are numbered from 1"),
        (("--keypad", "usb:x"), "--keypad usb:x: expected"),
        (("--sign", "usb:x"), "--sign usb:x: expected"),
        (("--sign", "serial:///dev/x?model=edi", "--address", "100"), "edi knows 1 to 99"),
        (("--agent", "salim"), "expected a number and an agent's code"),
        (("--agent", "12=salim", "--pin-file", "x"), "the one agent who sits here"),
        (("--agent", "salim", "--pin-file", "/no/pin"), "cannot be read"),
    ],
)
def test_a_wrong_option_says_what_is_wrong(argv: tuple[str, ...], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        options(*argv)


def test_all_mistakes_are_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert keypad.run(["--config", os.devnull, "--counter", "0", "--hall", "x", "--token", "t"]) == 2
    assert [line.split()[0] for line in capsys.readouterr().err.splitlines()] == ["--hall", "--counter", "--keypad"]


def test_the_file_has_the_same_settings_and_its_mistakes_have_lines(tmp_path: Path) -> None:
    file = tmp_path / "keypad-3.toml"
    text = 'hall = ["http://10.0.0.5:8080"]\ncounter = 3\nkeypad = "serial:///dev/ttyUSB0"\nagent = ["12=salim"]\n'
    file.write_text(text, encoding="utf-8")
    declared = parser()
    given = read_config(declared, declared.read_arguments(["--config", str(file), "--token", "t"]))
    assert (given.counter, given.agents) == (3, {"12": "salim"})
    file.write_text('counter = 0\nhall = "x"\nkeypad = "usb:x"\nsing = "y"\nagent = ["salim"]\n', encoding="utf-8")
    assert [problem.removeprefix(str(file)).split()[0] for problem in problems_of("keypad", file)[1]] == [
        ":1:",
        ":2:",
        ":3:",
        ":4:",
        ":5:",
        "the",
    ]


def test_a_counter_without_a_pc_serves_a_visitor_by_keypad_and_sign(tmp_path: Path) -> None:
    bus = FakeSigns(read_models()["plain"].template, (1,))
    stopping = threading.Event()
    with hall_in_a_thread(tmp_path) as hall, FakePort() as pad, FakePort(bus.write) as sign:
        hall.issue()
        argv = ["--hall", hall.base, "--token", hall.tokens["counter1"], "--counter", "1", "--agent", "12=salim"]
        argv += ["--keypad", f"serial://{pad.path}", "--sign", f"serial://{sign.path}"]
        given = read(*argv)
        thread = threading.Thread(target=keypad.work, args=(given, stopping))
        thread.start()
        hand = Hand(pad, bus)
        try:
            until(lambda: bus.frames > 0, "the sign is spoken to", lambda: bus.shown, timeout_s=60)
            for word, shows in [("1", "1"), ("2", "12"), ("NEXT", "0"), *zip("471829", "123456", strict=True)]:
                hand.press(word, lambda shows=shows: bus.shown[1] == shows)
            hand.press("NEXT", lambda: hall.get("/counters/1", "head").json()["session"] is not None)
            hand.press("NEXT", lambda: "A001" in hand.seen())
            hand.press("NEXT", lambda: hall.get("/counters/1", "head").json()["current"]["state"] == "serving")
            hand.press("FINISH", lambda: hall.get("/counters/1", "head").json()["current"] is None)
            until(lambda: bus.shown[1] == "", "the sign is dark", lambda: bus.shown, timeout_s=60)
        finally:
            stopping.set()
            thread.join(60)
    assert not thread.is_alive()


def test_the_program_ends_when_it_is_told_to(tmp_path: Path) -> None:
    with FakePort() as pad, hall_in_a_thread(tmp_path) as hall, (tmp_path / "log").open("wb") as log:
        argv = ["keypad", "--hall", hall.base, "--counter", "1", "--keypad", f"serial://{pad.path}"]
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *argv],
            stderr=log,
            env={**os.environ, "DAWR_TOKEN": hall.tokens["counter1"]},
        )
        said = (tmp_path / "log").read_text
        until(lambda: "keypad: in order" in said(), "the keypad is heard", said, timeout_s=60)
        process.terminate()
        assert process.wait(timeout=60) == 0, said()


class Hand:
    """A finger at a person's pace, that presses again when nothing came of it."""

    def __init__(self, pad: FakePort, bus: FakeSigns) -> None:
        self._pad, self._bus = pad, bus
        self._pressed_s = float("-inf")

    def seen(self) -> set[str]:
        return {text for _, _, text in self._bus.history}

    def press(self, word: str, done: Callable[[], bool]) -> None:
        # Sooner it is a double press to the hall; a digit again would be another digit, so it is pressed once.
        self._until(lambda: time.monotonic() - self._pressed_s > WITH_VISIT_S + 0.1, "the key is up")
        self._say(word)
        self._until(lambda: done() or self._pressed_again(word), f"{word} does its work")

    def _pressed_again(self, word: str) -> bool:
        if not word.isdigit() and time.monotonic() - self._pressed_s > 2.0:
            self._say(word)
        return False

    def _say(self, word: str) -> None:
        self._pressed_s = time.monotonic()
        self._pad.say(word.encode() + b"\r\n")

    def _until(self, true: Callable[[], bool], what: str) -> None:
        until(true, what, lambda: (self._bus.shown, self._bus.history[-6:]), timeout_s=60)
