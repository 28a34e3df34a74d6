"""How many are ahead, one by one and for all at once."""

from __future__ import annotations

from hypothesis import given

from contracts.words.hall import Lane
from hall.queue.model.calling.people_ahead import all_ahead, people_ahead
from hall.queue.model.calling.rule import is_held
from tests.hall.queue.model.calling.test_rule import AROUND, SURROUNDINGS, queues, waits
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS
from tests.helpers.replacing import replace


def test_people_ahead_counts_who_would_be_called_before():
    elder, old, new = waits("elder", 60, lane=Lane.PRIORITY), waits("old", 900), waits("new", 100)
    everyone = [elder, old, new, waits("house", 5000, HOUSING)]
    assert [people_ahead(visit, everyone, AROUND, SETTINGS) for visit in (elder, old, new)] == [0, 1, 2]
    assert all_ahead(everyone, AROUND, SETTINGS) == {
        visit.visit: people_ahead(visit, everyone, AROUND, SETTINGS) for visit in everyone
    }


def test_a_held_visit_has_those_ahead_who_still_go_before_it():
    held = waits("held", 4000, held_until_calls=2)
    everyone = [held, waits("a", 100), waits("b", 50), waits("c", 20)]
    assert people_ahead(held, everyone, AROUND, SETTINGS) == all_ahead(everyone, AROUND, SETTINGS)[held.visit] == 2
    assert people_ahead(held, everyone[:2], AROUND, SETTINGS) == 1
    assert people_ahead(held, everyone, replace(AROUND, calls={LANDS: 2}), SETTINGS) == 0


@given(queues(), SURROUNDINGS)
def test_people_ahead_gives_each_place_of_a_service_once(waiting, around):
    simple = [visit for visit in waiting if not is_held(visit, around.calls)]
    for service in (LANDS, HOUSING, ENQUIRIES):
        places = sorted(people_ahead(v, simple, around, SETTINGS) for v in simple if v.service == service)
        assert places == list(range(len(places)))
