"""Scheduled reports: each period once to each target, again after a failure, never twice after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from figures.reports.seal import Verdict, verdict
from hall.reporting.model.report_ports import Delivery, DeliveryFailedError, DeliveryState, Enclosure
from hall.reporting.workers.report_sender import ReportSender, ask_again
from hall.settings.model.report_plan import DeliveryMethod, ReportPlan, ScheduledReport
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread

DAILY = ScheduledReport("daily", formats=("csv", "xlsx"), language="en", folder="/srv", to=("head@example.om",))


@dataclass
class Outlet:
    """A carrier that may be blocked, and that may end the service while it carries."""

    blocked: str = ""
    dies: bool = False
    breaks: bool = False
    meanwhile: Callable[[], None] | None = None
    """What happens once while it carries."""
    carried: list[tuple[str, list[Enclosure], str]] = field(default_factory=list)

    def carry(self, report: ScheduledReport, subject: str, enclosures: Sequence[Enclosure], key: str) -> None:
        if self.dies:
            raise KeyboardInterrupt
        if self.breaks:
            raise ValueError("a header cannot hold a line break")
        if self.blocked:
            raise DeliveryFailedError(self.blocked)
        self.carried.append((subject, list(enclosures), key))
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            meanwhile()


@dataclass
class Seat:
    """A hall with a sender that is driven by hand."""

    hall: RunningHall
    folder: Outlet = field(default_factory=Outlet)
    mail: Outlet = field(default_factory=Outlet)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        store, carriers = self.hall.hall.store, {DeliveryMethod.FOLDER: self.folder, DeliveryMethod.MAIL: self.mail}
        self.sender = ReportSender(
            ReportPlan((DAILY,)), reads=store.reads, do=store.commands.run, settings=store.settings,
            carriers=carriers,
        )  # fmt: skip

    def newest(self, way: DeliveryMethod) -> Delivery | None:
        return self.hall.hall.store.reads.read(lambda work, _now: work.deliveries.newest("daily", way)).result()

    def state(self, way: DeliveryMethod) -> DeliveryState | None:
        newest = self.newest(way)
        return newest.state if newest else None

    def close_a_day(self) -> None:
        self.hall.issue()
        good(self.hall.post("/day/close", "head"))


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    with hall_in_a_thread(tmp_path, setup=SETUP) as running:
        yield Seat(running)


def test_a_day_leaves_on_each_way_once_it_is_closed_and_only_once(seat: Seat) -> None:
    seat.hall.issue()
    seat.sender.look()
    assert (seat.folder.carried, seat.mail.carried) == ([], [])
    good(seat.hall.post("/day/close", "head"))
    for _ in range(3):
        seat.sender.look()
    seat.restart()
    seat.sender.look(first=True)
    ((subject, files, key),) = seat.mail.carried
    assert len(seat.folder.carried) == 1
    assert subject.startswith("Test Hall · Figures of the day · ")
    assert [one.name.rpartition(".")[2] for one in files] == ["csv", "xlsx"]
    assert {verdict(one.content) for one in files} == {Verdict.RIGHT}
    assert "schedule daily" in files[0].content.decode("utf-8-sig")
    assert key.startswith("test-hall.daily.")
    assert seat.state(DeliveryMethod.MAIL) is DeliveryState.SENT
    assert seat.sender.troubles == frozenset()


@pytest.mark.allow_logs
def test_what_does_not_leave_is_tried_again_later_and_told_meanwhile(seat: Seat) -> None:
    seat.mail.blocked = "mail.example.om port 587 cannot be reached"
    seat.close_a_day()
    for _ in range(2):
        seat.sender.look()
    failed = seat.newest(DeliveryMethod.MAIL)
    assert failed is not None
    assert (failed.state, failed.tries, failed.why) == (DeliveryState.FAILING, 1, seat.mail.blocked)
    assert seat.sender.troubles == {"report_failing:daily"}
    assert len(seat.folder.carried) == 1, "the other way is open"
    seat.hall.clock.move_on(seconds=61)
    seat.sender.look()
    assert (again := seat.newest(DeliveryMethod.MAIL)) is not None
    assert again.tries == 2
    seat.mail.blocked = ""
    seat.hall.clock.move_on(seconds=121)
    seat.sender.look()
    assert (len(seat.mail.carried), len(seat.folder.carried)) == (1, 1)
    assert seat.sender.troubles == frozenset()


def test_a_message_that_was_leaving_when_the_service_ended_is_in_doubt_and_not_sent_again(seat: Seat) -> None:
    seat.close_a_day()
    seat.mail.dies = True
    with pytest.raises(KeyboardInterrupt):
        seat.sender.look()
    seat.mail.dies = False
    seat.restart()
    seat.sender.look(first=True)
    assert (seat.state(DeliveryMethod.MAIL), seat.mail.carried) == (DeliveryState.IN_DOUBT, [])
    assert seat.sender.troubles == {"report_in_doubt:daily"}


def test_a_file_that_was_being_written_is_written_again(seat: Seat) -> None:
    seat.close_a_day()
    seat.folder.dies = True
    with pytest.raises(KeyboardInterrupt):
        seat.sender.look()
    seat.folder.dies = False
    seat.restart()
    seat.sender.look(first=True)
    assert (seat.state(DeliveryMethod.FOLDER), len(seat.folder.carried)) == (DeliveryState.SENT, 1)


def test_whoever_asks_gets_it_again_under_another_number(seat: Seat) -> None:
    seat.close_a_day()
    seat.sender.look()
    seat.hall.hall.store.commands.run(lambda work, now: ask_again(DAILY, work, now)).result()
    seat.sender.look()
    first, again = (key for _, _, key in seat.mail.carried)
    assert again.startswith(f"{first}.")


def test_whoever_asks_while_it_is_leaving_gets_it_once_more(seat: Seat) -> None:
    seat.close_a_day()
    commands = seat.hall.hall.store.commands
    seat.mail.meanwhile = lambda: commands.run(lambda work, now: ask_again(DAILY, work, now)).result()
    seat.sender.look()
    assert seat.state(DeliveryMethod.MAIL) is DeliveryState.DUE
    seat.sender.look()
    assert (len(seat.mail.carried), seat.state(DeliveryMethod.MAIL)) == (2, DeliveryState.SENT)


def test_days_that_a_service_missed_leave_when_it_is_back_and_none_twice(seat: Seat) -> None:
    seat.close_a_day()
    seat.sender.look()
    for _ in range(2):
        seat.hall.clock.move_on(days=1)
        seat.close_a_day()
    seat.hall.clock.move_on(days=2)
    seat.restart()
    for _ in range(2):
        seat.sender.look(first=True)
    assert len({key for _, _, key in seat.mail.carried}) == len(seat.mail.carried) == 3


def test_a_new_report_leaves_of_its_newest_day_alone(seat: Seat) -> None:
    for _ in range(2):
        seat.close_a_day()
        seat.hall.clock.move_on(days=1)
    seat.sender.look()
    assert len(seat.mail.carried) == 1


def test_a_period_in_which_the_hall_was_not_open_is_no_report(seat: Seat) -> None:
    seat.sender.look()
    assert seat.newest(DeliveryMethod.MAIL) is None


def test_it_sends_by_itself_in_a_thread_of_its_own_when_it_is_woken(seat: Seat) -> None:
    seat.close_a_day()
    seat.sender.start()
    seat.sender.stop()
    assert not seat.sender._thread.is_alive()


@pytest.mark.allow_logs
def test_a_message_whose_sending_broke_off_is_in_doubt_and_no_longer_being_sent(seat: Seat) -> None:
    seat.close_a_day()
    seat.mail.breaks = True
    seat.sender.turn()
    assert seat.state(DeliveryMethod.MAIL) is DeliveryState.SENDING
    seat.sender.turn()
    assert (seat.state(DeliveryMethod.MAIL), seat.state(DeliveryMethod.FOLDER)) == (
        DeliveryState.IN_DOUBT,
        DeliveryState.SENT,
    )
    assert seat.sender.troubles == {"report_in_doubt:daily"}
