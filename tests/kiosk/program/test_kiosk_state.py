"""What the kiosk learns about hall and printer, and the state that it reports to the hall."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.state.conditions import PrinterCondition
from tests.helpers.fake_hall import FakeHall, own_numbers
from tests.helpers.replacing import replace
from tests.kiosk.conftest import Hand, Start


def settled(hall: FakeHall, start: Start) -> Hand:
    hand = start(hall)
    hand.sees("welcome")
    hand.sees_that(lambda: bool(hall.device_states))
    # From now on the test sends the reports.
    hand.running.printer._timer.stop()
    return hand


def test_each_change_is_told_and_ready_once(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    ready: list[int] = []
    hand.kiosk.ready.connect(lambda: ready.append(1))
    hand.sees("welcome")
    changes: list[bool] = []
    hand.kiosk.knowledge.changed.connect(lambda: changes.append(hand.kiosk.conditions.wrong_roll))
    hand.kiosk.knowledge.judge_roll(whole=False)
    hand.kiosk.knowledge.judge_roll(whole=True)
    assert changes == [True, False]
    assert ready == [1]


def test_the_hall_is_told_of_news_and_not_twice(hall: FakeHall, start: Start) -> None:
    hand = settled(hall, start)
    told = len(hall.device_states)
    hand.kiosk.knowledge.take_printer(PrinterCondition("paper_out", "out"))
    hand.kiosk.knowledge.take_printer(PrinterCondition("paper_out", "out"))
    hand.sees_that(lambda: [state.paper for state in hall.device_states[told:]] == ["out"])


def test_a_ticket_in_the_slot_is_late_after_its_time(hall: FakeHall, start: Start) -> None:
    hand = settled(hall, start)
    now = [100.0]
    knowledge = hand.kiosk.knowledge
    knowledge._now_s = lambda: now[0]
    knowledge.take_printer(PrinterCondition(None, "ok", presenter="ticket"))
    assert not knowledge.late_in_slot(20.0)
    now[0] += 21.0
    assert knowledge.late_in_slot(20.0)
    knowledge.block_slot(blocked=True)
    assert hand.kiosk.conditions.slot_blocked


def test_a_hall_that_goes_and_comes_back_is_told_again(hall: FakeHall, start: Start) -> None:
    hand = settled(hall, start)
    hall.stop()
    hand.sees_that(lambda: hand.kiosk.conditions.online is False)
    told = len(hall.device_states)
    hall.start()
    hand.sees_that(lambda: hand.kiosk.conditions.online is True)
    hand.sees_that(lambda: len(hall.device_states) > told)


def test_settings_that_change_are_asked_for_anew(hall: FakeHall, start: Start) -> None:
    hand = settled(hall, start)
    before = hand.kiosk.conditions.hall
    assert before is not None
    hall.hall = replace(before, names={"ar": "قاعة أخرى", "en": "Another hall"})
    hall.tell("settings_changed")
    hand.sees_that(lambda: hand.kiosk.conditions.hall == hall.hall)


@pytest.mark.allow_logs
def test_a_kiosk_with_a_boards_token_says_that_it_is_not_set_up(hall: FakeHall, start: Start, tmp_path: Path) -> None:
    hall.is_a_board = True
    hall.numbers = own_numbers()
    hand = start(hall, own_numbers=tmp_path / "own")
    hand.sees_that(lambda: hand.kiosk.conditions.other_device)
    hand.sees("notice")
    hall.is_a_board = False
    hall.tell("settings_changed")
    hand.sees("welcome")
