from __future__ import annotations

from contracts.words.hall import VisitorKind
from kiosk.screens.before_ticket.presenter import derive_information, derive_kinds, derive_long_wait
from kiosk.screens.view_data.visitor import InformationPage, LongWaitView
from kiosk.state.conditions import Conditions
from kiosk.visitor.session import Session, Step
from tests.helpers.fake_hall import example_hall, example_queues, visitor_kinds_asked
from tests.helpers.kiosk_halls import PAGE, with_page
from tests.helpers.replacing import replace

KNOWN = Conditions(True, example_hall(), example_queues())
NAMES = {"ar": "التصرفات العقارية", "en": "Real-estate transactions"}


def test_the_page_tells_what_the_hall_wrote() -> None:
    known = replace(KNOWN, hall=with_page(example_hall(), "T"))
    page = derive_information(Session("ar", Step.INFORMATION, service="T"), known)
    assert page == InformationPage(NAMES, PAGE.documents, PAGE.advice, PAGE.online, PAGE.online_url)


def test_a_page_that_the_hall_took_away_meanwhile_is_empty() -> None:
    assert derive_information(Session("ar", service="T"), KNOWN) == InformationPage(NAMES, (), {}, {}, "")
    assert derive_information(Session("ar", service="X"), KNOWN).service_names == {}


def test_kinds_are_those_of_the_service_or_all() -> None:
    known = replace(KNOWN, hall=visitor_kinds_asked(example_hall(), "T"))
    assert derive_kinds(Session("ar", service="T"), known).kinds[-1] is VisitorKind.INVESTOR
    assert derive_kinds(Session("ar", service="A"), known).kinds == tuple(VisitorKind)


def test_a_long_wait_is_told_as_it_is_now() -> None:
    assert derive_long_wait(Session("ar", service="T"), KNOWN) == LongWaitView(NAMES, (25, 55))
    assert derive_long_wait(Session("ar", service="T"), replace(KNOWN, queues=None)).wait_min is None


def test_the_chosen_priority_is_seen_again_on_each_question_before_the_ticket() -> None:
    asked = Session("ar", service="T", priority=True)
    for derive in (derive_information, derive_kinds, derive_long_wait):
        assert derive(asked, KNOWN).priority
        assert not derive(replace(asked, priority=False), KNOWN).priority
