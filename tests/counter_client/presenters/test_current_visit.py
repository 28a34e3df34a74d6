from __future__ import annotations

from contracts.hall_words import Lane, Outcome, VisitState
from counter_client.presenters.current_visit import StageRow, derive_card
from tests.counter_client.builders import ago, at_work, serving, stage, visit


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
