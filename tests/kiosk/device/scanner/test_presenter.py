from __future__ import annotations

import pytest

from contracts.queue.answers import PlaceView, WaitRange
from contracts.words.hall import VisitState
from kiosk.device.scanner.presenter import ScannedView, derive_place, derive_scan_refusal
from tests.helpers.replacing import replace

NAMES = {"ar": "الأراضي", "en": "Lands"}


def place(state: VisitState, *, ahead: int = 0, wait: WaitRange | None = None, counter: int | None = None) -> PlaceView:
    return PlaceView("A047", "A", state, ahead, wait, counter, {}, NAMES)


def test_who_waits_is_told_his_place_and_his_wait() -> None:
    view = derive_place(place(VisitState.WAITING, ahead=3, wait=WaitRange(410, 700, 1250)), reinstated=False)
    assert view == ScannedView("waiting", "A047", NAMES, people_ahead=3, wait_min=(5, 25))


def test_who_missed_his_call_is_told_that_he_waits_again() -> None:
    assert derive_place(place(VisitState.WAITING, ahead=1), reinstated=True).message == "reinstated"


def test_who_was_called_in_the_same_moment_is_sent_to_his_counter() -> None:
    assert derive_place(place(VisitState.CALLED, counter=3), reinstated=True) == ScannedView(
        "called", "A047", NAMES, counter=3
    )


@pytest.mark.parametrize(
    ("state", "message"),
    [
        (VisitState.CALLED, "called"),
        (VisitState.SERVING, "serving"),
        (VisitState.PARKED, "parked"),
        (VisitState.NO_SHOW, "missed"),
        (VisitState.FINISHED, "finished"),
        (VisitState.CANCELLED, "ended"),
        (VisitState.CARRIED_OVER, "ended"),
        (VisitState.CLOSED_BY_DAY, "ended"),
    ],
)
def test_every_other_state_has_its_words_and_no_place_in_the_queue(state: VisitState, message: str) -> None:
    view = derive_place(place(state, ahead=5), reinstated=False)
    assert (view.message, view.people_ahead, view.wait_min) == (message, None, None)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("code_unknown", "not_of_today"),
        ("reinstate_limit", "missed_too_often"),
        ("hall_away", "cannot_look"),
        ("some_new_code", "ask_reception"),
    ],
)
def test_a_refusal_says_what_the_visitor_can_do(code: str, message: str) -> None:
    assert derive_scan_refusal(code) == ScannedView(message)


def test_a_refusal_of_a_known_ticket_shows_its_number() -> None:
    view = derive_scan_refusal("reinstate_limit", place(VisitState.NO_SHOW))
    assert view == ScannedView("missed_too_often", "A047", NAMES)


def test_a_scanned_ticket_of_a_service_without_a_counter_says_so() -> None:
    waiting = replace(place(VisitState.WAITING), staffed=False, begins_at="08:00")
    view = derive_place(waiting, reinstated=False)
    assert (view.staffed, view.begins_at) == (False, "08:00")
    assert derive_place(replace(waiting, wait=WaitRange(60, 120, 180)), reinstated=False).staffed
