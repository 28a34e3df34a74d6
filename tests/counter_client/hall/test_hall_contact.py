"""The counter's side of the contract under faults: lost answers, a cut, a hall that comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from contracts.queue.answers import Problem
from contracts.words.hall import VisitState
from counter_client.hall.hall_contact import HallContact
from counter_client.state.actions import Action
from counter_client.state.hall_command import plain
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.live_link import HallLink
from tests.counter_client.conftest import Seat, running_seat
from tests.helpers.fake_hall_counter import FakeHall
from tests.helpers.fake_hall_state import DEVICE_TOKEN
from tests.helpers.own_tls import Served, own_tls
from tests.helpers.qt_trust import trust_the_system

Key = Qt.Key


@pytest.fixture(params=["ar"])
def language(request: pytest.FixtureRequest) -> str:
    """Faults speak one language here; the words are tested elsewhere."""
    return str(request.param)


def keys(seat: Seat, word: str) -> list[str]:
    return [key for path, key, _ in seat.hall.commands if path.endswith(word)]


def test_each_command_has_a_key_of_its_own(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A")
    seat.sign_in()
    seat.next_thing(VisitState.CALLED)
    seat.press(Key.Key_F2)
    seat.until(lambda: seat.told == "done_recall")
    seat.press(Key.Key_F2)
    seat.until(lambda: seat.hall.paths().count("recall") == 2)
    used = [key for _, key, _ in seat.hall.commands]
    assert len(set(used)) == len(used)
    assert all(used)


def test_a_command_says_nothing_that_goes_without_saying_so_that_an_older_hall_takes_it(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A")
    seat.sign_in()
    seat.next_thing(VisitState.CALLED)
    seat.next_thing(VisitState.SERVING)
    seat.press(Key.Key_Space)
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.ticket == "")
    assert seat.hall.commands[-1][2] == {"outcome": "completed"}


def test_a_call_whose_answer_is_lost_is_done_once(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A", waited_s=200)
        seat.hall.state.issue("A048", "A", waited_s=100)
    seat.sign_in()
    seat.hall.lose_next_answer = True
    seat.next_thing(VisitState.CALLED)
    assert seat.ticket == "A047"
    assert len(set(keys(seat, "call-next"))) == 1
    with seat.hall.lock:
        assert seat.hall.state.visits["visit-A048"].state is VisitState.WAITING


def test_cut_off_is_shown_and_the_same_press_afterwards_is_the_same_command(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A")
    seat.sign_in()
    seat.hall.cut()
    seat.until(lambda: seat.inputs.link.cut_off_s is not None)
    banner = seat.find("cut_off")
    assert banner.isVisible()
    assert banner.accessibleName()
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.told == "no_answer")
    first = seat.counter.contact.open_key
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.inputs.busy is None)
    assert first
    assert seat.counter.contact.open_key == first


def test_after_healing_the_workplace_is_read_again(seat: Seat) -> None:
    seat.sign_in()
    seat.hall.cut()
    seat.until(lambda: seat.inputs.link.cut_off_s is not None)
    with seat.hall.lock:
        seat.hall.state.issue("C001", "C", waited_s=30)
    seat.hall.heal()
    seat.until(lambda: seat.inputs.link.cut_off_s is None)
    seat.until(lambda: bool(seat.inputs.workplace and seat.inputs.workplace.waiting))
    assert not seat.find("cut_off").isVisible()


def test_what_was_done_unheard_during_a_cut_is_on_the_screen_after_it(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A")
    seat.sign_in()
    seat.hall.cut()
    seat.until(lambda: seat.inputs.link.cut_off_s is not None)
    with seat.hall.lock:
        seat.hall.state.call_next()
    seat.hall.heal()
    seat.until(lambda: seat.ticket == "A047")


def test_a_program_that_starts_before_its_hall_finds_it_by_itself(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    hall.cut()
    with running_seat(hall, language, qtbot) as seat:
        seat.until(lambda: seat.inputs.link.cut_off_s is not None)
        hall.heal()
        seat.until(lambda: seat.inputs.hall is not None and seat.inputs.link.cut_off_s is None)


def test_a_session_that_stands_goes_straight_to_work(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with hall.lock:
        token = hall.state.sign_in("said", "471829")
        hall.state.issue("A047", "A")
        hall.state.call_next()
    with running_seat(hall, language, qtbot, session=token) as seat:
        seat.until(lambda: seat.ticket == "A047")
        assert seat.counter.contact.session == token


def test_a_session_that_is_gone_leads_to_the_sign_in_screen(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with running_seat(hall, language, qtbot, session="session-of-yesterday") as seat:
        seat.until(lambda: seat.told == "session_ended")
        seat.until(lambda: seat.inputs.hall is not None)
        assert not seat.inputs.signed_in


def test_a_refusal_of_the_moment_is_told_and_the_screen_read_again(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A")
    seat.sign_in()
    seat.hall.refuse_next = (409, "visit_open")
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.told == "visit_open")
    seat.press(Key.Key_Space)
    seat.until(lambda: seat.ticket == "A047")


def test_a_device_the_hall_does_not_know_is_told_to_be_paired(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with running_seat(hall, language, qtbot, device="token-of-another-hall") as seat:
        seat.until(lambda: seat.told == "device_unknown")
        assert not seat.find("sign_in_cut_off").isVisible()


def test_a_hall_of_another_authority_is_told_with_what_to_do(
    hall: FakeHall, language: str, qtbot: QtBot, tmp_path: Path
) -> None:
    own_tls(tmp_path / "paired with")
    stranger = Served(tmp_path / "stranger")
    authority = tmp_path / "paired with" / "authority.pem"
    try:
        with running_seat(hall, language, qtbot, url=stranger.url, hall_ca=authority) as seat:
            seat.until(lambda: seat.told == "certificate_refused")
            assert not seat.find("sign_in_cut_off").isVisible()
    finally:
        trust_the_system()
        stranger.stop()


def test_a_link_that_falls_silent_is_a_cut_and_heals_by_itself(hall: FakeHall, language: str, qtbot: QtBot) -> None:
    with running_seat(hall, language, qtbot, silence_ms=600) as seat:
        seat.sign_in()
        hall.silent = True
        seat.until(lambda: seat.inputs.link.cut_off_s is not None)
        assert seat.find("cut_off").isVisible()
        hall.silent = False
        seat.until(lambda: seat.inputs.link.cut_off_s is None)
        assert not seat.find("cut_off").isVisible()


def test_a_number_is_looked_up_in_the_hall_and_an_answer_that_comes_late_is_dropped(seat: Seat) -> None:
    with seat.hall.lock:
        seat.hall.state.issue("A047", "A")
        seat.hall.state.issue("B004", "B")
    seat.sign_in()
    seat.press(Key.Key_F7)
    seat.press(Key.Key_F)
    seat.type("47")
    seat.until(lambda: found(seat) == ["A047"])
    seat.press(Key.Key_Backspace)
    seat.until(lambda: found(seat) == ["B004"])
    seat.hall.cut()
    seat.type("7")
    assert found(seat) is None
    seat.hall.heal()
    seat.until(lambda: seat.inputs.link.cut_off_s is None)


def found(seat: Seat) -> list[str] | None:
    search = seat.inputs.sheet.search if seat.inputs.sheet else None
    return None if search is None or search.found is None else [visit.ticket for visit in search.found]


class HeldCalls:
    """Sends nothing; `answers` are given when the test says so."""

    def __init__(self) -> None:
        self.answers: list[Callable[[Any, Problem | None], None]] = []

    def call(self, _method: str, _path: str, _body: object, on_done: Callable[..., None], _key: str = "") -> None:
        self.answers.append(on_done)

    def set_token(self, _token: str) -> None:
        """Be somebody else."""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("action", [Action.SIGN_IN, Action.FINISH, Action.RECALL])
@pytest.mark.parametrize("problem", [None, Problem("gone", 401, "token_unknown", "the training is over")])
def test_an_answer_to_what_was_asked_in_a_training_that_was_left_means_nothing(
    hall: FakeHall, action: Action, problem: Problem | None
) -> None:
    calls, link = HeldCalls(), HallLink(HallAddresses([hall.url]), DEVICE_TOKEN)
    contact = HallContact(1, calls, link, device_token="room")  # type: ignore[arg-type]  # what is used of it
    heard: list[object] = []
    for told in (contact.answered, contact.refused):
        told.connect(lambda *what: heard.append(what))
    contact.send(plain(action, 1))
    contact.begin_as(DEVICE_TOKEN)
    calls.answers[0](None, problem)
    assert (heard, contact.session, contact.open_key) == ([], "", "")
    contact.send(plain(action, 1))
    assert contact.open_key
    contact.stop()
