from __future__ import annotations

import pytest

from contracts.queue.answers import IssuedTicket
from contracts.words.hall import Lane, VisitorKind
from kiosk.screens.presenter import derive_screen
from kiosk.screens.view_data.staff import PinView
from kiosk.screens.view_data.visitor import (
    AssistView,
    KindsView,
    LanguagesView,
    NoticeView,
    ServicesView,
    TicketView,
    WelcomeView,
)
from kiosk.state.conditions import Conditions, PrinterCondition
from kiosk.visitor.help_options import HELP, LANGUAGES, Assist
from kiosk.visitor.session import Session, Step
from qtkit.look.looks import Looks
from tests.helpers.fake_hall import NINE, example_hall, example_queues, visitor_kinds_asked
from tests.helpers.replacing import replace

BOTH = ("ar", "en")
GOOD = Conditions(True, example_hall(), example_queues(), PrinterCondition(None, "ok"))
TICKET = IssuedTicket("v1", "A047", "A", Lane.STANDARD, NINE, 3, None, "http://x/t#c")


@pytest.mark.parametrize(
    ("step", "body", "back"),
    [
        (Step.WELCOME, WelcomeView, False),
        (Step.CATEGORIES, ServicesView, True),
        (Step.SERVICES, ServicesView, True),
        (Step.VISITOR_KIND, KindsView, True),
        (Step.ISSUING, TicketView, False),
        (Step.TICKET, TicketView, True),
        (Step.REFUSED, NoticeView, True),
    ],
)
def test_each_step_has_its_screen_and_a_way_back_where_there_is_one(step: Step, body: type, back: bool) -> None:
    view = derive_screen(Session("ar", step, service="A"), GOOD, BOTH)
    assert isinstance(view.body, body)
    assert view.back_shown is back


@pytest.mark.parametrize("step", list(Step))
def test_trouble_covers_every_step_but_those_of_a_visitor_with_a_number(step: Step) -> None:
    view = derive_screen(Session("ar", step, service="A", ticket=TICKET), replace(GOOD, online=False), BOTH)
    covered = isinstance(view.body, NoticeView) and view.body.notice == "hall_away"
    assert covered is (step not in {Step.ISSUING, Step.TICKET, Step.PHONE, Step.CONSENT, Step.REFUSED})
    assert not (covered and view.back_shown)


def test_a_covered_session_announces_no_end() -> None:
    session = Session("ar", Step.SERVICES, closes_in_s=9)
    assert derive_screen(session, GOOD, BOTH).closes_in_s == 9
    assert derive_screen(session, replace(GOOD, online=False), BOTH).closes_in_s is None


def test_before_anything_is_known_the_kiosk_starts() -> None:
    view = derive_screen(Session("ar"), Conditions(), BOTH)
    assert view.body == NoticeView("starting", "wait", second="en")
    assert (view.header.hall_names, view.header.other_language, view.digits) == ({}, None, "western")
    assert not view.header.help, "nobody touches it"


@pytest.mark.parametrize(
    ("shown", "hall", "available", "offered"),
    [("ar", ("ar", "en"), BOTH, "en"), ("en", ("ar", "en"), BOTH, "ar"), ("ar", ("ar",), BOTH, None),
     ("ar", ("ar", "en", "ur"), ("ar", "en", "ur"), "en"), ("ur", ("ar", "en", "ur"), ("ar", "en", "ur"), "ar"),
     ("fr", ("ar", "en"), BOTH, "ar")],
)  # fmt: skip
def test_the_language_button_goes_round(
    shown: str, hall: tuple[str, ...], available: tuple[str, ...], offered: str | None
) -> None:
    conditions = replace(GOOD, hall=replace(example_hall(), languages=hall))
    assert derive_screen(Session(shown), conditions, available).header.other_language == offered


def test_the_kinds_are_the_services_own_or_all() -> None:
    session = Session("ar", Step.VISITOR_KIND, service="T")
    asked = derive_screen(session, replace(GOOD, hall=visitor_kinds_asked(example_hall(), "T")), BOTH).body
    assert isinstance(asked, KindsView)
    assert asked.kinds == (VisitorKind.CITIZEN, VisitorKind.RESIDENT, VisitorKind.COMPANY, VisitorKind.INVESTOR)
    unknown = derive_screen(session, GOOD, BOTH).body
    assert isinstance(unknown, KindsView)
    assert unknown.kinds == tuple(VisitorKind)


@pytest.mark.parametrize(("page", "body"), [(HELP, AssistView), (LANGUAGES, LanguagesView)])
def test_a_page_lies_over_every_step_but_a_ticket_that_is_being_made(page: str, body: type) -> None:
    for step in Step:
        view = derive_screen(Session("ar", step, service="T", refusal="no_ticket", assist=Assist(page)), GOOD, BOTH)
        assert isinstance(view.body, body) is (step is not Step.ISSUING), step
        assert view.back_shown or step is Step.ISSUING


def test_a_trouble_too_can_be_read_in_another_language_and_larger() -> None:
    away = replace(GOOD, online=False)
    session = Session("ar", assist=Assist(LANGUAGES), closes_in_s=9)
    view = derive_screen(session, away, BOTH)
    assert (view.body, view.back_shown, view.closes_in_s) == (LanguagesView(BOTH), True, 9)
    assert isinstance(derive_screen(Session("ar"), away, BOTH).body, NoticeView)


def test_the_looks_a_visitor_asked_for_are_shown_until_the_next_one_comes() -> None:
    session = Session("ar", assist=Assist(looks=Looks(200, reach=True)))
    assert derive_screen(session, GOOD, BOTH).looks == Looks(200, reach=True)
    assert derive_screen(Session("ar"), GOOD, BOTH).looks == Looks()


def test_the_end_of_the_staffs_menu_is_announced_like_a_visitors() -> None:
    pin = PinView(0, "", 0, enabled=True)
    session = Session("ar", closes_in_s=7)
    for conditions in (GOOD, replace(GOOD, online=False)):
        assert derive_screen(session, conditions, BOTH, pin).closes_in_s == 7


@pytest.mark.parametrize("step", [Step.WELCOME, Step.SERVICES])
def test_a_screen_that_nobody_can_use_has_two_languages_and_no_buttons(step: Step) -> None:
    stopped = replace(GOOD, printer=PrinterCondition("paper_out"))
    view = derive_screen(Session("ar", step), stopped, BOTH)
    assert isinstance(view.body, NoticeView)
    assert (view.body.second, view.body.reception) == ("en", True)
    assert (view.header.other_language, view.header.help, view.back_shown) == (None, False, False)
