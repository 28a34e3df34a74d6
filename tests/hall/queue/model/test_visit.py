"""Every other move of a visit from every state: what is legal leaves its fact, what is not is a named refusal."""

from __future__ import annotations

import pytest

from contracts.words.hall import Lane, LaneReason, Outcome
from hall.calendar.refusals import NotCarriedOverError
from hall.kernel import facts, refusals
from hall.kernel.ids import VisitId
from hall.queue.model.facts import CodeRenewed, ServiceChanged, VisitUnlinked
from hall.queue.model.refusals import NotLinkedError, ReprintedMeanwhileError, VisitOverError
from hall.queue.model.stage import IN_HALL, ServiceBefore
from tests.helpers.moves import (
    ELSEWHERE,
    EVERY,
    HOUSING,
    IN_STATE,
    LANDS,
    NOOR,
    SAID,
    THREE,
    Move,
    S,
    at,
    copy,
    in_state,
    named,
    new,
    pairs,
)
from tests.helpers.replacing import replace

MOVES = [
    Move(
        "reinstate",
        lambda v: v.reinstate("head", held_until_calls=2, limit=2),
        frozenset({S.NO_SHOW}),
        S.WAITING,
        facts.VisitReinstated,
        refusals.NotMissedError,
    ),
    Move(
        "cancel",
        lambda v: v.cancel("head", at=at(200)),
        frozenset({S.WAITING}),
        S.CANCELLED,
        facts.VisitCancelled,
        refusals.NotWaitingError,
    ),
    Move(
        "carry over",
        lambda v: v.carry_over(at=at(200)),
        frozenset({S.WAITING, S.PARKED}),
        S.CARRIED_OVER,
        facts.VisitCarriedOver,
        refusals.NotWaitingError,
    ),
    Move(
        "cancel at close",
        lambda v: v.cancel_at_close("head", at=at(200)),
        frozenset({S.WAITING, S.PARKED}),
        S.CANCELLED,
        facts.VisitCancelled,
        refusals.NotWaitingError,
    ),
    Move(
        "close by day",
        lambda v: v.close_by_day(at=at(200)),
        IN_HALL,
        S.CLOSED_BY_DAY,
        facts.VisitClosedByDay,
        refusals.NotServingError,
    ),
]
LEGAL, ILLEGAL = pairs(MOVES, legal=True), pairs(MOVES, legal=False)


@pytest.mark.parametrize("pair", LEGAL, ids=named)
def test_a_legal_move_changes_the_state_and_leaves_one_fact(pair):
    move, state = pair
    visit = in_state(state)
    move.do(visit)
    assert visit.state is move.leads_to
    assert [type(fact) for fact in visit.new_facts] == [move.fact]
    fact = visit.new_facts[0]
    assert isinstance(fact, facts.VisitFact)
    assert (fact.visit, fact.ticket) == ("v1", "L047")


@pytest.mark.parametrize("pair", ILLEGAL, ids=named)
def test_an_illegal_move_is_a_named_refusal_and_changes_nothing(pair):
    move, state = pair
    visit = in_state(state)
    before = copy(visit)
    with pytest.raises(move.refusal, match="L047"):
        move.do(visit)
    assert visit == before


def test_the_table_covers_every_state():
    assert set(IN_STATE) == EVERY
    assert len(LEGAL) + len(ILLEGAL) == len(MOVES) * len(EVERY)


def test_a_third_reinstatement_needs_a_reason():
    visit = in_state(S.NO_SHOW)
    for _ in range(2):
        visit.reinstate("kiosk-1", held_until_calls=2, limit=2)
        visit.call(THREE, SAID, at=at(300))
        visit.mark_no_show(at=at(330))
    with pytest.raises(refusals.ReinstateLimitError):
        visit.reinstate("kiosk-1", held_until_calls=2, limit=2)
    visit.reinstate("head", held_until_calls=2, limit=2, reason="special_care")
    assert visit.state is S.WAITING


def test_a_reinstated_visit_ranks_by_its_first_issue_and_is_held():
    visit = in_state(S.NO_SHOW)
    visit.reinstate("kiosk-1", held_until_calls=7, limit=2)
    assert visit.stage.rank_from == at(0)
    assert visit.stage.held_until_calls == 7
    assert visit.stage.ended is None
    visit.call(THREE, SAID, at=at(300))
    assert visit.stage.held_until_calls is None


@pytest.mark.parametrize(
    ("ended", "back_to"), [(S.FINISHED, S.SERVING), (S.NO_SHOW, S.CALLED), (S.CANCELLED, S.WAITING)]
)
def test_a_finish_no_show_or_cancel_can_be_taken_back_within_two_minutes(ended, back_to):
    visit = in_state(ended)
    visit.undo("said", at=at(240), within_s=120)
    assert visit.state is back_to
    assert (visit.stage.ended, visit.stage.outcome) == (None, None)
    assert visit.new_facts == [facts.VisitUndone(VisitId("v1"), "L047", LANDS, "said", ended.value)]


@pytest.mark.parametrize("ended", [S.FINISHED, S.NO_SHOW, S.CANCELLED])
def test_after_two_minutes_it_cannot(ended):
    visit = in_state(ended)
    before = copy(visit)
    with pytest.raises(refusals.UndoTooLateError):
        visit.undo("said", at=at(240.1), within_s=120)
    assert visit == before


@pytest.mark.parametrize("state", sorted(EVERY - {S.FINISHED, S.NO_SHOW, S.CANCELLED}, key=lambda s: s.value))
def test_there_is_nothing_to_undo_in_other_states(state):
    visit = in_state(state)
    before = copy(visit)
    with pytest.raises(refusals.NothingToUndoError):
        visit.undo("said", at=at(130), within_s=120)
    assert visit == before


def test_a_move_is_taken_back_once():
    visit = in_state(S.FINISHED)
    visit.undo("said", at=at(130), within_s=120)
    with pytest.raises(refusals.NothingToUndoError):
        visit.undo("said", at=at(131), within_s=120)


def test_serving_goes_on_after_an_undone_finish():
    visit = in_state(S.FINISHED)  # served 90 to 120
    visit.undo("said", at=at(140), within_s=120)
    visit.finish(Outcome.COMPLETED, at=at(150))
    assert visit.stage.served_s == 30 + 10


@pytest.mark.parametrize(
    "end",
    [
        lambda visit: visit.carry_over(at=at(100)),
        lambda visit: visit.close_by_day(at=at(100)),
        lambda visit: visit.cancel_at_close("head", at=at(100)),
    ],
)
def test_whom_the_close_ended_comes_back_with_the_first_time_of_issue(end):
    visit = new()
    issued = visit.issued
    end(visit)
    assert visit.ended_by_close(at(100))
    assert not visit.ended_by_close(at(101))
    visit.bring_back("head", at=at(160))
    assert (visit.state, visit.stage.rank_from, visit.stage.ended) == (S.WAITING, issued, None)
    with pytest.raises(NotCarriedOverError):
        visit.bring_back("head", at=at(160))


def test_another_lane_changes_nothing_but_the_lane():
    visit = new()
    before = copy(visit)
    visit.change_lane(Lane.PRIORITY, "said", LaneReason.ASKED)
    assert visit.new_facts == [
        facts.LaneChanged(VisitId("v1"), "L047", LANDS, "said", Lane.STANDARD, Lane.PRIORITY, LaneReason.ASKED)
    ]
    visit.new_facts.clear()
    assert visit == replace(before, lane=Lane.PRIORITY)


def test_the_same_lane_again_is_refused():
    visit = new()
    with pytest.raises(refusals.AlreadySoError):
        visit.change_lane(Lane.STANDARD, "said", LaneReason.CORRECTED)


@pytest.mark.parametrize("state", EVERY - {S.WAITING})
def test_no_other_visit_changes_its_lane(state):
    visit = in_state(state)
    with pytest.raises(refusals.NotWaitingError):
        visit.change_lane(Lane.PRIORITY, "said", LaneReason.ASKED)
    assert visit.lane is Lane.STANDARD


def test_the_printed_number_replaces_the_hall_s_own():
    visit = new()
    visit.take_printed("L901", 901, device="kiosk-2")
    assert (visit.ticket, visit.number) == ("L901", 901)
    assert visit.new_facts == [facts.VisitHandedIn(VisitId("v1"), "L901", LANDS, "kiosk-2", "L047")]


def test_another_service_keeps_the_number_the_rank_and_the_time_of_issue():
    visit = new()
    visit.stage.held_until_calls = 4
    before = copy(visit)
    visit.change_service(HOUSING, Lane.PREMIUM, "desk")
    assert visit.new_facts == [ServiceChanged(VisitId("v1"), "L047", HOUSING, "desk", LANDS)]
    visit.new_facts.clear()
    before.lane, before.stage.service, before.stage.held_until_calls = Lane.PREMIUM, HOUSING, None
    before.stage.changed_from = ServiceBefore(LANDS, Lane.STANDARD, 4, goes_first=False)
    assert visit == before


def test_the_same_service_again_is_refused():
    with pytest.raises(refusals.AlreadySoError):
        new().change_service(LANDS, Lane.STANDARD, "desk")


@pytest.mark.parametrize("state", EVERY - {S.WAITING})
def test_no_other_visit_changes_its_service(state):
    visit = in_state(state)
    with pytest.raises(refusals.NotWaitingError):
        visit.change_service(HOUSING, Lane.STANDARD, "desk")
    assert visit.service == LANDS


@pytest.mark.parametrize("state", [*IN_HALL, S.NO_SHOW])
def test_a_lost_ticket_gets_another_code_and_the_old_one_dies(state):
    visit = in_state(state)
    visit.code_hash = "old"
    visit.renew_code("new", "desk", seen=0)
    assert (visit.code_hash, visit.reprints) == ("new", 1)
    assert visit.new_facts == [CodeRenewed(VisitId("v1"), "L047", LANDS, "desk")]


@pytest.mark.parametrize("state", EVERY - IN_HALL - {S.NO_SHOW})
def test_a_visit_that_is_over_needs_no_paper(state):
    with pytest.raises(VisitOverError):
        in_state(state).renew_code("new", "desk", seen=0)


def test_who_saw_an_older_ticket_makes_no_newer_one_worthless():
    visit = new()
    visit.renew_code("one", "desk-1", seen=0)
    with pytest.raises(ReprintedMeanwhileError):
        visit.renew_code("two", "desk-2", seen=0)
    assert visit.code_hash == "one"


@pytest.mark.parametrize("bound", [(THREE, None), (None, NOOR)])
def test_whom_a_visit_waits_for_stays_with_another_service(bound):
    visit = new()
    visit.stage.for_counter, visit.stage.for_agent = bound
    visit.stage.goes_first = True
    visit.change_service(HOUSING, Lane.STANDARD, "desk")
    assert (visit.stage.for_counter, visit.stage.for_agent, visit.stage.goes_first) == (*bound, True)


def test_the_head_of_one_queue_is_none_of_another_and_comes_back_with_the_service():
    visit = new()
    visit.stage.goes_first, visit.stage.held_until_calls = True, 4
    before = copy(visit)
    visit.change_service(HOUSING, Lane.STANDARD, "desk")
    assert not visit.stage.goes_first
    visit.change_service(LANDS, Lane.STANDARD, "desk")
    visit.new_facts.clear()
    assert visit == before


def test_after_a_call_a_change_back_is_a_change_like_any_other():
    visit = new()
    visit.change_service(HOUSING, Lane.STANDARD, "desk")
    assert visit.goes_back_to(LANDS)
    visit.call(THREE, SAID, at=at(60))
    visit.return_to_queue(at=at(70), limit=3)
    assert not visit.goes_back_to(LANDS)


@pytest.mark.parametrize("bound", [(ELSEWHERE, None), (None, NOOR)])
@pytest.mark.parametrize("leave", [lambda v: v.unlink("desk"), lambda v: v.link("g2", "desk")])
def test_one_who_leaves_its_group_waits_for_whom_it_waited(bound, leave):
    visit = new()
    visit.stage.for_counter, visit.stage.for_agent = bound
    visit.link("g1", "desk")
    visit.draw_to(THREE)
    visit.draw_to(THREE)
    leave(visit)
    assert (visit.stage.for_counter, visit.stage.for_agent, visit.stage.goes_first) == (*bound, False)


def test_one_who_leaves_a_group_that_drew_nobody_keeps_its_place():
    visit = new()
    visit.stage.for_counter, visit.stage.goes_first = ELSEWHERE, True
    visit.link("g1", "desk")
    visit.unlink("desk")
    assert (visit.stage.for_counter, visit.stage.goes_first) == (ELSEWHERE, True)


def test_one_who_leaves_its_group_is_anybody_s_again():
    visit = new()
    visit.link("g1", "desk")
    visit.draw_to(THREE)
    visit.new_facts.clear()
    visit.unlink("desk")
    assert (visit.group, visit.stage.for_counter, visit.stage.goes_first) == (None, None, False)
    assert visit.new_facts == [VisitUnlinked(VisitId("v1"), "L047", LANDS, "g1", "desk")]
    with pytest.raises(NotLinkedError):
        visit.unlink("desk")


def test_one_who_is_called_stays_in_his_group():
    visit = in_state(S.CALLED)
    visit.group = "g1"
    with pytest.raises(refusals.NotWaitingError):
        visit.unlink("desk")
