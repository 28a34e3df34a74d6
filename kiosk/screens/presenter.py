"""From session and conditions to the whole screen: the one function that the program shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.screens.before_ticket.presenter import derive_another, derive_information, derive_kinds, derive_long_wait
from kiosk.screens.help.presenter import EVERYWHERE, derive_assist
from kiosk.screens.keypad.presenter import derive_booking, derive_consent, derive_phone
from kiosk.screens.languages.presenter import derive_header, derive_languages, second_language, without_buttons
from kiosk.screens.out_of_service.presenter import derive_refusal, derive_trouble
from kiosk.screens.services.presenter import derive_categories, derive_services
from kiosk.screens.ticket_taken.presenter import derive_ticket
from kiosk.screens.view_data.staff import QuestionView, StaffView
from kiosk.screens.view_data.visitor import AssistView, Body, KioskView, LanguagesView
from kiosk.screens.welcome.presenter import derive_welcome
from kiosk.state.conditions import Conditions, Trouble, trouble
from kiosk.visitor import help_options
from kiosk.visitor.session import Session, Step

_HOLDS_THE_SCREEN = frozenset({Step.ISSUING, Step.TICKET, Step.PHONE, Step.CONSENT, Step.REFUSED})
"""Steps that no fault screen covers: a visitor who has a number, or waits for one, sees it first."""

_DERIVED: Mapping[Step, Callable[[Session, Conditions], Body]] = {
    Step.CATEGORIES: derive_categories,
    Step.SERVICES: derive_services,
    Step.INFORMATION: derive_information,
    Step.VISITOR_KIND: derive_kinds,
    Step.LONG_WAIT: derive_long_wait,
    Step.ANOTHER: derive_another,
    Step.ISSUING: derive_ticket,
    Step.TICKET: derive_ticket,
    Step.PHONE: derive_phone,
    Step.CONSENT: derive_consent,
    Step.BOOKING: derive_booking,
}

_WITHOUT_BACK = frozenset({Step.WELCOME, Step.ISSUING})


def derive_screen(
    session: Session,
    conditions: Conditions,
    available: tuple[str, ...],
    staff: StaffView | None = None,
    able: frozenset[str] = EVERYWHERE,
) -> KioskView:
    """Return what the kiosk shows; `available` are the languages that this program has texts in.

    `able` are the kinds of help that it can give.

    Nothing covers the staff's own menu: it is there for the troubles.
    """
    hall = conditions.hall
    stopped = trouble(conditions)
    covered = stopped is not None and session.step not in _HOLDS_THE_SCREEN
    page = None if staff is not None else _page(session, _languages(conditions, available), able)
    leads = not covered and session.step not in _WITHOUT_BACK
    unattended = covered and page is None and staff is None
    header = derive_header(hall, session.language, _languages(conditions, available))
    return KioskView(
        header=without_buttons(header) if unattended else header,
        body=page or staff or _visitors_body(session, conditions, available, stopped if covered else None),
        back_shown=page is not None or (leads_back(staff) if staff is not None else leads),
        closes_in_s=None if unattended else session.closes_in_s,
        language=session.language,
        digits=hall.digits if hall is not None else "western",
        looks=session.assist.looks,
    )


def _languages(conditions: Conditions, available: tuple[str, ...]) -> tuple[str, ...]:
    hall = conditions.hall
    return derive_welcome(hall, available).languages if hall is not None else available


def _page(session: Session, languages: tuple[str, ...], able: frozenset[str]) -> AssistView | LanguagesView | None:
    """Return the page that the visitor has opened over the screen; over a trouble, too: it is to be read as well."""
    if session.step is Step.ISSUING:
        return None
    match session.assist.page:
        case help_options.HELP:
            return derive_assist(session.assist, able)
        case help_options.LANGUAGES:
            return derive_languages(languages)
    return None


def leads_back(staff: StaffView) -> bool:
    """Return whether staff may go back from this screen: not from one that asks nothing and ends after some seconds."""
    return not (isinstance(staff, QuestionView) and not staff.acts)


def _visitors_body(
    session: Session, conditions: Conditions, available: tuple[str, ...], covering: Trouble | None
) -> Body:
    if covering is None:
        return _body(session, conditions, available)
    second = second_language(session.language, _languages(conditions, available))
    return replace(derive_trouble(covering, conditions), second=second)


def _body(session: Session, conditions: Conditions, available: tuple[str, ...]) -> Body:
    if session.step in _DERIVED:
        return _DERIVED[session.step](session, conditions)
    if session.step is Step.REFUSED:
        return derive_refusal(session.refusal or "", session.refusal_at)
    if conditions.hall is None:
        raise ValueError("the welcome screen needs the hall: trouble() is STARTING before it is known")
    return derive_welcome(conditions.hall, available, conditions.own_zone)
