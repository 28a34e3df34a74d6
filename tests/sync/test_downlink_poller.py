"""The poller: fetches once, stores once, reports until it arrived; it takes only what the centre signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contracts.centre.outbox_entry import encode_record
from contracts.centre.settings_document import InboxItem, SettingsDocument, SettingsReport, SignedSettings, opened, sign
from sync.downlink_poller import InboxStatus, WayDown
from sync.fakes.centre import MemoryCentre
from sync.fakes.hall import FakeClock, MemoryOutbox, visit_record
from sync.runner import HEARTBEAT_S, HallSide, SyncFiles, SyncNames, SyncRunner
from sync.status_file import Standing
from sync.verdict import UplinkError

AT = datetime(2026, 11, 24, 5, tzinfo=UTC)


class MemoryDesk:
    """A hall's desk in memory."""

    def __init__(self) -> None:
        self.documents: list[SettingsDocument] = []
        self.fate: SettingsReport | None = None
        self.items: list[InboxItem] = []

    def settings_held(self) -> int:
        return self.documents[-1].version if self.documents else 0

    def take_settings(self, signed: SignedSettings) -> None:
        self.documents.append(opened(signed, hall="1", key="token"))
        self.fate = SettingsReport(self.documents[-1].version, "waiting", AT)

    def settings_told(self) -> SettingsReport | None:
        return self.fate

    def inbox_held(self) -> int:
        return self.items[-1].number if self.items else 0

    def take_inbox(self, items: Sequence[InboxItem]) -> None:
        self.items += items


class MemoryWire:
    """A centre in memory whose wire may be cut."""

    def __init__(self) -> None:
        self.newest: SignedSettings | None = None
        self.version = 0
        self.inbox: list[InboxItem] = []
        self.told: list[SettingsReport] = []
        self.cut = False

    def publish(self, version: int, token: str = "token") -> None:
        self.newest, self.version = sign(SettingsDocument("1", version, AT, "Salma"), token), version

    def newer_settings(self, version: int) -> SignedSettings | None:
        if self.cut:
            raise UplinkError("the network is down")
        return self.newest if self.version > version else None

    def tell_settings(self, told: SettingsReport) -> bool:
        self.told.append(told)
        return not self.cut

    def inbox_after(self, number: int) -> Sequence[InboxItem]:
        return [item for item in self.inbox if item.number > number]


def item(number: int) -> InboxItem:
    return InboxItem(number, "survey", {"stars": number}, AT)


def test_settings_and_inbox_are_fetched_once_and_told_once() -> None:
    desk, wire = MemoryDesk(), MemoryWire()
    wire.publish(1)
    wire.inbox = [item(1), item(2)]
    down = WayDown(desk, wire)
    for _ in range(3):
        down.turn()
    wire.publish(4)
    wire.inbox.append(item(3))
    for _ in range(3):
        down.turn()
    assert [one.version for one in desk.documents] == [1, 4]
    assert [one.number for one in desk.items] == [1, 2, 3]
    assert [one.version for one in wire.told] == [1, 4]


def test_what_could_not_be_told_is_told_later() -> None:
    desk, wire = MemoryDesk(), MemoryWire()
    wire.publish(1)
    down = WayDown(desk, wire)
    down.turn()
    desk.fate, wire.cut = SettingsReport(1, "applied", AT), True
    down.turn()
    wire.cut = False
    down.turn()
    down.turn()
    assert [one.state for one in wire.told] == ["waiting", "applied"]


def test_settings_signed_for_somebody_else_are_left_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    desk, wire = MemoryDesk(), MemoryWire()
    wire.publish(1, token="another")
    wire.inbox = [item(1)]
    down = WayDown(desk, wire)
    for _ in range(3):
        down.turn()
    assert desk.documents == []
    assert len(desk.items) == 1, "the inbox goes on"
    assert [record.message for record in caplog.records] == [
        "settings that came from the centre are not taken: signature: the document was not signed with this hall's key"
    ]
    assert [(one.version, one.state) for one in wire.told] == [(1, "refused")], "the centre's page shows it"
    wire.publish(2)
    down.turn()
    assert [(one.version, one.state) for one in wire.told] == [(1, "refused"), (2, "waiting")]
    caplog.clear()


def test_numbers_that_skip_are_taken() -> None:
    desk, wire = MemoryDesk(), MemoryWire()
    wire.inbox = [item(1795911515145), item(1795911515146), item(1795911600000)]
    down = WayDown(desk, wire, now=lambda: AT)
    down.turn()
    wire.inbox.append(item(1795911700000))
    down.turn()
    assert [one.number for one in desk.items] == [1795911515145, 1795911515146, 1795911600000, 1795911700000]
    assert down.inbox == InboxStatus(1795911700000, AT)


@pytest.mark.parametrize("numbers", [[9, 9], [9, 8], [12, 13, 11]])
def test_an_inbox_that_is_out_of_order_is_not_taken_and_says_so_once(
    numbers: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    desk, wire = MemoryDesk(), MemoryWire()
    down = WayDown(desk, wire, now=lambda: AT)
    wire.inbox = [item(number) for number in numbers]
    down.turn()
    down.turn()
    assert desk.items == []
    assert down.inbox.problem == f"item {numbers[-1]} came after item {numbers[-2]}"
    assert [record.message for record in caplog.records] == [f"the centre's inbox is not taken: {down.inbox.problem}"]
    caplog.clear()
    wire.inbox = [item(14)]
    down.turn()
    assert (down.inbox.problem, down.inbox.taken) == ("", 14)


def test_that_the_inbox_was_answered_stands_in_the_file_at_once(tmp_path: Path) -> None:
    clock, standing = FakeClock(), Standing(tmp_path / "standing.json")
    down = WayDown(MemoryDesk(), MemoryWire(), now=clock.now)
    outbox = MemoryOutbox()
    outbox.write(encode_record(visit_record(visit="0" * 8 + "-0000-0000-0000-000000000001")))
    names = SyncNames("machine-1", "0.1.0")
    SyncRunner(
        outbox, MemoryCentre(), names, clock=clock, hall=HallSide(down=down), files=SyncFiles(standing=standing)
    ).turn()
    kept = standing.read()
    assert kept is not None
    assert (kept.delivered, kept.inbox_asked_at) == (1, clock.now())


@pytest.mark.allow_logs
def test_the_file_beside_the_service_and_the_heartbeat_tell_why_nothing_is_taken(tmp_path: Path) -> None:
    desk, wire, centre, clock = MemoryDesk(), MemoryWire(), MemoryCentre(), FakeClock()
    wire.inbox = [item(3), item(3)]
    standing = Standing(tmp_path / "standing.json")
    names = SyncNames("machine-1", "0.1.0", "http://127.0.0.1:8090")
    down = WayDown(desk, wire, now=clock.now)
    runner = SyncRunner(
        MemoryOutbox(), centre, names, clock=clock, hall=HallSide(down=down), files=SyncFiles(standing=standing)
    )
    for _ in range(2):
        runner.turn()
        clock.advance(HEARTBEAT_S)
    runner.turn()
    kept = standing.read()
    assert kept is not None
    assert (kept.centre, kept.inbox_problem) == ("http://127.0.0.1:8090", "item 3 came after item 3")
    assert centre.beats[-1].inbox_problem == "item 3 came after item 3"


def test_the_file_beside_the_service_tells_why_there_is_no_answer_also_where_nothing_is_to_be_sent(
    tmp_path: Path,
) -> None:
    wire, clock, standing = MemoryWire(), FakeClock(), Standing(tmp_path / "standing.json")
    down = WayDown(MemoryDesk(), wire, now=clock.now)
    runner = SyncRunner(
        MemoryOutbox(), MemoryCentre(), SyncNames("machine-1", "0.1.0"),
        clock=clock, hall=HallSide(down=down), files=SyncFiles(standing=standing),
    )  # fmt: skip
    said = []
    for wire.cut in (False, True, False):
        runner.turn()
        clock.advance(HEARTBEAT_S)
        kept = standing.read()
        said.append(kept and kept.inbox_unanswered)
    assert said == ["", "the network is down", ""]
