"""Which flow control a port gets."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass

import pytest

from printer.transport.serial_flow import Flow, flow_of, still_queued
from printer.transport.wire import WireError


@dataclass
class Wired:
    """A port with modem lines."""

    cts: bool = False
    dsr: bool = False


class ThreeWires:
    """A port without modem lines."""

    @property
    def cts(self) -> bool:
        raise OSError(errno.ENOTTY, "no such lines")

    dsr = cts


@pytest.mark.parametrize(
    ("wanted", "lines", "used"),
    [
        (Flow.AUTO, Wired(cts=True), Flow.RTS_CTS),
        (Flow.AUTO, Wired(dsr=True), Flow.NONE),
        (Flow.AUTO, Wired(), Flow.NONE),
        (Flow.AUTO, ThreeWires(), Flow.NONE),
        (Flow.NONE, Wired(cts=True), Flow.NONE),
        (Flow.XON_XOFF, ThreeWires(), Flow.XON_XOFF),
        (Flow.RTS_CTS, Wired(cts=True), Flow.RTS_CTS),
        (Flow.DTR_DSR, Wired(dsr=True), Flow.DTR_DSR),
    ],
)
def test_a_port_gets_what_was_asked_for_or_what_its_wires_show(
    wanted: Flow, lines: Wired | ThreeWires, used: Flow
) -> None:
    assert flow_of(wanted, lines) is used


@pytest.mark.parametrize(
    ("wanted", "lines", "said"),
    [
        (Flow.RTS_CTS, Wired(dsr=True), "does not raise the wire that flow=rtscts goes by"),
        (Flow.DTR_DSR, Wired(cts=True), "does not raise the wire that flow=dsrdtr goes by"),
        (Flow.RTS_CTS, ThreeWires(), "no wires for flow=rtscts"),
    ],
)
def test_a_wire_that_is_not_there_is_never_believed_to_be(wanted: Flow, lines: Wired | ThreeWires, said: str) -> None:
    with pytest.raises(WireError, match=said):
        flow_of(wanted, lines)


def test_what_is_no_terminal_holds_nothing_back() -> None:
    read_end, write_end = os.pipe()
    assert still_queued(write_end) == 0
    os.close(read_end)
    os.close(write_end)
    with pytest.raises(OSError, match="Bad file descriptor"):
        still_queued(write_end)
