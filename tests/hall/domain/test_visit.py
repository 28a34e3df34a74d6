"""Every move of a visit from every state: what is legal leaves its fact, what is not is a named refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from contracts.hall_words import Lane, LaneReason, Outcome, TransferPosition, VisitState
from hall.domain import errors, events
from hall.domain.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.domain.moment import Moment
from hall.domain.new_visit import Arrival, Printed, issued
from hall.domain.visit import AT_COUNTER, IN_HALL, NextStage, Visit

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
THREE, SAID = CounterId(3), AgentId("said")
ELSEWHERE, NOOR = CounterId(5), AgentId("noor")
LANDS, HOUSING = ServiceCode("L"), ServiceCode("H")
S = VisitState
EVERY = frozenset(VisitState)


def at(seconds: float) -> Moment:
    return Moment(NINE + timedelta(seconds=seconds), round(seconds * 1e9), "b1")


def new() -> Visit:
    arrival = Arrival(VisitId("v1"), LANDS, Lane.STANDARD, "kiosk-1")
    visit = issued(arrival, Printed("L", 47, "L047"), date(2026, 11, 24), at=at(0))
    visit.new_facts.clear()
    return visit


def called() -> Visit:
    visit = new()
    visit.call(THREE, SAID, at=at(60))
    return visit


def serving() -> Visit:
    visit = called()
    visit.begin(at=at(90))
    return visit


def after(visit: Visit, move: Callable[[Visit], None]) -> Visit:
    move(visit)
    return visit


IN_STATE: dict[VisitState, Callable[[], Visit]] = {
    S.WAITING: new,
    S.CALLED: called,
    S.SERVING: serving,
    S.PARKED: lambda: after(serving(), lambda v: v.park(at=at(120))),
    S.FINISHED: lambda: after(serving(), lambda v: v.finish(Outcome.COMPLETED, at=at(120))),
    S.NO_SHOW: lambda: after(called(), lambda v: v.mark_no_show(at=at(120))),
    S.CANCELLED: lambda: after(new(), lambda v: v.cancel("head", at=at(120))),
    S.CARRIED_OVER: lambda: after(new(), lambda v: v.carry_over(at=at(120))),
    S.CLOSED_BY_DAY: lambda: after(serving(), lambda v: v.close_by_day(at=at(120))),
}


def in_state(state: VisitState) -> Visit:
    visit = IN_STATE[state]()
    visit.new_facts.clear()
    assert visit.state is state
    return visit


@dataclass(frozen=True)
class Move:
    """One move: from which states it is legal, where it leads, its fact, and its refusal from all others."""

    name: str
    do: Callable[[Visit], None]
    legal: frozenset[VisitState]
    leads_to: VisitState
    fact: type[events.Fact]
    refusal: type[errors.HallError]


TO_HOUSING = NextStage(HOUSING)
MOVES = [
    Move(
        "call",
        lambda v: v.call(ELSEWHERE, NOOR, at=at(200)),
        frozenset({S.WAITING}),
        S.CALLED,
        events.VisitCalled,
        errors.NotWaitingError,
    ),
    Move("recall", lambda v: v.recall(), frozenset({S.CALLED}), S.CALLED, events.VisitRecalled, errors.NotCalledError),
    Move(
        "begin",
        lambda v: v.begin(at=at(200)),
        frozenset({S.CALLED}),
        S.SERVING,
        events.VisitBegun,
        errors.NotCalledError,
    ),
    Move(
        "finish",
        lambda v: v.finish(Outcome.REFERRED, at=at(200)),
        frozenset({S.SERVING}),
        S.FINISHED,
        events.VisitFinished,
        errors.NotServingError,
    ),
    Move(
        "no-show",
        lambda v: v.mark_no_show(at=at(200)),
        frozenset({S.CALLED}),
        S.NO_SHOW,
        events.VisitNoShow,
        errors.NotCalledError,
    ),
    Move(
        "return",
        lambda v: v.return_to_queue(at=at(200), limit=3),
        AT_COUNTER,
        S.WAITING,
        events.VisitReturned,
        errors.NotCalledError,
    ),
    Move("park", lambda v: v.park(at=at(200)), AT_COUNTER, S.PARKED, events.VisitParked, errors.NotServingError),
    Move(
        "resume",
        lambda v: v.resume(THREE, SAID, at=at(200)),
        frozenset({S.PARKED}),
        S.CALLED,
        events.VisitResumed,
        errors.NotParkedError,
    ),
    Move(
        "transfer",
        lambda v: v.transfer(TO_HOUSING, at=at(200)),
        AT_COUNTER,
        S.WAITING,
        events.VisitTransferred,
        errors.NotServingError,
    ),
    Move(
        "reinstate",
        lambda v: v.reinstate("head", held_until_calls=2, limit=2),
        frozenset({S.NO_SHOW}),
        S.WAITING,
        events.VisitReinstated,
        errors.NotMissedError,
    ),
    Move(
        "cancel",
        lambda v: v.cancel("head", at=at(200)),
        frozenset({S.WAITING}),
        S.CANCELLED,
        events.VisitCancelled,
        errors.NotWaitingError,
    ),
    Move(
        "carry over",
        lambda v: v.carry_over(at=at(200)),
        frozenset({S.WAITING, S.PARKED}),
        S.CARRIED_OVER,
        events.VisitCarriedOver,
        errors.NotWaitingError,
    ),
    Move(
        "cancel at close",
        lambda v: v.cancel_at_close("head", at=at(200)),
        frozenset({S.WAITING, S.PARKED}),
        S.CANCELLED,
        events.VisitCancelled,
        errors.NotWaitingError,
    ),
    Move(
        "close by day",
        lambda v: v.close_by_day(at=at(200)),
        IN_HALL,
        S.CLOSED_BY_DAY,
        events.VisitClosedByDay,
        errors.NotServingError,
    ),
]
LEGAL = [(move, state) for move in MOVES for state in VisitState if state in move.legal]
ILLEGAL = [(move, state) for move in MOVES for state in VisitState if state not in move.legal]


def named(pair: tuple[Move, VisitState]) -> str:
    return f"{pair[0].name} from {pair[1].value}"


def copy(visit: Visit) -> Visit:
    return replace(visit, stages=[replace(stage) for stage in visit.stages], new_facts=list(visit.new_facts))


@pytest.mark.parametrize("pair", LEGAL, ids=named)
def test_a_legal_move_changes_the_state_and_leaves_one_fact(pair):
    move, state = pair
    visit = in_state(state)
    move.do(visit)
    assert visit.state is move.leads_to
    assert [type(fact) for fact in visit.new_facts] == [move.fact]
    fact = visit.new_facts[0]
    assert isinstance(fact, events.VisitFact)
    assert (fact.visit, fact.ticket) == ("v1", "L047")


@pytest.mark.parametrize("pair", ILLEGAL, ids=named)
def test_an_illegal_move_is_a_named_refusal_and_changes_nothing(pair):
    move, state = pair
    visit = in_state(state)
    before = copy(visit)
    with pytest.raises(move.refusal, match="L047"):
        move.do(visit)
    assert visit == before


def test_the_tables_cover_every_state():
    assert set(IN_STATE) == EVERY
    assert len(LEGAL) + len(ILLEGAL) == len(MOVES) * len(EVERY)


def test_a_call_remembers_where_by_whom_and_why():
    visit = new()
    visit.call(THREE, SAID, at=at(60), why="longest_wait")
    assert visit.at_counter == (THREE, SAID)
    assert visit.stage.first_called == visit.stage.called == at(60)
    assert visit.new_facts == [events.VisitCalled(VisitId("v1"), "L047", LANDS, THREE, SAID, None, "longest_wait")]


def test_recalls_are_counted_and_a_new_call_starts_the_count_anew():
    visit = called()
    visit.recall()
    visit.recall()
    assert visit.stage.recalls == 2
    visit.return_to_queue(at=at(70), limit=3)
    visit.call(THREE, SAID, at=at(80))
    assert visit.stage.recalls == 0
    assert visit.stage.first_called == at(60)
    assert visit.stage.called == at(80)


def test_serving_time_leaves_out_the_time_a_visit_was_parked():
    visit = serving()  # since 90
    visit.park(at=at(150))
    visit.resume(THREE, SAID, at=at(1000))
    visit.begin(at=at(1010))
    visit.finish(Outcome.COMPLETED, at=at(1040))
    assert visit.stage.served_s == 60 + 30
    assert visit.stage.begun == at(90)


def test_a_returned_visit_keeps_its_first_time_and_leaves_the_counter():
    visit = serving()
    visit.return_to_queue(at=at(120), limit=3)
    assert visit.stage.rank_from == visit.issued == at(0)
    assert (visit.counter, visit.stage.agent, visit.returns) == (None, None, 1)
    assert visit.stage.served_s == 30


def test_the_fourth_return_is_refused():
    visit = called()
    for _ in range(3):
        visit.return_to_queue(at=at(70), limit=3)
        visit.call(THREE, SAID, at=at(80))
    before = copy(visit)
    with pytest.raises(errors.ReturnLimitError):
        visit.return_to_queue(at=at(90), limit=3)
    assert visit == before


def test_a_third_reinstatement_needs_a_reason():
    visit = in_state(S.NO_SHOW)
    for _ in range(2):
        visit.reinstate("kiosk-1", held_until_calls=2, limit=2)
        visit.call(THREE, SAID, at=at(300))
        visit.mark_no_show(at=at(330))
    with pytest.raises(errors.ReinstateLimitError):
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


def test_a_visit_parked_at_one_counter_is_not_resumed_at_another():
    visit = in_state(S.PARKED)
    with pytest.raises(errors.NotParkedError):
        visit.resume(ELSEWHERE, NOOR, at=at(200))
    assert visit.state is S.PARKED


@pytest.mark.parametrize(
    ("position", "rank_from", "first"),
    [
        (TransferPosition.BY_ISSUE, at(0), False),
        (TransferPosition.LAST, at(200), False),
        (TransferPosition.FIRST, at(0), True),
    ],
)
def test_a_transfer_ends_a_stage_and_begins_the_next_in_its_place(position, rank_from, first):
    visit = serving()
    visit.transfer(NextStage(HOUSING, position, reason="wrong_service", note="سند الملكية"), at=at(200))
    old, stage = visit.stages
    assert (old.state, old.ended, old.outcome, old.served_s) == (S.FINISHED, at(200), None, 110)
    assert (stage.service, stage.issued, stage.rank_from, stage.goes_first) == (HOUSING, at(200), rank_from, first)
    assert stage.note == "سند الملكية"
    assert visit.issued == at(0)
    assert visit.counter is None


def test_a_transfer_for_a_counter_or_an_agent_says_so():
    visit = serving()
    visit.transfer(NextStage(LANDS, for_counter=ELSEWHERE), at=at(200))
    assert visit.stage.for_counter == ELSEWHERE
    visit.call(ELSEWHERE, NOOR, at=at(210))
    visit.transfer(NextStage(LANDS, for_agent=SAID), at=at(220))
    assert (visit.stage.for_counter, visit.stage.for_agent) == (None, SAID)


@pytest.mark.parametrize(
    ("ended", "back_to"), [(S.FINISHED, S.SERVING), (S.NO_SHOW, S.CALLED), (S.CANCELLED, S.WAITING)]
)
def test_a_finish_no_show_or_cancel_can_be_taken_back_within_two_minutes(ended, back_to):
    visit = in_state(ended)
    visit.undo("said", at=at(240), within_s=120)
    assert visit.state is back_to
    assert (visit.stage.ended, visit.stage.outcome) == (None, None)
    assert visit.new_facts == [events.VisitUndone(VisitId("v1"), "L047", LANDS, "said", ended.value)]


@pytest.mark.parametrize("ended", [S.FINISHED, S.NO_SHOW, S.CANCELLED])
def test_after_two_minutes_it_cannot(ended):
    visit = in_state(ended)
    before = copy(visit)
    with pytest.raises(errors.UndoTooLateError):
        visit.undo("said", at=at(240.1), within_s=120)
    assert visit == before


@pytest.mark.parametrize("state", sorted(EVERY - {S.FINISHED, S.NO_SHOW, S.CANCELLED}, key=lambda s: s.value))
def test_there_is_nothing_to_undo_in_other_states(state):
    visit = in_state(state)
    before = copy(visit)
    with pytest.raises(errors.NothingToUndoError):
        visit.undo("said", at=at(130), within_s=120)
    assert visit == before


def test_a_move_is_taken_back_once():
    visit = in_state(S.FINISHED)
    visit.undo("said", at=at(130), within_s=120)
    with pytest.raises(errors.NothingToUndoError):
        visit.undo("said", at=at(131), within_s=120)


def test_serving_goes_on_after_an_undone_finish():
    visit = in_state(S.FINISHED)  # served 90 to 120
    visit.undo("said", at=at(140), within_s=120)
    visit.finish(Outcome.COMPLETED, at=at(150))
    assert visit.stage.served_s == 30 + 10


def test_a_cancel_at_the_close_is_not_undone():
    visit = new()
    visit.cancel_at_close("head", at=at(100))
    with pytest.raises(errors.NothingToUndoError):
        visit.undo("head", at=at(101), within_s=120)


def test_another_lane_changes_nothing_but_the_lane():
    visit = new()
    before = copy(visit)
    visit.change_lane(Lane.PRIORITY, "said", LaneReason.ASKED)
    assert visit.new_facts == [
        events.LaneChanged(VisitId("v1"), "L047", LANDS, "said", Lane.STANDARD, Lane.PRIORITY, LaneReason.ASKED)
    ]
    visit.new_facts.clear()
    assert visit == replace(before, lane=Lane.PRIORITY)


def test_the_same_lane_again_is_refused():
    visit = new()
    with pytest.raises(errors.AlreadySoError):
        visit.change_lane(Lane.STANDARD, "said", LaneReason.CORRECTED)


@pytest.mark.parametrize("state", EVERY - {S.WAITING})
def test_no_other_visit_changes_its_lane(state):
    visit = in_state(state)
    with pytest.raises(errors.NotWaitingError):
        visit.change_lane(Lane.PRIORITY, "said", LaneReason.ASKED)
    assert visit.lane is Lane.STANDARD


def test_the_printed_number_replaces_the_hall_s_own():
    visit = new()
    visit.take_printed("L901", 901, device="kiosk-2")
    assert (visit.ticket, visit.number) == ("L901", 901)
    assert visit.new_facts == [events.VisitHandedIn(VisitId("v1"), "L901", LANDS, "kiosk-2", "L047")]


def test_asking_a_waiting_visit_for_its_counter_is_our_mistake():
    with pytest.raises(AssertionError, match="without a counter"):
        _ = new().at_counter
