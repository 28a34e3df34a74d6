from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.words.hall import PrintState
from printer.emulator.fakes import Build, MemoryPrinter
from printer.printer import open_printer
from printer.spool.attempt import ConfirmedBy
from printer.transport.network_wire import NetworkWire
from printer.transport.wire import Fault, WireError
from tests.printer.emulator.emulating import emulating
from tests.printer.samples import ADDRESS, codes_on, ticket


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def connected(listener: socket.socket) -> tuple[NetworkWire, socket.socket]:
    wire = NetworkWire("127.0.0.1", listener.getsockname()[1])
    wire.open()
    return wire, listener.accept()[0]


def test_bytes_go_both_ways(listener: socket.socket) -> None:
    wire, peer = connected(listener)
    with peer:
        assert wire.write(b"hello", 1) == 5
        assert peer.recv(5) == b"hello"
        assert wire.read(0) == b""
        peer.sendall(b"\x12")
        assert wire.read(1) == b"\x12"
    wire.close()
    wire.close()


def test_a_printer_that_does_not_read_shows_as_a_short_write(listener: socket.socket) -> None:
    wire, peer = connected(listener)
    with peer:
        data = bytes(8_000_000)
        assert 0 < wire.write(data, 0.05) < len(data)
    wire.close()


def test_a_closed_connection_is_unplugged(listener: socket.socket) -> None:
    wire, peer = connected(listener)
    peer.close()
    with pytest.raises(WireError) as gone:
        wire.read(1)
    assert gone.value.fault is Fault.UNPLUGGED
    wire.close()


def test_nobody_listening_is_unreachable_and_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(WireError, match=f"127.0.0.1:{port}: .*or {port} is not its port") as refused:
        NetworkWire("127.0.0.1", port).open()
    assert refused.value.fault is Fault.UNREACHABLE


def test_a_host_that_does_not_exist_is_missing() -> None:
    with pytest.raises(WireError) as missing:
        NetworkWire("no-such-printer.invalid", 9100).open()
    assert missing.value.fault in (Fault.MISSING, Fault.UNREACHABLE)


def test_a_dead_peer_is_noticed_by_the_kernel_and_no_byte_waits_for_company(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[socket.socket] = []
    connect = socket.create_connection

    def remembered(address: tuple[str, int], timeout: float) -> socket.socket:
        opened.append(connect(address, timeout))
        return opened[-1]

    monkeypatch.setattr(socket, "create_connection", remembered)
    wire, peer = connected(listener)
    with peer:
        (link,) = opened
        assert link.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert link.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        idle, every, count = (
            link.getsockopt(socket.IPPROTO_TCP, option)
            for option in (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT)
        )
        assert idle + every * count <= 11
        assert link.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 10_000
    wire.close()


def test_using_it_before_opening_is_refused() -> None:
    with pytest.raises(WireError, match="not connected"):
        NetworkWire("127.0.0.1", 9100).write(b"x", 0)


def test_a_ticket_over_tcp_is_confirmed_and_readable(tmp_path: Path) -> None:
    with emulating(MemoryPrinter(Build(speed_mm_s=5000.0))) as (emulator, port):
        printer = open_printer(f"tcp://127.0.0.1:{port}")
        assert printer.status().can_print
        results = [printer.print_ticket(ticket(number=f"A{n:03d}"), f"a{n}") for n in range(2)]
        printer.close()
    assert [(one.state, one.confirmed_by) for one in results] == [(PrintState.CONFIRMED, ConfirmedBy.PROCESS_ID)] * 2
    assert [codes_on(sheet, tmp_path) for sheet in emulator.printer.sheets] == [[ADDRESS]] * 2


def test_a_network_printer_that_dies_in_the_middle_leaves_it_unknown() -> None:
    memory = MemoryPrinter()
    with emulating(memory) as (emulator, port):
        printer = open_printer(f"tcp://127.0.0.1:{port}")
        assert printer.status().can_print
        with emulator.lock:
            memory.after_bytes(9000, MemoryPrinter.unplug)
        result = printer.print_ticket(ticket(), "a1")
        printer.close()
    assert (result.state, result.fault) == (PrintState.UNKNOWN, Fault.UNPLUGGED)
    assert not memory.sheets
