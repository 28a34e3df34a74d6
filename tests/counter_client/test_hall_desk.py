"""The counter's side of the contract under faults: lost answers, a cut, a hall that comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contracts.hall_words import VisitState
from tests.counter_client.conftest import Desk, running_desk
from tests.helpers.fake_hall_counter import FakeHall

Key = Qt.Key


@pytest.fixture(params=["ar"])
def language(request: pytest.FixtureRequest) -> str:
    """Faults speak one language here; the words are tested elsewhere."""
    return str(request.param)


def keys(desk: Desk, word: str) -> list[str]:
    return [key for path, key, _ in desk.hall.commands if path.endswith(word)]


def test_each_command_has_a_key_of_its_own(desk: Desk) -> None:
    with desk.hall.lock:
        desk.hall.state.issue("A047", "A")
    desk.sign_in()
    desk.next_thing(VisitState.CALLED)
    desk.press(Key.Key_F2)
    desk.until(lambda: desk.told == "done_recall")
    desk.press(Key.Key_F2)
    desk.until(lambda: desk.hall.paths().count("recall") == 2)
    used = [key for _, key, _ in desk.hall.commands]
    assert len(set(used)) == len(used)
    assert all(used)


def test_a_call_whose_answer_is_lost_is_done_once(desk: Desk) -> None:
    with desk.hall.lock:
        desk.hall.state.issue("A047", "A", waited_s=200)
        desk.hall.state.issue("A048", "A", waited_s=100)
    desk.sign_in()
    desk.hall.lose_next_answer = True
    desk.next_thing(VisitState.CALLED)
    assert desk.ticket == "A047"
    assert len(set(keys(desk, "call-next"))) == 1
    with desk.hall.lock:
        assert desk.hall.state.visits["visit-A048"].state is VisitState.WAITING


def test_cut_off_is_shown_and_the_same_press_afterwards_is_the_same_command(desk: Desk) -> None:
    with desk.hall.lock:
        desk.hall.state.issue("A047", "A")
    desk.sign_in()
    desk.hall.cut()
    desk.until(lambda: desk.inputs.cut_off_s is not None)
    banner = desk.find("cut_off")
    assert banner.isVisible()
    assert banner.accessibleName()
    desk.press(Key.Key_Space)
    desk.until(lambda: desk.told == "no_answer")
    first = desk.counter.desk.open_key
    desk.press(Key.Key_Space)
    desk.until(lambda: desk.inputs.busy is None)
    assert first
    assert desk.counter.desk.open_key == first


def test_after_healing_the_workplace_is_read_again(desk: Desk) -> None:
    desk.sign_in()
    desk.hall.cut()
    desk.until(lambda: desk.inputs.cut_off_s is not None)
    with desk.hall.lock:
        desk.hall.state.issue("C001", "C", waited_s=30)
    desk.hall.heal()
    desk.until(lambda: desk.inputs.cut_off_s is None)
    desk.until(lambda: bool(desk.inputs.workplace and desk.inputs.workplace.waiting))
    assert not desk.find("cut_off").isVisible()


def test_what_was_done_unheard_during_a_cut_is_on_the_screen_after_it(desk: Desk) -> None:
    with desk.hall.lock:
        desk.hall.state.issue("A047", "A")
    desk.sign_in()
    desk.hall.cut()
    desk.until(lambda: desk.inputs.cut_off_s is not None)
    with desk.hall.lock:
        desk.hall.state.call_next()
    desk.hall.heal()
    desk.until(lambda: desk.ticket == "A047")


def test_a_program_that_starts_before_its_hall_finds_it_by_itself(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    hall.cut()
    with running_desk(hall, language, qtbot) as desk:
        desk.until(lambda: desk.inputs.cut_off_s is not None)
        hall.heal()
        desk.until(lambda: desk.inputs.hall is not None and desk.inputs.cut_off_s is None)


def test_a_session_that_stands_goes_straight_to_work(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with hall.lock:
        token = hall.state.sign_in("said", "4711")
        hall.state.issue("A047", "A")
        hall.state.call_next()
    with running_desk(hall, language, qtbot, session=token) as desk:
        desk.until(lambda: desk.ticket == "A047")
        assert desk.counter.desk.session == token


def test_a_session_that_is_gone_leads_to_the_sign_in_screen(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with running_desk(hall, language, qtbot, session="session-of-yesterday") as desk:
        desk.until(lambda: desk.told == "session_ended")
        desk.until(lambda: desk.inputs.hall is not None)
        assert not desk.inputs.signed_in


def test_a_refusal_of_the_moment_is_told_and_the_screen_read_again(desk: Desk) -> None:
    with desk.hall.lock:
        desk.hall.state.issue("A047", "A")
    desk.sign_in()
    desk.hall.refuse_next = (409, "visit_open")
    desk.press(Key.Key_Space)
    desk.until(lambda: desk.told == "visit_open")
    desk.press(Key.Key_Space)
    desk.until(lambda: desk.ticket == "A047")


def test_a_device_the_hall_does_not_know_is_told_to_be_paired(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with running_desk(hall, language, qtbot, device="token-of-another-hall") as desk:
        desk.until(lambda: desk.told == "device_unknown")
        assert not desk.find("sign_in_cut_off").isVisible()


def test_a_link_that_falls_silent_is_a_cut_and_heals_by_itself(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with running_desk(hall, language, qtbot, silence_ms=600) as desk:
        desk.sign_in()
        hall.silent = True
        desk.until(lambda: desk.inputs.cut_off_s is not None)
        assert desk.find("cut_off").isVisible()
        hall.silent = False
        desk.until(lambda: desk.inputs.cut_off_s is None)
        assert not desk.find("cut_off").isVisible()
