from __future__ import annotations

from contracts.settings.hall_view import NamedEntry, RequestLists
from counter_client.dialogs.enquiries.presenter import ROWS, derive_enquiries, derive_enquiry_text
from counter_client.dialogs.enquiries.update import opened
from counter_client.state.actions import Action
from counter_client.state.state import OpenEnquiries, Sheet, SheetKind
from tests.counter_client.helpers.builders import HALL, NINE, at_work
from tests.counter_client.helpers.open_enquiries import ANSWERED, HANDED_ON, NEW, asked, listed
from tests.helpers.replacing import replace


def test_without_their_sheet_there_is_no_view() -> None:
    assert derive_enquiries(at_work()) is None
    assert derive_enquiry_text(at_work(sheet=listed(NEW))) is None


def test_ages_run_on_and_the_oldest_is_told() -> None:
    view = derive_enquiries(at_work(sheet=listed(ANSWERED, NEW), now_s=60.0))
    assert view is not None
    assert [row.age_s for row in view.rows] == [660, 3660]
    assert (view.oldest_s, view.many, view.first) == (3660, 2, 1)


def test_the_chosen_one_says_what_can_be_done() -> None:
    view = derive_enquiries(at_work(sheet=listed(ANSWERED, HANDED_ON, row=2), language="ar"))
    assert view is not None
    assert view.chosen is not None
    assert (view.chosen.number, view.chosen.topic, view.chosen.handed_to) == (2, "منح الأراضي", "Planning")
    assert (view.act, view.other) == (Action.ANSWER, Action.HAND_ON)


def test_a_telephone_is_shown_only_with_the_one_that_it_was_asked_for() -> None:
    one = replace(ANSWERED, phone=True)
    told = OpenEnquiries((one, NEW), NINE, called=3, phone="+96891234567")
    shown = derive_enquiries(at_work(sheet=replace(listed(), enquiries=told)))
    assert shown is not None
    assert shown.chosen is not None
    assert (shown.chosen.has_phone, shown.calls, shown.phone) == (True, True, "+96891234567")
    other = derive_enquiries(at_work(sheet=replace(listed(), enquiries=replace(told, row=1))))
    assert other is not None
    assert (other.calls, other.phone) == (False, None)


def test_the_page_of_the_chosen_one_is_shown() -> None:
    many = tuple(asked(n) for n in range(20, 0, -1))
    view = derive_enquiries(at_work(sheet=listed(*many, row=many[ROWS].number)))
    assert view is not None
    assert [row.number for row in view.rows] == [one.number for one in many[ROWS : 2 * ROWS]]
    assert (view.first, view.many) == (ROWS + 1, 20)


def test_the_hall_is_being_asked_until_it_answers() -> None:
    before, none = derive_enquiries(at_work(sheet=opened())), derive_enquiries(at_work(sheet=listed()))
    assert before is not None
    assert none is not None
    assert (before.asked, none.asked) == (True, False)
    assert (none.rows, none.act, none.chosen) == ((), None, None)


def test_the_line_tells_which_enquiry_it_is_about() -> None:
    sheet = replace(listed(ANSWERED, row=3), kind=SheetKind.ENQUIRY_TEXT, asks=Action.ANSWER, note="From")
    view = derive_enquiry_text(at_work(sheet=sheet))
    assert view is not None
    assert (view.number, view.topic, view.question, view.text) == (3, "Land grants", "Since when?", "From")


def test_the_line_of_a_new_one_tells_its_topic() -> None:
    topics = (NamedEntry("land_grant", {"en": "Land grants"}),)
    hall = replace(HALL, requests=RequestLists(topics, (), ()))
    view = derive_enquiry_text(at_work(hall=hall, sheet=Sheet(SheetKind.ENQUIRY_TEXT, topic="land_grant")))
    assert view is not None
    assert (view.asks, view.number, view.topic, view.question) == (Action.ENQUIRY, None, "Land grants", "")
