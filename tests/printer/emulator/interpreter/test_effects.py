"""The few things that any command comes down to."""

from __future__ import annotations

from typing import get_args

import pytest

from printer.emulator.interpreter.effects import Act, Answer, Cut, PrintRow, PushStatus
from printer.emulator.interpreter.interpreter import Interpreter


@pytest.mark.parametrize(
    ("command", "effects"),
    [
        (b"\x1dv0\x00\x01\x00\x01\x00\xff", [PrintRow(b"\x00\xff\x00")]),
        (b"\x1bJ\x02", [PrintRow(bytes(3)), PrintRow(bytes(3))]),
        (b"\x1dVA\x00", [Cut()]),
        (b"\x1dr\x01", [Answer("fence")]),
        (b"\x1d(H\x06\x0000A047", [Answer("token", b"A047")]),
        (b"\x1da\x00", [PushStatus(on=False)]),
        (b"\x1da\xff", [PushStatus(on=True)]),
    ],
)
def test_a_command_comes_down_to_these(command: bytes, effects: list[Act]) -> None:
    interpreter, buffer, found = Interpreter(24), bytearray(b"\x1ba\x01" + command), []
    while (acts := interpreter.step(buffer)) is not None:
        found += list(acts)
    assert found == effects
    assert not buffer


def test_nothing_else_is_an_effect() -> None:
    assert get_args(Act) == (PrintRow, Cut, Answer, PushStatus)
