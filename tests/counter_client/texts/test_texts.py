from __future__ import annotations

from enum import Enum

import pytest

from contracts.words.complaints import Nature
from contracts.words.enquiries import Channel
from contracts.words.hall import Lane, LaneReason, Outcome, TransferPosition, VisitorKind, VisitState
from counter_client.dialogs.enquiries.counting import LEAVE_OPEN
from counter_client.dialogs.question.presenter import (
    BREAK_REASONS,
    CONFIRM,
    CONFIRM_BREAK,
    CONFIRM_ENQUIRY,
    CONTINUE,
    NEXT_SERVICE,
    NO_LENGTH,
    NO_REMINDER,
    OF_THEIR_OWN,
)
from counter_client.dialogs.request.update import NO_MORE, NO_REQUEST
from counter_client.state.actions import Action
from counter_client.state.state import ListKind, Notice, SheetKind, Tone
from counter_client.state.transfer_sheet import TargetKind
from counter_client.texts import texts
from tests.counter_client.helpers.builders import HALL


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (texts.ACTIONS, Action),
        (texts.LANES, Lane),
        (texts.KINDS, VisitorKind),
        (texts.FOUND, VisitState),
        (texts.OUTCOMES, Outcome),
        (texts.LISTS, ListKind),
        (texts.EMPTY_LISTS, ListKind),
        (texts.TARGETS, TargetKind),
        (texts.POSITIONS, TransferPosition),
    ],
)
def test_every_word_of_a_closed_list_has_a_text(table: dict[Enum, str], words: type[Enum]) -> None:
    assert set(table) == set(words)


def test_every_reason_and_question_has_a_text() -> None:
    own = {NEXT_SERVICE, NO_REMINDER, NO_LENGTH, CONFIRM_BREAK, CONFIRM, CONTINUE, NO_REQUEST, NO_MORE}
    own |= {LEAVE_OPEN, CONFIRM_ENQUIRY}
    own |= {channel.value for channel in Channel} | {nature.value for nature in Nature}
    assert {*BREAK_REASONS, *HALL.reasons, *(reason.value for reason in LaneReason), *own} == set(texts.WORDS)
    questions = {kind.value for kind in SheetKind} - {kind.value for kind in OF_THEIR_OWN} | {"walk_up_reason"}
    assert questions == set(texts.QUESTIONS)


def test_a_halls_own_reason_is_shown_as_it_stands() -> None:
    assert texts.word("visitor_is_ill") == "visitor is ill"
    assert texts.word("completed") == "Completed"
    assert texts.word("20") == "20 min"


def test_a_notice_names_the_number_in_its_own_direction() -> None:
    assert texts.notice_text(Notice(Tone.DONE, "done_park", "A047")) == "\u2066A047\u2069 is on hold at your counter."


def test_a_visit_without_ticket_has_a_name_too() -> None:
    assert "Visit without a ticket" in texts.notice_text(Notice(Tone.DONE, "done_finish"))


def test_a_refusal_is_told_by_its_sentence() -> None:
    assert texts.notice_text(Notice(Tone.WARNING, "on_break")) == "You are on a break. Resume work first."


@pytest.mark.parametrize(("seconds", "shown"), [(0, "1 min"), (17, "1 min"), (61, "2 min"), (600, "10 min")])
def test_who_asked_too_often_reads_how_long_to_wait(seconds: int, shown: str) -> None:
    text = texts.notice_text(Notice(Tone.WARNING, "too_many_tries", seconds=seconds))
    assert text == f"Too many tries in a short time. Try again in {shown}."


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "under 1 min"), (59, "under 1 min"), (60, "1 min"), (3599, "59 min"), (3660, "1 h 1 min")],
)
def test_waits_are_told_in_whole_minutes(seconds: int, shown: str) -> None:
    assert texts.minutes(seconds) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(0, "00:00"), (272, "04:32"), (3600, "1:00:00"), (36_061, "10:01:01")])
def test_running_times_are_told_to_the_second(seconds: int, shown: str) -> None:
    assert texts.stopwatch(seconds) == shown
