"""The next step after a touched tile, for each step of the visitor; pure."""

from __future__ import annotations

from dataclasses import replace

from contracts.words.hall import VisitorKind
from kiosk.state.conditions import Conditions
from kiosk.visitor import booking_steps, phone_steps
from kiosk.visitor import session as visitor_session
from kiosk.visitor.offer import BOOKING, ZONE, asks_of, by_category, quota_reached
from kiosk.visitor.session import Session, Step

TAKE = "take"
"""The key of "yes, a ticket" on the pages before it."""
OTHER = "other"
"""The key of "no, another service"."""


def chosen(session: Session, conditions: Conditions, key: str, visit: str) -> Session:
    """Return the session after the tile `key`; `visit` is the id of the visit that it may begin."""
    match session.step:
        case Step.CATEGORIES | Step.SERVICES if key.startswith(ZONE):
            return start(session, conditions, zone=key.removeprefix(ZONE))
        case Step.CATEGORIES | Step.SERVICES if key == BOOKING:
            return booking_steps.ask_booking(session)
        case Step.CATEGORIES:
            return visitor_session.choose_category(session, key)
        case Step.SERVICES if quota_reached(conditions, key):
            return visitor_session.refuse(session, key, "quota_reached")
        case Step.SERVICES:
            return visitor_session.choose_service(session, key, asks=asks_of(conditions, key), visit=visit)
        case Step.VISITOR_KIND:
            return visitor_session.choose_kind(session, VisitorKind(key))
        case Step.INFORMATION | Step.LONG_WAIT:
            return visitor_session.answered(session) if key == TAKE else _tiles_again(session, conditions)
    return session


def another(session: Session, key: str, language: str) -> Session:
    """Return the session after the answer to whether one more ticket is wanted: no ends it, in the kiosk's language."""
    return replace(session, step=Step.ISSUING) if key == TAKE else Session(language)


def speak(session: Session, conditions: Conditions, language: str) -> Session:
    """Return the session in `language`; on the welcome screen this also begins."""
    spoken = visitor_session.choose_language(session, language)
    return start(spoken, conditions) if session.step is Step.WELCOME else spoken


def _tiles_again(session: Session, conditions: Conditions) -> Session:
    """Return the session at the tiles from which the service was chosen."""
    again = start(session, conditions, zone=session.zone)
    return again if session.category is None else visitor_session.choose_category(again, session.category)


def start(session: Session, conditions: Conditions, *, zone: str | None = None) -> Session:
    """Return the session at the first screen of tiles of `zone`, or of the main screen."""
    opened = visitor_session.open_services(session, zone=zone)
    return visitor_session.open_services(session, by_category=by_category(opened, conditions), zone=zone)


def back(session: Session, conditions: Conditions) -> Session:
    """Return the session one step back."""
    if session.step is Step.PHONE:
        return phone_steps.left(session)
    if session.step is Step.CONSENT:
        return phone_steps.corrected(session)
    main = visitor_session.open_services(session)
    return visitor_session.back(
        session,
        by_category=by_category(session, conditions),
        main_by_category=by_category(main, conditions),
    )
