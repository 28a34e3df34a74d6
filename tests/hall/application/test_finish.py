"""Serving ends with an outcome, and the centre is told."""

from __future__ import annotations

import pytest

from contracts.hall_words import Outcome, VisitState
from hall.application.finish import Finish, finish
from hall.application.open_counter import SignOut, sign_out
from hall.domain import counter_errors, errors
from hall.domain.ids import CounterId
from tests.helpers.example_hall import called_hall, serving_hall, staffed_hall

ONE = CounterId(1)


def test_a_finished_visit_is_told_to_the_centre_once_and_counted_for_the_agent():
    hall = serving_hall()
    hall.clock.advance(240)
    visit = hall.run(finish, Finish(ONE, Outcome.REQUEST_REGISTERED, ("land_grant",)))
    assert (visit.state, visit.stage.outcome, visit.topics) == (
        VisitState.FINISHED, Outcome.REQUEST_REGISTERED, ("land_grant",),
    )  # fmt: skip
    (record,) = hall.told
    assert (record.visit, record.rev, record.outcome, record.serving_s) == ("v1", 1, "request_registered", 240)
    session = hall.work().sessions.at(ONE)
    assert session is not None
    assert (session.served, session.free_since) == (1, hall.clock.now())


def test_a_called_visit_is_not_finished_before_it_begins():
    hall = called_hall()
    with pytest.raises(errors.NotServingError):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert hall.told == []


def test_nobody_finishes_at_a_counter_without_a_session_or_visit():
    hall = staffed_hall()
    with pytest.raises(counter_errors.NoVisitError):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    hall.run(sign_out, SignOut(ONE, "said"))
    with pytest.raises(counter_errors.NotSignedInError):
        hall.run(finish, Finish(ONE, Outcome.COMPLETED))
