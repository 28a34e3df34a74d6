from __future__ import annotations

import pytest

from printer.emulator.interpreter.commands import split_command


@pytest.mark.parametrize(
    "command",
    [
        b"\x1b@",
        b"\x1ba\x01",
        b"\x1bJ\xff",
        b"\x1bp\x00\x32\x32",
        b"\x1b*\x21\x02\x00abcdef",
        b"\x1b*\x00\x02\x00ab",
        b"\x1dV\x00",
        b"\x1dVB\x00",
        b"\x1d!\x11",
        b"\x1dr\x01",
        b"\x1dL\x00\x00",
        b"\x1dv0\x00\x02\x00\x01\x00",
        b"\x1d(k\x03\x001Q0",
        b"\x1d(H\x06\x0000T047",
        b"\x10\x04\x01",
        b"\x10\x05\x02",
        b"\x10\x14\x01\x00\x01",
        b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08",
        b"\x1c.",
        b"\x1cp\x01",
        b"A",
        b"\n",
        b"\x00",
    ],
)
def test_each_command_ends_where_it_should(command: bytes) -> None:
    assert split_command(command + b"zz") == command
    for size in range(1, len(command)):
        if command[0] in (0x1B, 0x1C, 0x1D):
            assert split_command(command[:size]) == b"", "a half command waits for its rest"


def test_nothing_is_no_command() -> None:
    assert split_command(b"") == b""
