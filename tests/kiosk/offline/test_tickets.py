"""Tickets of the kiosk's own numbers: given while the hall is away, handed in when it is back, each once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.codec.message import replace
from contracts.live import FactMessage
from contracts.queue.answers import IssuedTicket
from contracts.queue.bodies import HandInRequest, IssueRequest
from kiosk.offline.number_file import OwnFile
from kiosk.offline.tickets import OwnDesk
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.program.jobs import JobLane
from tests.helpers.fake_hall import FakeHall, example_hall, own_numbers
from tests.helpers.hand_driven import HandDriven


class Desk:
    """A desk with its file and a lane that moves by hand."""

    def __init__(self, hall: FakeHall, folder: Path) -> None:
        self.hall, self.folder = hall, folder
        self.hands = HandDriven()
        self.calls = HallCalls(HallAddresses([hall.url]), hall.token, time_out_ms=2000)
        self.file = OwnFile(folder)
        self.desk = OwnDesk(self.calls, "kiosk", self.file, JobLane(self.hands))
        self.given: list[IssuedTicket | None] = []

    def issue(self, visit: str, service: str = "A") -> None:
        self.desk.issue(IssueRequest(service, visit=visit), self.given.append)

    def numbers(self) -> list[str]:
        return [ticket.ticket for ticket in self.given if ticket is not None]

    def learn(self, qtbot: QtBot) -> None:
        self.desk.learn(example_hall())
        qtbot.waitUntil(lambda: bool(self.hands.waiting))
        self.hands.run_all()

    def away(self) -> None:
        self.hall.stop()
        self.desk.set_away(away=True)

    def back(self) -> None:
        self.hall.start()
        self.desk.set_away(away=False)


@pytest.fixture
def desk(hall: FakeHall, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    hall.numbers = own_numbers(900, 902)
    made = Desk(hall, tmp_path)
    made.learn(qtbot)
    yield made
    qtbot.waitUntil(lambda: not made.calls._open)
    made.desk._again.stop()
    made.file.close()


def test_a_ticket_is_given_only_once_it_is_on_the_disk(desk: Desk, qtbot: QtBot) -> None:
    desk.away()
    desk.issue("v1")
    qtbot.wait(1)
    assert desk.given == []
    assert "v1" not in (desk.folder / "issued.jsonl").read_text(encoding="utf-8")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: desk.numbers() == ["A900"])
    assert "v1" in (desk.folder / "issued.jsonl").read_text(encoding="utf-8")


def test_everything_is_handed_in_once_in_the_order_of_issue(desk: Desk, hall: FakeHall, qtbot: QtBot) -> None:
    desk.away()
    for visit in ("v1", "v2"):
        desk.issue(visit)
    desk.issue("v3", "L")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: desk.numbers() == ["A900", "A901", "L900"])
    assert (desk.desk.pending, desk.desk.holds("v2")) == (3, True)
    hall.lose_answers = 3
    desk.desk._again.setInterval(10)
    with qtbot.waitSignal(desk.desk.settled):
        desk.back()
    assert [(one.visit, one.ticket) for one in hall.handed_in] == [("v1", "A900"), ("v2", "A901"), ("v3", "L900")]
    assert (desk.desk.pending, desk.desk.holds("v2")) == (0, False)
    desk.hands.run_all()
    desk.file.close()
    assert OwnFile(desk.folder).load(datetime.now(UTC)).pending == ()


def test_after_a_crash_the_numbers_go_on_and_nothing_is_lost(desk: Desk, hall: FakeHall, qtbot: QtBot) -> None:
    desk.away()
    desk.issue("v1")
    desk.hands.run_all()
    desk.file.close()
    again = Desk(hall, desk.folder)
    assert again.desk.hall == example_hall()
    assert [ticket.ticket for ticket in again.desk.tickets] == ["A900"]
    assert again.desk.may_issue("A")
    again.issue("v2")
    again.hands.run_all()
    qtbot.waitUntil(lambda: again.numbers() == ["A901"])
    with qtbot.waitSignal(again.desk.settled):
        again.back()
    assert [one.ticket for one in hall.handed_in] == ["A900", "A901"]
    again.file.close()


def test_a_block_that_is_used_up_gives_nothing_more(desk: Desk, qtbot: QtBot) -> None:
    desk.away()
    for at in range(4):
        desk.issue(f"v{at}")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: len(desk.given) == 4)
    assert desk.numbers() == ["A900", "A901", "A902"]
    assert desk.given[0] is None, "said at once, without the disk"
    assert not desk.desk.may_issue("A")
    assert desk.desk.may_issue("L", at_once=True)


@pytest.mark.allow_logs
def test_a_full_disk_gives_no_ticket_and_its_number_to_nobody(
    desk: Desk, hall: FakeHall, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.away()

    def full(_self: OwnFile, _record: HandInRequest) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(OwnFile, "issue", full)
        desk.issue("v1")
        desk.hands.run_all()
        qtbot.waitUntil(lambda: desk.given == [None])
    desk.hands.run_all()
    desk.issue("v2")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: desk.numbers() == ["A901"])
    with qtbot.waitSignal(desk.desk.settled):
        desk.back()
    assert [one.visit for one in hall.handed_in] == ["v2"]


@pytest.mark.allow_logs
def test_a_ticket_that_the_hall_never_takes_does_not_hold_up_the_others(
    desk: Desk, hall: FakeHall, qtbot: QtBot
) -> None:
    hall.refuse_hand_in = {"A900": "ticket_taken"}
    desk.away()
    for visit in ("v1", "v2"):
        desk.issue(visit)
    desk.hands.run_all()
    qtbot.waitUntil(lambda: len(desk.given) == 2)
    with qtbot.waitSignal(desk.desk.settled):
        desk.back()
    assert [one.ticket for one in hall.handed_in] == ["A901"]
    desk.hands.run_all()
    assert "ticket_taken" in (desk.folder / "issued.jsonl").read_text(encoding="utf-8")


@pytest.mark.allow_logs
def test_a_hall_that_doubts_its_date_is_asked_again(desk: Desk, hall: FakeHall, qtbot: QtBot) -> None:
    hall.refuse_hand_in = {"A900": "day_doubtful"}
    desk.desk._again.setInterval(10)
    desk.away()
    desk.issue("v1")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: len(desk.given) == 1)
    desk.back()
    qtbot.waitUntil(lambda: desk.desk._again.isActive() or bool(hall.handed_in))
    hall.keys.clear()
    hall.refuse_hand_in = {}
    qtbot.waitUntil(lambda: [one.ticket for one in hall.handed_in] == ["A900"])


def test_a_new_day_is_asked_about(desk: Desk, hall: FakeHall, qtbot: QtBot) -> None:
    hall.numbers = own_numbers(700, 710)
    now = datetime.now(UTC)
    desk.desk.follow(FactMessage(1, "visit_issued", now, now.date()))
    desk.desk.follow(FactMessage(2, "day_opened", now, now.date()))
    qtbot.waitUntil(lambda: bool(desk.hands.waiting))
    desk.hands.run_all()
    desk.away()
    desk.issue("v1")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: desk.numbers() == ["A700"])


def test_the_numbers_are_asked_for_only_when_all_tickets_are_handed_in(
    desk: Desk, hall: FakeHall, qtbot: QtBot
) -> None:
    """By asking the kiosk gives up numbers of closed services: none of them may still be on its way."""
    desk.away()
    desk.issue("v1")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: desk.numbers() == ["A900"])
    hall.numbers = own_numbers(700, 710)
    hall.start()
    desk.desk.learn(example_hall())
    with qtbot.waitSignal(desk.desk.settled):
        desk.desk.set_away(away=False)
    qtbot.waitUntil(lambda: len(hall.numbers_asked) == 2)
    assert hall.numbers_asked == [0, 1]
    qtbot.waitUntil(lambda: bool(desk.hands.waiting))
    desk.hands.run_all()


def test_after_a_lost_answer_the_hall_is_asked_again_without_a_reconnection(
    desk: Desk, hall: FakeHall, qtbot: QtBot
) -> None:
    hall.numbers, hall.lose_answers = own_numbers(700, 710), 2
    desk.desk._again.setInterval(10)
    desk.desk.learn(example_hall())
    qtbot.waitUntil(lambda: bool(desk.hands.waiting))
    desk.hands.run_all()
    desk.away()
    desk.issue("v1")
    desk.hands.run_all()
    qtbot.waitUntil(lambda: desk.numbers() == ["A700"])


def test_numbers_of_a_closed_service_are_given_up_even_when_the_answer_is_lost(
    desk: Desk, hall: FakeHall, qtbot: QtBot
) -> None:
    """The hall may have taken them back, and may change the letter meanwhile."""
    view = example_hall()
    services = tuple(replace(one, open=one.code != "A") for one in view.services)
    hall.lose_answers = 2
    desk.desk.learn(replace(view, services=services))
    desk.hands.run_all()
    qtbot.waitUntil(desk.desk._again.isActive)
    desk.away()
    assert (desk.desk.may_issue("A"), desk.desk.may_issue("L")) == (False, True)
    desk.issue("v1")
    assert desk.given == [None]
    desk.file.close()
    again = Desk(hall, desk.folder)
    assert (again.desk.may_issue("A"), again.desk.may_issue("L")) == (False, True), "also after a new start"
    again.file.close()


def test_after_a_change_of_the_settings_nothing_is_asked_before_the_new_ones_are_known(
    desk: Desk, hall: FakeHall
) -> None:
    now = datetime.now(UTC)
    desk.desk.follow(FactMessage(1, "settings_changed", now, now.date()))
    assert not desk.calls._open


@pytest.mark.parametrize(("board", "known"), [(True, False), (False, True)])
@pytest.mark.allow_logs
def test_a_kiosk_that_goes_by_another_name_is_no_device_of_another_kind(
    desk: Desk, hall: FakeHall, qtbot: QtBot, *, board: bool, known: bool
) -> None:
    """Either is refused its numbers; but the kiosk gives tickets, and must not stop when it is updated."""
    hall.is_a_board, hall.has_another_name = board, not board
    with qtbot.waitSignal(desk.desk.known_as_kiosk) as told:
        desk.desk.learn(example_hall())
    assert told.args == [known]


def test_a_kiosk_without_a_file_gives_nothing(hall: FakeHall, qapp: object) -> None:
    calls = HallCalls(HallAddresses([hall.url]), hall.token)
    desk, given = OwnDesk(calls, "kiosk", None, JobLane(HandDriven())), []
    desk.issue(IssueRequest("A", visit="v1"), given.append)
    assert (given, desk.state(), desk.may_issue("A"), desk.tickets) == ([None], None, False, ())
