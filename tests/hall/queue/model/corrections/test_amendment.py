"""What can be corrected in a stage and what cannot; old values are restored to the last nanosecond."""

from __future__ import annotations

import copy
from datetime import timedelta

import pytest

from contracts.words.hall import CorrectionReason, Outcome, VisitState
from hall.kernel.facts import Changed, CorrectionTakenBack, VisitCorrected
from hall.kernel.ids import ServiceCode
from hall.kernel.refusals import AlreadySoError
from hall.queue.model.corrections.amendment import Amendment, amend, put_values, take_back, values_of
from hall.queue.model.corrections.refusals import CorrectionRefusedError, NotOverError
from hall.queue.model.stage import NextStage
from hall.queue.model.visit import Visit
from tests.helpers.moves import HOUSING, NINE, SAID, THREE, S, at, called, in_state, serving
from tests.helpers.replacing import replace

LATE = at(100_000)
WRONG = CorrectionReason.WRONG_OUTCOME


def seconds(of: float):
    return NINE + timedelta(seconds=of)


def finished() -> Visit:
    """Called after a minute, begun at 90 s, finished at 700 s."""
    visit = serving()
    visit.finish(Outcome.COMPLETED, at=at(700))
    visit.new_facts.clear()
    return visit


def test_a_begin_that_was_forgotten_is_put_where_it_was() -> None:
    visit = finished()
    before, after = amend(visit, Amendment(0, CorrectionReason.FORGOTTEN_BEGIN, begun_at=seconds(65)), "noor", now=LATE)
    assert (before.served_s, after.served_s) == (610.0, 635.0)
    assert visit.stage.begun == at(65), "the monotonic reading went along"
    (fact,) = visit.new_facts
    assert isinstance(fact, VisitCorrected)
    assert fact.changed == (Changed("begun", "2026-11-24T05:01:30Z", "2026-11-24T05:01:05Z"),)
    assert (fact.by, fact.reason, fact.position) == ("noor", CorrectionReason.FORGOTTEN_BEGIN, 0)


def test_a_service_that_was_left_open_ends_when_it_did_without_the_time_parked() -> None:
    visit = serving()
    visit.park(at=at(200))
    visit.resume(THREE, SAID, at=at(500))
    visit.begin(at=at(510))
    visit.finish(Outcome.COMPLETED, at=at(9000))
    _, after = amend(visit, Amendment(0, CorrectionReason.LEFT_OPEN, ended_at=seconds(700)), "noor", now=LATE)
    assert after.served_s == pytest.approx((700 - 90) - (510 - 200))


def test_an_outcome_and_a_service_are_put_right() -> None:
    visit = finished()
    amendment = Amendment(0, WRONG, outcome=Outcome.REFERRED, service=HOUSING)
    amend(visit, amendment, "noor", now=LATE)
    assert (visit.stage.outcome, visit.service, visit.state) == (Outcome.REFERRED, HOUSING, VisitState.FINISHED)


def test_a_visit_that_the_close_ended_was_finished_after_all() -> None:
    visit = in_state(S.CLOSED_BY_DAY)
    with pytest.raises(AlreadySoError):
        amend(visit, Amendment(0, WRONG), "noor", now=LATE)
    amend(
        visit,
        Amendment(0, CorrectionReason.LEFT_OPEN, ended_at=seconds(110), outcome=Outcome.COMPLETED),
        "noor",
        now=LATE,
    )
    assert (visit.state, visit.stage.served_s) == (VisitState.FINISHED, 20.0)


@pytest.mark.parametrize(
    "amendment",
    [
        Amendment(0, WRONG, begun_at=seconds(59)),
        Amendment(0, WRONG, begun_at=seconds(701)),
        Amendment(0, WRONG, ended_at=seconds(89)),
        Amendment(0, WRONG, ended_at=seconds(200_000)),
        Amendment(1, WRONG, outcome=Outcome.REFERRED),
        Amendment(-1, WRONG, outcome=Outcome.REFERRED),
    ],
)
def test_times_that_do_not_follow_each_other_are_refused_and_nothing_changes(amendment: Amendment) -> None:
    visit = finished()
    before = copy.deepcopy(visit)
    with pytest.raises(CorrectionRefusedError):
        amend(visit, amendment, "noor", now=LATE)
    assert visit == before


def test_the_same_again_is_no_correction() -> None:
    with pytest.raises(AlreadySoError):
        amend(finished(), Amendment(0, WRONG, outcome=Outcome.COMPLETED, begun_at=seconds(90)), "noor", now=LATE)


@pytest.mark.parametrize("state", [S.WAITING, S.CALLED, S.SERVING, S.PARKED])
def test_who_is_still_here_is_put_right_at_the_counter(state: VisitState) -> None:
    with pytest.raises(NotOverError):
        amend(in_state(state), Amendment(0, WRONG, service=HOUSING), "noor", now=LATE)


@pytest.mark.parametrize("state", [S.NO_SHOW, S.CANCELLED, S.CARRIED_OVER])
def test_who_was_not_served_has_a_service_and_no_times(state: VisitState) -> None:
    with pytest.raises(CorrectionRefusedError):
        amend(in_state(state), Amendment(0, WRONG, begun_at=seconds(70)), "noor", now=LATE)
    with pytest.raises(CorrectionRefusedError):
        amend(in_state(state), Amendment(0, WRONG, outcome=Outcome.COMPLETED), "noor", now=LATE)
    visit = in_state(state)
    amend(visit, Amendment(0, WRONG, service=HOUSING), "noor", now=LATE)
    assert (visit.service, visit.state) == (HOUSING, state)


def test_a_stage_that_ended_with_a_transfer_keeps_its_end() -> None:
    visit = serving()
    visit.transfer(NextStage(ServiceCode("Q")), at=at(300))
    visit.call(THREE, SAID, at=at(400))
    visit.begin(at=at(410))
    visit.finish(Outcome.COMPLETED, at=at(500))
    with pytest.raises(CorrectionRefusedError):
        amend(visit, Amendment(0, WRONG, ended_at=seconds(250)), "noor", now=LATE)
    amend(visit, Amendment(0, WRONG, begun_at=seconds(70)), "noor", now=LATE)
    assert [stage.served_s for stage in visit.stages] == [230.0, 90.0]


def test_a_finish_cannot_be_undone_past_a_correction_and_the_correction_can() -> None:
    visit = finished()
    stood = values_of(visit.stage)
    before, _ = amend(visit, Amendment(0, WRONG, outcome=Outcome.REFERRED, begun_at=seconds(61)), "noor", now=LATE)
    assert visit.previous_state is None
    take_back(visit, 0, before, "huda")
    assert values_of(visit.stage) == stood
    fact = visit.new_facts[-1]
    assert isinstance(fact, CorrectionTakenBack)
    assert {one.what for one in fact.changed} == {"outcome", "begun"}
    put_values(visit.stage, replace(stood, served_s=1.0))
    assert visit.stage.served_s == 1.0
    assert called().stage.begun is None
