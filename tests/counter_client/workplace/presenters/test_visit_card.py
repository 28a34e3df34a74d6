from __future__ import annotations

import pytest

from contracts.words.hall import Lane, Outcome, VisitorKind, VisitState
from counter_client.workplace.presenters.visit_card import Pace, StageRow, derive_card
from tests.counter_client.helpers.builders import LONG_S, TARGET_S, ago, at_work, serving, stage, visit, with_documents
from tests.helpers.replacing import replace


def test_without_a_visit_there_is_no_card() -> None:
    assert derive_card(at_work()) is None


def test_a_called_visit_counts_from_its_call() -> None:
    card = derive_card(at_work(visit(), now_s=10.0))
    assert card is not None
    assert (card.state, card.timer_s, card.waited_s) == (VisitState.CALLED, 30, 1200)


def test_a_visit_in_service_counts_from_its_begin() -> None:
    card = derive_card(at_work(serving(), now_s=1.0))
    assert card is not None
    assert (card.timer_s, card.service, card.ticket) == (241, "Housing assistance", "A047")


def test_earlier_stages_tell_where_the_visitor_was_and_what_came_of_it() -> None:
    first = stage(
        "B",
        VisitState.FINISHED,
        counter=5,
        agent="huda",
        issued_at=ago(4000),
        called_at=ago(3000),
        begun_at=ago(2900),
        ended_at=ago(2300),
        outcome=Outcome.REFERRED,
    )
    last = stage("A", issued_at=ago(2300), note="original deed")
    card = derive_card(at_work(visit("B012", VisitState.CALLED, first, last, lane=Lane.PRIORITY)))
    assert card is not None
    assert card.earlier == (StageRow("Lands", 5, "Huda Al Rawahi", Outcome.REFERRED, waited_s=1000, served_s=600),)
    assert (card.note, card.lane, card.service) == ("original deed", Lane.PRIORITY, "Housing assistance")


def test_a_stage_that_was_not_served_has_no_serving_time() -> None:
    never_called = stage("B", VisitState.FINISHED, called_at=None, ended_at=ago(30))
    card = derive_card(at_work(visit("B012", VisitState.CALLED, never_called, stage("A"))))
    assert card is not None
    assert (card.earlier[0].waited_s, card.earlier[0].served_s) == (None, None)


@pytest.mark.parametrize(
    ("served_s", "pace"),
    [(TARGET_S, Pace.IN_TIME), (TARGET_S + 1, Pace.OVER), (LONG_S, Pace.OVER), (LONG_S + 1, Pace.LONG)],
)
def test_serving_is_held_against_what_its_service_is_expected_to_take(served_s: int, pace: Pace) -> None:
    now = visit(state=VisitState.SERVING)
    begun = replace(now, stages=(replace(now.stages[0], begun_at=ago(served_s)),))
    card = derive_card(at_work(begun, hall=with_documents()))
    assert card is not None
    assert (card.timer_s, card.target_s, card.pace) == (served_s, TARGET_S, pace)


def test_a_called_visitor_has_no_target_yet_and_a_hall_that_tells_none_is_not_guessed_for() -> None:
    called, untold = derive_card(at_work(visit(), hall=with_documents())), derive_card(at_work(serving()))
    assert called is not None
    assert untold is not None
    assert (called.target_s, untold.target_s, untold.pace) == (0, 0, Pace.IN_TIME)


def test_who_the_visitor_is_and_that_he_goes_back_is_told() -> None:
    sent = replace(visit("A047", VisitState.CALLED, stage(goes_back=True)), visitor_kind=VisitorKind.COMPANY)
    card = derive_card(at_work(sent))
    assert card is not None
    assert (card.visitor_kind, card.goes_back) == (VisitorKind.COMPANY, True)
