from __future__ import annotations

import os
import select
import socket
from contextlib import suppress

import pytest

from printer.memory.mechanism import MemoryPrinter
from printer.memory.paper import Sheet
from printer.memory.server import Emulator
from tests.printer.emulating import emulating, on_a_serial_port


def answers(port: int) -> bool:
    """Say whether the printer takes us as its client."""
    with suppress(ConnectionError), socket.create_connection(("127.0.0.1", port), 5) as link:
        link.sendall(b"\x10\x04\x01")
        return link.recv(1) == b"\x12"
    return False


def test_any_program_can_ask_and_print() -> None:
    with emulating(MemoryPrinter()) as (emulator, port), socket.create_connection(("127.0.0.1", port), 5) as link:
        link.sendall(b"\x10\x04\x01")
        assert link.recv(1) == b"\x12"
        link.sendall(b"Hello\n\x1dVB\x00\x1dr\x01")
        assert link.recv(1) == b"\x00"
    assert [sheet.length_mm for sheet in emulator.printer.sheets] == [30 / 8]


def test_each_paper_is_told_once() -> None:
    told: list[Sheet] = []
    emulator = Emulator(MemoryPrinter(), told.append)
    for _ in range(2):
        emulator.printer.take(b"\x1bJ\x08\x1dVB\x00")
        emulator._tick(0.0)
        emulator._tick(0.0)
    assert [sheet.length_mm for sheet in told] == [1, 1]


def test_a_second_client_is_turned_away_and_may_come_when_the_first_has_left() -> None:
    with emulating(MemoryPrinter()) as (_, port):
        with socket.create_connection(("127.0.0.1", port), 5) as first:
            first.sendall(b"\x10\x04\x01")
            assert first.recv(1) == b"\x12"
            with socket.create_connection(("127.0.0.1", port), 5) as second:
                assert second.recv(1) == b""
        assert any(answers(port) for _ in range(500)), "the printer never became free"


def test_a_pseudo_terminal_carries_the_bytes_unchanged() -> None:
    with on_a_serial_port(MemoryPrinter()) as (_, path):
        port = os.open(path, os.O_RDWR | os.O_NOCTTY)
        os.write(port, b"\x10\x04\x04")
        assert select.select([port], [], [], 5)[0]
        assert os.read(port, 1) == b"\x12"
        os.close(port)


def test_a_port_that_is_taken_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        Emulator(MemoryPrinter()).listen_tcp(taken.getsockname()[1])
