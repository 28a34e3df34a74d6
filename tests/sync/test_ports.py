"""The ports: the fakes and the real wire fit them."""

from __future__ import annotations

from sync.fakes.centre import MemoryCentre
from sync.fakes.hall import FakeClock, MemoryOutbox
from sync.ports import Clock, Outbox, OutboxState, Uplink
from sync.runner import SystemClock
from sync.uplink import HttpUplink


def test_what_is_unsent_lies_between_the_cursor_and_the_newest() -> None:
    assert OutboxState("s", start=1, delivered=7, oldest=3, newest=10).unsent == 3


def test_fakes_and_real_ones_fit_the_ports() -> None:
    outboxes: list[Outbox] = [MemoryOutbox()]
    clocks: list[Clock] = [FakeClock(), SystemClock()]
    wires: list[Uplink] = [MemoryCentre(), HttpUplink("http://127.0.0.1:1", "1", "token")]
    assert [clock.now().tzinfo is not None for clock in clocks] == [True, True]
    assert (len(outboxes), len(wires)) == (1, 2)
