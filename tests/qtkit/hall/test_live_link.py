from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from contracts.live import FactMessage, Snapshot
from qtkit.hall import live_link
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.live_link import HallLink
from tests.helpers.fake_hall import TOKEN, FakeHall, running_hall
from tests.helpers.silent_server import silent_server


class Listener:
    """Writes down all that a link tells, in order."""

    def __init__(self, link: HallLink) -> None:
        self.told: list[object] = []
        link.online.connect(self.told.append)
        link.snapshot.connect(self.told.append)
        link.fact.connect(self.told.append)
        link.refused.connect(self.told.append)

    def facts(self) -> list[int]:
        return [told.seq for told in self.told if isinstance(told, FactMessage)]

    def snapshots(self) -> int:
        return sum(isinstance(told, Snapshot) for told in self.told)

    def lines(self) -> list[object]:
        return [told for told in self.told if isinstance(told, bool | str)]


@pytest.fixture
def hall() -> Iterator[FakeHall]:
    with running_hall() as fake:
        yield fake


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_link, "pause_s", lambda *_, **__: 0.02)


@pytest.fixture
def links() -> Iterator[list[HallLink]]:
    made: list[HallLink] = []
    yield made
    for link in made:
        link.stop()


def linked(
    links: list[HallLink], *addresses: str, token: str = TOKEN, silence_ms: int = 5000
) -> tuple[HallLink, Listener]:
    link = HallLink(HallAddresses(addresses), token, silence_ms=silence_ms)
    links.append(link)
    listener = Listener(link)
    link.start()
    return link, listener


def test_a_snapshot_comes_first_then_each_fact_in_order(qtbot: QtBot, hall: FakeHall, links: list[HallLink]) -> None:
    _, listener = linked(links, hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    for kind in ("visit_issued", "visit_called", "visit_begun"):
        hall.tell(kind)
    qtbot.waitUntil(lambda: listener.facts() == [1, 2, 3])
    assert listener.told[0] is True
    assert isinstance(listener.told[1], Snapshot)


def test_what_comes_while_it_is_held_is_read_afterwards_in_order(
    qtbot: QtBot, hall: FakeHall, links: list[HallLink]
) -> None:
    link, listener = linked(links, hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    link.hold()
    hall.tell("visit_issued")
    hall.tell("visit_called")
    reply = link._reply
    assert reply is not None
    qtbot.waitUntil(lambda: reply.bytesAvailable() > 100)
    assert listener.facts() == []
    link.go_on()
    qtbot.waitUntil(lambda: listener.facts() == [1, 2])


def test_a_link_that_was_cut_while_it_was_held_misses_nothing(
    qtbot: QtBot, hall: FakeHall, links: list[HallLink]
) -> None:
    link, listener = linked(links, hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    link.hold()
    hall.tell("visit_issued")
    hall.stop()
    qtbot.waitUntil(lambda: listener.lines() == [True, False])
    link.go_on()
    hall.start()
    qtbot.waitUntil(lambda: listener.facts() == [1])


def test_after_a_cut_only_the_missed_facts_come_none_twice(qtbot: QtBot, hall: FakeHall, links: list[HallLink]) -> None:
    _, listener = linked(links, hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    hall.tell("visit_issued")
    qtbot.waitUntil(lambda: listener.facts() == [1])
    hall.stop()
    qtbot.waitUntil(lambda: listener.lines() == [True, False])
    hall.tell("visit_called")
    hall.tell("visit_begun")
    hall.start()
    qtbot.waitUntil(lambda: listener.facts() == [1, 2, 3])
    assert (listener.snapshots(), listener.lines()) == (1, [True, False, True])
    assert hall.live_connections == ["", "fake:1"]


def test_silence_counts_as_cut_off_and_heals(qtbot: QtBot, hall: FakeHall, links: list[HallLink]) -> None:
    _, listener = linked(links, hall.url, silence_ms=500)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    hall.silent = True
    qtbot.waitUntil(lambda: listener.lines() == [True, False])
    hall.silent = False
    qtbot.waitUntil(lambda: listener.lines() == [True, False, True])


def test_a_hall_that_never_answers_is_told_once(qtbot: QtBot, links: list[HallLink]) -> None:
    with silent_server() as url:
        _, listener = linked(links, url, silence_ms=80)
        qtbot.waitUntil(lambda: listener.lines() == [False])
        qtbot.wait(300)
    assert listener.told == [False]


def test_the_next_address_is_tried(qtbot: QtBot, hall: FakeHall, links: list[HallLink]) -> None:
    _, listener = linked(links, "http://127.0.0.1:1", hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    assert listener.lines() == [False, True]


def test_a_foreign_token_is_told_as_refused(qtbot: QtBot, hall: FakeHall, links: list[HallLink]) -> None:
    link, listener = linked(links, hall.url, token="wrong")
    qtbot.waitUntil(lambda: listener.lines()[:2] == ["token_unknown", False])
    link.set_token(hall.token)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    assert listener.lines()[-1] is True


def test_each_trouble_is_logged_once_with_the_address_and_what_to_do(
    qtbot: QtBot, hall: FakeHall, links: list[HallLink], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="qtkit.hall.live_link")
    link, listener = linked(links, hall.url, token="wrong")
    qtbot.waitUntil(lambda: len(listener.lines()) >= 4)
    link.set_token(hall.token)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    hint = "does not know this device's token: pair it (main.py pair)"
    assert caplog.messages == [f"hall {hall.url} {hint}", f"hall {hall.url}: connected"]


def test_an_address_where_nobody_answers_is_logged(
    qtbot: QtBot, links: list[HallLink], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="qtkit.hall.live_link")
    linked(links, "http://127.0.0.1:9")
    qtbot.waitUntil(lambda: bool(caplog.messages))
    assert caplog.messages == ["hall http://127.0.0.1:9 Connection refused"]


def test_with_a_new_token_everything_begins_with_a_snapshot(
    qtbot: QtBot, hall: FakeHall, links: list[HallLink]
) -> None:
    link, listener = linked(links, hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    link.set_token(hall.token)
    qtbot.waitUntil(lambda: listener.snapshots() == 2)
    assert hall.live_connections == ["", ""]


@pytest.mark.allow_logs
def test_an_unreadable_fact_is_mended_by_a_snapshot(
    qtbot: QtBot, hall: FakeHall, links: list[HallLink], caplog: pytest.LogCaptureFixture
) -> None:
    _, listener = linked(links, hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    hall.facts.append(FactMessage(1, 7, None, None))  # type: ignore[arg-type]  # what a broken hall would send
    hall.tell("visit_called")
    qtbot.waitUntil(lambda: listener.snapshots() == 2)
    assert "cannot be read" in caplog.text
    assert hall.live_connections == ["", ""]


def test_a_stopped_link_stays_stopped(qtbot: QtBot, hall: FakeHall, links: list[HallLink]) -> None:
    link, listener = linked(links, hall.url)
    qtbot.waitUntil(lambda: listener.snapshots() == 1)
    link.stop()
    hall.tell("visit_issued")
    qtbot.wait(100)
    assert listener.facts() == []
