"""What a hall is and whether it gives tickets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from contracts.settings.hall_view import DayView, HallView
from contracts.words.hall import VisitorKind
from hall.calendar.day_view import day_view
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import AgentId
from hall.kernel.settings import Limits
from hall.settings.queries.hall import hall_view, names_of_agent
from tests.hall.appointments.commands.test_officials import ROOM, with_director
from tests.helpers.example_hall import NINE, SETTINGS, TUESDAY, new_hall, staffed_hall
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace


def hall_of(hall: MemoryHall) -> HallView:
    return hall_view(work=hall.work(), now=hall.clock.now())


def day_of(hall: MemoryHall) -> DayView:
    return day_view(work=hall.work(), now=hall.clock.now())


def test_the_hall_tells_its_services_counters_agents_and_hours():
    view = hall_of(new_hall())
    assert (view.hall, view.names["ar"], view.time_zone) == ("muscat-1", "قاعة مسقط", "Asia/Muscat")
    assert [service.code for service in view.services] == ["L", "H", "Q"]
    assert view.counters[0].services == ("L", "H")
    assert {agent.agent for agent in view.agents} == {"said", "badriya", "rashid", "noor"}
    assert (view.hours.doors, view.hours.first_ticket, view.hours.last_ticket) == ("07:15", "07:30", "13:30")
    assert "other" in view.reasons


def test_visitor_kinds_are_told_only_where_they_are_asked():
    services = {service.code: service for service in hall_of(new_hall()).services}
    assert len(services["H"].visitor_kinds) == 2
    assert services["H"].asks_visitor_kind
    assert services["L"].visitor_kinds == ()
    assert not services["L"].asks_visitor_kind


def test_a_service_that_asks_without_naming_kinds_offers_all_of_them():
    services = tuple(replace(service, asks_visitor_kind=True, visitor_kinds=()) for service in SETTINGS.services)
    view = hall_of(new_hall(replace(SETTINGS, services=services)))
    assert view.services[0].visitor_kinds == tuple(VisitorKind)


def test_a_closed_day_has_no_hours():
    view = hall_of(new_hall(at=NINE + timedelta(days=3)))
    assert (view.hours.open_today, view.hours.doors) == (False, None)


def test_the_day_is_told_with_a_reason_when_no_tickets_are_given():
    assert day_of(new_hall()) == DayView(TUESDAY, "open", None)
    assert day_of(new_hall(at=NINE - timedelta(hours=2))) == DayView(TUESDAY, "not_yet", "first_ticket_07:30")
    assert day_of(new_hall(at=NINE + timedelta(hours=6))) == DayView(TUESDAY, "over", "last_ticket_13:30")
    friday = NINE + timedelta(days=3)
    assert day_of(new_hall(at=friday)) == DayView(friday.date(), "closed", "closed_today")


def test_a_day_closed_by_somebody_says_so():
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    assert day_of(hall) == DayView(TUESDAY, "closed", "closed_by_hand")


def test_a_doubtful_date_is_told_with_the_day_that_stands():
    hall = staffed_hall()
    hall.clock.set_wall(datetime(2099, 1, 5, 5, tzinfo=UTC))
    assert day_of(hall) == DayView(TUESDAY, "doubtful", "clock_says_2099-01-05")


def test_asking_changes_nothing():
    hall = new_hall()
    hall_of(hall)
    day_of(hall)
    assert hall.stored.days == {}


def test_an_agent_who_left_the_set_up_has_no_names():
    assert names_of_agent(SETTINGS, AgentId("said"))["en"] == "Said"
    assert names_of_agent(SETTINGS, AgentId("gone")) == {}


def test_boards_are_told_how_oman_sighted_the_moon():
    settings = replace(SETTINGS, hijri_offset_days=-1)
    assert hall_of(new_hall(settings)).hijri_offset_days == -1
    assert hall_of(new_hall()).hijri_offset_days == 0


def test_the_rooms_of_officials_are_told_apart():
    hall = staffed_hall(with_director())
    view = hall_of(hall)
    assert [counter.counter for counter in view.counters if counter.room] == [ROOM]


def test_the_hall_says_how_long_a_move_is_taken_back():
    hall = staffed_hall(replace(SETTINGS, limits=Limits(undo_s=30)))
    assert hall_of(hall).undo_s == 30
