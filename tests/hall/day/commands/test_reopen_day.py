"""A day that was closed by mistake is opened again, and everybody stands as before."""

from __future__ import annotations

from contracts.words.hall import VisitState
from hall.day.commands.close_day import CloseDay, Leaving, close_day
from hall.day.commands.open_day import OpenDay, open_day
from hall.kernel.facts import VisitBroughtBack
from hall.kernel.ids import VisitId
from hall.queue.commands.end_day import close_by_hour
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.evening import evening, states
from tests.helpers.example_hall import ALWAYS, NINE, staffed_hall, take


def test_opening_again_restores_the_hall_as_it_stood_and_nobody_who_had_ended_before():
    hall = evening()
    before = {name: hall.visit(name) for name in states(hall)}
    hall.clock.advance(1)
    hall.run(close_day, CloseDay("head", choices={VisitId("v7"): Leaving.CANCELLED}, end_serving=True))
    hall.clock.advance(600)
    hall.run(open_day, OpenDay("head"))
    assert states(hall) == {
        "v1": "finished", "v2": "no_show", "v3": "waiting", "v4": "waiting",
        "v5": "parked", "v6": "waiting", "v7": "waiting", "v8": "cancelled",
    }  # fmt: skip
    for name in ("v3", "v4", "v5", "v6", "v7"):
        now = hall.visit(name)
        assert (now.issued, now.stage.rank_from) == (before[name].issued, before[name].stage.rank_from)
        assert (now.stage.ended, now.previous_state) == (None, None)
    brought = [fact for fact in hall.facts if isinstance(fact, VisitBroughtBack)]
    assert [(fact.visit, fact.was, fact.now, fact.by) for fact in brought] == [
        ("v3", "no_show", "waiting", "head"), ("v4", "closed_by_day", "waiting", "head"),
        ("v5", "carried_over", "parked", "head"), ("v6", "carried_over", "waiting", "head"),
        ("v7", "cancelled", "waiting", "head"),
    ]  # fmt: skip


def test_the_centre_hears_of_a_visit_that_came_back_when_it_ends_again():
    hall = evening()
    hall.run(close_day, CloseDay("head", end_serving=True))
    hall.run(open_day, OpenDay("head"))
    hall.run(close_day, CloseDay("head", waiting=Leaving.CANCELLED, end_serving=True))
    told = [(record.state, record.rev) for record in hall.told if record.visit == "v6"]
    assert [(state, rev) for state, rev in told] == [("carried_over", 1), ("cancelled", 2)]


def test_a_close_by_the_hour_is_taken_back_too():
    hall = staffed_hall(at=NINE)
    take(hall, "v1")

    def by_hour(_command, *, work, now):
        close_by_hour(work.days.latest(), work=work, now=now)

    hall.run(by_hour, None)
    hall.run(open_day, OpenDay("head"))
    assert hall.visit("v1").state is VisitState.WAITING


def test_those_who_came_back_are_not_carried_over_a_second_time():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(close_day, CloseDay("head"))
    hall.run(open_day, OpenDay("head"))
    hall.run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
    hall.run(close_day, CloseDay("head"))
    hall.clock.advance(24 * 3600)
    hall.run(open_day, OpenDay("head"))
    assert list(states(hall)) == ["v1"]


def test_in_a_hall_that_never_closes_agents_stay_signed_in():
    hall = staffed_hall(ALWAYS)
    take(hall, "v1")
    hall.run(close_day, CloseDay("head"))
    assert len(hall.work().sessions.open()) == 3
    assert hall.visit("v1").state is VisitState.CARRIED_OVER
