from __future__ import annotations

import os
import select
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest

from printer.emulator.hardware.build import Build
from printer.emulator.hardware.mechanism import MemoryPrinter
from printer.emulator.hardware.paper import Sheet
from printer.emulator.server import Emulator
from tests.printer.emulator.emulating import emulating, on_a_serial_port


def answers(port: int) -> bool:
    """Return whether the printer takes us as its client."""
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


def test_whoever_comes_to_a_silent_printer_hears_nothing_until_it_wakes() -> None:
    printer = MemoryPrinter()
    with emulating(printer) as (emulator, port):
        with emulator.lock:
            printer.fall_silent()
        with socket.create_connection(("127.0.0.1", port), 5) as first:
            first.sendall(b"\x10\x04\x01")
            assert not select.select([first], [], [], 0.2)[0], "it answers"
        with socket.create_connection(("127.0.0.1", port), 5) as second:
            second.sendall(b"\x10\x04\x04")
            assert not select.select([second], [], [], 0.2)[0], "it turns the next away"
            with emulator.lock:
                printer.wake_up()
            assert second.recv(1) == b"\x12"
    assert not emulator.printer.sheets


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


def test_a_slow_line_takes_its_time_and_a_quick_pace_shortens_it() -> None:
    """9600 baud at twenty times the pace: 4,800 bytes take a quarter of a second."""
    printer = MemoryPrinter(Build(link_baud=9600))
    with on_a_serial_port(printer, pace=20.0) as (_, path):
        port = os.open(path, os.O_RDWR | os.O_NOCTTY)
        begun = time.monotonic()
        os.write(port, bytes(2000))
        os.write(port, bytes(2797) + b"\x1dr\x01")
        assert select.select([port], [], [], 20)[0]
        assert time.monotonic() - begun >= 0.25 * 0.95
        os.close(port)
    assert printer.received_bytes == 4800


def test_a_printer_that_lost_its_power_drops_its_network_connection() -> None:
    with emulating(MemoryPrinter(Build(boot_s=0.0))) as (emulator, port):
        with socket.create_connection(("127.0.0.1", port), 20) as link:
            link.sendall(b"\x10\x04\x01")
            assert link.recv(1) == b"\x12"
            with emulator.lock:
                emulator.printer.power_cycle()
            assert link.recv(1) == b""
        assert any(answers(port) for _ in range(500))


def test_a_pulled_cable_without_flow_control_swallows_what_is_sent() -> None:
    emulator = Emulator(MemoryPrinter(Build(flow_control=False)))
    emulator._unread = b"lost in the air"
    emulator.printer.unplug()
    emulator._tick(0.0)
    assert (emulator._unread, emulator.printer.lost_bytes) == (b"", 15)


def test_a_serial_port_that_vanishes_is_an_end_for_the_host() -> None:
    with on_a_serial_port(MemoryPrinter()) as (emulator, path):
        port = os.open(path, os.O_RDWR | os.O_NOCTTY)
        emulator.hang_up()
        assert select.select([port], [], [], 20)[0]
        with pytest.raises(OSError, match="Input/output error"):
            os.write(port, b"x")
        os.close(port)
        assert Path(emulator.open_pty()).exists()


def test_the_paper_is_shown_at_each_beat() -> None:
    shown: list[tuple[int, float]] = []
    emulator = Emulator(MemoryPrinter(), look=lambda roll, now_s: shown.append((len(roll.hanging), now_s)))
    emulator._tick(0.5)
    emulator.printer.take(b"\x1bJ\x08")
    emulator._tick(0.6)
    assert shown == [(0, 0.5), (8, 0.6)]
