"""A family goes to one counter, one after the other, and nobody of it is forgotten."""

from __future__ import annotations

import pytest

from contracts.words.hall import Outcome
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.kernel.ids import CounterId, VisitId
from hall.kernel.refusals import GroupSizeError, NotWaitingError, VisitUnknownError
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.link_group import LinkGroup, UnlinkGroup, link_group, unlink_group
from hall.queue.model.facts import VisitDrawn, VisitLinked
from hall.queue.model.refusals import NotLinkedError
from tests.helpers.example_hall import LANDS, staffed_hall, take
from tests.helpers.memory_work import MemoryHall

ONE, TWO = CounterId(1), CounterId(2)


def linked(*names: str) -> LinkGroup:
    return LinkGroup("g1", tuple(map(VisitId, names)), "reception")


def family() -> MemoryHall:
    """Return a hall in which the first and the third of four are a family."""
    hall = staffed_hall()
    for name in ("father", "stranger", "mother", "last"):
        take(hall, name, LANDS)
    hall.run(link_group, linked("father", "mother"))
    return hall


def served(hall: MemoryHall, counter: CounterId) -> str:
    visit = hall.run(call_next, CallNext(counter))
    assert visit is not None
    hall.run(begin_serving, BeginServing(counter))
    hall.run(finish, Finish(counter, Outcome.COMPLETED))
    return str(visit.id)


def test_linking_changes_no_place_and_leaves_a_fact_for_each():
    hall = family()
    linked_now = [fact.visit for fact in hall.facts if isinstance(fact, VisitLinked)]
    assert linked_now == ["father", "mother"]
    assert not hall.visit("mother").stage.goes_first


def test_the_others_follow_the_first_to_his_counter_while_another_counter_takes_strangers():
    hall = family()
    assert hall.run(call_next, CallNext(ONE)).id == "father"
    assert [fact.visit for fact in hall.facts if isinstance(fact, VisitDrawn)] == ["mother"]
    assert served(hall, TWO) == "stranger"
    assert served(hall, TWO) == "last"
    assert hall.run(call_next, CallNext(TWO)) is None, "the mother waits for counter 1"
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert served(hall, ONE) == "mother"


def test_when_the_counter_closes_the_others_are_anybody_s():
    hall = family()
    served(hall, ONE)
    hall.run(sign_out, SignOut(ONE, "said"))
    assert served(hall, TWO) == "mother"


def test_a_group_is_two_who_wait():
    hall = family()
    with pytest.raises(GroupSizeError):
        hall.run(link_group, linked("last", "last"))
    with pytest.raises(VisitUnknownError):
        hall.run(link_group, linked("last", "nobody"))
    hall.run(call_next, CallNext(ONE))
    with pytest.raises(NotWaitingError):
        hall.run(link_group, linked("father", "last"))


def test_whoever_leaves_the_group_is_called_by_whoever_is_free():
    hall = family()
    hall.run(call_next, CallNext(ONE))
    (mother,) = hall.run(unlink_group, UnlinkGroup((VisitId("mother"),), "reception"))
    assert mother.group is None
    served(hall, TWO)
    assert served(hall, TWO) == "mother"


def test_where_one_is_in_no_group_nobody_is_parted():
    hall = family()
    with pytest.raises(NotLinkedError):
        hall.run(unlink_group, UnlinkGroup((VisitId("father"), VisitId("stranger")), "reception"))
    assert hall.visit("father").group == "g1"
