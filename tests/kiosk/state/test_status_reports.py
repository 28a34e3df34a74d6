from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from contracts.queue.bodies import DeviceActRequest, DeviceStateRequest, PrintRequest
from contracts.words.hall import DeviceAct, PrintState
from kiosk.state.status_reports import Reports
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from tests.helpers.fake_hall import FakeHall


@pytest.fixture
def reports(hall: FakeHall, qtbot: QtBot) -> Iterator[Reports]:
    calls = HallCalls(HallAddresses([hall.url]), hall.token, time_out_ms=2000)
    yield Reports(calls, "kiosk")
    qtbot.waitUntil(lambda: not calls._open)


def printed(state: PrintState, attempt: str = "a1") -> PrintRequest:
    return PrintRequest(attempt, state, "kiosk")


def test_reports_arrive_in_order(qtbot: QtBot, hall: FakeHall, reports: Reports) -> None:
    reports.print_state("v1", printed(PrintState.SENDING))
    reports.print_state("v1", printed(PrintState.CONFIRMED))
    reports.device_state(DeviceStateRequest("ok"))
    qtbot.waitUntil(lambda: bool(hall.device_states))
    assert [report.state for _, report in hall.prints] == [PrintState.SENDING, PrintState.CONFIRMED]


def test_what_was_told_while_the_hall_was_away_arrives_once_it_is_back(
    qtbot: QtBot, hall: FakeHall, reports: Reports
) -> None:
    hall.stop()
    for attempt in ("a1", "a2", "a3"):
        reports.print_state("v1", printed(PrintState.CONFIRMED, attempt))
    qtbot.waitUntil(lambda: not reports._under_way)
    hall.start()
    reports.resume()
    qtbot.waitUntil(lambda: len(hall.prints) == 3)
    assert [report.attempt for _, report in hall.prints] == ["a1", "a2", "a3"]


def test_a_lost_answer_does_not_report_twice(qtbot: QtBot, hall: FakeHall, reports: Reports) -> None:
    hall.lose_answers = 2
    reports.print_state("v1", printed(PrintState.CONFIRMED))
    qtbot.waitUntil(lambda: not reports._under_way)
    reports.resume()
    qtbot.waitUntil(lambda: not reports._waiting)
    assert len(hall.prints) == 1


def test_only_the_newest_word_about_the_device_is_kept(qtbot: QtBot, hall: FakeHall, reports: Reports) -> None:
    hall.stop()
    for paper in ("ok", "low", "out"):
        reports.device_state(DeviceStateRequest("failed", paper=paper))
    qtbot.waitUntil(lambda: not reports._under_way)
    hall.start()
    reports.resume()
    qtbot.waitUntil(lambda: not reports._waiting)
    assert [state.paper for state in hall.device_states][-1] == "out"
    assert len(hall.device_states) <= 2


def test_giving_up_a_visit_that_the_hall_never_had_is_well(qtbot: QtBot, hall: FakeHall, reports: Reports) -> None:
    reports.give_up("v9")
    reports.device_state(DeviceStateRequest("ok"))
    qtbot.waitUntil(lambda: bool(hall.device_states))
    assert hall.cancelled == ["v9"]


def test_a_report_that_is_refused_does_not_hold_up_the_next(qtbot: QtBot, hall: FakeHall, reports: Reports) -> None:
    reports._add("/nowhere", None)
    reports.device_state(DeviceStateRequest("ok"))
    qtbot.waitUntil(lambda: bool(hall.device_states))


def test_an_act_is_told_in_its_turn(qtbot: QtBot, hall: FakeHall, reports: Reports) -> None:
    reports.act(DeviceActRequest(DeviceAct.STARTED))
    reports.act(DeviceActRequest(DeviceAct.PAPER_CHANGED, "Salim", 41))
    qtbot.waitUntil(lambda: len(hall.acts) == 2, timeout=60_000)
    assert [(one.act, one.by, one.took_s) for one in hall.acts] == [
        (DeviceAct.STARTED, None, None),
        (DeviceAct.PAPER_CHANGED, "Salim", 41),
    ]


def test_a_visit_that_the_hall_does_not_know_yet_is_reported_once_it_does(
    qtbot: QtBot, hall: FakeHall, qapp: object
) -> None:
    calls = HallCalls(HallAddresses([hall.url]), hall.token, time_out_ms=2000)
    unknown = {"own"}
    reports = Reports(calls, "kiosk", held=unknown.__contains__)
    reports.print_state("own", printed(PrintState.CONFIRMED, "a1"))
    reports.print_state("v2", printed(PrintState.CONFIRMED, "a2"))
    qtbot.waitUntil(lambda: not calls._open)
    assert [visit for visit, _ in hall.prints] == ["v2"]
    unknown.clear()
    reports.resume()
    qtbot.waitUntil(lambda: not calls._open)
    assert [visit for visit, _ in hall.prints] == ["v2", "own"]
