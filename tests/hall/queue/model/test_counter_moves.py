"""Every move of an agent from every state: what is legal leaves its fact, what is not is a named refusal."""

from __future__ import annotations

import pytest

from contracts.words.hall import Outcome, TransferPosition
from hall.kernel import facts, refusals
from hall.kernel.ids import VisitId
from hall.queue.model.stage import AT_COUNTER, NextStage
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
    called,
    copy,
    in_state,
    named,
    new,
    pairs,
    serving,
)

TO_HOUSING = NextStage(HOUSING)
MOVES = [
    Move(
        "call",
        lambda v: v.call(ELSEWHERE, NOOR, at=at(200)),
        frozenset({S.WAITING}),
        S.CALLED,
        facts.VisitCalled,
        refusals.NotWaitingError,
    ),
    Move(
        "recall",
        lambda v: v.recall(at=at(70)),
        frozenset({S.CALLED}),
        S.CALLED,
        facts.VisitRecalled,
        refusals.NotCalledError,
    ),
    Move(
        "begin",
        lambda v: v.begin(at=at(200)),
        frozenset({S.CALLED}),
        S.SERVING,
        facts.VisitBegun,
        refusals.NotCalledError,
    ),
    Move(
        "finish",
        lambda v: v.finish(Outcome.REFERRED, at=at(200)),
        frozenset({S.SERVING}),
        S.FINISHED,
        facts.VisitFinished,
        refusals.NotServingError,
    ),
    Move(
        "no-show",
        lambda v: v.mark_no_show(at=at(200)),
        frozenset({S.CALLED}),
        S.NO_SHOW,
        facts.VisitNoShow,
        refusals.NotCalledError,
    ),
    Move(
        "return",
        lambda v: v.return_to_queue(at=at(200), limit=3),
        AT_COUNTER,
        S.WAITING,
        facts.VisitReturned,
        refusals.NotCalledError,
    ),
    Move("park", lambda v: v.park(at=at(200)), AT_COUNTER, S.PARKED, facts.VisitParked, refusals.NotServingError),
    Move(
        "resume",
        lambda v: v.resume(THREE, SAID, at=at(200)),
        frozenset({S.PARKED}),
        S.CALLED,
        facts.VisitResumed,
        refusals.NotParkedError,
    ),
    Move(
        "transfer",
        lambda v: v.transfer(TO_HOUSING, at=at(200)),
        AT_COUNTER,
        S.WAITING,
        facts.VisitTransferred,
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


def test_a_call_remembers_where_by_whom_and_why():
    visit = new()
    visit.call(THREE, SAID, at=at(60), why="longest_wait")
    assert visit.at_counter == (THREE, SAID)
    assert visit.stage.first_called == visit.stage.called == at(60)
    assert visit.new_facts == [facts.VisitCalled(VisitId("v1"), "L047", LANDS, THREE, SAID, None, "longest_wait")]


def test_recalls_are_counted_and_a_new_call_starts_the_count_anew():
    visit = called()
    visit.recall(at=at(64))
    visit.recall(at=at(68))
    assert (visit.stage.recalls, visit.stage.recalled_at) == (2, at(68).at)
    visit.return_to_queue(at=at(70), limit=3)
    visit.call(THREE, SAID, at=at(80))
    assert (visit.stage.recalls, visit.stage.recalled_at) == (0, None)
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
    with pytest.raises(refusals.ReturnLimitError):
        visit.return_to_queue(at=at(90), limit=3)
    assert visit == before


def test_a_visit_parked_at_one_counter_is_not_resumed_at_another():
    visit = in_state(S.PARKED)
    with pytest.raises(refusals.NotParkedError):
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
